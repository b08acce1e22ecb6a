/** True use of the digital tools: the portal by calendar date, the office suite and lessons by school day. */
import { hoursBehindUtc, weekday } from './dates.ts';
import { weeksInYear } from './engagement.ts';
import { isAbsence, type Presence } from './presence.ts';
import { logistic, stream } from './random.ts';
import type { Roll } from './rolls.ts';
import { truthModel } from './truth-model.ts';

export type Signal = {
  readonly kind: number;
  /** Day and second of the day in UTC. */
  readonly utcDay: number;
  readonly utcSecond: number;
  /** A number that belongs to this signal alone. */
  readonly key: number;
};

export type Usage = {
  /** Logins × 8 + resources of a stint on a date; 0 is no use. */
  portal(row: number, date: number): number;
  /** How many signals of the office suite a school day brought. */
  signals(row: number, position: number): number;
  signal(row: number, position: number, n: number): Signal;
  /** Whether a lesson of a subject was finished on a school day. */
  lesson(row: number, position: number, subject: 0 | 1): boolean;
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

/** Several files and the truth ask for the same cell: a table is drawn once, when it is first asked for. */
const lazily = (fill: () => Uint8Array): (() => Uint8Array) => {
  let table: Uint8Array | undefined;
  return () => {
    table ??= fill();
    return table;
  };
};

export const usageOf = (roll: Roll, presence: Presence, seed: number): Usage => {
  const { year, stints } = roll;
  const width = year.days.length;
  const dates = (year.days.at(-1) ?? year.last) - year.first + 1;
  const levelAt = (seat: number, day: number): number =>
    roll.engagement[seat * weeksInYear + Math.floor(day / 7)] ?? 0;

  const portal = lazily(() => {
    const { base, engagement, weekend, noSchool, absent, remote } = truthModel.portal;
    const draws = stream(seed, 'portal');
    const counts = stream(seed, 'portal counts');
    const table = new Uint8Array(stints.length * dates);
    const positionOf = new Map(year.days.map((day, position) => [day - year.first, position]));
    for (let day = 0; day < dates; day += 1) {
      const date = year.first + day;
      const position = positionOf.get(day) ?? -1;
      const closed = weekday(date) > 5 ? weekend : noSchool;
      const shift = base + (position < 0 ? closed : year.remote.has(position) ? remote : 0);
      for (let row = 0; row < stints.length; row += 1) {
        const { student, seat } = stints[row] ?? { student: 0, seat: 0 };
        const away = position >= 0 && isAbsence(presence.cells[row * width + position] ?? 0);
        const logit = shift + engagement * levelAt(seat, day) + (away ? absent : 0);
        if (draws.uniform(student, date) >= logistic(logit)) continue;
        const word = counts.word(student, date);
        const logins = 1 + ((word >>> 8) & 1) + ((word >>> 9) & 1);
        table[row * dates + day] = logins * 8 + (resourceCounts[word & 7] ?? 0);
      }
    }
    return table;
  });

  /** Fills a cell for every school day on which a student of the grades was there or absent, not on closed days. */
  const onSchoolDays = (
    wanted: (grade: number) => boolean,
    draw: (student: number, position: number, state: number, level: number) => number,
  ): Uint8Array => {
    const table = new Uint8Array(stints.length * width);
    stints.forEach(({ student, seat, grade, from, to }, row) => {
      if (!wanted(grade)) return;
      for (let position = from; position < to; position += 1) {
        const state = presence.cells[row * width + position] ?? 0;
        if (state === 0) continue;
        const level = levelAt(seat, (year.days[position] ?? 0) - year.first);
        table[row * width + position] = draw(student, position, state, level);
      }
    });
    return table;
  };

  const office = lazily(() => {
    const { base, engagement, absent, remote } = truthModel.office;
    const draws = stream(seed, 'office');
    return onSchoolDays(
      (grade) => grade >= lowestOfficeGrade,
      (student, position, state, level) => {
        const log = base + engagement * level + (isAbsence(state) ? absent : 0);
        const mean = Math.exp(log + (year.remote.has(position) ? remote : 0));
        return poisson(mean, draws.uniform(student, year.year * 256 + position));
      },
    );
  });

  const lessons = lazily(() => {
    const { base, engagement } = truthModel.lesson;
    const draws = stream(seed, 'lessons');
    return onSchoolDays(
      (grade) => grade <= highestLessonGrade,
      (student, position, state, level) => {
        if (isAbsence(state)) return 0;
        const chance = logistic(base + engagement * level);
        const at = (year.year * 256 + position) * 2;
        return (
          (draws.uniform(student, at) < chance ? 1 : 0) + (draws.uniform(student, at + 1) < chance ? 2 : 0)
        );
      },
    );
  });

  const signalDraws = stream(seed, 'signals');
  const signal = (row: number, position: number, n: number): Signal => {
    const key = (year.year * 256 + position) * 8 + n;
    const word = signalDraws.word(stints[row]?.student ?? 0, key);
    const local = year.days[position] ?? 0;
    // One in four falls into the evening, and some evenings are already tomorrow in UTC.
    const hour = (word & 3) === 0 ? 17 + ((word >>> 2) % 5) : 8 + ((word >>> 2) % 7);
    const utcHour = hour + hoursBehindUtc(local);
    const utcDay = local + (utcHour >= 24 ? 1 : 0);
    return {
      kind: (word >>> 6) % 16,
      utcDay,
      utcSecond: (utcHour % 24) * 3600 + ((word >>> 16) % 3600),
      key,
    };
  };

  return {
    portal: (row, date) => portal()[row * dates + date - year.first] ?? 0,
    signals: (row, position) => office()[row * width + position] ?? 0,
    signal,
    lesson: (row, position, subject) => ((lessons()[row * width + position] ?? 0) & (subject + 1)) !== 0,
  };
};
