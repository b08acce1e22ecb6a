/** What every roster table of one night shares: the date, the time stamps, who is known by then, and stable ids. */
import { isoDate } from '../dates.ts';
import type { District, YearLived } from '../district.ts';
import { beginDate, lastDate } from '../enrolment-dates.ts';
import { guid, stream } from '../random.ts';
import type { RowSink } from '../row-sink.ts';
import type { Stint } from '../stints.ts';

export type RosterTable = (sink: RowSink) => void;

/** Missing values are two quotes in this export. */
export const nothing = '""';

export type RosterNight = {
  readonly district: District;
  /** LastSeenDateTime of every row. */
  readonly seen: string;
  since(day: number): string;
  known(lived: YearLived, stint: Stint): boolean;
  /** Last day of a stint once it is past, else two quotes. */
  ended(lived: YearLived, stint: Stint): string;
  /** Students with their first enrolled date, in order of appearance. */
  readonly firstSeen: ReadonlyMap<number, number>;
  /** Teachers of the current year; the thousands are the school. */
  readonly teachers: readonly number[];
  readonly sourceSystem: string;
  readonly districtId: string;
  sessionId(year: number, part: number): string;
  teacherPerson(teacher: number): string;
  teacherAccount(teacher: number): string;
};

export const rosterNight = (district: District, date: number): RosterNight => {
  const { seed } = district.plan;
  const sessions = stream(seed, 'session');
  const teachers = stream(seed, 'teacher');
  const firstSeen = new Map<number, number>();
  const known = (lived: YearLived, stint: Stint): boolean => beginDate(lived, stint) <= date;
  for (const lived of district.years) {
    for (const stint of lived.roll.stints) {
      if (!known(lived, stint)) continue;
      const begin = beginDate(lived, stint);
      if (begin < (firstSeen.get(stint.student) ?? Number.POSITIVE_INFINITY))
        firstSeen.set(stint.student, begin);
    }
  }
  return {
    district,
    seen: `${isoDate(date)}T06:16:22.000Z`,
    since: (day) => `${isoDate(day)}T06:05:11.000Z`,
    known,
    ended: (lived, stint) => {
      const last = lastDate(lived, stint, lived === district.current);
      return last !== null && last < date ? isoDate(last) : nothing;
    },
    firstSeen,
    teachers: [...new Set(district.current.timetable.all.map((s) => s.teacher))].sort((a, b) => a - b),
    sourceSystem: guid(stream(seed, 'source system'), 0),
    districtId: guid(stream(seed, 'district'), 0),
    sessionId: (year, part) => guid(sessions, year * 4 + part),
    teacherPerson: (teacher) => guid(teachers, teacher * 2),
    teacherAccount: (teacher) => guid(teachers, teacher * 2 + 1),
  };
};
