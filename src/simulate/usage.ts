/** True use of the digital tools: the portal by calendar date, the office suite and lessons by school day. */
import { hoursBehindUtc, weekday } from './dates.ts';
import type { District, YearLived } from './district.ts';
import { weeksInYear } from './engagement.ts';
import { positions } from './enrolment-dates.ts';
import { isAbsence } from './presence.ts';
import { logistic, stream } from './random.ts';
import { truthModel } from './truth-model.ts';

export type PortalUse = { readonly logins: number; readonly resources: number };

export type Signal = {
  readonly kind: number;
  /** Day and second of the day in UTC. */
  readonly utcDay: number;
  readonly utcSecond: number;
  /** A number that belongs to this signal alone. */
  readonly key: number;
};

export type Usage = {
  /** Logins × 8 + resources of a student on a date; 0 is no use. */
  portal(row: number, date: number): number;
  /** How many signals of the office suite a school day brought. */
  signals(row: number, position: number): number;
  signal(row: number, position: number, n: number): Signal;
  /** Whether a lesson of a subject was finished on a school day. */
  lesson(row: number, position: number, subject: number): boolean;
};

export const lowestOfficeGrade = 6;
export const highestLessonGrade = 8;

/** Resources opened by one who came in; a word's last three bits choose. */
const resourceCounts = [0, 0, 1, 1, 1, 2, 2, 3] as const;

const poisson = (mean: number, u: number): number => {
  let chance = Math.exp(-mean);
  let sum = chance;
  let n = 0;
  while (u > sum && n < 6) {
    n += 1;
    chance *= mean / n;
    sum += chance;
  }
  return n;
};

export const usageOf = (district: District, lived: YearLived): Usage => {
  const { seed } = district.plan;
  const { year, roll, presence } = lived;
  const width = year.days.length;
  const portalDraws = stream(seed, 'portal');
  const portalCounts = stream(seed, 'portal counts');
  const officeDraws = stream(seed, 'office');
  const signalDraws = stream(seed, 'signals');
  const lessonDraws = stream(seed, 'lessons');
  const positionOf = positions(lived);
  const levelAt = (seat: number, date: number): number =>
    roll.engagement[seat * weeksInYear + Math.min(weeksInYear - 1, Math.floor((date - year.first) / 7))] ?? 0;
  const stateAt = (row: number, position: number): number => presence.cells[row * width + position] ?? 0;

  const portal = (row: number, date: number): number => {
    const stint = roll.stints[row];
    if (stint === undefined) return 0;
    const { base, engagement, weekend, noSchool, absent, remote } = truthModel.portal;
    const position = positionOf[date - year.first] ?? -1;
    let logit = base + engagement * levelAt(stint.seat, date);
    if (position >= 0) {
      if (isAbsence(stateAt(row, position))) logit += absent;
      if (year.remote.has(position)) logit += remote;
    } else logit += weekday(date) > 5 ? weekend : noSchool;
    if (portalDraws.uniform(stint.student, date) >= logistic(logit)) return 0;
    const word = portalCounts.word(stint.student, date);
    return (1 + ((word >>> 8) & 1) + ((word >>> 9) & 1)) * 8 + (resourceCounts[word & 7] ?? 0);
  };

  const signals = (row: number, position: number): number => {
    const stint = roll.stints[row];
    if (
      stint === undefined ||
      stint.grade < lowestOfficeGrade ||
      position < stint.from ||
      position >= stint.to
    )
      return 0;
    const state = stateAt(row, position);
    if (state === 0) return 0;
    const { base, engagement, absent, remote } = truthModel.office;
    let log = base + engagement * levelAt(stint.seat, year.days[position] ?? 0);
    if (isAbsence(state)) log += absent;
    if (year.remote.has(position)) log += remote;
    return poisson(Math.exp(log), officeDraws.uniform(stint.student, year.year * 256 + position));
  };

  const signal = (row: number, position: number, n: number): Signal => {
    const student = roll.stints[row]?.student ?? 0;
    const key = (year.year * 256 + position) * 8 + n;
    const word = signalDraws.word(student, key);
    const local = year.days[position] ?? 0;
    // One in four falls into the evening, and some evenings are already tomorrow in UTC.
    const hour = (word & 3) === 0 ? 17 + ((word >>> 2) % 5) : 8 + ((word >>> 2) % 7);
    const utcHour = hour + hoursBehindUtc(local);
    const rest = (word >>> 16) % 3600;
    return {
      kind: (word >>> 6) % 16,
      utcDay: local + (utcHour >= 24 ? 1 : 0),
      utcSecond: (utcHour % 24) * 3600 + rest,
      key,
    };
  };

  const lesson = (row: number, position: number, subject: number): boolean => {
    const stint = roll.stints[row];
    if (
      stint === undefined ||
      stint.grade > highestLessonGrade ||
      position < stint.from ||
      position >= stint.to
    )
      return false;
    const state = stateAt(row, position);
    if (state === 0 || isAbsence(state)) return false;
    const { base, engagement } = truthModel.lesson;
    const chance = logistic(base + engagement * levelAt(stint.seat, year.days[position] ?? 0));
    return lessonDraws.uniform(stint.student, (year.year * 256 + position) * 2 + subject) < chance;
  };

  return { portal, signals, signal, lesson };
};
