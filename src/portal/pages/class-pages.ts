// The classes of a school: all of them, and each that is large enough beside its school.
import { type Cell, head } from '../../charts/chart.ts';
import type { Fact, FactsDocument } from '../../facts/facts-document.ts';
import { sectionDocument } from '../../facts/section-document.ts';
import { datumOf, type Facts, indexFacts } from '../../pages/find-facts.ts';
import { html } from '../../pages/html.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { at, framed } from '../frame.ts';
import { receiptsOf } from '../receipts-foot.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { slug } from '../zones.ts';
import { aboutOf, firstZoneOf, homeLink, isFirst, zoneOf } from './school-zone.ts';

export function classPages(build: Build, school: FactsDocument, facts: Facts): SiteFile[] {
  const classes = build.basis.rows.sections
    .filter((s) => s.school_key === school.subject.key && isOfYear(build, s.school_year, school))
    .map((s) => indexFacts(sectionDocument(build.basis, s).document));
  const table = classesTable(build, school.subject.key, classes);
  return [
    classesPage(build, school, table, facts),
    tableFile(table),
    ...(isFirst(build) ? classes.filter(mayShow).map((own) => classPage(build, school, own, facts)) : []),
  ];
}

const isOfYear = ({ basis }: Build, year: number, school: FactsDocument): boolean =>
  basis.rows.years.some((y) => y.school_year === year && y.year_begin === school.period.from);

/** What stands of a class on its page and in the list of classes; `beside` its school, where that is the same measure. */
const MEASURES = [
  { label: 'portal.class.students', metric: 'enrollment', aspect: 'total', beside: false },
  { label: 'portal.class.in_person', metric: 'attendance_rate', aspect: 'mean', beside: true },
  { label: 'portal.class.period', metric: 'period_attendance', aspect: 'mean', beside: false },
  { label: 'portal.class.online', metric: 'digital_engagement_days', aspect: 'mean', beside: true },
  { label: 'portal.class.minutes', metric: 'digital_engagement_minutes', aspect: 'mean', beside: false },
] as const;
type Measure = (typeof MEASURES)[number];

const factOf = (facts: Facts, { metric, aspect }: Pick<Measure, 'metric' | 'aspect'>): Fact | undefined =>
  facts.find({ metric, aspect });

/** A class is a group like any other. */
const mayShow = (own: Facts): boolean => factOf(own, MEASURES[0])?.state === 'known';

const columnsOf = ({ words }: Build) => MEASURES.map((m) => words.say(m.label));

/** Each number's receipt stands on the page of its class. */
function classesTable(build: Build, school: string, classes: readonly Facts[]): DataTable {
  const { words } = build;
  const zone = zoneOf(build, school);
  const text = (own: Facts, measure: Measure): Cell => {
    const datum = datumOf(words, factOf(own, measure));
    return { text: datum.text, numeric: datum.state === 'known' };
  };
  return {
    key: `${zone}classes.csv`,
    caption: words.say('portal.class.caption'),
    empty: words.say('portal.class.none'),
    columns: [words.say('portal.class.name'), ...columnsOf(build)],
    rows: classes.map((own) => [head(own.document.subject.name), ...MEASURES.map((m) => text(own, m))]),
    links: classes.map((own) => (mayShow(own) ? at(classKey(build, school, own)) : null)),
    sortable: true,
  };
}

/** A class's own page is in the first language alone: a district has thousands, and the table has its numbers. */
const classKey = (build: Build, school: string, { document }: Facts): string =>
  `${firstZoneOf(build, school)}class-${slug(document.subject.key)}.html`;

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
    body: html`<section class="zone" aria-labelledby="classes"><h2 id="classes">${table.caption}</h2>${tableHtml(words, table)}<p class="how">${words.say('portal.class.how')} ${words.say('portal.class.receipts')}</p></section>`,
    script: true,
    inAll: true,
  });
  return { key, text };
}

function classPage(build: Build, school: FactsDocument, own: Facts, facts: Facts): SiteFile {
  const { words, frame } = build;
  const zone = zoneOf(build, school.subject.key);
  const key = classKey(build, school.subject.key, own);
  const receipts = receiptsOf(build, [own, facts]);
  const shown = (of: Facts, measure: Measure) => receipts.number(datumOf(words, factOf(of, measure)));
  const columns = [
    words.say('portal.class.what'),
    words.say('portal.class.here'),
    words.say('portal.class.school'),
  ];
  const rows = MEASURES.map(
    (m) =>
      html`<tr><th scope="row">${words.say(m.label)}</th><td class="n">${shown(own, m)}</td><td class="n">${m.beside ? shown(facts, m) : ''}</td></tr>`,
  );
  const [roll, present] = [factOf(own, MEASURES[0]), factOf(own, MEASURES[1])];
  const students = roll?.value ?? 0;
  const caption = words.say('portal.class.beside');
  const text = framed(frame, {
    key,
    title: own.document.subject.name,
    kicker: school.subject.name,
    trail: [
      homeLink(build),
      { href: at(`${zone}index.html`), text: school.subject.name },
      { href: at(`${zone}classes.html`), text: words.say('portal.school.classes') },
    ],
    about: [
      words.say('portal.about.period', { period: school.period.label }),
      words.say('portal.about.students', { n: students }),
    ],
    headline:
      present?.value == null
        ? words.say('portal.class.headline_none')
        : words.say('portal.class.headline', { n: students, share: present.value }),
    body: html`<section class="zone" aria-labelledby="beside"><h2 id="beside">${caption}</h2><div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${columns.map((c) => html`<th scope="col">${c}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div><p class="how">${words.say('portal.class.how')}</p><p class="download"><a href="${at(`${zone}classes.csv`)}" download>${words.say('portal.csv', { table: words.say('portal.class.caption') })}</a></p></section>${receipts.foot()}`,
  });
  return { key, text };
}
