// The table as arrays, with everything a careful reader knows: relations, and what the printed reasons give away.
import type { Cell, Table } from './cell.ts';
import { groupIsSmall, LEAST_LIMIT, valuesSince } from './small-group.ts';
import { SuppressionError } from './suppression-error.ts';

export interface Known {
  readonly cells: readonly number[];
  readonly times: readonly number[];
  readonly least: number;
  readonly most: number;
  /** The sum as it truly is. */
  readonly now: number;
}

export interface Model {
  readonly cells: readonly Cell[];
  readonly index: ReadonlyMap<string, number>;
  /** Values that a reader thinks possible when the cell is hidden; the true one is among them. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly group: readonly (number | undefined)[];
  readonly parts: readonly (readonly number[])[];
  readonly known: readonly Known[];
  /** Of each cell: the relations it stands in, and how often. */
  readonly at: readonly (readonly { relation: number; times: number }[])[];
}

export function modelOf(table: Table, limit: number): Model {
  if (!Number.isInteger(limit) || limit < LEAST_LIMIT) {
    throw new SuppressionError(
      'limit',
      `The limit is ${limit}; it must be a whole number from ${LEAST_LIMIT}.`,
    );
  }
  const { cells } = table;
  const index = new Map(cells.map((cell, i) => [cell.id, i]));
  if (index.size < cells.length) throw new SuppressionError('cells', 'Two cells have the same id.');
  const place = (id: string): number => {
    const i = index.get(id);
    if (i === undefined) throw new SuppressionError(id, 'A relation or part names a cell that is not there.');
    return i;
  };
  const known: Known[] = [];
  const knows = (terms: readonly (readonly [number, number])[], least: number, most: number): void => {
    const now = terms.reduce((sum, [i, times]) => sum + times * (cells[i]?.value ?? 0), 0);
    const where = terms.map(([i]) => cells[i]?.id).join(', ');
    if (now < least || now > most) {
      throw new SuppressionError(where.slice(0, 300), 'The numbers of these cells do not add up.');
    }
    known.push({ cells: terms.map(([i]) => i), times: terms.map(([, t]) => t), least, most, now });
  };
  for (const { terms, least, most } of table.relations) {
    knows(
      terms.map(({ cell, times }) => [place(cell), times]),
      least,
      most,
    );
  }
  const low: number[] = [];
  const high: number[] = [];
  const group: (number | undefined)[] = [];
  const parts: number[][] = cells.map(() => []);
  cells.forEach((cell, i) => {
    if (!Number.isInteger(cell.value) || cell.value < 0) {
      throw new SuppressionError(cell.id, 'A count must be a whole number from 0.');
    }
    const whole = cell.of === undefined ? undefined : place(cell.of);
    group.push(whole);
    const judged = whole === undefined ? undefined : cells[whole]?.value;
    if (whole !== undefined) parts[whole]?.push(i);
    const [least, most] = possible(cell, judged, limit);
    low.push(least);
    high.push(most);
    if (whole === undefined || judged === undefined) return;
    // Known even where the other parts are not in the table.
    knows(
      [
        [whole, 1],
        [i, -1],
      ],
      0,
      Number.POSITIVE_INFINITY,
    );
  });
  const at: { relation: number; times: number }[][] = cells.map(() => []);
  known.forEach(({ cells: of, times }, relation) => {
    of.forEach((i, k) => {
      at[i]?.push({ relation, times: times[k] ?? 0 });
    });
  });
  return { cells, index, low, high, group, parts, known, at };
}

/** The values of a hidden cell that agree with its printed reason and with what an earlier report showed. */
function possible(cell: Cell, judged: number | undefined, limit: number): readonly [number, number] {
  const any = [0, Number.POSITIVE_INFINITY] as const;
  if (cell.reasonBefore !== undefined) return any;
  if (cell.before !== undefined) return valuesSince(cell.value, cell.before);
  if (judged !== undefined) return any;
  if (cell.value === 0) return [0, limit - 1];
  return groupIsSmall(cell.value, limit) ? [1, limit - 1] : [limit, Number.POSITIVE_INFINITY];
}
