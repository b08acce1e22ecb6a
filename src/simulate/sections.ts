/** Courses and sections: two in elementary grades, five from grade 6 on, some 24 students a section. */
import { guid, type Stream, stream } from './random.ts';
import type { Roll } from './rolls.ts';
import type { School } from './schools.ts';

export const courseNames = ['ELA', 'Math', 'Science', 'Social Studies', 'Elective'] as const;
const courseCodes = ['ELA', 'MAT', 'SCI', 'SOC', 'ELE'] as const;

export const coursesIn = (grade: number): number => (grade <= 5 ? 2 : courseNames.length);

export type Section = {
  /** Position in the year's list. */
  readonly index: number;
  readonly id: string;
  /** As the student information system and its marks spell it. */
  readonly code: string;
  readonly courseId: string;
  readonly courseCode: string;
  readonly courseName: string;
  readonly school: number;
  readonly grade: number;
  readonly teacher: number;
};

export type Timetable = {
  readonly all: readonly Section[];
  sectionOf(student: number, school: number, grade: number, course: number): Section | undefined;
};

const size = 24;

export const timetable = (roll: Roll, schools: readonly School[], seed: number): Timetable => {
  const year = roll.year.year;
  const ids = stream(seed, 'section');
  const courseIds = stream(seed, 'course');
  const seating: Stream = stream(seed, 'seating');
  const heads = new Map<number, number>();
  for (const stint of roll.stints) {
    const key = stint.school * 16 + stint.grade;
    heads.set(key, (heads.get(key) ?? 0) + 1);
  }
  const all: Section[] = [];
  const first = new Map<number, { at: number; each: number }>();
  for (const school of schools) {
    for (let grade = school.lowest; grade <= school.highest; grade += 1) {
      const key = school.index * 16 + grade;
      const each = Math.ceil((heads.get(key) ?? 0) / size);
      first.set(key, { at: all.length, each });
      for (let course = 0; course < coursesIn(grade); course += 1) {
        for (let n = 0; n < each; n += 1) {
          const code = `${courseCodes[course] ?? ''}${grade}`;
          all.push({
            index: all.length,
            id: guid(ids, year * 1_000_000 + all.length),
            code: `sec-${year}-${school.code}-${code}-${n + 1}`,
            courseId: guid(courseIds, year * 1_000_000 + school.index * 128 + grade * 8 + course),
            courseCode: code,
            courseName: `${courseNames[course] ?? ''} ${grade === 0 ? 'K' : grade}`,
            school: school.index,
            grade,
            // An elementary class keeps one teacher; later on there is one a course.
            teacher:
              school.index * 1000 +
              (grade <= 5 ? grade * 40 + n : 300 + course * 100 + ((grade * 7 + n) % 100)),
          });
        }
      }
    }
  }
  return {
    all,
    sectionOf: (student, school, grade, course) => {
      const place = first.get(school * 16 + grade);
      if (place === undefined || place.each === 0) return undefined;
      const lot = grade <= 5 ? 0 : course;
      return all[place.at + course * place.each + seating.below(place.each, student, year * 8 + lot)];
    },
  };
};
