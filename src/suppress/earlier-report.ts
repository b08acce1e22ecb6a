// The reports of this school year as one table: what an earlier one showed or hid, and how little changes in between.
import type { Cell, HiddenBecause, Relation, Table } from './cell.ts';
import { valuesSince } from './small-group.ts';
import type { SuppressionInput } from './suppress.ts';

export interface EarlierReport extends Table {
  /** The cells that it hid, with the reason that it printed. */
  readonly hidden: ReadonlyMap<string, HiddenBecause>;
}

/** The name of a number as it stood in the earlier report. */
export function earlierId(id: string): string {
  return `earlier|${id}`;
}

/**
 * What to suppress so that the new report and the earlier one together give nothing away. The answer also names the
 * earlier report's hidden cells; only ids of the new table matter for the new report.
 */
export function withEarlier(now: Table, earlier: EarlierReport): Omit<SuppressionInput, 'limit'> {
  const old = new Map(earlier.cells.map((cell) => [cell.id, cell]));
  const relations: Relation[] = earlier.relations.map((relation) => ({
    ...relation,
    terms: relation.terms.map(({ cell, times }) => ({ cell: earlierId(cell), times })),
  }));
  const cells = now.cells.map((cell): Cell => {
    const was = old.get(cell.id);
    if (was === undefined) return cell;
    const [least, most] = valuesSince(cell.value, was.value);
    relations.push({
      terms: [
        { cell: cell.id, times: 1 },
        { cell: earlierId(cell.id), times: -1 },
      ],
      least: Math.min(least - was.value, was.value - most),
      most: Math.max(most - was.value, was.value - least),
    });
    const reason = earlier.hidden.get(cell.id);
    return reason === undefined ? { ...cell, before: was.value } : { ...cell, reasonBefore: reason };
  });
  const ago = earlier.cells.map((cell): Cell => {
    const id = earlierId(cell.id);
    const group = cell.of === undefined ? {} : { of: earlierId(cell.of) };
    return { ...cell, ...group, id, ...(earlier.hidden.has(cell.id) ? {} : { released: true }) };
  });
  const ids = [...earlier.hidden.keys()];
  return {
    cells: [...cells, ...ago],
    relations: [...now.relations, ...relations],
    hiddenBefore: new Set([...ids, ...ids.map(earlierId)]),
  };
}
