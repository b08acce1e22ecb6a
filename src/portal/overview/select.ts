// The numbers of a choice: each filter acts on every one of them. Runs on the server for the page and in the browser for its filters.
import { DAYS, type DayKind, type Extract, type Place, SOURCE_DAYS, spanIndex, unpacked } from './extract.ts';

export interface Filter {
  readonly school: number | null;
  readonly grade: number | null;
  /** Indexes of weeks, both included. */
  readonly from: number;
  readonly to: number;
  readonly source: number | null;
}

export interface SourceNumbers {
  readonly source: number;
  readonly covered: number;
  readonly digital: number;
  readonly minutes: number;
}

export type Numbers = Readonly<Record<DayKind, number>> & {
  readonly students: number;
  /** Days with attendance in the weeks whose days in person are shown: what those are a part of. */
  readonly inPersonOf: number;
  /** Short weeks, whose days in person are not told, of all parts of the choice together. */
  readonly weeksLeft: number;
  /** Null where it is hidden. */
  readonly judged: number | null;
  readonly meeting: number | null;
  readonly sources: readonly SourceNumbers[];
  /** Parts of the choice that are left out because they are hidden. */
  readonly left: number;
};

export const everything = (extract: Extract): Filter => ({
  school: null,
  grade: null,
  from: 0,
  to: extract.weeks.length - 1,
  source: null,
});

/** The weeks that a choice comes down to: those of its source within its dates. Null when there are none. */
export function spanOf(
  extract: Extract,
  filter: Filter,
): { readonly from: number; readonly to: number } | null {
  const source = filter.source === null ? undefined : extract.sources[filter.source];
  const from = Math.max(filter.from, source?.from ?? 0);
  const to = Math.min(filter.to, source?.to ?? extract.weeks.length - 1);
  return from <= to ? { from, to } : null;
}

const numbers = new WeakMap<readonly (number | null)[], readonly (number | null)[]>();

function valuesOf(steps: readonly (number | null)[]): readonly (number | null)[] {
  const before = numbers.get(steps) ?? unpacked(steps);
  numbers.set(steps, before);
  return before;
}

const placesBy = new WeakMap<Extract, ReadonlyMap<string, Place>>();

function placeAt(extract: Extract, school: number | null, grade: number | null): Place | undefined {
  const known = placesBy.get(extract) ?? new Map(extract.places.map((p) => [`${p.school},${p.grade}`, p]));
  placesBy.set(extract, known);
  return known.get(`${school},${grade}`);
}

export const isTaught = (extract: Extract, school: number | null, grade: number | null): boolean =>
  grade === null ||
  (school === null
    ? extract.taught.some((t) => t.includes(grade))
    : (extract.taught[school]?.includes(grade) ?? false));

/** What a choice is put together from: its own place, or of one grade of all schools each school's; undefined is hidden. */
function partsOf(extract: Extract, school: number | null, grade: number | null): (Place | undefined)[] {
  // One grade of all schools is the sum of what may be shown, so that it tells nothing of what may not.
  return school === null && grade !== null
    ? extract.schools.flatMap((_, s) => (isTaught(extract, s, grade) ? [placeAt(extract, s, grade)] : []))
    : [placeAt(extract, school, grade)];
}

export const shownParts = (extract: Extract, school: number | null, grade: number | null): Place[] =>
  partsOf(extract, school, grade).filter((p) => p !== undefined);

/** Whether it may be told how many of a place reach the target in these weeks. */
export const reachIsShown = (
  extract: Extract,
  place: Place,
  { from, to }: { readonly from: number; readonly to: number },
): boolean => typeof valuesOf(place.meeting)[spanIndex(from, to, extract.weeks.length)] === 'number';

/** Weeks of a span of which a place's days in person are hidden. */
export const hiddenWeeks = (
  extract: Extract,
  place: Place,
  { from, to }: { readonly from: number; readonly to: number },
): string[] =>
  extract.weeks.filter((_, w) => w >= from && w <= to && place.days[DAYS.indexOf('inPerson')]?.[w] === null);

