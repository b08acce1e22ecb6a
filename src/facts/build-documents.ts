// Facts documents of a release: the district, each school, each of its grades; and the receipts of all their numbers.

import { checkInDrafts } from './check-in-drafts.ts';
import type { MeasureRow } from './count-table.ts';
import { type Draft, factOf, type Receipt, receiptFor } from './draft.ts';
import { engagementDrafts } from './engagement-drafts.ts';
import {
  FACTS_SCHEMA,
  type FactsDocument,
  type Period,
  type SourceAge,
  type Subject,
} from './facts-document.ts';
import type { AllHidden } from './hidden-check-ins.ts';
import { enrollmentDraft, groupDraft, measureDrafts } from './measure-drafts.ts';
import type { FactRows } from './rows.ts';
import { similarSchools } from './similar-schools.ts';

/** Measures in which other schools stand beside a school. */
const BESIDE_METRICS = ['chronic_absence', 'on_track', 'courses_passed', 'growth'];
/** This year and so many before it. */
const YEARS_BACK = 4;

export interface ReportBasis {
  readonly district: { readonly key: string; readonly name: string };
  readonly release: string;
  readonly runDate: string;
  readonly rows: FactRows;
  readonly hidden: AllHidden;
  /** Calendar days after which a source of daily data counts as late. */
  readonly lateDays: number;
  /** Fewest students of a group whose numbers are shown. */
  readonly limit: number;
}

export interface Built {
  readonly document: FactsDocument;
  readonly receipts: readonly Receipt[];
}

/** The school year that pages are about: the newest that began on or before the day of the run. */
export function reportYear({ rows, runDate }: Pick<ReportBasis, 'rows' | 'runDate'>): number | undefined {
  const begun = rows.years.filter((y) => y.year_begin <= runDate).map((y) => y.school_year);
  const known = yearsTold(rows.measures);
  return begun.filter((y) => known.has(y)).sort((a, b) => b - a)[0];
}

const told = new WeakMap<readonly MeasureRow[], ReadonlySet<number>>();

/** Every document asks: the rows are read once. */
function yearsTold(measures: readonly MeasureRow[]): ReadonlySet<number> {
  const years = told.get(measures) ?? new Set(measures.map((m) => m.school_year));
  told.set(measures, years);
  return years;
}

export function districtDocument(basis: ReportBasis): Built {
  const about = districtOf(basis);
  const mine = (m: MeasureRow) => m.level === 'district';
  return documentOf(
    basis,
    about,
    [],
    [
      ...overYears(basis, about, mine, ''),
      ...basis.rows.schools.flatMap((s) => besideDrafts(basis, s.school_key)),
    ],
  );
}

export function schoolDocument(basis: ReportBasis, schoolKey: string): Built {
  const about = schoolOf(basis, schoolKey);
  const year = reportYear(basis);
  const drafts = [
    ...overYears(basis, about, (m) => m.level === 'school' && m.school_key === schoolKey, schoolKey),
    ...gradeDrafts(basis, about, schoolKey),
    ...groupDrafts(basis, about, schoolKey),
    ...(year === undefined
      ? []
      : similarSchools(basis.rows.measures, schoolKey, year).flatMap((key) => besideDrafts(basis, key))),
  ];
  return documentOf(basis, about, [districtOf(basis)], drafts);
}

export function gradeDocument(basis: ReportBasis, schoolKey: string, grade: string): Built {
  const about: Subject = { kind: 'grade', key: `${schoolKey}-${grade}`, name: grade };
  const mine = (m: MeasureRow) => m.level === 'grade' && m.school_key === schoolKey && m.grade === grade;
  return documentOf(
    basis,
    about,
    [districtOf(basis), schoolOf(basis, schoolKey)],
    overYears(basis, about, mine, null),
  );
}

