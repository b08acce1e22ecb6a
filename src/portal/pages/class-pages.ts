// The classes of a school: all of them, and each that is large enough beside its school.
import { type Cell, head } from '../../charts/chart.ts';
import type { FactsDocument } from '../../facts/facts-document.ts';
import { datumOf, type Facts } from '../../pages/find-facts.ts';
import { html } from '../../pages/html.ts';
import { groupIsSmall } from '../../suppress/small-group.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { at, framed } from '../frame.ts';
import type { PortalRows } from '../rows.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { slug } from '../zones.ts';
import { aboutOf, homeLink, zoneOf } from './school-zone.ts';

type Section = PortalRows['sections'][number];

export function classPages(build: Build, school: FactsDocument, facts: Facts): SiteFile[] {
  const sections = build.rows.sections.filter((s) => s.school_key === school.subject.key);
  const table = classesTable(build, school.subject.key, sections);
  return [
    classesPage(build, school, table, facts),
    tableFile(table),
    ...sections.filter((s) => mayShow(build, s)).map((s) => classPage(build, school, s, facts)),
  ];
}

/** A class is a group like any other. */
const mayShow = ({ basis }: Build, section: Section): boolean =>
  section.students > 0 && !groupIsSmall(section.students, basis.limit);

const className = (s: Section): string =>
  [s.course_title, s.section_name].filter((t) => t !== null && t !== '').join(', ') ||
  s.section_key.slice(0, 8);

function numbersOf(build: Build, s: Section): Cell[] {
  const { words } = build;
  const share = (v: number | null): Cell =>
    v === null
      ? { text: words.say('page.short.no_source') }
      : { text: words.percent(100 * v), numeric: true };
  return [
    { text: words.number(s.students), numeric: true },
    share(s.in_person_rate),
    share(s.period_rate),
    share(s.digital_rate),
    s.digital_minutes === null
      ? { text: words.say('page.short.no_source') }
      : { text: words.number(s.digital_minutes / s.students), numeric: true },
  ];
}

const columnsOf = ({ words }: Build) => [
  words.say('portal.class.students'),
  words.say('portal.class.in_person'),
  words.say('portal.class.period'),
  words.say('portal.class.online'),
  words.say('portal.class.minutes'),
];

function classesTable(build: Build, school: string, sections: readonly Section[]): DataTable {
  const { words } = build;
  const zone = zoneOf(build, school);
  return {
    key: `${zone}classes.csv`,
    caption: words.say('portal.class.caption'),
    empty: words.say('portal.class.none'),
    columns: [words.say('portal.class.name'), ...columnsOf(build)],
    rows: sections.map((s) => [
      head(className(s)),
      ...(mayShow(build, s)
        ? numbersOf(build, s)
        : columnsOf(build).map((): Cell => ({ text: words.say('page.short.small_group') }))),
    ]),
    links: sections.map((s) => (mayShow(build, s) ? at(`${zone}class-${slug(s.section_key)}.html`) : null)),
    sortable: true,
  };
}

function classesPage(build: Build, school: FactsDocument, table: DataTable, facts: Facts): SiteFile {
  const { words, frame } = build;
  const zone = zoneOf(build, school.subject.key);
  const key = `${zone}classes.html`;
  const text = framed(frame, {
    key,
    title: words.say('portal.school.classes'),
    kicker: school.subject.name,
    trail: [homeLink(build), { href: at(`${zone}index.html`), text: school.subject.name }],
    about: aboutOf(build, facts),
    headline: null,
    body: html`<section class="zone" aria-labelledby="classes"><h2 id="classes">${table.caption}</h2>${tableHtml(words, table)}<p class="how">${words.say('portal.class.how')}</p></section>`,
    script: true,
  });
  return { key, text };
}

function classPage(build: Build, school: FactsDocument, section: Section, facts: Facts): SiteFile {
  const { words, frame } = build;
  const zone = zoneOf(build, school.subject.key);
  const key = `${zone}class-${slug(section.section_key)}.html`;
  const own = numbersOf(build, section);
  const rate = datumOf(words, facts.find({ metric: 'attendance_rate', aspect: 'mean' }));
  const online = datumOf(words, facts.find({ metric: 'digital_engagement_days', aspect: 'mean' }));
  const beside = [null, rate, null, online, null];
  const columns = [
    words.say('portal.class.what'),
    words.say('portal.class.here'),
    words.say('portal.class.school'),
  ];
  const rows = columnsOf(build).map((name, i) => {
    const datum = beside[i] ?? null;
    return html`<tr><th scope="row">${name}</th><td class="n">${own[i]?.text ?? ''}</td><td class="n">${datum === null ? '' : datum.text}</td></tr>`;
  });
  const caption = words.say('portal.class.beside');
  const text = framed(frame, {
    key,
    title: className(section),
    kicker: school.subject.name,
    trail: [
      homeLink(build),
      { href: at(`${zone}index.html`), text: school.subject.name },
      { href: at(`${zone}classes.html`), text: words.say('portal.school.classes') },
    ],
    about: [
      words.say('portal.about.period', { period: school.period.label }),
      words.say('portal.about.students', { n: section.students }),
    ],
    headline:
      section.in_person_rate === null
        ? words.say('portal.class.headline_none')
        : words.say('portal.class.headline', { n: section.students, share: 100 * section.in_person_rate }),
    body: html`<section class="zone" aria-labelledby="beside"><h2 id="beside">${caption}</h2><div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${columns.map((c) => html`<th scope="col">${c}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div><p class="how">${words.say('portal.class.how')}</p><p class="download"><a href="${at(`${zone}classes.csv`)}" download>${words.say('portal.csv', { table: words.say('portal.class.caption') })}</a></p></section>`,
  });
  return { key, text };
}
