// A made-up facts document with everything a page must bear: hidden cells, missing data, late sources, five years, groups.
import { createHash } from 'node:crypto';
import {
  FACTS_SCHEMA,
  type Fact,
  type FactsDocument,
  factsDocumentSchema,
  receiptId,
  type SourceAge,
  type Subject,
} from '../facts/facts-document.ts';

const hex = (text: string, digits: number) =>
  createHash('sha256').update(text).digest('hex').slice(0, digits);

const year = (from: number) => ({
  kind: 'school_year' as const,
  label: `${from}-${String(from + 1).slice(2)}`,
  from: `${from}-08-01`,
  to: `${from + 1}-07-31`,
});

const NOW = 2025;
const district: Subject = { kind: 'district', key: 'maple', name: 'Maple Valley Schools' };
export const school = (key: string, name: string): Subject => ({ kind: 'school', key, name });

type Told = Pick<Fact, 'metric' | 'about' | 'aspect' | 'unit'> & Partial<Fact>;

/** A fact with a receipt of its own meaning; `why` without a value makes it hidden or missing. */
export function sampleFact(told: Told): Fact {
  const why = told.why ?? null;
  const hidden = why === 'small_group' || why === 'protects_another';
  const period = told.period ?? year(NOW);
  const group = told.group ?? null;
  const name = [told.metric, told.aspect, told.about.key, group?.by, group?.value, period.label].join('|');
  return {
    receipt: receiptId.parse(`r-${hex(name, 16)}`),
    metric: told.metric,
    version: hex(told.metric, 12),
    aspect: told.aspect,
    about: told.about,
    group,
    period,
    state: why === null ? 'known' : hidden ? 'hidden' : 'no_data',
    value: why === null ? (told.value ?? 0) : null,
    unit: told.unit,
    n: hidden ? null : (told.n ?? 0),
    held_back: hidden ? null : (told.held_back ?? 0),
    why,
  };
}

type Part = Pick<Partial<Fact>, 'group' | 'period' | 'why' | 'held_back'>;

/** Count and share of the same students. */
function pair(metric: string, about: Subject, count: number, n: number, part: Part = {}): Fact[] {
  const told = { metric, about, n, ...part };
  return [
    sampleFact({ ...told, aspect: 'count', unit: 'students', value: count }),
    sampleFact({ ...told, aspect: 'share', unit: 'percent', value: n === 0 ? 0 : (100 * count) / n }),
  ];
}

const BANDS = ['good', 'manageable', 'low', 'severe'];

function bands(about: Subject, by: string, value: string, counts: readonly (number | null)[]): Fact[] {
  const n = counts.reduce((sum: number, c) => sum + (c ?? 0), 0) + (counts.includes(null) ? 14 : 0);
  const all = counts.every((c) => c === null);
  return BANDS.map((band, i) => {
    const count = counts[i] ?? null;
    return sampleFact({
      metric: `attendance_band_${band}`,
      about,
      aspect: 'count',
      unit: 'students',
      group: { by, value },
      n,
      ...(count === null ? { why: all ? 'small_group' : 'protects_another' } : { value: count }),
    });
  });
}

const sources: SourceAge[] = [
  { module: 'contoso_sis', table: 'attendance', last_date: '2026-03-12', age_days: 1, late: false },
  { module: 'contoso_sis', table: 'enrollment', last_date: '2026-03-12', age_days: 1, late: false },
  { module: 'iready', table: 'diagnostic', last_date: '2026-02-20', age_days: 21, late: true },
  { module: 'support_desk', table: 'contacts', last_date: null, age_days: null, late: true },
];

function document(subject: Subject, within: Subject[], facts: readonly Fact[]): FactsDocument {
  return factsDocumentSchema.parse({
    schema: FACTS_SCHEMA,
    district,
    release: '2026-03-13T0530Z-4f2a',
    run_date: '2026-03-13',
    subject,
    within,
    period: year(NOW),
    sources,
    facts,
  });
}

function fiveYears(here: Subject, size: number): Fact[] {
  const past = [0.21, 0.24, 0.19, 0.177, 0.152];
  return past.flatMap((share, i) => {
    const period = year(NOW - 4 + i);
    const why = i === 1 ? { why: 'protects_another' as const } : {};
    return [
      ...pair('chronic_absence', here, Math.round(size * share), size, { period, ...why, held_back: 6 }),
      ...(i < 2
        ? []
        : pair('on_track', here, Math.round(size * 0.2 * (0.7 + i / 50)), Math.round(size * 0.2), {
            period,
          })),
      ...pair('courses_passed', here, Math.round(size * (0.8 + i / 60)), size, { period }),
      ...pair('growth', here, Math.round(size * 0.5), Math.round(size * 0.9), {
        period,
        ...(i === 4 ? { why: 'too_early' as const } : {}),
      }),
    ];
  });
}

