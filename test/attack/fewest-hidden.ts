// The exact answer on small tables: how few cells can be hidden when each must keep three values.

import type { Table } from '../../src/suppress/cell.ts';
import { modelOf } from '../../src/suppress/model.ts';
import { FEWEST_VALUES, isSmall } from '../../src/suppress/small-group.ts';
import { type Row, solve, type Variable } from './linear-program.ts';

/** A cell of another table lies at most so far from the true one; wider moves than this are never the cheapest here. */
const WIDEST = 12;

/**
 * A mixed-integer program: which cells to hide, and for each hidden one two further tables that agree with all that is
 * known. The further tables need not be whole numbers, so the answer is a lower bound of the true minimum. Tables are
 * added only for cells that need them; undefined when it takes too long.
 */
export function fewestHidden(table: Table, limit: number, seconds = 60): number | undefined {
  const model = modelOf(table, limit);
  const n = model.cells.length;
  const must = model.cells.map((cell, i) => {
    const whole = model.group[i];
    return isSmall(cell, whole === undefined ? undefined : model.cells[whole], limit);
  });
  const needed = new Set(must.flatMap((small, i) => (small ? [i] : [])));
  const deadline = Date.now() + 1000 * seconds;
  for (;;) {
    const left = (deadline - Date.now()) / 1000;
    if (left < 1) return undefined;
    const answer = hideFewest(needed, left);
    if (answer === undefined) return undefined;
    const hidden = model.cells.flatMap((_, i) => (answer.at(i) > 0.5 ? [i] : []));
    const more = hidden.filter((i) => !needed.has(i));
    if (more.length === 0) return hidden.length;
    for (const i of more) needed.add(i);
  }

  function hideFewest(cells: ReadonlySet<number>, left: number) {
    const variables: Variable[] = model.cells.map((cell, i) => ({
      least: must[i] ? 1 : 0,
      most: cell.of === undefined && cell.value === 0 ? 0 : 1,
      whole: true,
    }));
    const rows: Row[] = [];
    model.parts.forEach((parts, group) => {
      for (const part of parts)
        rows.push(
          atLeast(
            [
              [part, 1],
              [group, -1],
            ],
            0,
          ),
        );
    });
    for (const i of cells) {
      const up = variables.length;
      anotherTable(variables, rows);
      anotherTable(variables, rows);
      rows.push(
        atLeast(
          [
            [up + i, 1],
            [up + n + i, -1],
            [i, 1 - FEWEST_VALUES],
          ],
          0,
        ),
      );
    }
    try {
      return solve(
        { variables, rows },
        'minimize',
        Array.from({ length: n }, (_, i) => [i, 1] as const),
        left,
      );
    } catch {
      return undefined;
    }
  }

  function anotherTable(variables: Variable[], rows: Row[]): void {
    const first = variables.length;
    model.cells.forEach((cell, i) => {
      const least = Math.max(-WIDEST, (model.low[i] ?? 0) - cell.value);
      const most = Math.min(WIDEST, (model.high[i] ?? 0) - cell.value);
      variables.push({ least: Math.min(0, least), most: Math.max(0, most), whole: false });
      rows.push(
        atLeast(
          [
            [i, WIDEST],
            [first + i, -1],
          ],
          0,
        ),
        atLeast(
          [
            [i, WIDEST],
            [first + i, 1],
          ],
          0,
        ),
      );
    });
    for (const { cells: of, times, least, most, now } of model.known) {
      rows.push({
        terms: of.map((c, k) => [first + c, times[k] ?? 0]),
        least: least - now,
        most: most - now,
      });
    }
  }
}

function atLeast(terms: readonly (readonly [number, number])[], least: number): Row {
  return { terms, least, most: Number.POSITIVE_INFINITY };
}
