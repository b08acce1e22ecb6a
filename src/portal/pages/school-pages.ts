// The pages of a school that name nobody: the school, each grade, each class.
import { type Cell, cell, head } from '../../charts/chart.ts';
import { gradeDocument } from '../../facts/build-documents.ts';
import type { FactsDocument } from '../../facts/facts-document.ts';
import { datumOf, type Facts, indexFacts } from '../../pages/find-facts.ts';
import { html } from '../../pages/html.ts';
import { groupIsSmall } from '../../suppress/small-group.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { at, framed, type Link } from '../frame.ts';
import { byGrade } from '../grade-order.ts';
import type { PortalRows } from '../rows.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { slug, zoneFolder } from '../zones.ts';
import { definitions } from './definitions.ts';
import { placeBody } from './place-page.ts';

type Section = PortalRows['sections'][number];

const zoneOf = (build: Build, school: string) =>
  `${build.basis.release}/${zoneFolder({ kind: 'school', school })}`;

export const homeLink = (build: Build): Link => ({
  href: at(`${build.basis.release}/${zoneFolder({ kind: 'district' })}index.html`),
  text: build.basis.district.name,
});

export function schoolPages(build: Build, document: FactsDocument): SiteFile[] {
  const { words, frame, rows, basis } = build;
  const school = document.subject;
  const zone = zoneOf(build, school.key);
  const { headline, body, foot } = placeBody(build, document);
  const facts = indexFacts(document);
  const grades = gradesOf(document);
  const gradesAre = gradesTable(build, document, facts, grades);
  const sections = rows.sections.filter((s) => s.school_key === school.key);
  const classes = classesTable(build, school.key, sections);
  const list = at(`${basis.release}/${zoneFolder({ kind: 'named', school: school.key })}index.html`);
  const up = [homeLink(build)];
  const key = `${zone}index.html`;
  const nobody = !document.facts.some(
    (f) => f.metric === 'enrollment' && f.period.label === document.period.label,
  );
  const page = framed(frame, {
    key,
    title: school.name,
    kicker: words.say('page.head.school', { district: basis.district.name }),
    trail: up,
    about: aboutOf(build, facts),
    headline: nobody ? words.say('portal.school.none') : headline,
    body: html`<ul class="accounts"><li><a href="${at(`${zone}classes.html`)}">${words.say('portal.school.classes_link')}</a></li><li><a href="${list}">${words.say('portal.school.list_link')}</a></li></ul>
<section class="zone" aria-labelledby="grades-of"><h2 id="grades-of">${words.say('portal.school.grades')}</h2>${tableHtml(words, gradesAre)}</section>
${body}${foot}`,
    script: true,
  });
  return [
    { key, text: page },
    tableFile(gradesAre),
    ...grades.flatMap((grade) => gradePage(build, document, grade)),
    classesPage(build, document, classes, facts),
    tableFile(classes),
    ...sections.filter((s) => mayShow(build, s)).map((s) => classPage(build, document, s, facts)),
  ];
}

function aboutOf({ words }: Build, facts: Facts): string[] {
  const students = datumOf(words, facts.find({ metric: 'enrollment', aspect: 'total' }));
  return [
    words.say('portal.about.period', { period: facts.document.period.label }),
    students.state === 'known' && students.value !== null
      ? words.say('portal.about.students', { n: students.value })
      : students.state === 'hidden'
        ? words.say('portal.about.students_hidden')
        : words.say('portal.about.students', { n: 0 }),
  ];
}

function gradesOf(document: FactsDocument): string[] {
  const found = new Set(
    document.facts.flatMap((f) =>
      f.group?.by === 'grade' && f.period.label === document.period.label ? [f.group.value] : [],
    ),
  );
  return [...found].sort(byGrade);
}

const SHOWN = ['chronic_absence', 'on_track', 'courses_passed', 'growth'] as const;

const gradeName = ({ words }: Build, grade: string) =>
  words.say('portal.grade.title', { grade: grade.replace(/^0+(?=\d)/, '') });

function gradesTable(
  build: Build,
  document: FactsDocument,
  facts: Facts,
  grades: readonly string[],
): DataTable {
  const { words } = build;
  return {
    key: `${zoneOf(build, document.subject.key)}grades.csv`,
    caption: words.say('portal.school.grades_caption'),
    empty: words.say('page.grades.empty'),
    columns: [words.say('page.column.grade'), ...SHOWN.map((m) => words.say(`page.metric.${m}`))],
    rows: grades.map((value) => [
      head(gradeName(build, value)),
      ...SHOWN.map((metric) =>
        cell(datumOf(words, facts.find({ metric, aspect: 'share', group: { by: 'grade', value } }))),
      ),
    ]),
    links: grades.map((g) => at(`${zoneOf(build, document.subject.key)}grade-${slug(g)}.html`)),
    sortable: true,
  };
}

const OF_GRADE = [
  'chronic_absence',
  'on_track',
  'courses_passed',
  'growth',
  'attendance_target',
  'digital_target',
  'attendance_band_good',
  'attendance_band_manageable',
  'attendance_band_low',
  'attendance_band_severe',
] as const;

function gradePage(build: Build, school: FactsDocument, grade: string): SiteFile[] {
  const { words, frame, basis, district } = build;
  const { document } = gradeDocument(basis, school.subject.key, grade);
  const facts = indexFacts(document);
  const zone = zoneOf(build, school.subject.key);
  const key = `${zone}grade-${slug(grade)}.html`;
  const before = document.facts.map((f) => f.period).filter((p) => p.from < document.period.from);
  const last = before.toSorted((a, b) => b.from.localeCompare(a.from))[0]?.label;
  const table: DataTable = {
    key: `${zone}grade-${slug(grade)}.csv`,
    caption: words.say('portal.grade.caption', { grade }),
    empty: words.say('portal.grade.none'),
    columns: [
      words.say('portal.grade.measure'),
      words.say('portal.overview.students'),
      words.say('portal.grade.now'),
      words.say('portal.grade.before'),
    ],
    rows: OF_GRADE.flatMap((metric): Cell[][] => {
      const now = facts.find({ metric, aspect: 'count' });
      if (now === undefined) return [];
      return [
        [
          head(words.say(`page.metric.${metric}`)),
          cell(datumOf(words, now)),
          cell(datumOf(words, facts.find({ metric, aspect: 'share' }))),
          cell(
            datumOf(
              words,
              last === undefined ? undefined : facts.find({ metric, aspect: 'share', period: last }),
            ),
          ),
        ],
      ];
    }),
  };
  const text = framed(frame, {
    key,
    title: gradeName(build, grade),
    kicker: school.subject.name,
    trail: [homeLink(build), { href: at(`${zone}index.html`), text: school.subject.name }],
    about: aboutOf(build, facts),
    headline: build.narrate(document).headline,
    body: html`<section class="zone" aria-labelledby="measures"><h2 id="measures">${table.caption}</h2>${tableHtml(words, table)}</section>${definitions(words, [...SHOWN, 'attendance_rate', 'digital_engagement_days'], district.thresholds ?? {})}`,
  });
  return [{ key, text }, tableFile(table)];
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
