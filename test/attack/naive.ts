// Suppression as it is often done, planted here to see the attacker break it.
import type { Cell, HiddenBecause, Table } from '../../src/suppress/cell.ts';
import { isSmall } from '../../src/suppress/small-group.ts';

/** Small groups and nothing else. */
export function smallOnly({ cells }: Table, limit: number): Map<string, HiddenBecause> {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const hidden = new Map<string, HiddenBecause>();
  for (const cell of cells) {
    if (isSmall(cell, cell.of === undefined ? undefined : byId.get(cell.of), limit)) {
      hidden.set(cell.id, 'small_group');
    }
  }
  return hidden;
}

/** One further cell in each school where a single one is hidden: rows are looked at, columns are not. */
export function rowsOnly(table: Table, limit: number): Map<string, HiddenBecause> {
  const hidden = smallOnly(table, limit);
  const alike = (cell: Cell): string =>
    `${cell.coords.metric} ${cell.coords.year} ${cell.coords.school} ${cell.coords.aspect}`;
  const rows = Map.groupBy(table.cells, alike);
  for (const row of rows.values()) {
    const grades = row.filter((cell) => cell.coords.slice !== '*');
    if (grades.filter((cell) => hidden.has(cell.id)).length !== 1) continue;
    const next = grades.filter((cell) => !hidden.has(cell.id)).sort((a, b) => a.value - b.value)[0];
    if (next === undefined) continue;
    hidden.set(next.id, 'protects_another');
    for (const part of table.cells) {
      if (part.of === next.id && !hidden.has(part.id)) hidden.set(part.id, 'protects_another');
    }
  }
  return hidden;
}
