// Which weeks of a school or grade are not told by themselves, because too few days stand in them.
import { type WeekRows, weeksIn } from './week-rows.ts';

/** A week of one or two school days is short: of forty students who come as usual, two are missing on a day. */
const SHORT_WEEK_DAYS = 2;

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
    for (const { week, taken } of weeksIn(own, indexOf)) lengths[week] = Math.max(lengths[week] ?? 0, taken);
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
