// Makes one stored table for one span: binds its inputs, runs its SQL, and publishes one file set a partition.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../adapters/duckdb.ts';
import { errorCode } from '../errors/error-code.ts';
import type { PartFile } from '../release/manifest.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import { type BindingWorld, bindingSql, type Span } from './bindings.ts';
import { partitionColumn } from './parquet-view.ts';
import { type TableEntry, tableSql } from './sql-catalog.ts';

export type Parts = Record<string, PartFile[]>;

/** The partitions that the query yields inside the span; a partition of the span without rows is absent. */
export async function makeTable(
  session: Session,
  world: BindingWorld,
  name: string,
  entry: TableEntry,
  span: Span,
  runId: string,
): Promise<Parts> {
  for (const input of entry.inputs) {
    for (const statement of await bindingSql(world, input, span)) await session.run(statement);
  }
  const partition = partitionColumn(entry.partition ?? 'all').name;
  const columns = entry.columns.map((c) => q(c.name)).join(', ');
  const query = `select ${columns} from (${tableSql(world.root, name, entry)}) as made${filterSql(partition, span)}`;
  return writeParts(session, world, name, query, partition, runId);
}

function filterSql(partition: string, span: Span): string {
  if (partition === 'month' && span.months) {
    return ` where month in (${[...span.months].map(literal).join(', ') || "''"})`;
  }
  if (partition === 'school_year' && span.years)
    return ` where school_year in (${[...span.years].join(', ') || '0'})`;
  return '';
}

/** Writes a query as Parquet, cut by its partition column, and publishes it under lake/<table>/. */
export async function writeParts(
  session: Session,
  world: Pick<BindingWorld, 'lake'>,
  name: string,
  query: string,
  partition: string,
  runId: string,
): Promise<Parts> {
  const dir = await world.lake.scratch(name);
  await session.run(
    `copy (${query}) to ${literal(dir)} (format parquet, compression zstd, partition_by (${q(partition)}))`,
  );
  const parts: Parts = {};
  for (const folder of foldersOf(dir)) {
    const part = decodeURIComponent(folder.slice(partition.length + 1));
    for (const [i, file] of readdirSync(join(dir, folder)).sort().entries()) {
      const local = join(dir, folder, file);
      // A folder of its own a run: a Glue partition points at a folder, and must not see another run's files.
      const key = `lake/${name}/${folder}/${runId}/${i}.parquet`;
      const rows = await session.rows(
        `select sum(row_group_num_rows) as n from (select row_group_id, min(row_group_num_rows) as row_group_num_rows from parquet_metadata(${literal(local)}) group by row_group_id)`,
      );
      await world.lake.publish(local, key);
      parts[part] = [...(parts[part] ?? []), { key, rows: Number(rows[0]?.n ?? 0) }];
    }
  }
  return parts;
}

function foldersOf(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((f) => statSync(join(dir, f)).isDirectory())
      .sort();
  } catch (error) {
    // An empty result leaves no folder behind.
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
