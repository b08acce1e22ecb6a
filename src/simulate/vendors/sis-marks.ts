/** Section marks: a progress mark in the middle of each semester and a final one at its end. */
import type { District, YearLived } from '../district.ts';
import { letterOf, markOf } from '../growth.ts';
import { stream } from '../random.ts';
import { csvRow, type RowSink } from '../row-sink.ts';
import { coursesIn } from '../sections.ts';

export const marksHeader =
  'id,student_id,section_id,school_year,term_id,numeric_grade_earned,alpha_grade_earned,is_final_grade,credits_attempted,credits_earned,grad_credit_type';

/** Positions among the school days at which marks are given. */
export const markTimes = [
  { position: 44, term: 'S1', final: false },
  { position: 88, term: 'S1', final: true },
  { position: 128, term: 'S2', final: false },
  { position: 172, term: 'S2', final: true },
] as const;

/**
 * The full set of a year's marks as far as they were given before the position `upTo`; past years keep only the
 * final ones, as the system does.
 */
export const writeMarks = (
  district: District,
  lived: YearLived,
  upTo: number,
  current: boolean,
  sink: RowSink,
): void => {
  const luck = stream(district.plan.seed, 'mark luck');
  const { roll, year, learning } = lived;
  sink.line(marksHeader);
  markTimes.forEach((time, occasion) => {
    if (time.position >= upTo || (!current && !time.final)) return;
    for (const stint of roll.stints) {
      if (stint.from > time.position - 15 || stint.to <= time.position) continue;
      const { sis } = district.accounts[stint.student] ?? { sis: '' };
      const human = district.students[stint.student]?.human ?? stint.student;
      const ability = district.latent.ability(human);
      const engagement = learning.engagement[stint.seat] ?? 0;
      const absent = learning.absent[stint.seat] ?? 0;
      for (let course = 0; course < coursesIn(stint.grade); course += 1) {
        const section = lived.timetable.sectionOf(stint.student, stint.school, stint.grade, course);
        if (section === undefined) continue;
        const key = (year.year * 4 + occasion) * 8 + course;
        const mark = markOf(ability, engagement, absent, luck.normal(stint.student, key));
        const credit = stint.grade >= 9 && time.final ? 5 : '';
        const earned = credit === '' ? '' : mark >= 60 ? 5 : 0;
        const id = `m${year.year % 100}${occasion}${course}${100_000 + stint.student}`;
        const final = time.final ? 'Yes' : 'No';
        sink.row(
          csvRow([
            id,
            sis,
            section.code,
            year.year,
            `${year.year}-${time.term}`,
            mark,
            letterOf(mark),
            final,
            credit,
            earned,
            '',
          ]),
        );
      }
    }
  });
};