/** Null where it is hidden, where a grade is not taught, and where the source covers none of the weeks. */
export function numbersAt(
  extract: Extract,
  filter: Filter,
  school: number | null = filter.school,
  grade: number | null = filter.grade,
): Numbers | null {
  const span = spanOf(extract, filter);
  if (span === null) return null;
  const parts = partsOf(extract, school, grade);
  if (school === null && grade !== null) {
    const shown = parts.flatMap((p) => (p === undefined ? [] : [numbersOf(extract, p, span, filter.source)]));
    return shown.length === 0 ? null : together(shown, parts.length - shown.length);
  }
  const [place] = parts;
  return place === undefined ? null : numbersOf(extract, place, span, filter.source);
}

function numbersOf(
  extract: Extract,
  place: Place,
  { from, to }: { readonly from: number; readonly to: number },
  source: number | null,
): Numbers {
  const sum = (values: readonly (number | null)[] | undefined, of = values) => {
    let total = 0;
    for (let w = from; w <= to; w += 1) if (of?.[w] !== null) total += values?.[w] ?? 0;
    return total;
  };
  const at = spanIndex(from, to, extract.weeks.length);
  const sources = extract.sources.flatMap((_, i): SourceNumbers[] => {
    if (source !== null && source !== i) return [];
    const [covered = 0, digital = 0, minutes = 0] = SOURCE_DAYS.map((__, k) => sum(place.sources[i]?.[k]));
    return [{ source: i, covered, digital, minutes }];
  });
  const [enrolled = 0, attendance = 0, inPerson = 0, covered = 0, digital = 0, minutes = 0] = DAYS.map(
    (_, k) => sum(place.days[k]),
  );
  const here = place.days[DAYS.indexOf('inPerson')];
  const only = source === null ? undefined : sources[0];
  const judged = valuesOf(place.judged)[at] ?? null;
  const meeting = valuesOf(place.meeting)[at] ?? null;
  return {
    enrolled,
    attendance,
    inPerson,
    inPersonOf: sum(place.days[DAYS.indexOf('attendance')], here),
    weeksLeft: here?.slice(from, to + 1).filter((v) => v === null).length ?? 0,
    covered: only?.covered ?? covered,
    digital: only?.digital ?? digital,
    minutes: only?.minutes ?? minutes,
    students: valuesOf(place.students)[at] ?? 0,
    judged: meeting === null ? null : judged,
    meeting,
    sources,
    left: 0,
  };
}

function together(parts: readonly Numbers[], left: number): Numbers {
  const sum = (of: (n: Numbers) => number) => parts.reduce((total, n) => total + of(n), 0);
  const known = parts.filter((n) => n.meeting !== null);
  return {
    enrolled: sum((n) => n.enrolled),
    attendance: sum((n) => n.attendance),
    inPerson: sum((n) => n.inPerson),
    inPersonOf: sum((n) => n.inPersonOf),
    weeksLeft: sum((n) => n.weeksLeft),
    covered: sum((n) => n.covered),
    digital: sum((n) => n.digital),
    minutes: sum((n) => n.minutes),
    students: sum((n) => n.students),
    judged: known.length === 0 ? null : known.reduce((total, n) => total + (n.judged ?? 0), 0),
    meeting: known.length === 0 ? null : known.reduce((total, n) => total + (n.meeting ?? 0), 0),
    sources: (parts[0]?.sources ?? []).map((first, i) => ({
      source: first.source,
      covered: sum((n) => n.sources[i]?.covered ?? 0),
      digital: sum((n) => n.sources[i]?.digital ?? 0),
      minutes: sum((n) => n.sources[i]?.minutes ?? 0),
    })),
    left,
  };
}

/** Per cent, or null without anything to divide by. */
export const percentOf = (part: number, whole: number): number | null =>
  whole > 0 ? (100 * part) / whole : null;
