// Rows of counts, cut by school and by one thing more, as a table of cells with how they hang together.
import { type Cell, type Relation, sumOf, type Table } from './cell.ts';

/** Whom a line counts: null is all of them. `slice` cuts by grade, sex, month, section …; cuts never cross each other. */
export interface Place {
  readonly metric: string;
  readonly year: string;
  readonly school: string | null;
  readonly slice: { readonly by: string; readonly value: string } | null;
}

/** Students judged and how they fall into parts that add up to them: meeting and not, or bands. */
export interface CountRow extends Place {
  readonly judged: number;
  readonly parts: Readonly<Record<string, number>>;
}

/** What hiding costs: a slice's number is missed less than a school's, a district's most of all. */
const WEIGHTS = { slice: 1, school: 4, districtSlice: 6, district: 12 } as const;

/** The name of a number, the same in every report of the year; `aspect` is "judged" or the name of a part. */
export function cellId(place: Place, aspect: string): string {
  const { metric, year, school, slice } = place;
  return [metric, year, school ?? '*', slice?.by ?? '*', slice?.value ?? '*', aspect]
    .map(encodeURIComponent)
    .join('|');
}

export interface CountsOptions {
  /** Values that an earlier report of this school year showed, by cell id. */
  readonly before?: ReadonlyMap<string, number>;
  /** All cells cost the same, for comparing the number of hidden cells. */
  readonly even?: boolean;
}

/**
 * Totals that are not among the rows are not made up: a relation stands only between rows that are there, and a slice
 * that counts nobody may be left out. Students who attend two schools count once for the district; how many they are
 * is taken as known to the attacker, which is the safe side: whoever knows less can rule out less.
 */
export function countsTable(rows: readonly CountRow[], options: CountsOptions = {}): Table {
  const cells = rows.flatMap((row) => cellsOf(row, options));
  const relations: Relation[] = [];
  for (const row of rows) {
    relations.push(
      sumOf(
        cellId(row, 'judged'),
        Object.keys(row.parts).map((part) => cellId(row, part)),
      ),
    );
  }
  const slicesOf = Map.groupBy(
    rows.filter((row) => row.slice !== null),
    (row) => key(row.metric, row.year, row.school, row.slice?.by),
  );
  const schoolsOf = Map.groupBy(
    rows.filter((row) => row.school !== null),
    (row) => key(row.metric, row.year, row.slice?.by, row.slice?.value),
  );
  const wholes = new Map(rows.map((row) => [cellId(row, 'judged'), row]));
  for (const slices of slicesOf.values()) {
    const first = slices[0];
    if (first !== undefined) total(wholes.get(cellId({ ...first, slice: null }, 'judged')), slices);
  }
  for (const schools of schoolsOf.values()) {
    const first = schools[0];
    if (first !== undefined) total(wholes.get(cellId({ ...first, school: null }, 'judged')), schools);
  }
  return { cells, relations };

  /** The last part needs no sum of its own: judged and the other parts say as much. */
  function total(whole: CountRow | undefined, of: readonly CountRow[]): void {
    if (whole === undefined) return;
    for (const aspect of ['judged', ...Object.keys(whole.parts).slice(0, -1)]) {
      const twice = of.reduce((sum, row) => sum + count(row, aspect), 0) - count(whole, aspect);
      relations.push(
        sumOf(
          cellId(whole, aspect),
          of.map((row) => cellId(row, aspect)),
          twice,
        ),
      );
    }
  }
}

function cellsOf(row: CountRow, { before, even }: CountsOptions): Cell[] {
  const weight =
    row.school === null
      ? row.slice === null
        ? WEIGHTS.district
        : WEIGHTS.districtSlice
      : row.slice === null
        ? WEIGHTS.school
        : WEIGHTS.slice;
  return ['judged', ...Object.keys(row.parts)].map((aspect) => {
    const id = cellId(row, aspect);
    const shown = before?.get(id);
    return {
      id,
      value: count(row, aspect),
      coords: {
        metric: row.metric,
        year: row.year,
        school: row.school ?? '*',
        by: row.slice?.by ?? '*',
        slice: row.slice?.value ?? '*',
        aspect,
      },
      ...(aspect === 'judged' ? {} : { of: cellId(row, 'judged') }),
      ...(even === true ? {} : { weight }),
      ...(shown === undefined ? {} : { before: shown }),
    };
  });
}

function count(row: CountRow, aspect: string): number {
  return aspect === 'judged' ? row.judged : (row.parts[aspect] ?? 0);
}

function key(...words: readonly (string | null | undefined)[]): string {
  return JSON.stringify(words);
}
