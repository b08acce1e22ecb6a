/** The school calendar: 15 August to 5 June, less weekends, holidays, snow days and each school's own closures. */
import { dateOf, nthWeekday, weekday } from './dates.ts';
import { stream } from './random.ts';
import { SimulateSpecError } from './spec.ts';

export type SchoolYear = {
  /** The calendar year in which it ends. */
  readonly year: number;
  /** First and last date of the year, both included. */
  readonly first: number;
  readonly last: number;
  /** Dates on which the district is open, in order, up to the day on which the simulation stops. */
  readonly days: readonly number[];
  /** Positions in `days` on which everybody learns from home. */
  readonly remote: ReadonlySet<number>;
  /** Position in `days` on which one school alone is closed (burst pipes); by school. */
  readonly closures: readonly number[];
  /** Dates without school that are not weekends, with the reason. */
  readonly events: ReadonlyMap<number, string>;
};

const span = (events: Map<number, string>, from: number, to: number, name: string): void => {
  for (let day = from; day <= to; day += 1) events.set(day, name);
};

const holidays = (year: number): Map<number, string> => {
  const events = new Map<number, string>();
  const fall = year - 1;
  const thanks = nthWeekday(fall, 11, 4, 4);
  events.set(nthWeekday(fall, 9, 1, 1), 'Labor Day');
  events.set(nthWeekday(fall, 10, 1, 2), 'Fall break');
  events.set(dateOf(fall, 11, 11), 'Veterans Day');
  events.set(nthWeekday(fall, 10, 5, -1), 'Staff day');
  span(events, thanks - 1, thanks + 1, 'Thanksgiving');
  span(events, dateOf(fall, 12, 22), dateOf(year, 1, 2), 'Winter break');
  events.set(nthWeekday(year, 1, 1, 3), 'Martin Luther King Jr. Day');
  events.set(nthWeekday(year, 1, 5, -1), 'Staff day');
  events.set(nthWeekday(year, 2, 1, 3), "Presidents' Day");
  events.set(nthWeekday(year, 5, 5, 2), 'Staff day');
  const spring = nthWeekday(year, 4, 1, 1);
  span(events, spring, spring + 4, 'Spring break');
  events.set(nthWeekday(year, 5, 1, -1), 'Memorial Day');
  return events;
};

const snowDays = (
  year: number,
  seed: number,
  isOpen: (day: number) => boolean,
): { closed: number[]; remote: number[] } => {
  const source = stream(seed, 'snow');
  const closed: number[] = [];
  const remote: number[] = [];
  for (let day = dateOf(year - 1, 12, 1); day < dateOf(year, 3, 1); day += 1) {
    if (!isOpen(day) || source.uniform(year, day) > 0.07) continue;
    // The first two storms close the schools; later ones are taught from home, as most districts now do.
    if (closed.length < 2) closed.push(day);
    else if (remote.length < 3) remote.push(day);
  }
  return { closed, remote };
};

export const schoolYear = (year: number, schools: number, seed: number, stop: number): SchoolYear => {
  const first = dateOf(year - 1, 8, 15);
  const last = dateOf(year, 6, 5);
  const events = holidays(year);
  const isOpen = (day: number): boolean => weekday(day) <= 5 && !events.has(day);
  // No storm in the last fortnight, so that the daily deliveries always have ordinary days under them.
  const snow = snowDays(year, seed, (day) => isOpen(day) && day < stop - 14);
  for (const day of snow.closed) events.set(day, 'Snow day');
  const days: number[] = [];
  for (let day = first; day <= Math.min(last, stop); day += 1) if (isOpen(day)) days.push(day);
  const remote = new Set(snow.remote.map((day) => days.indexOf(day)));
  const source = stream(seed, 'closure');
  const closures = Array.from({ length: schools }, (_, school) => 20 + source.below(70, school, year));
  return { year, first, last, days, remote, closures, events };
};

/** All years; the last one stops at the last school day on or before the end date. */
export const schoolYears = (plan: {
  schoolYears: readonly number[];
  schools: number;
  seed: number;
  endDate: number;
}): SchoolYear[] => {
  const years = plan.schoolYears.map((year) => schoolYear(year, plan.schools, plan.seed, plan.endDate));
  const current = years.at(-1);
  if (current === undefined || current.days.length < 10) {
    throw new SimulateSpecError('simulate_spec', 'The last school year has fewer than ten school days.', {
      where: 'endDate',
      mend: 'Choose an end date between September and June.',
    });
  }
  return years;
};

/** Whether a school takes attendance on the day at that position. */
export const isOpenFor = (year: SchoolYear, school: number, position: number): boolean =>
  year.closures[school] !== position;
