// The page of a school, which names nobody, with those of its grades and classes.
import { cell, head } from '../../charts/chart.ts';
import type { FactsDocument } from '../../facts/facts-document.ts';
import { datumOf, type Facts, indexFacts } from '../../pages/find-facts.ts';
import { html } from '../../pages/html.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { at, framed } from '../frame.ts';
import { byGrade } from '../grade-order.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { slug } from '../zones.ts';
import { classPages } from './class-pages.ts';
import { gradePage, SHOWN } from './grade-page.ts';
import { placeBody } from './place-page.ts';
import { aboutOf, gradeName, homeLink, namedZone, zoneOf } from './school-zone.ts';

export function schoolPages(build: Build, document: FactsDocument): SiteFile[] {
  const { words, frame, basis } = build;
  const school = document.subject;
  const zone = zoneOf(build, school.key);
  const { headline, body, foot } = placeBody(build, document);
  const facts = indexFacts(document);
  const grades = gradesOf(document);
  const gradesAre = gradesTable(build, document, facts, grades);
  const list = at(`${namedZone(build, school.key)}index.html`);
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
    inAll: true,
  });
  return [
    { key, text: page },
    tableFile(gradesAre),
    ...grades.flatMap((grade) => gradePage(build, document, grade)),
    ...classPages(build, document, facts),
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
