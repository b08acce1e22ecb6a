import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import { openSession, type Session } from '../adapters/duckdb.ts';
import type { Batch } from '../release/manifest.ts';
import { isQuiet } from './quiet-snapshots.ts';

describe('a new full file', () => {
  const home = mkdtempSync(join(tmpdir(), 'homeroom-quiet-'));
  const lake = directoryLake(home);
  let session: Session;
  const columns = [
    { name: 'id', type: 'varchar' },
    { name: 'grade', type: 'varchar' },
  ];

  beforeAll(async () => {
    session = await openSession({ tempDir: lake.tempDir });
  });

  afterAll(() => {
    session.close();
    rmSync(home, { recursive: true, force: true });
  });

  async function full(
    day: string,
    values: string,
    accepted: number,
    delivery: Batch['delivery'] = 'snapshot',
  ): Promise<Batch> {
    const local = await lake.scratch('rows.parquet');
    await session.run(
      `copy (select * from (values ${values}) as v (id, grade, seen)) to '${local}' (format parquet)`,
    );
    const key = `staged/m/t/month=all/${day}.parquet`;
    await lake.publish(local, key);
    return {
      batchId: day,
      asOf: day,
      asOfBasis: 'path',
      sha256: day,
      delivery,
      accepted,
      files: [{ month: 'all', key }],
    };
  }

  const quiet = (batches: Batch[], fresh: string) =>
    isQuiet({ session, lake, batches, newBatches: new Set([fresh]), columns });

  it('is quiet when it says the same in the columns that are read', async () => {
    const a = await full('2026-01-01', "('1', '9', 'mon'), ('2', '10', 'mon')", 2);
    const b = await full('2026-01-02', "('2', '10', 'tue'), ('1', '9', 'tue')", 2);
    expect(await quiet([a, b], '2026-01-02')).toBe(true);
  });

  it('is not quiet when a value changed, a row came or a row went', async () => {
    const a = await full('2026-01-01', "('1', '9', 'x'), ('2', '10', 'x')", 2);
    const changed = await full('2026-01-03', "('1', '9', 'x'), ('2', '11', 'x')", 2);
    const more = await full('2026-01-04', "('1', '9', 'x'), ('2', '10', 'x'), ('3', '9', 'x')", 3);
    const fewer = await full('2026-01-05', "('1', '9', 'x')", 1);
    expect(await quiet([a, changed], changed.batchId)).toBe(false);
    expect(await quiet([a, more], more.batchId)).toBe(false);
    expect(await quiet([a, fewer], fewer.batchId)).toBe(false);
  });

  it('cannot be told for the first file, a late one, or a delta', async () => {
    const a = await full('2026-01-01', "('1', '9', 'x')", 1);
    const b = await full('2026-01-02', "('1', '9', 'x')", 1);
    const delta = await full('2026-01-03', "('1', '9', 'x')", 1, 'delta');
    expect(await quiet([a], a.batchId)).toBe(false);
    expect(await quiet([a, b], a.batchId)).toBe(false);
    expect(await quiet([a, delta], delta.batchId)).toBe(false);
  });
});
