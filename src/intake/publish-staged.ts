// Publishes what staging left in the session: staged rows by month, quarantined rows, identity rows and ids seen.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '../adapters/duckdb.ts';
import type { DistrictContext } from '../district/context.ts';
import type { Batch } from '../release/manifest.ts';
import { literal } from '../sql-text/sql-text.ts';
import type { Cells } from './read-cells.ts';
import type { Staged } from './stage.ts';

export interface Published {
  readonly batch: Batch;
  readonly seenKey: string | null;
}

export async function publishStaged(
  context: DistrictContext,
  session: Session,
  {
    module,
    batchTable,
    sha256,
    cells,
    staged,
  }: {
    module: string;
    batchTable: string;
    sha256: string;
    cells: Cells;
    staged: Staged;
  },
): Promise<Published> {
  const place = `${module}/${batchTable}`;
  const files = await publishMonths(context, session, `staged/${place}`, staged.batchId);
  await insertRejected(session, cells, staged.batchId, sha256);
  await publishTable(context, session, 'quarantined_rows', `quarantine/${place}/${staged.batchId}.parquet`);
  await publishTable(context, session, 'identity_rows', `identity/values/${place}/${staged.batchId}.parquet`);
  await publishTable(context, session, 'clear_ids', `identity/ids/${place}/${staged.batchId}.parquet`);
  const seenKey = `staged/ids/${place}/${staged.batchId}.parquet`;
  const seen = await publishTable(context, session, 'seen_ids', seenKey);
  return {
    batch: {
      batchId: staged.batchId,
      asOf: staged.asOf,
      asOfBasis: staged.asOfBasis,
      sha256,
      delivery: staged.delivery,
      accepted: staged.accepted,
      files,
    },
    seenKey: seen ? seenKey : null,
  };
}

async function publishMonths(
  { lake }: DistrictContext,
  session: Session,
  place: string,
  batchId: string,
): Promise<Batch['files']> {
  const dir = await lake.scratch('staged');
  await session.run(
    `copy (select * from staged_rows) to ${literal(dir)} (format parquet, compression zstd, partition_by (month))`,
  );
  const files: Batch['files'] = [];
  for (const folder of foldersOf(dir)) {
    const month = folder.slice('month='.length);
    for (const [i, name] of readdirSync(join(dir, folder)).sort().entries()) {
      const key = `${place}/${folder}/${batchId}-${i}.parquet`;
      await lake.publish(join(dir, folder, name), key);
      files.push({ month, key });
    }
  }
  rmSync(dir, { recursive: true, force: true });
  return files;
}

function foldersOf(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.startsWith('month='))
      .sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function insertRejected(
  session: Session,
  cells: Cells,
  batchId: string,
  sha256: string,
): Promise<void> {
  if (cells.rejected.length === 0) return;
  await session.run(
    'create or replace temp table rejected_records (batch_id varchar, file_sha256 varchar, record_no varchar, line_no varchar, rule varchar)',
  );
  await session.append(
    'rejected_records',
    cells.rejected.map((r) => [batchId, sha256, String(r.record), String(r.line), r.rule]),
  );
  await session.run(
    "insert into quarantined_rows select batch_id, file_sha256, cast(record_no as bigint), cast(line_no as bigint), rule, '' from rejected_records",
  );
}

/** False, and nothing written, for an empty table. */
async function publishTable(
  { lake }: DistrictContext,
  session: Session,
  table: string,
  key: string,
): Promise<boolean> {
  const [row] = await session.rows(`select count(*) as n from ${table}`);
  if (Number(row?.n ?? 0) === 0) return false;
  const local = await lake.scratch('rows.parquet');
  await session.run(`copy ${table} to ${literal(local)} (format parquet, compression zstd)`);
  await lake.publish(local, key);
  return true;
}
