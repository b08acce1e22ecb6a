/** What truly happened each school day to each enrolled student. */
import { absenceHazard, type DayOfHazard, dayLogit, placeLogit } from './absence-hazard.ts';
import { isOpenFor } from './calendar.ts';
import { weeksInYear } from './engagement.ts';
import { type Stream, stream } from './random.ts';
import type { Roll } from './rolls.ts';
import { truthModel } from './truth-model.ts';

/** The state of a cell; `none` is a day on which the student was not enrolled or the school was closed. */
export const cell = {
  none: 0,
  present: 1,
  tardy: 2,
  excused: 3,
  unexcused: 4,
  unverified: 5,
  remote: 6,
  localCode: 7,
  morningOnly: 8,
  afternoonOnly: 9,
} as const;

/** One letter a state for the truth files; half days are `h` (morning present) and `H` (afternoon present). */
export const cellLetters = '.PTEUARZhH';

export const isAbsence = (state: number): boolean =>
  (state >= cell.excused && state <= cell.unverified) || state >= 8;

/** Share of the day present, by state. */
export const presentShare = [0, 1, 1, 0, 0, 0, 1, 1, 0.5, 0.5] as const;

export type Presence = {
  /** A row a stint, a column a school day. */
  readonly cells: Uint8Array;
  /** By seat: was the student put into the programme (1), or eligible and left out by lot (2)? */
  readonly arm: Uint8Array;
  /** By stint: the sum of the true chances of absence, and the chance on the last enrolled day. */
  readonly expected: Float32Array;
  readonly lastHazard: Float32Array;
};

const absentState = (engagement: number, u: number, v: number): number => {
  const { halfDay, unverified, unexcusedAtZero, unexcusedPerEngagement } = truthModel.absenceKind;
  if (u < halfDay) return v < 0.5 ? cell.morningOnly : cell.afternoonOnly;
  if (u < halfDay + unverified) return cell.unverified;
  return v < unexcusedAtZero + unexcusedPerEngagement * engagement ? cell.unexcused : cell.excused;
};

const presentState = (engagement: number, u: number, remote: boolean, ownCodes: boolean): number => {
  if (remote) return cell.remote;
  if (ownCodes && u > 1 - truthModel.localCode) return cell.localCode;
  return u < truthModel.tardyAtZero + truthModel.tardyPerEngagement * engagement ? cell.tardy : cell.present;
};

const drawArms = (roll: Roll, seed: number): Uint8Array => {
  const { firstDay, eligibleBelow, treatedShare } = truthModel.intervention;
  const lot = stream(seed, 'intervention');
  const arm = new Uint8Array(roll.seats.length);
  const dates = roll.year.days;
  const week = Math.floor(((dates[firstDay] ?? 0) - roll.year.first) / 7);
  roll.seats.forEach((seat, place) => {
    const low = (roll.engagement[place * weeksInYear + week] ?? 0) < eligibleBelow;
    if (!low || seat.from > firstDay || dates.length <= firstDay) return;
    arm[place] = lot.uniform(seat.student, roll.year.year) < treatedShare ? 1 : 2;
  });
  return arm;
};

export const presenceOf = (roll: Roll, seed: number, ownCodeSchool: number): Presence => {
  const { year, stints, engagement } = roll;
  const width = year.days.length;
  const draws: Stream = stream(seed, `presence ${year.year}`);
  const kinds: Stream = stream(seed, `absence kind ${year.year}`);
  const days: DayOfHazard[] = year.days.map((day, i) => dayLogit(day, year.first, year.remote.has(i)));
  const cells = new Uint8Array(stints.length * width);
  const arm = drawArms(roll, seed);
  const expected = new Float32Array(stints.length);
  const lastHazard = new Float32Array(stints.length);
  const places = new Map<number, number>();

  stints.forEach((stint, row) => {
    const key = stint.school * 16 + stint.grade;
    const place = places.get(key) ?? placeLogit(seed, stint.school, stint.grade);
    places.set(key, place);
    let absentYesterday = false;
    let sum = 0;
    let hazard = 0;
    for (let position = stint.from; position < stint.to; position += 1) {
      const day = days[position];
      if (day === undefined || !isOpenFor(year, stint.school, position)) continue;
      const level = engagement[stint.seat * weeksInYear + day.week] ?? 0;
      const treated = arm[stint.seat] === 1 && position >= truthModel.intervention.firstDay;
      hazard = absenceHazard({ place, day: day.logit, engagement: level, absentYesterday, treated });
      sum += hazard;
      absentYesterday = draws.uniform(stint.student, position) < hazard;
      const u = kinds.uniform(stint.student, position * 2);
      cells[row * width + position] = absentYesterday
        ? absentState(level, u, kinds.uniform(stint.student, position * 2 + 1))
        : presentState(level, u, year.remote.has(position), stint.school === ownCodeSchool);
    }
    expected[row] = sum;
    lastHazard[row] = hazard;
  });
  return { cells, arm, expected, lastHazard };
};
