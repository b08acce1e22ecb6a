// Publishes what staging left in the session: staged rows by batch and month, quarantined, identity and seen ids.
import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../adapters/duckdb.ts';
import { errorCode } from '../errors/error-code.ts';
import type { Lake } from '../lake/lake.ts';
import type { Batch } from '../release/manifest.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import type { Cells } from './read-cells.ts';
import type { Staged, StageFile } from './stage.ts';

export interface StagedFile {
  readonly file: StageFile;
  readonly cells: Pick<Cells, 'rejected'>;
  readonly staged: Staged;
}

export interface Published {
  /** By file_no. */
  readonly batches: readonly Batch[];
  readonly seenKey: string | null;
}

/** `place` is "<module>/<table>"; `partition` the column whose months cut the rows, if any. */
export async function publishStaged(
  lake: Lake,
  session: Session,
  { place, partition }: { readonly place: string; readonly partition: string | undefined },
  group: readonly StagedFile[],
): Promise<Published> {
  const files = await publishRows(lake, session, { place: `staged/${place}`, partition }, group);
  for (const one of group) await insertRejected(session, one);
  await publishQuarantine(lake, session, `quarantine/${place}`);
  // One file a group: these are read by person or as a whole, never by batch.
  const name = `${nameOf(group.map((g) => g.staged.batchId))}.parquet`;
  await publishTable(lake, session, 'identity_rows', `identity/values/${place}/${name}`);
  await publishTable(lake, session, 'clear_ids', `identity/ids/${place}/${name}`);
  const seenKey = `staged/ids/${place}/${name}`;
  const seen = await publishTable(lake, session, 'seen_ids', seenKey);
  const batches = group.map(({ file, staged }) => ({
    batchId: staged.batchId,
    asOf: staged.asOf,
    asOfBasis: staged.asOfBasis,
    sha256: file.sha256,
    delivery: staged.delivery,
    accepted: staged.accepted,
    ...(staged.unread.keys + staged.unread.keyless > 0 ? { unread: staged.unread } : {}),
    files: files.get(staged.batchId) ?? [],
  }));
  return { batches, seenKey: seen ? seenKey : null };
}

/** By all its batches: a file that comes again alone must not write over what it shared with others. */
function nameOf(batchIds: readonly string[]): string {
  const [only = ''] = batchIds;
  if (batchIds.length === 1) return only;
  return createHash('sha256').update(batchIds.join('|')).digest('hex').slice(0, 20);
}

type Files = Map<string, Batch['files']>;

async function publishRows(
  lake: Lake,
  session: Session,
  { place, partition }: { readonly place: string; readonly partition: string | undefined },
  group: readonly StagedFile[],
): Promise<Files> {
  const [first] = group;
  if (group.length === 1 && first) {
    const { batchId, accepted } = first.staged;
    if (accepted === 0) return new Map();
    const slices = await monthSlices(session, partition);
    if (slices) return new Map([[batchId, await publishSlices(lake, session, place, batchId, slices)]]);
  }
  return publishCut(lake, session, place);
}

interface Slice {
  readonly month: string;
  readonly where: string;
}

/** Beyond these, one pass that cuts the rows is cheaper than a pass a month. */
const mostSlices = 24;

/** Undefined where the rows have too many months, or none. */
async function monthSlices(session: Session, partition: string | undefined): Promise<Slice[] | undefined> {
  if (partition === undefined) return [{ month: 'all', where: 'true' }];
  const column = q(partition);
  const rows = await session.rows(
    `select strftime(first, '%Y-%m') as month, strftime(first, '%Y-%m-%d') as first, strftime(first + interval 1 month, '%Y-%m-%d') as next from (select date_trunc('month', day) as first from (select cast(${q(`t_${partition}`)} as date) as day from kept_rows group by day) group by first) order by first`,
  );
  if (rows.length > mostSlices || rows.some((r) => r.month === null)) return undefined;
  return rows.map(({ month, first, next }) => ({
    month: String(month),
    where: `${column} >= date ${literal(String(first))} and ${column} < date ${literal(String(next))}`,
  }));
}

