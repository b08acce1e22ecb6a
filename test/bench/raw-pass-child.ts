// The yardstick: DuckDB alone reads the files as text and writes them as Parquet. Arguments: paths of CSV files.
import { mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openSession } from '../../src/adapters/duckdb.ts';
import { literal } from '../../src/sql-text/sql-text.ts';
import { told } from './child.ts';

const paths = process.argv.slice(2);
const folder = mkdtempSync(join(dirname(paths[0] ?? ''), 'raw-'));
try {
  await told(async () => {
    const session = await openSession({ tempDir: folder });
    for (const [i, path] of paths.entries()) {
      const to = literal(join(folder, `${i}.parquet`));
      await session.run(
        `copy (select * from read_csv(${literal(path)}, all_varchar = true)) to ${to} (format parquet, compression zstd)`,
      );
    }
    session.close();
    return {};
  });
} finally {
  rmSync(folder, { recursive: true });
}
