/** The practice programme's lessons: one row a finished lesson. */
import { usDate } from '../dates.ts';
import type { District, YearLived } from '../district.ts';
import { subjects } from '../growth.ts';
import { stream } from '../random.ts';
import { csvRow, type RowSink } from '../row-sink.ts';
import { highestLessonGrade } from '../usage.ts';
import { gradeWord } from './sis-students.ts';

export const lessonHeader =
  'Last Name,First Name,Student ID,Student Grade,Academic Year,School,Subject,Domain,Lesson Grade,Lesson Level,Lesson ID,Lesson Name,Lesson Objective,Lesson Language,Completion Date,Total Time on Lesson (min),Score,Passed or Not Passed,Teacher-Assigned Lesson';

const domains = {
  ela: ['Phonics', 'Vocabulary', 'Comprehension'],
  math: ['Number and Operations', 'Algebra and Algebraic Thinking', 'Geometry'],
} as const;
const levels = ['Early', 'Mid', 'Late'] as const;

export type Lesson = {
  readonly minutes: number;
  readonly score: number;
  readonly passed: boolean;
};

/** What a finished lesson looked like; the same draw serves the file and the truth. */
export const lessonOf = (word: number, engagement: number): Lesson => {
  const score = Math.max(20, Math.min(100, Math.round((62 + 8 * engagement + ((word >>> 8) % 45)) / 5) * 5));
  return { minutes: 6 + (word % 32), score, passed: score >= 70 };
};

export const lessonWriter = (district: District, lived: YearLived) => {
  const draws = stream(district.plan.seed, 'lesson facts');
  const { year, usage } = lived;
  const academic = `${year.year - 1}-${year.year}`;

  /** Lessons of the school days in the half-open span of dates. */
  return (subject: 0 | 1, from: number, to: number, sink: RowSink): void => {
    const name = subjects[subject];
    const word = (student: number, position: number): number =>
      draws.word(student, (year.year * 256 + position) * 2 + subject);
    sink.line(lessonHeader);
    const atWork = lived.roll.stints.flatMap((stint, row) => {
      const account = district.accounts[stint.student];
      const student = district.students[stint.student];
      if (stint.grade > highestLessonGrade || !account?.iready || student === undefined) return [];
      const p = district.census.portrait(student);
      const school = district.schools[stint.school]?.name ?? '';
      const who = csvRow([p.family, p.given, account.iready, gradeWord(stint.grade), academic, school]);
      return [{ row, stint, who }];
    });
    year.days.forEach((day, position) => {
      if (day < from || day >= to) return;
      for (const { row, stint, who } of atWork) {
        if (!usage.lesson(row, position, subject)) continue;
        const w = word(stint.student, position);
        const lesson = lessonOf(w, lived.learning.engagement[stint.seat] ?? 0);
        const n = (w >>> 20) % 40;
        const domain = domains[name][n % 3] ?? '';
        const grade = gradeWord(Math.max(0, stint.grade - ((w >>> 4) & 1)));
        const cells = [
          subject === 0 ? 'Reading' : 'Math',
          domain,
          grade,
          levels[n % 3] ?? 'Mid',
          `SYN.${name.toUpperCase()}.${grade}.${1000 + n * 10}`,
          `${domain}, part ${n + 1}`,
          `Practise ${domain.toLowerCase()}.`,
          'English',
          usDate(day),
          lesson.minutes,
          lesson.score,
          lesson.passed ? 'Passed' : 'Not Passed',
          ((w >>> 28) & 15) === 0 ? 'Y' : 'N',
        ];
        sink.row(`${who},${csvRow(cells)}`);
      }
    });
  };
};
