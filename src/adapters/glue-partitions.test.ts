// A release in Glue: every partition has its folder and full description, calls keep to Glue's limits, and a rollback
// takes away what the earlier day did not have.

import { GlueClient } from '@aws-sdk/client-glue';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type GlueStub, glueStub } from '../../test/aws/glue-stub.ts';
import type { SqlCatalog, TableEntry } from '../harmonize/sql-catalog.ts';
import { emptyManifest, type Manifest } from '../release/manifest.ts';
import { PartSpreadError } from '../release/part-folder.ts';
import { GluePartitionError, glueCatalog, moveTable, partitionMove } from './glue-partitions.ts';

const columns = [
  { name: 'student_key', type: 'varchar' },
  { name: 'days', type: 'integer' },
];
const root = 's3://lake';

type Parts = Manifest['tables'][string]['parts'];

/** One file a part, made by a run. */
const parts = (values: readonly string[], run: string): Parts =>
  Object.fromEntries(values.map((v) => [v, [{ key: `lake/day/month=${v}/${run}/0.parquet`, rows: 1 }]]));
const months = (n: number) => Array.from({ length: n }, (_, i) => `m${String(i).padStart(4, '0')}`);
const locations = (stub: GlueStub, table: string) =>
  [...(stub.tables.get(table) ?? [])].map(([value, p]) => [value, p.StorageDescriptor.Location]).sort();

describe('the move of a table', () => {
  const present = new Map([
    ['2026-01', 's3://lake/lake/day/month=2026-01/r1/'],
    ['2026-02', 's3://lake/lake/day/month=2026-02/r1/'],
    ['2025-12', 's3://lake/lake/day/month=2025-12/r1/'],
  ]);
  const wanted = { ...parts(['2026-01'], 'r1'), ...parts(['2026-02', '2026-03'], 'r2') };
  const move = partitionMove('day', wanted, columns, present, root);

  it('creates, changes and removes only what differs', () => {
    expect(move.create.map((p) => p.Values)).toEqual([['2026-03']]);
    expect(move.update.map((p) => p.StorageDescriptor?.Location)).toEqual([
      's3://lake/lake/day/month=2026-02/r2/',
    ]);
    expect(move.remove).toEqual(['2025-12']);
  });

  it("describes a partition in full, in Hive's words: it would keep an old schema otherwise", () => {
    expect(move.create[0]?.StorageDescriptor).toMatchObject({
      Columns: [
        { Name: 'student_key', Type: 'string' },
        { Name: 'days', Type: 'int' },
      ],
      SerdeInfo: { SerializationLibrary: expect.stringContaining('ParquetHiveSerDe') },
    });
  });

  it('leaves out a partition without files', () => {
    expect(partitionMove('day', { '2026-04': [] }, columns, new Map(), root).create).toEqual([]);
  });

  it('refuses a partition that lies in several folders: Athena would read one of them', () => {
    const spread = {
      '2026-01': [...(parts(['2026-01'], 'r1')['2026-01'] ?? []), { key: 'lake/x/0.parquet', rows: 1 }],
    };
    expect(() => partitionMove('day', spread, columns, new Map(), root)).toThrow(PartSpreadError);
  });
});

describe('the catalog in Glue', () => {
  let stub: GlueStub;
  let glue: GlueClient;

  beforeEach(async () => {
    stub = await glueStub();
    glue = new GlueClient({});
  });
  afterEach(async () => {
    glue.destroy();
    await stub.close();
  });

  it('takes at most 100 partitions a call, and 25 to remove', async () => {
    await moveTable(glue, 'db', 'day', parts(months(230), 'r1'), columns, root);
    await moveTable(glue, 'db', 'day', parts(months(120), 'r2'), columns, root);
    expect(stub.calls).toEqual([
      'create day 100',
      'create day 100',
      'create day 30',
      'update day 100',
      'update day 20',
      'delete day 25',
      'delete day 25',
      'delete day 25',
      'delete day 25',
      'delete day 10',
    ]);
    expect(stub.tables.get('day')?.size).toBe(120);
  });

  it('has nothing to do when it is told the same day again', async () => {
    await moveTable(glue, 'db', 'day', parts(months(7), 'r1'), columns, root);
    const before = stub.calls.length;
    await moveTable(glue, 'db', 'day', parts(months(7), 'r1'), columns, root);
    expect(stub.calls.length).toBe(before);
  });

  it('goes back to an earlier release: old folders, and later partitions gone', async () => {
    const first = parts(months(2), 'r1');
    await moveTable(glue, 'db', 'day', first, columns, root);
    await moveTable(glue, 'db', 'day', parts(months(4), 'r2'), columns, root);
    await moveTable(glue, 'db', 'day', first, columns, root);
    expect(locations(stub, 'day')).toEqual([
      ['m0000', 's3://lake/lake/day/month=m0000/r1/'],
      ['m0001', 's3://lake/lake/day/month=m0001/r1/'],
    ]);
  });

  it('says which table a refused partition belongs to', async () => {
    stub.refused.add('m0001');
    const moved = moveTable(glue, 'db', 'day', parts(months(3), 'r1'), columns, root);
    await expect(moved).rejects.toThrow(GluePartitionError);
    await expect(moved).rejects.toMatchObject({
      where: 'day',
      message: expect.stringContaining('not today'),
    });
  });

  it('shows every stored table of a release and no view, without the column that partitions', async () => {
    const stored = (layer: 'core' | 'mart' | 'view'): TableEntry => ({
      layer,
      partition: 'month',
      inputs: [],
      columns: [...columns, { name: 'month', type: 'varchar' }],
    });
    const tables: SqlCatalog = {
      tables: { day: stored('core'), gone: stored('mart'), seen: stored('view') },
      reference: { codes: { columns } },
      mapped: {},
      staged: {},
      features: {},
      order: [],
    };
    const catalog = glueCatalog(glue, 'db', root, tables);
    const manifest = (run: string, more: Manifest['tables'] = {}): Manifest => ({
      ...emptyManifest('maple'),
      tables: {
        day: { partition: 'month', parts: parts(['2026-01'], run) },
        codes: {
          partition: 'all',
          parts: { all: [{ key: `lake/codes/part=all/${run}/0.parquet`, rows: 3 }] },
        },
        ...more,
      },
    });
    await catalog.show(manifest('r1', { gone: { partition: 'month', parts: parts(['2026-01'], 'r1') } }));
    await catalog.show(manifest('r2'));
    expect([...stub.tables.keys()].sort()).toEqual(['codes', 'day', 'gone']);
    expect(locations(stub, 'codes')).toEqual([['all', 's3://lake/lake/codes/part=all/r2/']]);
    expect(locations(stub, 'gone')).toEqual([]);
    const described = stub.tables.get('day')?.get('2026-01')?.StorageDescriptor.Columns;
    expect(described?.map((c) => c.Name)).toEqual(['student_key', 'days']);
  });
});
