// Rows of schools and grades as a table of cells, with the totals and how they hang together.
import { type Cell, type Relation, sumOf, type Table } from './cell.ts';

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

/** What hiding costs: a grade's number is missed less than a school's, a district's most of all. */
const WEIGHTS = { grade: 1, school: 4, district_grade: 6, district: 12 } as const;

export function cellId(
  row: Pick<SchoolGradeRow, 'school' | 'grade' | 'metric' | 'year'>,
  aspect: Aspect,
): string {
  return [row.metric, row.year, row.school ?? '*', row.grade ?? '*', aspect]
    .map(encodeURIComponent)
    .join('|');
}

export interface SchoolGradeOptions {
  /** Values that an earlier report of this school year showed, by cell id. */
  readonly before?: ReadonlyMap<string, number>;
  /** All cells cost the same, for comparing the number of hidden cells. */
  readonly even?: boolean;
}

/**
 * Totals that are not among the rows are not made up: a relation stands only between rows that are there. Students who
 * attend two schools count once for the district; how many they are is taken as known to the attacker, which is the
 * safe side: whoever knows less can rule out less.
 */
export function schoolGradeTable(rows: readonly SchoolGradeRow[], options: SchoolGradeOptions = {}): Table {
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  const tables = Map.groupBy(rows, (row) => JSON.stringify([row.metric, row.year]));
  for (const table of tables.values()) {
    for (const row of table) {
      addRow(row);
    }
    for (const of of Map.groupBy(table, (row) => row.school).values()) {
      total(of, (row) => row.grade === null);
    }
    for (const of of Map.groupBy(table, (row) => row.grade).values()) {
      total(of, (row) => row.school === null);
    }
  }
  return { cells, relations };

  function addRow(row: SchoolGradeRow): void {
    const judged = cellId(row, 'judged');
    const place = row.school === null ? (row.grade === null ? 'district' : 'district_grade') : row.grade;
    const weight =
      place === 'district' || place === 'district_grade'
        ? WEIGHTS[place]
        : place === null
          ? WEIGHTS.school
          : WEIGHTS.grade;
    const values = {
      judged: row.judged,
      meeting: row.meeting,
      not_meeting: row.judged - row.meeting,
    } as const;
    for (const aspect of ['judged', 'meeting', 'not_meeting'] as const) {
      const id = cellId(row, aspect);
      const before = options.before?.get(id);
      cells.push({
        id,
        value: values[aspect],
        coords: {
          metric: row.metric,
          year: row.year,
          school: row.school ?? '*',
          grade: row.grade ?? '*',
          aspect,
        },
        ...(aspect === 'judged' ? {} : { of: judged }),
        ...(options.even === true ? {} : { weight }),
        ...(before === undefined ? {} : { before }),
      });
    }
    relations.push(sumOf(judged, [cellId(row, 'meeting'), cellId(row, 'not_meeting')]));
  }

  function total(of: readonly SchoolGradeRow[], isTotal: (row: SchoolGradeRow) => boolean): void {
    const whole = of.find(isTotal);
    const parts = of.filter((row) => !isTotal(row));
    if (whole === undefined || parts.length === 0) return;
    // "Not meeting" needs no sums of its own: judged and meeting say as much.
    for (const aspect of ['judged', 'meeting'] as const) {
      const twice = parts.reduce((sum, row) => sum + row[aspect], 0) - whole[aspect];
      relations.push(
        sumOf(
          cellId(whole, aspect),
          parts.map((row) => cellId(row, aspect)),
          twice,
        ),
      );
    }
  }
}
