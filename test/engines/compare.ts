// Are two answers the same rows? Exactly, whatever their order; doubles within 1e-9.
import type { Column } from '../../src/harmonize/sql-catalog.ts';

/** Text for every type but double; doubles are numbers, or the words NaN, Infinity, -Infinity. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface Answer {
  /** Types of the columns, in Athena's words. */
  readonly types: readonly string[];
  readonly rows: readonly Row[];
}

export const TOLERANCE = 1e-9;

/** What differs, in a sentence that names columns but no values; null when nothing does. */
export function difference(columns: readonly Column[], expected: Answer, actual: Answer): string | null {
  const types = typeDifference(columns, actual.types);
  if (types) return types;
  if (expected.rows.length !== actual.rows.length) {
    return `${actual.rows.length} rows instead of ${expected.rows.length}`;
  }
  const doubles = columns.flatMap((c, i) => (c.type === 'double' ? [i] : []));
  const left = sorted(expected.rows, doubles);
  const right = sorted(actual.rows, doubles);
  const unequal = new Map<string, number>();
  for (const [i, row] of left.entries()) {
    for (const [c, column] of columns.entries()) {
      if (!sameCell(row[c] ?? null, right[i]?.[c] ?? null, column.type === 'double')) {
        unequal.set(column.name, (unequal.get(column.name) ?? 0) + 1);
      }
    }
  }
  if (unequal.size === 0) return null;
  return `unequal: ${[...unequal].map(([name, n]) => `${name} (${n} rows)`).join(', ')}`;
}

export function typeDifference(columns: readonly Column[], types: readonly string[]): string | null {
  const wrong = columns.flatMap((c, i) =>
    types[i] === c.type ? [] : [`${c.name} is ${types[i]}, not ${c.type}`],
  );
  return wrong.length > 0 ? wrong.join(', ') : null;
}

function sameCell(a: Cell, b: Cell, isDouble: boolean): boolean {
  if (a === b) return true;
  if (!isDouble || typeof a !== 'number' || typeof b !== 'number') return false;
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Sorted by what must be equal to the letter, then by doubles cut to fewer digits than the tolerance. */
function sorted(rows: readonly Row[], doubles: readonly number[]): Row[] {
  const isDouble = new Set(doubles);
  const keyed = rows.map((row) => {
    const exact = JSON.stringify(row.filter((_, i) => !isDouble.has(i)));
    return { row, exact, rough: JSON.stringify(doubles.map((i) => rough(row[i] ?? null))) };
  });
  keyed.sort((a, b) => order(a.exact, b.exact) || order(a.rough, b.rough));
  return keyed.map((k) => k.row);
}

function rough(cell: Cell): Cell {
  return typeof cell === 'number' ? cell.toPrecision(7) : cell;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
