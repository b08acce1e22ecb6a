// Two states of one table compared to the last row, on real Parquet files.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../adapters/directory-lake.ts';
import { openSession, type Session } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import type { PartFile } from '../release/manifest.ts';
import { literal } from '../sql-text/sql-text.ts';
import { changedRows } from './changed-rows.ts';
import { compareTable } from './compare-table.ts';
import { differingPartitions, type StoredTable } from './stored-table.ts';

let folder: string;
let lake: Lake;
let session: Session;
let files = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'compare-'));
  lake = directoryLake(folder);
  session = await openSession({ tempDir: lake.tempDir });
});

afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A file of one month; rows are (student, day, minutes, batch_id). */
async function part(
  month: string,
  values: string,
  columns = 'student, day, minutes, batch_id',
): Promise<PartFile> {
  const key = `lake/t/month=${month}/r${++files}/0.parquet`;
  const local = await lake.scratch('t.parquet');
  await session.run(
    `copy (select * from (values ${values}) as t(${columns})) to ${literal(local)} (format parquet)`,
  );
  await lake.publish(local, key);
  return { key, rows: 0 };
}

const table = (before: StoredTable['before'], after: StoredTable['after']): StoredTable => ({
  name: 't',
  columns: [
    { name: 'student', type: 'varchar' },
    { name: 'day', type: 'integer' },
    { name: 'minutes', type: 'double' },
    { name: 'batch_id', type: 'varchar' },
    { name: 'month', type: 'varchar' },
  ],
  keys: ['student', 'day'],
  partition: { name: 'month', type: 'varchar' },
  before,
  after,
});

describe('a table of two releases', () => {
  it('is not opened where every partition has the same files', async () => {
    const same = [{ key: 'lake/t/month=2026-01/gone/0.parquet', rows: 3 }];
    const t = table({ '2026-01': same }, { '2026-01': same });
    expect(differingPartitions(t)).toEqual([]);
    expect((await compareTable(session, lake, t)).partitions).toEqual([]);
  });

  it('counts rows that came, went and changed, by partition and by the batch that brought them', async () => {
    const january = await part('2026-01', "('a', 1, 5.0, 'x'), ('a', 2, 5.0, 'x')");
    const before = {
      '2026-01': [january],
      '2026-02': [await part('2026-02', "('a', 40, 1.0, 'x'), ('b', 40, 2.0, 'x'), ('c', 40, 3.0, 'x')")],
    };
    const after = {
      '2026-01': [january],
      '2026-02': [await part('2026-02', "('a', 40, 1.0, 'x'), ('b', 40, 9.0, 'y'), ('d', 40, 4.0, 'y')")],
    };
    const found = await compareTable(session, lake, table(before, after));
    expect(found).toMatchObject({ added: 1, removed: 1, changed: 1, restated: 0 });
    expect(found.partitions).toEqual([
      { partition: '2026-02', added: 1, removed: 1, changed: 1, restated: 0 },
    ]);
    expect(found.batches).toEqual([
      { batch_id: 'x', added: 0, removed: 1, changed: 0, restated: 0 },
      { batch_id: 'y', added: 1, removed: 0, changed: 1, restated: 0 },
    ]);
    expect(await changedRows(session, table(before, after), 10)).toEqual([
      {
        what: 'changed',
        partition: '2026-02',
        key: { student: 'b', day: '40' },
        columns: { minutes: ['2.0', '9.0'] },
        batch_id: 'y',
      },
      { what: 'removed', partition: '2026-02', key: { student: 'c', day: '40' }, columns: {}, batch_id: 'x' },
      { what: 'added', partition: '2026-02', key: { student: 'd', day: '40' }, columns: {}, batch_id: 'y' },
    ]);
  });

  it('calls a row restated that only comes from another file', async () => {
    const before = { '2026-01': [await part('2026-01', "('a', 1, 5.0, 'x')")] };
    const after = { '2026-01': [await part('2026-01', "('a', 1, 5.0, 'y')")] };
    expect(await compareTable(session, lake, table(before, after))).toMatchObject({
      changed: 0,
      restated: 1,
    });
    expect(
      await compareTable(session, lake, table(before, after), { ignored: new Set(['batch_id']) }),
    ).toMatchObject({ changed: 0, restated: 0 });
  });

  it('overlooks the last bit of a sum, and nothing larger', async () => {
    const before = {
      '2026-01': [await part('2026-01', "('a', 1, 0.1e0 + 0.2e0, 'x'), ('b', 1, 1.0e0, 'x')")],
    };
    const after = { '2026-01': [await part('2026-01', "('a', 1, 0.3e0, 'x'), ('b', 1, 1.00001e0, 'x')")] };
    expect(await compareTable(session, lake, table(before, after))).toMatchObject({
      changed: 1,
      restated: 0,
    });
  });

  it('tells null from a value, and one null is as another', async () => {
    const before = { '2026-01': [await part('2026-01', "('a', 1, null::double, 'x'), (null, 2, 1.0, 'x')")] };
    const after = { '2026-01': [await part('2026-01', "('a', 1, 0.0, 'x'), (null, 2, 1.0, 'x')")] };
    expect(await compareTable(session, lake, table(before, after))).toMatchObject({
      added: 0,
      removed: 0,
      changed: 1,
    });
  });

  it('pairs repeated keys one by one, so that none is counted twice', async () => {
    const before = { '2026-01': [await part('2026-01', "('a', 1, 1.0, 'x'), ('a', 1, 1.0, 'x')")] };
    const after = {
      '2026-01': [await part('2026-01', "('a', 1, 1.0, 'x'), ('a', 1, 1.0, 'x'), ('a', 1, 1.0, 'x')")],
    };
    expect(await compareTable(session, lake, table(before, after))).toMatchObject({
      added: 1,
      removed: 0,
      changed: 0,
    });
  });

  it('reads a release that lacks a column as one that holds nothing in it', async () => {
    const before = { '2026-01': [await part('2026-01', "('a', 1, 'x')", 'student, day, batch_id')] };
    const after = { '2026-01': [await part('2026-01', "('a', 1, 2.0, 'x')")] };
    const t = table(before, after);
    expect(await compareTable(session, lake, t)).toMatchObject({ added: 0, removed: 0, changed: 1 });
    expect((await changedRows(session, t, 1))[0]?.columns).toEqual({ minutes: [null, '2.0'] });
  });

  it('changes its one row where it has no key', async () => {
    const before = { '2026-01': [await part('2026-01', "('a', 1, 1.0, 'x')")] };
    const after = { '2026-01': [await part('2026-01', "('b', 2, 1.0, 'x')")] };
    expect(await compareTable(session, lake, { ...table(before, after), keys: [] })).toMatchObject({
      added: 0,
      removed: 0,
      changed: 1,
    });
  });

  it('moves whole partitions', async () => {
    const file = await part('2026-01', "('a', 1, 1.0, 'x')");
    expect(await compareTable(session, lake, table({}, { '2026-01': [file] }))).toMatchObject({
      added: 1,
      removed: 0,
    });
    expect(await compareTable(session, lake, table({ '2026-01': [file] }, {}))).toMatchObject({
      added: 0,
      removed: 1,
    });
  });
});
