// The stored tables of a release as the comparison sees them: columns, keys and the files of each partition.
import { partitionColumn } from '../harmonize/parquet-view.ts';
import type { Column, SqlCatalog } from '../harmonize/sql-catalog.ts';
import type { Manifest, PartFile } from '../release/manifest.ts';

export interface StoredTable {
  readonly name: string;
  readonly columns: readonly Column[];
  /** None for a table of one row. */
  readonly keys: readonly string[];
  /** The column that stands in the folder's name. */
  readonly partition: Column;
  readonly before: Manifest['tables'][string]['parts'];
  readonly after: Manifest['tables'][string]['parts'];
}

/** Columns that say where a row came from; they may differ where the fact is the same. */
export const lineage: ReadonlySet<string> = new Set([
  'batch_id',
  'record_no',
  'as_of',
  'change_no',
  'known_from',
  'known_basis',
]);

/** Tables of either release, references first, then in the order of making. */
export function storedTables(catalog: SqlCatalog, before: Manifest, after: Manifest): StoredTable[] {
  const names = [...Object.keys(catalog.reference), ...catalog.order];
  return names.flatMap((name) => {
    const entry = catalog.tables[name] ?? catalog.reference[name];
    const kept = after.tables[name] ?? before.tables[name];
    if (!entry || !kept || catalog.tables[name]?.layer === 'view') return [];
    const partition = partitionColumn(kept.partition);
    return [
      {
        name,
        columns: entry.columns,
        keys: entry.keys ?? entry.columns.map((c) => c.name),
        partition,
        before: before.tables[name]?.parts ?? {},
        after: after.tables[name]?.parts ?? {},
      },
    ];
  });
}

/** Partitions whose files are not the same; a file never changes under its name. */
export function differingPartitions({ before, after }: Pick<StoredTable, 'before' | 'after'>): string[] {
  const names = (files: readonly PartFile[] | undefined) => (files ?? []).map((f) => f.key).join('|');
  const parts = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return parts.filter((part) => names(before[part]) !== names(after[part]));
}
