// What the overview may know: sums by school, grade and week, and counts for each span of weeks. Nothing hidden is in it.
// Read by the page's script too, so nothing here needs more than the language itself.

export interface Extract {
  readonly release: string;
  /** Mondays, oldest first. */
  readonly weeks: readonly string[];
  /** Days off of a week, by its index, as the calendar names them. */
  readonly daysOff: Readonly<
    Record<string, readonly { readonly day: string; readonly name: string | null }[]>
  >;
  readonly schools: readonly { readonly slug: string; readonly name: string }[];
  readonly grades: readonly string[];
  /** Sources of online work with the first and last week that each covers. */
  readonly sources: readonly {
    readonly module: string;
    readonly from: number;
    readonly to: number;
    readonly timed: boolean;
  }[];
  /** Per cent. */
  readonly target: number;
  /** Per cent of covered days from which a place counts as working online. */
  readonly online: number;
  /** Grades of each school by index, also those of which nothing may be shown. */
  readonly taught: readonly (readonly number[])[];
  readonly places: readonly Place[];
}

/** `school` and `grade` are indexes; null is all of them. A place that is not here is hidden. */
export interface Place {
  readonly school: number | null;
  readonly grade: number | null;
  /** For each of DAYS a number a week; days in person are null in a short week. */
  readonly days: readonly (readonly (number | null)[])[];
  /** For each source, for each of SOURCE_DAYS a number a week; empty where the source has nothing. */
  readonly sources: readonly (readonly (readonly number[])[])[];
  /** Students enrolled in a span of weeks, packed. */
  readonly students: readonly number[];
  /** Those whose attendance is known, and those of them who reach the target; null in a short week by itself. */
  readonly judged: readonly (number | null)[];
  readonly meeting: readonly (number | null)[];
}

export const DAYS = ['enrolled', 'attendance', 'inPerson', 'covered', 'digital', 'minutes'] as const;
export const SOURCE_DAYS = ['covered', 'digital', 'minutes'] as const;
export type DayKind = (typeof DAYS)[number];

/** Where the span from week `from` to week `to` stands in a list of all spans: by first week, then by last. */
export function spanIndex(from: number, to: number, weeks: number): number {
  return from * weeks - (from * (from - 1)) / 2 + (to - from);
}

/** Spans lie near each other, so a list of differences is mostly zeros and packs well. */
export function packed(values: readonly (number | null)[]): (number | null)[] {
  let before = 0;
  return values.map((value) => {
    if (value === null) return null;
    const step = value - before;
    before = value;
    return step;
  });
}

export function unpacked(steps: readonly (number | null)[]): (number | null)[] {
  let value = 0;
  return steps.map((step) => {
    if (step === null) return null;
    value += step;
    return value;
  });
}
