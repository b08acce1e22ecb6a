/** One student's school year as stints: late arrival, change of school, leaving and dropping out. */
import { weeksInYear } from './engagement.ts';
import { logistic, type Stream } from './random.ts';
import { drawSchool, type School } from './schools.ts';
import { truthModel } from './truth-model.ts';

export type Entry = 'new' | 'promoted' | 'returned' | 'late_arrival' | 'transferred_in';
export type Exit =
  | 'transferred_out'
  | 'moved_away'
  | 'private_school'
  | 'home_school'
  | 'dropped_out'
  | 'graduated';

export type Stint = {
  /** Row number in the school information system's table of students. */
  readonly student: number;
  /** Position among the students of that year. */
  readonly seat: number;
  readonly grade: number;
  readonly school: number;
  /** Half-open positions in the year's list of school days. */
  readonly from: number;
  readonly to: number;
  readonly entry: Entry;
  /** null: enrolled to the last day that was simulated. */
  readonly exit: Exit | null;
};

export type Seat = {
  readonly student: number;
  readonly human: number;
  readonly grade: number;
  readonly school: number;
  readonly from: number;
  readonly entry: Entry;
};

/** Events are drawn over a whole year; those after the last simulated day have not happened yet. */
const wholeYear = 170;

const leavingReason = (u: number): Exit => {
  if (u < 0.6) return 'moved_away';
  return u < 0.82 ? 'private_school' : 'home_school';
};

type AtRisk = { readonly human: number; readonly grade: number; readonly from: number };

/** Positions at which a student may drop out, each with its chance given that it has not happened before. */
const dropoutHazards = (
  seat: AtRisk,
  engagement: Float32Array,
  place: number,
  dates: readonly number[],
): { position: number; hazard: number; stretch: number }[] => {
  const { every, lowestGrade, base, engagement: slope } = truthModel.dropout;
  if (seat.grade < lowestGrade) return [];
  const stretches = Math.floor((dates.length - 1) / every);
  return Array.from({ length: stretches }, (_, i) => {
    const position = (i + 1) * every;
    const week = Math.min(weeksInYear - 1, Math.floor(((dates[position] ?? 0) - (dates[0] ?? 0)) / 7));
    const hazard = logistic(base + slope * (engagement[place * weeksInYear + week] ?? 0));
    return { position, hazard, stretch: i + 1 };
  }).filter(({ position }) => position > seat.from);
};

/** The first stretch at whose end the student drops out, as a position; null when it never comes. */
export const dropoutDay = (
  seat: AtRisk,
  engagement: Float32Array,
  place: number,
  dates: readonly number[],
  draw: (stretch: number) => number,
): number | null =>
  dropoutHazards(seat, engagement, place, dates).find(({ hazard, stretch }) => draw(stretch) < hazard)
    ?.position ?? null;

/** The true chance of dropping out at some time in the days given. */
export const dropoutRisk = (
  seat: AtRisk,
  engagement: Float32Array,
  place: number,
  dates: readonly number[],
): number =>
  1 - dropoutHazards(seat, engagement, place, dates).reduce((stay, { hazard }) => stay * (1 - hazard), 1);

export type Planted = 'leave' | 'transfer' | null;

export const stintsOf = (
  seat: Seat,
  place: number,
  year: number,
  days: number,
  dropout: number | null,
  schools: readonly School[],
  events: Stream,
  planted: Planted,
): Stint[] => {
  const at = (purpose: number): number => events.uniform(seat.student, year * 8 + purpose);
  const whole = { student: seat.student, seat: place, grade: seat.grade, school: seat.school };
  const one = (to: number, exit: Exit | null): Stint[] => [
    { ...whole, from: seat.from, to, entry: seat.entry, exit },
  ];
  const two = (change: number): Stint[] => {
    const next = drawSchool(schools, seat.grade, at(4), seat.school);
    if (next < 0) return one(days, null);
    return [
      { ...whole, from: seat.from, to: change, entry: seat.entry, exit: 'transferred_out' },
      { ...whole, school: next, from: change, to: days, entry: 'transferred_in', exit: null },
    ];
  };

  if (planted === 'leave') return one(days - 2, 'moved_away');
  if (planted === 'transfer') return two(days - 1);
  if (dropout !== null) return one(dropout, 'dropped_out');
  const leave = 10 + Math.floor(at(1) * (wholeYear - 10));
  if (at(0) < 0.025 && leave > seat.from && leave < days) return one(leave, leavingReason(at(2)));
  const change = 10 + Math.floor(at(5) * (wholeYear - 10));
  if (at(3) < 0.02 && change > seat.from && change < days) return two(change);
  return one(days, null);
};
