// Made-up schools whose every number is chosen, so that true and false sentences about them can be written.
import { createHash } from 'node:crypto';
import {
  FACTS_SCHEMA,
  type Fact,
  type FactsDocument,
  factsDocumentSchema,
  type Period,
  receiptId,
  type SourceAge,
  type Subject,
} from '../../src/facts/facts-document.ts';

export const year = (from: number): Period => ({
  kind: 'school_year',
  label: `${from}-${String(from + 1).slice(2)}`,
  from: `${from}-08-01`,
  to: `${from + 1}-07-31`,
});

const hex = (text: string, digits: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, digits);
export const district: Subject = { kind: 'district', key: 'maple', name: 'Maple Valley Schools' };

type Told = Pick<Fact, 'metric' | 'about' | 'period'> & Partial<Fact>;

export function fact(told: Told): Fact {
  const { why = null, group = null, aspect = 'count', unit = 'students' } = told;
  const hidden = why === 'small_group' || why === 'protects_another';
  const name = [
    told.metric,
    aspect,
    told.about.kind,
    told.about.key,
    group?.by,
    group?.value,
    told.period.label,
  ].join('|');
  return {
    receipt: receiptId.parse(`r-${hex(name, 16)}`),
    version: hex(told.metric, 12),
    ...told,
    aspect,
    unit,
    group,
    state: why === null ? 'known' : hidden ? 'hidden' : 'no_data',
    why,
    value: why === null ? (told.value ?? 0) : null,
    n: hidden ? null : (told.n ?? 0),
    held_back: hidden ? null : (told.held_back ?? 0),
  };
}

/** Count and share (one decimal, halves up, as views round) of the same students. */
export function pair(
  metric: string,
  about: Subject,
  period: Period,
  count: number,
  n: number,
  more: Partial<Fact> = {},
): Fact[] {
  const told = { metric, about, period, n, ...more };
  const share = n === 0 ? 0 : Math.floor((1000 * count) / n + 0.5) / 10;
  return [fact({ ...told, value: count }), fact({ ...told, aspect: 'share', unit: 'percent', value: share })];
}

export function documentOf(
  subject: Subject,
  facts: readonly Fact[],
  sources: readonly SourceAge[] = [],
  runDate = '2026-03-13',
): FactsDocument {
  return factsDocumentSchema.parse({
    schema: FACTS_SCHEMA,
    district,
    release: '2026-03-13T0530Z-4f2a',
    run_date: runDate,
    subject,
    within: subject.kind === 'district' ? [] : [district],
    period: year(2025),
    sources,
    facts,
  });
}

export interface MadeUp {
  readonly name: string;
  readonly other: string;
  readonly n: number;
  readonly nBefore: number;
  /** Chronically absent, this year and the one before. */
  readonly now: number;
  readonly before: number;
  readonly track: number;
  readonly trackBefore: number;
  readonly passed: number;
  readonly otherNow: number;
  readonly otherN: number;
  /** Chronically absent in grade 9, 10 and 12; grade 11 is hidden. */
  readonly grades: readonly [number, number, number];
  readonly girls: number;
  readonly document: FactsDocument;
}

export function madeUp(given: Omit<MadeUp, 'document'>): MadeUp {
  const here: Subject = { kind: 'school', key: 'here', name: given.name };
  const other: Subject = { kind: 'school', key: 'other', name: given.other };
  const [y, last] = [year(2025), year(2024)];
  const grade = (value: string, count: number, why?: 'small_group') =>
    pair('chronic_absence', here, y, count, 200, { group: { by: 'grade', value }, ...(why ? { why } : {}) });
  const [nine, ten, twelve] = given.grades;
  const facts = [
    ...pair('chronic_absence', here, y, given.now, given.n, { held_back: 6 }),
    ...pair('chronic_absence', here, last, given.before, given.nBefore),
    ...pair('on_track', here, y, given.track, given.n),
    ...pair('on_track', here, last, given.trackBefore, given.nBefore),
    ...pair('courses_passed', here, y, given.passed, given.n),
    ...pair('growth', here, y, 0, given.n, { why: 'too_early' }),
    ...pair('chronic_absence', other, y, given.otherNow, given.otherN),
    ...grade('09', nine),
    ...grade('10', ten),
    ...grade('11', 3, 'small_group'),
    ...grade('12', twelve),
    ...pair('on_track', here, y, 100, 200, { group: { by: 'grade', value: '09' } }),
    ...pair('on_track', here, y, 140, 200, { group: { by: 'grade', value: '10' } }),
    ...pair('chronic_absence', here, y, given.girls, 300, { group: { by: 'sex', value: 'Female' } }),
    fact({ metric: 'no_contact', about: here, period: y, value: 14, n: given.now }),
    fact({
      metric: 'attendance_rate',
      about: here,
      period: y,
      aspect: 'mean',
      unit: 'percent',
      value: 92.4,
      n: given.n,
    }),
    fact({
      metric: 'attendance_rate',
      about: here,
      period: last,
      aspect: 'mean',
      unit: 'percent',
      value: 91.9,
      n: given.nBefore,
    }),
  ];
  const sources: SourceAge[] = [
    { module: 'contoso_sis', table: 'attendance', last_date: '2026-03-12', age_days: 1, late: false },
    { module: 'iready', table: 'diagnostic', last_date: '2026-02-20', age_days: 21, late: true },
  ];
  return { ...given, document: documentOf(here, facts, sources) };
}

export const SCHOOLS: readonly MadeUp[] = [
  madeUp({
    name: 'Oak Hill High School',
    other: 'Cedar High',
    n: 801,
    nBefore: 790,
    now: 122,
    before: 142,
    track: 512,
    trackBefore: 498,
    passed: 694,
    otherNow: 81,
    otherN: 640,
    grades: [26, 30, 38],
    girls: 57,
  }),
  madeUp({
    name: "St. Mary's O'Neill Middle School",
    other: 'Lakeside',
    n: 410,
    nBefore: 433,
    now: 97,
    before: 61,
    track: 301,
    trackBefore: 322,
    passed: 333,
    otherNow: 140,
    otherN: 520,
    grades: [41, 19, 22],
    girls: 44,
  }),
];
