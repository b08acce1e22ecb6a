/** Who attends in each school year: promotion, graduation, arrivals and those who come back under a new id. */
import type { SchoolYear } from './calendar.ts';
import { type Engagement, weeksInYear } from './engagement.ts';
import type { Student } from './people.ts';
import { type Stream, stream } from './random.ts';
import { drawSchool, highestGrade, type School } from './schools.ts';
import type { Plan } from './spec.ts';
import { dropoutDay, type Entry, type Planted, type Seat, type Stint, stintsOf } from './stints.ts';

export type Roll = {
  readonly year: SchoolYear;
  readonly seats: readonly Seat[];
  /** `weeksInYear` values a seat. */
  readonly engagement: Float32Array;
  /** By school, then by student. */
  readonly stints: readonly Stint[];
};

type Standing = { grade: number; school: number; at: 'school' | 'away' | 'gone' };

export const buildRolls = (
  plan: Plan,
  years: readonly SchoolYear[],
  schools: readonly School[],
  latent: Engagement,
): { students: Student[]; rolls: Roll[] } => {
  const fates = stream(plan.seed, 'fates');
  const events = stream(plan.seed, 'events');
  const leaves = stream(plan.seed, 'dropout');
  const students: Student[] = [];
  const standings: Standing[] = [];
  const fallSize = Math.round(plan.students * 0.97);

  const enrol = (year: SchoolYear, grade: number, human: number | null): number => {
    const index = students.length;
    const sibling = students[index - 1];
    const first = human === null ? undefined : students[human];
    const kindergarten = first?.kindergarten ?? year.year - grade;
    const twin =
      human === null &&
      sibling?.human === index - 1 &&
      !sibling.twin &&
      sibling.kindergarten === kindergarten &&
      fates.uniform(index, 90) < 0.08;
    const school = twin ? standings[index - 1]?.school : drawSchool(schools, grade, fates.uniform(index, 91));
    students.push({ index, human: human ?? index, kindergarten, twin: first?.twin ?? twin });
    standings.push({ grade, school: school ?? 0, at: 'school' });
    return index;
  };

  const rolls = years.map((year, position) => {
    const seats: Seat[] = [];
    const sit = (student: number, entry: Entry, from = 0): void => {
      const { grade, school } = standings[student] ?? { grade: 0, school: 0 };
      seats.push({ student, human: students[student]?.human ?? student, grade, school, from, entry });
    };
    const known = standings.length;
    for (let student = 0; student < known; student += 1) {
      const entry = nextYear(student, year.year, fates, standings, schools);
      if (entry === 'promoted') sit(student, entry);
      if (entry !== 'returned') continue;
      if (fates.uniform(student, year.year * 4 + 3) < 0.5) {
        sit(student, 'returned');
        continue;
      }
      // The office did not find the old record and made another: one human, two ids.
      const old = standings[student];
      if (old !== undefined) old.at = 'gone';
      sit(enrol(year, old?.grade ?? 0, students[student]?.human ?? student), 'returned');
    }
    const perGrade = Math.round(fallSize / (highestGrade + 1));
    for (let more = 0; seats.length < fallSize; more += 1) {
      const anyGrade = position === 0 || more >= perGrade;
      const grade = anyGrade ? fates.below(highestGrade + 1, year.year, students.length) : 0;
      sit(enrol(year, grade, null), 'new');
    }
    const late = plan.students - fallSize;
    for (let i = 0; i < late; i += 1) {
      const grade = fates.below(highestGrade + 1, year.year, students.length);
      const last = position === years.length - 1 && i === late - 1;
      const from = last
        ? year.days.length - 2
        : 5 + fates.below(year.days.length - 9, students.length, year.year);
      sit(enrol(year, grade, null), 'late_arrival', from);
    }
    return rollOf(year, seats, position === years.length - 1);
  });

  function rollOf(year: SchoolYear, seats: readonly Seat[], current: boolean): Roll {
    const engagement = new Float32Array(seats.length * weeksInYear);
    const stints: Stint[] = [];
    // Three moves are certain, so that every daily delivery changes somebody's enrolment.
    const mover = seats.findIndex(
      ({ grade, school }, i) => i > 5 && drawSchool(schools, grade, 0, school) >= 0,
    );
    const planted = new Map<number, Planted>(
      current
        ? [
            [5, 'leave'],
            [mover, 'transfer'],
          ]
        : [],
    );
    seats.forEach((seat, place) => {
      latent.fill(engagement, place * weeksInYear, seat.human, year.year);
      const stop = dropoutDay(seat, engagement, place, year.days, (stretch) =>
        leaves.uniform(seat.student, year.year * 16 + stretch),
      );
      const own = stintsOf(
        seat,
        place,
        year.year,
        year.days.length,
        stop,
        schools,
        events,
        planted.get(place) ?? null,
      );
      const end = own.at(-1);
      const standing = standings[seat.student];
      if (end !== undefined && standing !== undefined) {
        standing.school = end.school;
        standing.at = end.exit === null ? 'school' : end.exit === 'dropped_out' ? 'gone' : 'away';
      }
      stints.push(...own);
    });
    stints.sort((a, b) => a.school - b.school || a.student - b.student);
    return { year, seats, engagement, stints };
  }

  return { students, rolls };
};

/** Moves a student into the next school year; null when there is none for them. */
const nextYear = (
  student: number,
  year: number,
  fates: Stream,
  standings: Standing[],
  schools: readonly School[],
): 'promoted' | 'returned' | null => {
  const standing = standings[student];
  if (standing === undefined || standing.at === 'gone') return null;
  const at = (purpose: number): number => fates.uniform(student, year * 4 + purpose);
  const back = standing.at === 'away';
  const repeats = at(1) < 0.01;
  if (!back && standing.grade === highestGrade && !repeats) {
    standing.at = 'gone';
    return null;
  }
  if (!repeats) standing.grade = Math.min(highestGrade, standing.grade + 1);
  const school = schools[standing.school];
  if (school === undefined || standing.grade > school.highest) {
    standing.school = drawSchool(schools, standing.grade, at(2));
  }
  if (back ? at(0) < 0.08 : at(0) >= 0.03) {
    standing.at = 'school';
    return back ? 'returned' : 'promoted';
  }
  standing.at = 'away';
  return null;
};
