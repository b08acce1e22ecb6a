// A read-only window on one release: its tables and the analysts' views, and nothing else of this machine.
import { type DuckDBConnection, DuckDBInstance, StatementType } from '@duckdb/node-api';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { releasedViews } from '../harmonize/released-views.ts';
import { readCatalog } from '../harmonize/sql-catalog.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { literal } from '../sql-text/sql-text.ts';
import { QueryError, refuseAllButQueries } from './only-queries.ts';

export interface Answer {
  readonly columns: readonly string[];
  /** JSON values; whole numbers beyond 2^53 and dates as text. */
  readonly rows: readonly (readonly unknown[])[];
}

export interface ReleaseSession {
  /** @throws QueryError for anything but a query, and for what the engine refuses. */
  ask(sql: string): Promise<Answer>;
  close(): void;
}

export async function openRelease(
  root: string,
  lake: Lake,
  manifest: Manifest,
  lakeDir: string,
): Promise<ReleaseSession> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: '2',
  });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  await openViews(connection, root, lake, manifest);
  await connection.run(`set allowed_directories = [${literal(`${lakeDir}/`)}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  return {
    ask: (sql) => ask(connection, sql),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A release made before a column was added opens too: the column is blank there. */
async function openViews(connection: DuckDBConnection, root: string, lake: Lake, manifest: Manifest) {
  const open = async (age: 'today' | 'older') => {
    for (const sql of await releasedViews(root, readCatalog(root), lake, manifest.tables, age))
      await connection.run(sql);
  };
  try {
    await open('today');
  } catch {
    await open('older');
  }
}

async function ask(connection: DuckDBConnection, sql: string): Promise<Answer> {
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) {
      throw new QueryError('One query at a time.', 'sql', 'Send each query by itself.');
    }
    await refuseAllButQueries(connection, sql);
    const prepared = await statements.prepare(0);
    if (prepared.statementType !== StatementType.SELECT && prepared.statementType !== StatementType.EXPLAIN) {
      throw new QueryError(
        'Only queries are allowed: nothing can be changed here.',
        'sql',
        'Begin with SELECT or WITH.',
      );
    }
    const reader = await prepared.runAndReadAll();
    return { columns: reader.columnNames(), rows: reader.getRowsJson() };
  } catch (error) {
    if (error instanceof HomeroomError) throw error;
    throw new QueryError(
      firstLine(error),
      'sql',
      'Tables and columns are listed in docs/tables.md, or ask: select table_name from information_schema.tables',
    );
  }
}

/** The engine's errors may come from another realm, where they are no `Error` of this one. */
function firstLine(error: unknown): string {
  const told = typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  return typeof told === 'string' ? (told.split('\n')[0] ?? '') : 'failed';
}
