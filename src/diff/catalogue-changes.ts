// Tables that only one of two releases has: the SQL that made them differs, and row by row there is nothing to compare.
import type { SqlCatalog } from '../harmonize/sql-catalog.ts';
import type { Manifest } from '../release/manifest.ts';

export interface CatalogueChange {
  readonly table: string;
  readonly rows: number;
}

export interface CatalogueChanges {
  readonly entered: readonly CatalogueChange[];
  readonly left: readonly CatalogueChange[];
  /** In both releases, but made by SQL that is no longer here: nobody knows their keys. */
  readonly not_compared: readonly CatalogueChange[];
}

export function catalogueChanges(
  catalog: SqlCatalog,
  before: Manifest['tables'],
  after: Manifest['tables'],
  only?: string,
): CatalogueChanges {
  const wanted = (name: string) => only === undefined || only === name;
  const counted = (tables: Manifest['tables'], names: readonly string[]) =>
    [...names].sort().map((table) => ({ table, rows: rowsOf(tables[table]) }));
  const [old, now] = [Object.keys(before).filter(wanted), Object.keys(after).filter(wanted)];
  const known = (name: string) => name in catalog.tables || name in catalog.reference;
  return {
    entered: counted(
      after,
      now.filter((name) => !(name in before)),
    ),
    left: counted(
      before,
      old.filter((name) => !(name in after)),
    ),
    not_compared: counted(
      after,
      now.filter((name) => name in before && !known(name)),
    ),
  };
}

function rowsOf(table: Manifest['tables'][string] | undefined): number {
  return Object.values(table?.parts ?? {})
    .flat()
    .reduce((sum, file) => sum + file.rows, 0);
}
