// Binds the header of a file (or the layout of a header-less one) to the contract's columns, by name and never by guess.
import type { TableContract } from '../contract/contract.ts';

export interface Binding {
  /** Contract column to position in the file, from 0. */
  readonly positions: ReadonlyMap<string, number>;
  /** Header cells that no column of the contract claims: they never pass. */
  readonly unknown: readonly string[];
  /** Required columns that the file does not have. */
  readonly missing: readonly string[];
}

/** Header names meet without regard to case, blanks around or inside, and "_" for a blank. */
export function headerKey(name: string): string {
  return name
    .trim()
    .replaceAll(/[\s_]+/g, ' ')
    .toLowerCase();
}

export function bindHeader(table: TableContract, header: readonly string[]): Binding {
  const at = new Map<string, number>();
  for (const [i, cell] of header.entries()) {
    const key = headerKey(cell);
    if (key !== '' && !at.has(key)) at.set(key, i);
  }
  const positions = new Map<string, number>();
  const claimed = new Set<number>();
  for (const [name, column] of Object.entries(table.columns)) {
    for (const alias of column.from ?? [name]) {
      const i = at.get(headerKey(alias));
      if (i === undefined) continue;
      claimed.add(i);
      if (!positions.has(name)) positions.set(name, i);
    }
  }
  return bound(
    table,
    positions,
    header.filter((cell, i) => cell.trim() !== '' && !claimed.has(i)),
  );
}

/** The layout that fits the number of columns (and the version cell) of a header-less file's first row. */
export function bindLayout(table: TableContract, first: readonly string[]): Binding | undefined {
  const layout = table.layouts?.find(
    (l) =>
      l.columns === first.length &&
      (l.when === undefined || new RegExp(l.when.matches).test(first[l.when.position - 1] ?? '')),
  );
  if (!layout) return undefined;
  const positions = new Map<string, number>();
  for (const [i, name] of layout.names.entries()) if (name !== '-') positions.set(name, i);
  // Two columns may read one cell, such as a time stamp and its school day: the second names the same source.
  for (const [name, column] of Object.entries(table.columns)) {
    const twin = layout.names.find((n) => n !== '-' && table.columns[n]?.from?.[0] === column.from?.[0]);
    const at = twin === undefined || column.from === undefined ? undefined : positions.get(twin);
    if (at !== undefined && !positions.has(name)) positions.set(name, at);
  }
  return bound(table, positions, []);
}

function bound(table: TableContract, positions: Map<string, number>, unknown: string[]): Binding {
  const missing = Object.entries(table.columns)
    .filter(([name, c]) => c.required && !positions.has(name))
    .map(([, c]) => c.from?.[0] ?? '');
  return { positions, unknown, missing };
}