function groups(here: Subject): Fact[] {
  return [
    ...bands(here, 'sex', 'Female', [228, 96, 52, 19]),
    ...bands(here, 'sex', 'Male', [240, 101, 47, 18]),
    ...bands(here, 'race', 'Black or African American', [88, 40, 22, 11]),
    ...bands(here, 'race', 'Hispanic/Latino', [130, 55, null, null]),
    ...bands(here, 'race', 'White', [210, 84, 39, 12]),
    ...bands(here, 'race', 'Native Hawaiian or Other Pacific Islander', [null, null, null, null]),
    ...bands(here, 'english_learner', 'English learner', [71, 30, 20, 10]),
    ...bands(here, 'disability', 'With a disability', [60, 33, 24, 15]),
  ];
}

function grades(here: Subject): Fact[] {
  return ['09', '10', '11', '12'].flatMap((value, i) =>
    pair('chronic_absence', here, 26 + i * 4, 200, {
      group: { by: 'grade', value },
      ...(i === 2 ? { why: 'small_group' as const } : {}),
    }),
  );
}

const others = ['Cedar High', 'Elm Ridge', 'Lakeside High', 'North Fork', 'Willow Creek'];

function supports(here: Subject): Fact[] {
  const of = (metric: string, value: string, count: number | null) =>
    sampleFact({
      metric,
      about: here,
      aspect: 'count',
      unit: 'students',
      group: { by: 'support', value },
      n: 801,
      ...(count === null ? { why: 'too_early' } : { value: count }),
    });
  return [
    of('support_reached', 'Morning check-in', 42),
    of('support_completed', 'Morning check-in', 31),
    of('support_reached', 'Mentor', 18),
    of('support_completed', 'Mentor', null),
  ];
}

/** A school of 801 students. */
export function sampleSchool(name = 'Oak Hill High School'): FactsDocument {
  const here = school('s-oak', name);
  return document(
    here,
    [district],
    [
      ...fiveYears(here, 801),
      ...others.flatMap((other, i) =>
        pair(
          'chronic_absence',
          school(`s-${i}`, other),
          80 + i * 31,
          640,
          i === 3 ? { why: 'small_group' } : {},
        ),
      ),
      ...others.flatMap((other, i) => pair('courses_passed', school(`s-${i}`, other), 520 + i * 14, 640)),
      ...grades(here),
      ...groups(here),
      sampleFact({ metric: 'no_contact', about: here, aspect: 'count', unit: 'students', value: 14, n: 122 }),
      sampleFact({
        metric: 'check_in_list',
        about: here,
        aspect: 'count',
        unit: 'students',
        value: 25,
        n: 801,
      }),
      ...supports(here),
    ],
  );
}

export function sampleDistrict(): FactsDocument {
  return document(
    district,
    [],
    [
      ...fiveYears(district, 4210),
      ...others.flatMap((other, i) => pair('chronic_absence', school(`s-${i}`, other), 80 + i * 31, 640)),
      ...grades(district),
      ...groups(district),
      sampleFact({
        metric: 'no_contact',
        about: district,
        aspect: 'count',
        unit: 'students',
        value: 61,
        n: 700,
      }),
    ],
  );
}

/** Nobody is enrolled: each number is missing, with its reason. */
export function emptySchool(): FactsDocument {
  const here = school('s-new', 'New School');
  return document(
    here,
    [district],
    ['chronic_absence', 'on_track', 'courses_passed', 'growth'].flatMap((metric) =>
      pair(metric, here, 0, 0, { why: 'not_judged' }),
    ),
  );
}

/** Four students: each number is hidden. */
export function tinySchool(): FactsDocument {
  const here = school('s-tiny', 'Island School');
  return document(
    here,
    [district],
    [
      ...['chronic_absence', 'on_track', 'courses_passed', 'growth'].flatMap((metric) =>
        pair(metric, here, 1, 4, { why: 'small_group' }),
      ),
      ...bands(here, 'sex', 'Female', [null, null, null, null]),
      ...bands(here, 'sex', 'Male', [null, null, null, null]),
    ],
  );
}

export const LONG_NAME = "Saint Mary's Academy of the Sciences, Arts & Letters <at> the Old Harbor Town III";

export function sampleStudent(): FactsDocument {
  const here: Subject = { kind: 'student', key: 'st-7f3a91', name: 'st-7f3a91' };
  const one = (
    metric: string,
    aspect: Fact['aspect'],
    unit: Fact['unit'],
    value: number,
    more: Partial<Fact> = {},
  ) => sampleFact({ metric, about: here, aspect, unit, value, n: 1, ...more });
  return document(
    here,
    [district, school('s-oak', 'Oak Hill High School')],
    [
      one('days_missed', 'total', 'days', 9),
      one('days_missed', 'total', 'days', 3, { group: { by: 'reason', value: 'Illness' } }),
      one('days_missed', 'total', 'days', 6, { group: { by: 'reason', value: 'No reason recorded' } }),
      one('days_missed', 'total', 'days', 15, { period: year(NOW - 1) }),
      one('attendance_rate', 'share', 'percent', 92.4),
      one('attendance_rate', 'share', 'percent', 88.1, { period: year(NOW - 1) }),
      one('digital_engagement_days', 'total', 'days', 61),
      one('growth', 'mean', 'points', 0, { why: 'too_early' }),
    ],
  );
}