/** A file a slice, written straight from the query: cutting in one pass would first gather all rows. */
async function publishSlices(
  lake: Lake,
  session: Session,
  place: string,
  batchId: string,
  slices: readonly Slice[],
): Promise<Batch['files']> {
  const files: Batch['files'] = [];
  for (const { month, where } of slices) {
    const local = await lake.scratch('staged.parquet');
    await session.run(
      `copy (select * exclude (file_batch, month) from staged_rows where ${where}) to ${literal(local)} (format parquet, compression zstd)`,
    );
    const key = `${place}/month=${month}/${batchId}-0.parquet`;
    await lake.publish(local, key);
    files.push({ month, key });
  }
  return files;
}

async function publishCut(lake: Lake, session: Session, place: string): Promise<Files> {
  const files: Files = new Map();
  const dir = await lake.scratch('staged');
  await session.run(
    `copy staged_rows to ${literal(dir)} (format parquet, compression zstd, partition_by (file_batch, month))`,
  );
  for (const batchFolder of foldersOf(dir, 'file_batch=')) {
    const batchId = batchFolder.slice('file_batch='.length);
    for (const monthFolder of foldersOf(join(dir, batchFolder), 'month=')) {
      const folder = join(dir, batchFolder, monthFolder);
      for (const [i, name] of readdirSync(folder).sort().entries()) {
        const key = `${place}/${monthFolder}/${batchId}-${i}.parquet`;
        await lake.publish(join(folder, name), key);
        files.set(batchId, [
          ...(files.get(batchId) ?? []),
          { month: monthFolder.slice('month='.length), key },
        ]);
      }
    }
  }
  rmSync(dir, { recursive: true, force: true });
  return files;
}

async function publishQuarantine(lake: Lake, session: Session, place: string): Promise<void> {
  const dir = await lake.scratch('quarantine');
  await session.run(
    `copy quarantined_rows to ${literal(dir)} (format parquet, compression zstd, partition_by (file_batch))`,
  );
  for (const folder of foldersOf(dir, 'file_batch=')) {
    const batchId = folder.slice('file_batch='.length);
    for (const [i, name] of readdirSync(join(dir, folder)).sort().entries()) {
      const key = i === 0 ? `${place}/${batchId}.parquet` : `${place}/${batchId}.${i}.parquet`;
      await lake.publish(join(dir, folder, name), key);
    }
  }
  rmSync(dir, { recursive: true, force: true });
}

function foldersOf(dir: string, prefix: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.startsWith(prefix))
      .sort();
  } catch (error) {
    // An empty table leaves no folder behind.
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function insertRejected(session: Session, { cells, file, staged }: StagedFile): Promise<void> {
  if (cells.rejected.length === 0) return;
  await session.run(
    'create or replace temp table rejected_records (batch_id varchar, file_sha256 varchar, record_no varchar, line_no varchar, rule varchar)',
  );
  await session.append(
    'rejected_records',
    cells.rejected.map((r) => [staged.batchId, file.sha256, String(r.record), String(r.line), r.rule]),
  );
  await session.run(
    "insert into quarantined_rows select batch_id, file_sha256, cast(record_no as bigint), cast(line_no as bigint), rule, '', batch_id from rejected_records",
  );
}

/** False, and nothing written, for an empty table. */
async function publishTable(lake: Lake, session: Session, table: string, key: string): Promise<boolean> {
  const [row] = await session.rows(`select count(*) as n from ${table}`);
  if (Number(row?.n ?? 0) === 0) return false;
  const local = await lake.scratch('rows.parquet');
  await session.run(`copy ${table} to ${literal(local)} (format parquet, compression zstd)`);
  await lake.publish(local, key);
  return true;
}
