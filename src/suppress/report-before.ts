// What a report has to know of those before it in the same school year: once hidden, a number stays hidden.
import type { Cell, HiddenBecause, Table } from './cell.ts';
import type { SuppressionInput } from './suppress.ts';

/** What a report of this school year showed and hid, by cell; of a hidden one the reason alone. */
export interface ReportBefore {
  readonly shown: ReadonlyMap<string, number>;
  readonly hidden: ReadonlyMap<string, HiddenBecause>;
}

export const nothingEarlier: ReportBefore = { shown: new Map(), hidden: new Map() };

/**
 * What the report before hid stays hidden, with its reason, and a number that it showed is remembered. That keeps three values or more
 * for each hidden cell of both when the two are read as one (test/attack); the older table needs no place in this one.
 */
export function whatStaysHidden(table: Table, earlier: ReportBefore): Omit<SuppressionInput, 'limit'> {
  const cells = table.cells.map((cell): Cell => {
    if (cell.released === true) return cell;
    const reason = earlier.hidden.get(cell.id);
    const before = earlier.shown.get(cell.id);
    if (reason !== undefined) return { ...cell, reasonBefore: reason };
    return before === undefined ? cell : { ...cell, before };
  });
  const hiddenBefore = new Set(cells.filter((c) => c.reasonBefore !== undefined).map((c) => c.id));
  return { cells, relations: table.relations, hiddenBefore };
}
