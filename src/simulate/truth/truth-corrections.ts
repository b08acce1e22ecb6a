/** Attendance rows that were first told wrongly, and those that came late. */
import { attendancePlan } from '../attendance-plan.ts';
import { isoDate } from '../dates.ts';
import type { District } from '../district.ts';
import { cellLetters } from '../presence.ts';
import { csvRow, type RowSink } from '../row-sink.ts';

export const writeCorrections = (district: District, sink: RowSink): void => {
  const { corrected } = attendancePlan(district);
  const { roll, year } = district.current;
  sink.line('sis_id,attendance_date,first_told,corrected_to');
  for (const { row, position, truth } of corrected) {
    const sis = district.accounts[roll.stints[row]?.student ?? -1]?.sis ?? '';
    sink.row(csvRow([sis, isoDate(year.days[position] ?? 0), 'A', cellLetters[truth] ?? '']));
  }
};
