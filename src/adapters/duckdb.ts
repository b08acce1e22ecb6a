// The query engine of one machine and of the Lambda functions: a bounded, in-memory DuckDB session.
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { engineError } from './engine-error.ts';

export type Row = Record<string, unknown>;

export interface SessionOptions {
  /** Where DuckDB may spill; must be writable. */
  readonly tempDir: string;
  /** DuckDB's own limit; the process needs about a third more. */
  readonly memoryMb?: number;
  readonly threads?: number;
}

export interface Session {
  /** This and the others throw EngineError. */
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  /** Appends text rows to an existing table without passing them through SQL text. */
  append(table: string, rows: Iterable<readonly (string | null)[]>): Promise<void>;
  close(): void;
}

export async function openSession({
  tempDir,
  memoryMb = 2048,
  threads = 2,
}: SessionOptions): Promise<Session> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMb}MB`,
    threads: String(threads),
    temp_directory: tempDir,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run("set timezone = 'UTC'");
  return sessionOf(instance, connection);
}

function sessionOf(instance: DuckDBInstance, connection: DuckDBConnection): Session {
  return {
    run: (sql) =>
      told(async () => {
        await connection.run(sql);
      }),
    rows: (sql) => told(async () => (await connection.runAndReadAll(sql)).getRowObjectsJS()),
    append: (table, rows) => told(() => append(connection, table, rows)),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly (string | null)[]>,
): Promise<void> {
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null) appender.appendNull();
      else appender.appendVarchar(cell);
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** Every error passes here, so that none of them can carry a cell into a log. @throws EngineError */
async function told<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw engineError(error);
  }
}
