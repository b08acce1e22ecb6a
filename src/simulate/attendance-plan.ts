/** Which attendance rows come late and which are first reported wrongly. */
import type { District } from './district.ts';
import { sisId } from './people.ts';
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
  const corrected = roll.stints.flatMap((_, row) => {
    const truth = presence.cells[row * width + position] ?? cell.none;
    return truth === cell.excused || truth === cell.tardy ? [{ row, position, truth }] : [];
  });
  // Late-comers first: for them the correction turns an absence into presence.
  corrected.sort((a, b) => a.truth - b.truth || a.row - b.row);
  const late3 = corrected.filter((c) => c.truth === cell.tardy).slice(0, mostCorrections / 2);
  const excused = corrected.filter((c) => c.truth === cell.excused).slice(0, mostCorrections - late3.length);
  const chosen = [...late3, ...excused];
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

/** Ids of the students whose row was put right. */
export const correctedIds = (district: District, plan: AttendancePlan): string[] =>
  plan.corrected.map(({ row }) => sisId(district.current.roll.stints[row]?.student ?? 0));
