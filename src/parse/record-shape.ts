// How many cells a record of this file has, and which other counts do no harm.
import type { RecordCells } from './record-cells.ts';

export interface Shape {
  readonly columns: number;
  /** Header cells up to the last one with a name; behind it cells may be absent. */
  readonly named: number;
}

export function headerShape(cells: readonly string[]): Shape {
  let named = cells.length;
  while (named > 1 && (cells[named - 1] ?? '').trim() === '') named--;
  return { columns: cells.length, named };
}

export function plainShape(columns: number): Shape {
  return { columns, named: columns };
}

/** More cells are accepted if the surplus is empty, fewer if only nameless columns are cut off. */
export function fits({ columns, named }: Shape, cells: RecordCells): boolean {
  if (cells.count === columns) return true;
  if (cells.count < columns) return cells.count >= named;
  for (let i = columns; i < cells.count; i++) if (!cells.isEmpty(i)) return false;
  return true;
}
