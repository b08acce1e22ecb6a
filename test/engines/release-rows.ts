// The staged and reference rows of a release, as queries over its Parquet files.
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { parquetQuery, partitionColumn } from '../../src/harmonize/parquet-view.ts';
import type { Column } from '../../src/harmonize/sql-catalog.ts';
import { currentManifest } from '../../src/release/release-store.ts';
import type { Plan } from './plan.ts';

/** Queries by relation name (staged_<module>_<table> and reference tables); a relation without rows is absent. */
export type ReleaseRows = ReadonlyMap<string, string>;

/** @param home: a district's folder, such as .homeroom/contoso. @throws Error when nothing is released there. */
export async function releaseRows(home: string, plan: Plan): Promise<ReleaseRows> {
  const lake = directoryLake(home);
  const manifest = await currentManifest(lake, '');
  if (manifest.releaseId === 'none') throw new Error(`${home} holds no release; run a day first`);
  const queries = new Map<string, string>();
  const add = async (
    name: string,
    columns: readonly Column[],
    keys: readonly string[],
    partition: Column,
  ) => {
    const paths = await Promise.all(keys.map((key) => lake.fetch(key)));
    if (paths.length > 0) queries.set(name, parquetQuery(columns, paths, partition));
  };
  for (const module of plan.modules) {
    for (const [table, { columns }] of Object.entries(plan.catalog.staged[module] ?? {})) {
      const keys = (manifest.batches[`${module}.${table}`] ?? []).flatMap((b) => b.files.map((f) => f.key));
      await add(`staged_${module}_${table}`, columns, keys, { name: 'month', type: 'varchar' });
    }
  }
  for (const [name, { columns }] of Object.entries(plan.catalog.reference)) {
    const table = manifest.tables[name];
    const keys = Object.values(table?.parts ?? {}).flatMap((files) => files.map((f) => f.key));
    await add(name, columns, keys, partitionColumn(table?.partition ?? 'all'));
  }
  return queries;
}