/** Measures of one place over the years; of the place's engagement where it is a school or the district. */
function overYears(
  basis: ReportBasis,
  about: Subject,
  mine: (row: MeasureRow) => boolean,
  engagementOf: string | null,
): Draft[] {
  const { rows, hidden } = basis;
  const years = pageYears(basis);
  const now = years[0];
  return years.flatMap((year) => {
    const period = periodOf(basis, year);
    const own = rows.measures.filter((m) => m.school_year === year && mine(m));
    const [first] = own;
    if (!first) return [];
    const roll = enrollmentDraft(first, about, period, hidden);
    const engagement = rows.engagement.filter(
      (e) => engagementOf !== null && e.school_year === year && (e.school_key ?? '') === engagementOf,
    );
    return [
      roll,
      ...own.flatMap((row) => measureDrafts(row, about, period, hidden)),
      ...engagement.flatMap((row) => engagementDrafts(row, about, period, roll.hidden)),
      ...(year === now
        ? checkInDrafts(
            rows.checkins.find((c) => c.school_key === engagementOf),
            about,
            period,
            hidden,
          )
        : []),
    ];
  });
}

function gradeDrafts(basis: ReportBasis, about: Subject, schoolKey: string): Draft[] {
  const [year] = pageYears(basis);
  if (year === undefined) return [];
  return basis.rows.measures
    .filter((m) => m.level === 'grade' && m.school_key === schoolKey && m.school_year === year)
    .flatMap((row) =>
      measureDrafts(row, about, periodOf(basis, year), basis.hidden, { by: 'grade', value: row.grade }),
    );
}

function groupDrafts(basis: ReportBasis, about: Subject, schoolKey: string): Draft[] {
  const [year] = pageYears(basis);
  if (year === undefined) return [];
  return basis.rows.groups
    .filter((g) => g.school_key === schoolKey && g.school_year === year)
    .map((row) => groupDraft(row, about, periodOf(basis, year), basis.hidden));
}

/** Another school's main measures this year, for the dots beside. */
function besideDrafts(basis: ReportBasis, schoolKey: string): Draft[] {
  const [year] = pageYears(basis);
  if (year === undefined) return [];
  const about = schoolOf(basis, schoolKey);
  return basis.rows.measures
    .filter(
      (m) =>
        m.level === 'school' &&
        m.school_key === schoolKey &&
        m.school_year === year &&
        BESIDE_METRICS.includes(m.metric),
    )
    .flatMap((row) => measureDrafts(row, about, periodOf(basis, year), basis.hidden));
}

function pageYears(basis: ReportBasis): number[] {
  const year = reportYear(basis);
  if (year === undefined) return [];
  return Array.from({ length: YEARS_BACK + 1 }, (_, i) => year - i);
}

export function periodOf({ rows, runDate }: Pick<ReportBasis, 'rows' | 'runDate'>, year: number): Period {
  const span = rows.years.find((y) => y.school_year === year);
  const from = span?.year_begin ?? `${year - 1}-08-01`;
  const end = dayBefore(span?.year_end ?? `${year}-08-01`);
  return {
    kind: 'school_year',
    label: `${year - 1}-${String(year).slice(2)}`,
    from,
    to: end < runDate ? end : runDate,
  };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

export const districtOf = ({ district }: Pick<ReportBasis, 'district'>): Subject => ({
  kind: 'district',
  ...district,
});

export function schoolOf({ rows }: ReportBasis, key: string): Subject {
  const name = rows.schools.find((s) => s.school_key === key)?.school_name ?? key;
  return { kind: 'school', key, name };
}

export function sourceAges({ rows, lateDays }: Pick<ReportBasis, 'rows' | 'lateDays'>): SourceAge[] {
  return rows.sources.map(({ module, kind, last_date, age_days }) => ({
    module,
    table: kind,
    last_date,
    age_days: age_days === null ? null : Math.max(0, age_days),
    // Tests and marks come a few times a year; only daily data can be late.
    late: (kind === 'attendance' || kind === 'activity') && (age_days === null || age_days > lateDays),
  }));
}

export function documentOf(
  basis: ReportBasis,
  subject: Subject,
  within: Subject[],
  drafts: readonly Draft[],
): Built {
  const year = reportYear(basis);
  const made = drafts.map((draft) => ({ draft, fact: factOf(basis.release, draft) }));
  return {
    document: {
      schema: FACTS_SCHEMA,
      district: districtOf(basis),
      release: basis.release,
      run_date: basis.runDate,
      subject,
      within,
      period:
        year === undefined
          ? { kind: 'day', label: basis.runDate, from: basis.runDate, to: basis.runDate }
          : periodOf(basis, year),
      sources: sourceAges(basis),
      facts: made.map((m) => m.fact),
    },
    receipts: made.map(({ draft, fact }) => receiptFor(fact, draft.recipe)),
  };
}
