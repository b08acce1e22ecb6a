// What ties the counts of one measure to those of another among the same students: a careful reader adds and subtracts them.
import { atMost, type Relation, sumOf } from '../suppress/cell.ts';
import type { Aspect } from '../suppress/school-grade-table.ts';

/** The students enrolled, a count that has no part which meets anything. */
export const ENROLLMENT = 'enrollment';
export const BANDS = [
  'attendance_band_good',
  'attendance_band_manageable',
  'attendance_band_low',
  'attendance_band_severe',
] as const;
const [GOOD, MANAGEABLE, LOW, SEVERE] = BANDS;

type CellOf = (metric: string, aspect: Aspect) => string;

/**
 * Relations that follow from what the measures mean, where the numbers keep to them. A district may set its target apart from
 * the bounds of the bands, and of chronic absence a student on the bound counts on both sides: then no reader can rely on it.
 * @param at the cell of a measure of these students
 * @param values of the cells that are there
 */
export function tiesOf(at: CellOf, values: ReadonlyMap<string, number>): Relation[] {
  const same = (one: string, other: string) => sumOf(one, [other]);
  const measures = [...MEASURES, ...BANDS];
  const judged = (metric: string) => at(metric, 'judged');
  const meeting = (metric: string) => at(metric, 'meeting');
  const ties = [
    ...measures.map((metric) => atMost(judged(metric), judged(ENROLLMENT))),
    sumOf(judged(GOOD), BANDS.map(meeting)),
    ...[MANAGEABLE, LOW, SEVERE, 'attendance_target', 'chronic_absence'].map((metric) =>
      same(judged(GOOD), judged(metric)),
    ),
    sumOf(meeting('attendance_target'), [GOOD, MANAGEABLE].map(meeting)),
    sumOf(meeting('chronic_absence'), [LOW, SEVERE].map(meeting)),
    atMost(meeting('on_track'), meeting('courses_passed')),
    atMost(meeting('on_track'), at('chronic_absence', 'not_meeting')),
    // Who passes every course and is not chronically absent is on track.
    {
      terms: [
        { cell: meeting('on_track'), times: 1 },
        { cell: meeting('chronic_absence'), times: 1 },
        { cell: meeting('courses_passed'), times: -1 },
      ],
      least: 0,
      most: Number.POSITIVE_INFINITY,
    },
  ];
  return ties.filter((tie) => holds(tie, values));
}

const MEASURES = [
  'attendance_target',
  'chronic_absence',
  'on_track',
  'courses_passed',
  'growth',
  'digital_target',
];

function holds({ terms, least, most }: Relation, values: ReadonlyMap<string, number>): boolean {
  let sum = 0;
  for (const { cell, times } of terms) {
    const value = values.get(cell);
    if (value === undefined) return false;
    sum += times * value;
  }
  return least <= sum && sum <= most;
}
