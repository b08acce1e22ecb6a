/** The student information system's attendance: one all-day row a student and school day, two for a half day. */

import { isoDate } from '../dates.ts';
import type { District, YearLived } from '../district.ts';
import { sisId } from '../people.ts';
import { cell } from '../presence.ts';
import { bytesOf, type RowSink } from '../row-sink.ts';

export const attendanceHeader =
  'id,student_id,school_year,school_id,attendance_date,all_day,Period,section_id,AttendanceCode,PresenceFlag,attendance_status,attendance_type,attendance_sequence';

const whole = (code: string, flag: number, status: string): Uint8Array =>
  bytesOf(`,Yes,,,${code},${flag},${status},Daily,`);
const half = (period: number, present: boolean): Uint8Array =>
  bytesOf(`,No,${period},,${present ? 'P,1,Present' : 'E,0,Absent'},HalfDay,${period}`);

/** The end of the row or rows, by state of the cell. */
const endings: readonly (readonly Uint8Array[])[] = [
  [],
  [whole('P', 1, 'Present')],
  [whole('T', 1, 'Tardy')],
  [whole('E', 0, 'Absent')],
  [whole('U', 0, 'Absent')],
  [whole('A', 0, 'Absent')],
  [whole('R', 1, 'Remote')],
  [whole('Z', 1, 'Other')],
  [half(1, true), half(2, false)],
  [half(1, false), half(2, true)],
];

export type AttendanceWriter = {
  /** Rows of the school days from..to, for one school or for all; `told` may say what was first reported. */
  rows(sink: RowSink, from: number, to: number, choice?: RowChoice): void;
};

export type RowChoice = {
  readonly keep?: (row: number, position: number) => boolean;
  readonly told?: (row: number, position: number, truth: number) => number;
};

export const attendanceWriter = (district: District, lived: YearLived): AttendanceWriter => {
  const { year, roll, presence } = lived;
  const width = year.days.length;
  const prefixes = roll.stints.map((stint) =>
    bytesOf(`,${sisId(stint.student)},${year.year},${district.schools[stint.school]?.id ?? ''},`),
  );
  // Row ids: year, day, stint and half; never used twice, and the same row keeps its id in a later delivery.
  const perDay = district.plan.students * 4;
  const base = (year.year % 100) * 250;

  const rows: AttendanceWriter['rows'] = (sink, from, to, choice = {}) => {
    const { keep, told } = choice;
    for (let position = from; position < to; position += 1) {
      const date = bytesOf(isoDate(year.days[position] ?? 0));
      const first = (base + position) * perDay;
      for (let row = 0; row < prefixes.length; row += 1) {
        const truth = presence.cells[row * width + position] ?? cell.none;
        if (truth === cell.none || (keep !== undefined && !keep(row, position))) continue;
        const ends = endings[told === undefined ? truth : told(row, position, truth)] ?? [];
        const prefix = prefixes[row];
        if (prefix === undefined) continue;
        for (let part = 0; part < ends.length; part += 1) {
          const end = ends[part];
          if (end === undefined) continue;
          sink
            .int(first + row * 2 + part)
            .raw(prefix)
            .raw(date)
            .raw(end)
            .end();
        }
      }
    }
  };
  return { rows };
};
