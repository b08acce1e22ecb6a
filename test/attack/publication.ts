// What stands in public: the table without the hidden numbers, with the printed reasons and the rules that anybody may read.
import type { Cell, HiddenBecause, Relation, Table } from '../../src/suppress/cell.ts';
import { valuesSince } from '../../src/suppress/small-group.ts';

export interface PublicCell {
  readonly id: string;
  readonly of: string | undefined;
  /** Null when hidden. */
  readonly shown: number | null;
  readonly reason: HiddenBecause | undefined;
  /** What a reader expects who remembers the number from an earlier report. */
  readonly expected: readonly [number, number] | undefined;
  /** It was hidden in an earlier report: nobody may be left in it. */
  readonly hiddenBefore: boolean;
  /** The reason is that of the earlier report: it says nothing about now. */
  readonly sameReason: boolean;
}

export interface Publication {
  readonly cells: readonly PublicCell[];
  readonly relations: readonly Relation[];
  readonly limit: number;
}

export function publish(
  table: Table,
  hidden: ReadonlyMap<string, HiddenBecause>,
  limit: number,
  hiddenBefore: ReadonlySet<string> = new Set(),
): Publication {
  const cells = table.cells.map((cell: Cell) => ({
    id: cell.id,
    of: cell.of,
    shown: hidden.has(cell.id) ? null : cell.value,
    reason: hidden.get(cell.id),
    expected: cell.before === undefined ? undefined : valuesSince(cell.value, cell.before),
    hiddenBefore: hiddenBefore.has(cell.id),
    sameReason: cell.reasonBefore !== undefined,
  }));
  return { cells, relations: table.relations, limit };
}

/** A number of which no reason is printed where it is hidden. */
export const unexplained = (id: string, shown: number | null): PublicCell => ({
  id,
  of: undefined,
  shown,
  reason: 'protects_another',
  expected: undefined,
  hiddenBefore: true,
  sameReason: true,
});
