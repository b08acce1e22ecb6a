/** The practice programme's diagnostics: three windows a year, one row a finished test. */
import { usDate } from '../dates.ts';
import type { District, YearLived } from '../district.ts';
import { highestTestedGrade, observedScore, subjects, testWindows } from '../growth.ts';
import { isAbsence } from '../presence.ts';
import { logistic, stream } from '../random.ts';
import { csvRow, type RowSink } from '../row-sink.ts';
import type { Stint } from '../stints.ts';
import { truthModel } from '../truth-model.ts';
import { gradeWord } from './sis-students.ts';

const common =
  'Last Name,First Name,Student ID,Student Grade,Academic Year,School,Start Date,Completion Date,Diagnostic used to establish Growth Measures (Y/N),Most Recent Diagnostic (Y/N),Duration (min),Rush Flag,Overall Scale Score,Overall Placement,Overall Relative Placement,Percentile,Grouping';
const measures = { ela: 'Lexile Measure,Lexile Range', math: 'Quantile Measure,Quantile Range' } as const;
const domains = {
  ela: [
    'Phonological Awareness',
    'Phonics',
    'High-Frequency Words',
    'Vocabulary',
    'Reading Comprehension: Literature',
    'Reading Comprehension: Informational Text',
  ],
  math: ['Number and Operations', 'Algebra and Algebraic Thinking', 'Measurement and Data', 'Geometry'],
} as const;
const tail =
  'Diagnostic Language,Annual Typical Growth Measure,Annual Stretch Growth Measure,Mid On Grade Level Scale Score';

export const diagnosticHeader = (subject: 0 | 1): string => {
  const name = subjects[subject];
  const triples = domains[name]
    .map((d) => `${d} Scale Score,${d} Placement,${d} Relative Placement`)
    .join(',');
  const last = name === 'ela' ? ',Reading Difficulty Indicator (Y/N)' : '';
  return `${common},${measures[name]},${triples},${tail}${last}`;
};

export type Sitting = {
  readonly row: number;
  readonly stint: Stint;
  readonly window: number;
  readonly date: number;
  readonly truth: number;
  readonly score: number;
};

const levels = truthModel.growth.levelByGrade;

const placedAt = (score: number): number => {
  let grade = -1;
  while (grade + 1 < levels.length && score >= (levels[grade + 1] ?? 0) - 15) grade += 1;
  return grade;
};

const placement = (score: number): string => {
  const grade = placedAt(score);
  return grade < 0 ? 'Emerging K' : `Level ${gradeWord(grade)}`;
};

const relative = (score: number, grade: number): string => {
  const below = grade - placedAt(score);
  if (below < 0) return 'Mid or Above Grade Level';
  if (below === 0) return 'Early On Grade Level';
  return below < 3 ? `${below} Grade Level${below > 1 ? 's' : ''} Below` : '3 or More Grade Levels Below';
};

/** Tests truly taken in one year and subject, in order of student; those who are absent sit up to five days later. */
export const sittings = (district: District, lived: YearLived, subject: 0 | 1): Sitting[] => {
  const { roll, year, presence, learning } = lived;
  const days = stream(district.plan.seed, 'test days');
  const luck = stream(district.plan.seed, 'test luck');
  const width = year.days.length;
  return roll.stints.flatMap((stint, row) => {
    if (stint.grade > highestTestedGrade || !district.accounts[stint.student]?.iready) return [];
    return testWindows.flatMap((window, w): Sitting[] => {
      const planned = window.from + days.below(8, stint.student, (year.year * 4 + w) * 2 + subject);
      for (let position = planned; position < planned + 5; position += 1) {
        const state = presence.cells[row * width + position] ?? 0;
        if (position < stint.from || position >= stint.to || state === 0 || isAbsence(state)) continue;
        const seat = stint.seat * 2 + subject;
        const truth = (learning.start[seat] ?? 0) + window.share * (learning.gain[seat] ?? 0);
        const score = observedScore(truth, luck, stint.student * 2 + subject, year.year * 4 + w);
        return [{ row, stint, window: w, date: year.days[position] ?? 0, truth, score }];
      }
      return [];
    });
  });
};

const scoreCells = (score: number, grade: number, facts: number, parts: number): (string | number)[] =>
  Array.from({ length: parts }, (_, i) => {
    const part = score + ((facts >>> (i * 4)) & 15) - 8;
    return [part, placement(part), relative(part, grade)];
  }).flat();

/** Writes the given sittings; each is the most recent one of its student unless the list holds a later one. */
export const writeDiagnostics = (
  district: District,
  lived: YearLived,
  subject: 0 | 1,
  list: readonly Sitting[],
  sink: RowSink,
): void => {
  const name = subjects[subject];
  const facts = stream(district.plan.seed, 'test facts');
  const { year } = lived.year;
  const newest = new Map(list.map((s) => [s.stint.student, s.window]));
  sink.line(diagnosticHeader(subject));
  for (const { stint, window, date, score } of list) {
    const student = district.students[stint.student];
    if (student === undefined) continue;
    const p = district.census.portrait(student);
    const { grade } = stint;
    const level = levels[grade] ?? 598;
    const word = facts.word(stint.student, (year * 4 + window) * 2 + subject);
    const percentile = Math.max(1, Math.min(99, Math.round(100 * logistic((1.7 * (score - level)) / 30))));
    const measure = Math.max(
      0,
      Math.round((score - 350) * 4.2) * 5 - ((Math.round((score - 350) * 4.2) * 5) % 5),
    );
    sink.row(
      csvRow([
        p.family,
        p.given,
        district.accounts[stint.student]?.iready ?? '',
        gradeWord(grade),
        `${year - 1}-${year}`,
        district.schools[stint.school]?.name ?? '',
        usDate(date),
        usDate(date),
        window === 0 ? 'Y' : 'N',
        newest.get(stint.student) === window ? 'Y' : 'N',
        24 + (word % 40),
        (word >>> 24) % 17 === 0 ? 'Yellow Rush Flag' : '',
        score,
        placement(score),
        relative(score, grade),
        percentile,
        1 + (word % 5),
        `${measure}${name === 'ela' ? 'L' : 'Q'}`,
        `${Math.max(0, measure - 100)}${name === 'ela' ? 'L' : 'Q'}-${measure + 50}${name === 'ela' ? 'L' : 'Q'}`,
        ...scoreCells(score, grade, word, domains[name].length),
        'English',
        Math.round((levels[grade + 1] ?? level + 12) - level),
        Math.round(1.5 * ((levels[grade + 1] ?? level + 12) - level)),
        level + 15,
        ...(name === 'ela' ? ['Not Provided'] : []),
      ]),
    );
  }
};
