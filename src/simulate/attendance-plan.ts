/** Which attendance rows come late, and which are first told wrongly. */
import type { District } from './district.ts';
import { cell } from './presence.ts';
import type { RowChoice } from './vendors/sis-attendance.ts';

export type AttendancePlan = {
  /** School and position whose rows are missing on time and come with the second daily delivery. */
  readonly lateSchool: number;
  readonly latePosition: number;
  /** Rows first reported as an absence nobody had looked into, put right two days later; position is that of day-1. */
  readonly corrected: readonly { readonly row: number; readonly position: number; readonly truth: number }[];
  readonly onTime: RowChoice;
  readonly late: RowChoice;
  readonly corrections: RowChoice;
};

const mostCorrections = 6;

export const attendancePlan = (district: District): AttendancePlan => {
  const { roll, presence, year } = district.current;
  const width = year.days.length;
  const lateSchool = Math.min(2, district.schools.length - 1);
  const latePosition = width - 5;
  const position = width - 3;
  const candidates = roll.stints.flatMap((_, row) => {
    const truth = presence.cells[row * width + position] ?? cell.none;
    return truth === cell.excused || truth === cell.tardy ? [{ row, position, truth }] : [];
  });
  // Late-comers first: for them the correction turns an absence into presence.
  const tardy = candidates.filter((c) => c.truth === cell.tardy).slice(0, mostCorrections / 2);
  const excused = candidates.filter((c) => c.truth === cell.excused).slice(0, mostCorrections - tardy.length);
  const chosen = [...tardy, ...excused];
  const rows = new Set(chosen.map((c) => c.row));
  const isLate = (row: number, at: number): boolean =>
    at === latePosition && roll.stints[row]?.school === lateSchool;
  return {
    lateSchool,
    latePosition,
    corrected: chosen,
    onTime: {
      keep: (row, at) => !isLate(row, at),
      told: (row, at, truth) => (at === position && rows.has(row) ? cell.unverified : truth),
    },
    late: { keep: isLate },
    corrections: { keep: (row) => rows.has(row) },
  };
};
