// Rows of schools and grades, with meeting and not meeting, as a table of cells.
import type { Table } from './cell.ts';
import { type CountRow, type CountsOptions, countsTable, cellId as idOf } from './counts-table.ts';

/** One line of a mart. `school` null is the district; `grade` null is all grades. */
export interface SchoolGradeRow {
  readonly school: string | null;
  readonly grade: string | null;
  readonly metric: string;
  readonly year: string;
  readonly judged: number;
  readonly meeting: number;
}

export type Aspect = 'judged' | 'meeting' | 'not_meeting';

export function cellId(
  row: Pick<SchoolGradeRow, 'school' | 'grade' | 'metric' | 'year'>,
  aspect: Aspect,
): string {
  return idOf({ ...row, slice: row.grade === null ? null : { by: 'grade', value: row.grade } }, aspect);
}

export function schoolGradeTable(rows: readonly SchoolGradeRow[], options: CountsOptions = {}): Table {
  return countsTable(rows.map(countRow), options);
}

/** The same line as counts, to be put into one table with other slices of the same students. */
export function countRow({ school, grade, metric, year, judged, meeting }: SchoolGradeRow): CountRow {
  return {
    metric,
    year,
    school,
    slice: grade === null ? null : { by: 'grade', value: grade },
    judged,
    parts: { meeting, not_meeting: judged - meeting },
  };
}
