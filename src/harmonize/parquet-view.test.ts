// Files of an earlier release are read as today's tables: a column that they lack is blank, never an error or a shift.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openSession } from '../adapters/duckdb.ts';
import { olderParquetQuery } from './parquet-view.ts';

it('a column that an earlier release did not have is blank, and the others stay in their places', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'older-'));
  const file = join(dir, 'a.parquet');
  const session = await openSession({ tempDir: dir, memoryMb: 256, threads: 1 });
  try {
    await session.run(`copy (select 'x' as name, 7 as days) to '${file}' (format parquet)`);
    const columns = [
      { name: 'days', type: 'integer' },
      { name: 'passing_mark', type: 'double' },
      { name: 'name', type: 'varchar' },
    ];
    const rows = await session.rows(olderParquetQuery(columns, [file]));
    expect(rows).toEqual([{ days: 7, passing_mark: null, name: 'x' }]);
    expect(await session.rows(olderParquetQuery(columns, []))).toEqual([]);
  } finally {
    session.close();
  }
});
