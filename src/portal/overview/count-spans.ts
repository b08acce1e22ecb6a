// Counts that do not add up over weeks: students of a span, those whose attendance is known, and those at or above the target.
import { spanIndex } from './extract.ts';
import { type StudentWeek, type WeekRows, weeksIn } from './week-rows.ts';

export interface SpanCounts {
  readonly students: Int32Array;
  readonly judged: Int32Array;
  readonly meeting: Int32Array;
}

/** By place: "school\ngrade", "school\n" for all its grades, "\n" for the district. */
export type Spans = ReadonlyMap<string, SpanCounts>;

export const placeKey = (school: string, grade: string): string => `${school}\n${grade}`;

interface Stint {
  readonly school: string;
  readonly grade: string;
  readonly weeks: readonly StudentWeek[];
}

/** @param target share of days with attendance, 0 to 1; a rate that meets it reaches it */
export function countSpans(rows: WeekRows['students'], weeks: readonly string[], target: number): Spans {
  const indexOf = new Map(weeks.map((w, i) => [w, i]));
  const found = new Map<string, SpanCounts>();
  const spans = (weeks.length * (weeks.length + 1)) / 2;
  const at = (key: string) => {
    const known = found.get(key) ?? {
      students: new Int32Array(spans),
      judged: new Int32Array(spans),
      meeting: new Int32Array(spans),
    };
    found.set(key, known);
    return known;
  };
  for (const own of Map.groupBy(rows, (r) => r.student).values()) {
    const stints = own.map(
      (row): Stint => ({
        school: row.school_key,
        grade: row.grade,
        weeks: weeksIn(row.weeks, indexOf),
      }),
    );
    add(at(placeKey('', '')), stints, weeks.length, target);
    for (const [school, of] of Map.groupBy(stints, (s) => s.school)) {
      add(at(placeKey(school, '')), of, weeks.length, target);
      for (const [grade, part] of Map.groupBy(of, (s) => s.grade)) {
        add(at(placeKey(school, grade)), part, weeks.length, target);
      }
    }
  }
  return found;
}

/** One student of one place, over every span of weeks. */
function add(into: SpanCounts, stints: readonly Stint[], weeks: number, target: number): void {
  const here = new Uint8Array(weeks);
  const taken = new Int32Array(weeks);
  const present = new Int32Array(weeks);
  // A code that nobody can read anywhere leaves the student's attendance unknown.
  const known = stints.every((s) => s.weeks.every((w) => w.present >= 0));
  for (const { weeks: of } of stints) {
    for (const w of of) {
      here[w.week] = 1;
      taken[w.week] = (taken[w.week] ?? 0) + w.taken;
      present[w.week] = (present[w.week] ?? 0) + Math.max(0, w.present);
    }
  }
  const { students, judged, meeting } = into;
  for (let from = 0; from < weeks; from += 1) {
    let [isHere, days, came] = [0, 0, 0];
    let span = spanIndex(from, from, weeks);
    for (let to = from; to < weeks; to += 1, span += 1) {
      isHere |= here[to] ?? 0;
      if (isHere === 0) continue;
      days += taken[to] ?? 0;
      came += present[to] ?? 0;
      students[span] = (students[span] ?? 0) + 1;
      if (!known || days === 0) continue;
      judged[span] = (judged[span] ?? 0) + 1;
      if (came / days >= target) meeting[span] = (meeting[span] ?? 0) + 1;
    }
  }
}
