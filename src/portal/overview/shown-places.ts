// Which schools and grades the overview shows: those that are safe in every span of weeks, where what is left of the whole is safe too.
import { groupIsSmall, partIsSmall } from '../../suppress/small-group.ts';
import { placeKey, type Spans } from './count-spans.ts';
import { DAYS, type DayKind, spanIndex } from './extract.ts';
import type { PlaceSums } from './place-sums.ts';

export interface Grades {
  readonly school: string;
  readonly grades: readonly string[];
}

export interface ShowInput {
  readonly spans: Spans;
  readonly sums: ReadonlyMap<string, Pick<PlaceSums, 'days'>>;
  readonly schools: readonly Grades[];
  readonly weeks: number;
  /** Weeks that are told of the district alone. */
  readonly untold: ReadonlySet<number>;
  readonly limit: number;
  /** Whether other pages of the release hide how many there are, or how many reach the target. */
  readonly hiddenElsewhere: (school: string, grade: string) => boolean;
}

const DISTRICT = placeKey('', '');

/**
 * Weeks can be chosen freely, so a reader has every span of them and may take one place from another. Nobody has to work out which
 * numbers that endangers: a place is shown in all its spans or in none, and a whole less its shown parts keeps to the same rule
 * as a part. That some students came or left between two weeks of one place, and how many, is told as any report over time does.
 */
export function shownPlaces(input: ShowInput): ReadonlySet<string> {
  const shown = new Set<string>();
  const district = groupOf(input, DISTRICT);
  if (!input.hiddenElsewhere('', '') && isSafe(input, district, new Set())) shown.add(DISTRICT);
  const schools = input.schools.filter(({ school }) => !input.hiddenElsewhere(school, ''));
  const keys = schools.map(({ school }) => placeKey(school, ''));
  const openSchools = safeParts(input, shown.has(DISTRICT) ? district : null, keys, input.schools.length);
  for (const { school, grades } of input.schools) {
    const key = placeKey(school, '');
    if (!openSchools.has(key)) continue;
    shown.add(key);
    const open = grades.filter((g) => !input.hiddenElsewhere(school, g)).map((g) => placeKey(school, g));
    for (const grade of safeParts(input, groupOf(input, key), open, grades.length)) shown.add(grade);
  }
  return shown;
}

interface Group {
  readonly students: readonly number[];
  readonly judged: readonly number[];
  readonly meeting: readonly number[];
  readonly taken: readonly number[];
  readonly missed: readonly number[];
}

/** Of the parts that may be shown the most that leave a safe rest of the whole; a whole that is not shown leaves no rest. */
function safeParts(
  input: ShowInput,
  whole: Group | null,
  candidates: readonly string[],
  parts: number,
): ReadonlySet<string> {
  const size = (group: Group) => Math.max(0, ...group.students);
  const open = candidates
    .map((key) => ({ key, group: groupOf(input, key) }))
    .filter(({ group }) => isSafe(input, group, input.untold))
    .sort((a, b) => size(b.group) - size(a.group) || (a.key < b.key ? -1 : 1));
  while (whole !== null && open.length > 0 && open.length < parts) {
    const rest = open.reduce((left, { group }) => less(left, group), whole);
    if (isSafe(input, rest, input.untold)) break;
    open.pop();
  }
  return new Set(open.map(({ key }) => key));
}

/** No group smaller than the limit, nobody or nearly nobody on one side of the target, and no week that hardly anybody missed or attended. */
function isSafe(
  { weeks, limit }: ShowInput,
  { students, judged, meeting, taken, missed }: Group,
  untold: ReadonlySet<number>,
): boolean {
  for (let from = 0; from < weeks; from += 1) {
    for (let to = from; to < weeks; to += 1) {
      if (from === to && untold.has(from)) continue;
      const span = spanIndex(from, to, weeks);
      if (groupIsSmall(students[span] ?? 0, limit)) return false;
      if (partIsSmall(meeting[span] ?? 0, judged[span] ?? 0, limit)) return false;
    }
    if (!untold.has(from) && partIsSmall(missed[from] ?? 0, taken[from] ?? 0, limit)) return false;
  }
  return true;
}

function groupOf({ spans, sums }: ShowInput, key: string): Group {
  const counts = spans.get(key);
  const daysOf = (kind: DayKind) => sums.get(key)?.days[DAYS.indexOf(kind)] ?? [];
  const [taken, present] = [daysOf('attendance'), daysOf('inPerson')];
  return {
    students: Array.from(counts?.students ?? []),
    judged: Array.from(counts?.judged ?? []),
    meeting: Array.from(counts?.meeting ?? []),
    taken,
    missed: taken.map((n, w) => n - (present[w] ?? 0)),
  };
}

function less(whole: Group, part: Group): Group {
  const take = (of: (group: Group) => readonly number[]) => of(whole).map((n, i) => n - (of(part)[i] ?? 0));
  return {
    students: take((g) => g.students),
    judged: take((g) => g.judged),
    meeting: take((g) => g.meeting),
    taken: take((g) => g.taken),
    missed: take((g) => g.missed),
  };
}
