// Makes one stored table for one span: binds its inputs, runs its SQL, and publishes one file set a partition.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../adapters/duckdb.ts';
import { errorCode } from '../errors/error-code.ts';
import type { PartFile } from '../release/manifest.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import { type BindingWorld, bindingSql, type Span } from './bindings.ts';
import { monthPasses } from './month-passes.ts';
import { partitionColumn } from './parquet-view.ts';
import { type TableEntry, tableSql } from './sql-catalog.ts';

export type Parts = Record<string, PartFile[]>;

/**
 * The partitions that the query yields inside the span; a partition of the span without rows is absent. Months are made
 * beside each other, as many as there are sessions.
 */
export async function makeTable(
  sessions: readonly [Session, ...Session[]],
  world: BindingWorld,
  name: string,
  entry: TableEntry,
  span: Span,
  runId: string,
): Promise<Parts> {
  const sql = tableSql(world.root, name, entry);
  const passes = monthPasses(world, name, entry, span);
  const partition = partitionColumn(entry.partition ?? 'all').name;
  const select = (columns: TableEntry['columns'], filter: string) =>
    `select ${columns.map((c) => q(c.name)).join(', ')} from (${sql}) as made${filter}`;
  const [session] = sessions;
  const cut = async (of: Span, filter: string) => {
    await bind(session, world, entry, of);
    return writeParts(session, world, name, select(entry.columns, filter), partition, runId);
  };
  if (passes === undefined) return cut(span, filterSql(partition, span));
  const { months, rest, beside } = passes;
  // Rows of all months in one pass would first have to be gathered, more of them than memory holds.
  const columns = entry.columns.filter((c) => c.name !== partition);
  const made = new Map<string, PartFile>();
  const left = [...months];
  const work = async (session: Session) => {
    for (let month = left.shift(); month !== undefined; month = left.shift()) {
      const one: Span = { ...span, months: new Set([month]), years: null };
      await bind(session, world, entry, one);
      const key = `lake/${name}/${partition}=${month}/${runId}/0.parquet`;
      const file = await writePart(session, world, key, select(columns, filterSql(partition, one)));
      if (file) made.set(month, file);
    }
  };
  await Promise.all(beside ? sessions.map(work) : [work(session)]);
  const others = rest
    ? await cut({ ...span, months: new Set() }, ` where month not in (${months.map(literal).join(', ')})`)
    : {};
  const parts: Parts = {};
  for (const month of months) {
    const file = made.get(month);
    if (file) parts[month] = [file];
  }
  return { ...parts, ...others };
}

async function bind(session: Session, world: BindingWorld, entry: TableEntry, span: Span): Promise<void> {
  for (const input of entry.inputs) {
    for (const statement of await bindingSql(world, input, span)) await session.run(statement);
  }
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
      const rows = await rowsIn(session, local);
      await world.lake.publish(local, key);
      parts[part] = [...(parts[part] ?? []), { key, rows }];
    }
  }
  return parts;
}

/** One file of one partition; undefined, and nothing published, where the query yields no row. */
async function writePart(
  session: Session,
  world: Pick<BindingWorld, 'lake'>,
  key: string,
  query: string,
): Promise<PartFile | undefined> {
  const local = await world.lake.scratch('part.parquet');
  await session.run(`copy (${query}) to ${literal(local)} (format parquet, compression zstd)`);
  const rows = await rowsIn(session, local);
  if (rows === 0) {
    rmSync(local, { force: true });
    return undefined;
  }
  await world.lake.publish(local, key);
  return { key, rows };
}

async function rowsIn(session: Session, local: string): Promise<number> {
  const [row] = await session.rows(`select num_rows as n from parquet_file_metadata(${literal(local)})`);
  return Number(row?.n ?? 0);
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
