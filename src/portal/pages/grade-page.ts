// The page of a grade: each measure this year beside the year before.
import { type Cell, cell, head } from '../../charts/chart.ts';
import { gradeDocument } from '../../facts/build-documents.ts';
import type { FactsDocument } from '../../facts/facts-document.ts';
import { datumOf, indexFacts } from '../../pages/find-facts.ts';
import { html } from '../../pages/html.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { at, framed } from '../frame.ts';
import { receiptsOf } from '../receipts-foot.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build } from '../site-input.ts';
import { slug } from '../zones.ts';
import { definitions } from './definitions.ts';
import { aboutOf, gradeName, homeLink, zoneOf } from './school-zone.ts';

/** The measures that stand beside each other for the grades of a school. */
export const SHOWN = ['chronic_absence', 'on_track', 'courses_passed', 'growth'] as const;

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

export function gradePage(build: Build, school: FactsDocument, grade: string): SiteFile[] {
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
  const receipts = receiptsOf(build, [facts]);
  for (const { receipt } of table.rows.flat()) if (receipt != null) receipts.note(receipt);
  const text = framed(frame, {
    key,
    title: gradeName(build, grade),
    kicker: school.subject.name,
    trail: [homeLink(build), { href: at(`${zone}index.html`), text: school.subject.name }],
    about: aboutOf(build, facts),
    headline: build.narrate(document).headline,
    inAll: true,
    body: html`<section class="zone" aria-labelledby="measures"><h2 id="measures">${table.caption}</h2>${tableHtml(words, table)}</section>${definitions(words, [...SHOWN, 'attendance_rate', 'digital_engagement_days'], district.thresholds ?? {})}${receipts.foot()}`,
  });
  return [{ key, text }, tableFile(table)];
}
