// Proves that everything made again from raw is what was there before, table by table and row by row.
import type { Session } from '../adapters/duckdb.ts';
import { type Counts, compareTable } from '../diff/compare-table.ts';
import { storedTables } from '../diff/stored-table.ts';
import { readCatalog } from '../harmonize/sql-catalog.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';

/** The reports of the runs themselves: a rebuild is one run and reports once. */
const reports: ReadonlySet<string> = new Set(['load_file', 'load_ledger']);

/** Where and when a row was read; the fact is the same. */
const readings: ReadonlySet<string> = new Set(['batch_id', 'known_from', 'known_basis', 'run_id']);

export interface TableEquality extends Counts {
  readonly table: string;
  readonly rows_before: number;
  readonly rows_after: number;
  readonly equal: boolean;
}

export async function compareReleases(
  session: Session,
  { root, lake, before, after }: { root: string; lake: Lake; before: Manifest; after: Manifest },
): Promise<TableEquality[]> {
  const found: TableEquality[] = [];
  for (const table of storedTables(readCatalog(root), before, after)) {
    if (reports.has(table.name)) continue;
    const { added, removed, changed, restated } = await compareTable(session, lake, table, {
      ignored: readings,
    });
    found.push({
      table: table.name,
      rows_before: rowsOf(before, table.name),
      rows_after: rowsOf(after, table.name),
      added,
      removed,
      changed,
      restated,
      equal: added + removed + changed === 0,
    });
  }
  return found;
}

function rowsOf(manifest: Manifest, table: string): number {
  return Object.values(manifest.tables[table]?.parts ?? {})
    .flat()
    .reduce((sum, f) => sum + f.rows, 0);
}
