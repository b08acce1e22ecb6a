// The district's first page, with every school in one table, and the page that says how to read all others.
import { cell, head } from '../../charts/chart.ts';
import { datumOf, indexFacts } from '../../pages/find-facts.ts';
import { html } from '../../pages/html.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { at, framed } from '../frame.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { definitions } from './definitions.ts';
import { placeBody } from './place-page.ts';
import { districtZone, zoneOf } from './school-zone.ts';

export function districtPages(build: Build): SiteFile[] {
  const { words, documents, frame, basis } = build;
  const document = documents.district;
  const { headline, body, foot } = placeBody(build, document);
  const table = schoolsTable(build);
  const students = datumOf(words, indexFacts(document).find({ metric: 'enrollment', aspect: 'total' }));
  const page = framed(frame, {
    key: `${districtZone(build)}index.html`,
    title: basis.district.name,
    kicker: words.say('page.head.district'),
    trail: [],
    about: [
      words.say('portal.about.period', { period: document.period.label }),
      students.value === null
        ? words.say('portal.about.students_hidden')
        : words.say('portal.about.students', { n: students.value }),
      words.say('portal.about.schools', { n: documents.schools.length }),
    ],
    headline,
    first: true,
    inAll: true,
    script: true,
    body: html`<section class="zone" aria-labelledby="schools"><h2 id="schools">${words.say('portal.district.schools')}</h2>${tableHtml(words, table)}</section>
${body}${foot}`,
  });
  return [{ key: `${districtZone(build)}index.html`, text: page }, tableFile(table), readPage(build)];
}

const SHOWN = ['chronic_absence', 'on_track', 'courses_passed', 'growth'] as const;

function schoolsTable(build: Build): DataTable {
  const { words, documents } = build;
  const rows = documents.schools.map((d) => {
    const facts = indexFacts(d);
    return [
      head(d.subject.name),
      cell(datumOf(words, facts.find({ metric: 'enrollment', aspect: 'total' }))),
      cell(datumOf(words, facts.find({ metric: 'attendance_rate', aspect: 'mean' }))),
      ...SHOWN.map((metric) => cell(datumOf(words, facts.find({ metric, aspect: 'share' })))),
    ];
  });
  return {
    key: `${districtZone(build)}schools.csv`,
    caption: words.say('portal.district.school_caption'),
    empty: words.say('page.schools.empty'),
    columns: [
      words.say('page.column.school'),
      words.say('page.column.students'),
      words.say('page.metric.attendance_rate'),
      ...SHOWN.map((metric) => words.say(`page.metric.${metric}`)),
    ],
    rows,
    sortable: true,
    links: documents.schools.map((d) => at(`${zoneOf(build, d.subject.key)}index.html`)),
  };
}

function readPage(build: Build): SiteFile {
  const { words, frame, basis, district } = build;
  const key = `${districtZone(build)}read.html`;
  const asked = [
    ['data', words.say('portal.read.data'), words.say('portal.read.data_text')],
    ['hidden', words.say('portal.read.hidden'), words.say('portal.read.hidden_text', { n: basis.limit })],
    ['who', words.say('portal.read.who'), words.say('portal.read.who_text')],
    ['files', words.say('portal.read.files'), words.say('portal.read.files_text')],
    ['empty', words.say('portal.read.empty'), words.say('portal.read.empty_text')],
  ] as const;
  const text = framed(frame, {
    key,
    title: words.say('portal.nav.read'),
    kicker: basis.district.name,
    trail: [],
    about: [],
    headline: words.say('portal.read.headline'),
    inAll: true,
    body: html`${asked.map(
      ([id, question, answer]) =>
        html`<section class="zone half" aria-labelledby="q-${id}"><h2 id="q-${id}">${question}</h2><p>${answer}</p></section>`,
    )}${definitions(words, [], district.thresholds ?? {}, true)}`,
  });
  return { key, text };
}
