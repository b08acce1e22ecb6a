// Student days of each place by week, and how long a week was: what may give away who reaches the target.
import { placeKey } from './count-spans.ts';
import { type PlaceDays, SHORT_WEEK_DAYS } from './shown-places.ts';
import type { WeekRows } from './week-rows.ts';

export function placeDays(
  cells: WeekRows['cells'],
  weeks: readonly string[],
): ReadonlyMap<string, PlaceDays> {
  const indexOf = new Map(weeks.map((w, i) => [w, i]));
  const found = new Map<string, { readonly taken: number[]; readonly present: number[] }>();
  for (const cell of cells) {
    const week = indexOf.get(cell.week_start);
    if (week === undefined) continue;
    const { school_key: school, grade } = cell;
    for (const key of [placeKey('', ''), placeKey(school, ''), placeKey(school, grade)]) {
      const days = found.get(key) ?? { taken: weeks.map(() => 0), present: weeks.map(() => 0) };
      found.set(key, days);
      days.taken[week] = (days.taken[week] ?? 0) + cell.attendance_days;
      days.present[week] = (days.present[week] ?? 0) + cell.in_person_days;
    }
  }
  return found;
}

/**
 * Indexes of the weeks that are told of the district alone: those in which no student's attendance was taken on more than two days,
 * and the running one, of which tomorrow's report less today's would tell a single day.
 */
export function untoldWeeks(
  students: WeekRows['students'],
  weeks: readonly string[],
  runDate: string,
): ReadonlySet<number> {
  const indexOf = new Map(weeks.map((w, i) => [w, i]));
  const lengths = weeks.map(() => 0);
  for (const { weeks: own } of students) {
    for (const part of own.split(';')) {
      const [day = '', taken = '0'] = part.split(':');
      const week = indexOf.get(day);
      if (week !== undefined) lengths[week] = Math.max(lengths[week] ?? 0, Number(taken));
    }
  }
  const runs = (monday: string) => Date.parse(runDate) < Date.parse(monday) + SCHOOL_WEEK;
  return new Set(
    weeks.flatMap((monday, week) => {
      const days = lengths[week] ?? 0;
      return (days > 0 && days <= SHORT_WEEK_DAYS) || runs(monday) ? [week] : [];
    }),
  );
}

/** From Monday to Saturday: a run on Saturday knows the whole of it. */
const SCHOOL_WEEK = 5 * 86_400_000;
