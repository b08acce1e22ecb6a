// The query engine of one machine and of the Lambda functions: a bounded, in-memory DuckDB session.
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
  /** The same as JSON values: dates and whole numbers beyond 2^53 as text. */
  ask(
    sql: string,
  ): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] }>;
  /** Appends text rows to an existing table without passing them through SQL text. */
  append(table: string, rows: Iterable<readonly (string | null)[]>): Promise<void>;
  close(): void;
}

/**
 * Sessions that are open at the same time in one process share one engine, its memory and its threads, but neither
 * temporary tables nor views: chunks read side by side then stay within one limit.
 */
export async function openSession({
  tempDir,
  memoryMb = 2048,
  threads = 2,
}: SessionOptions): Promise<Session> {
  const key = [tempDir, memoryMb, threads].join('|');
  const engine = engines.get(key) ?? { instance: startEngine(tempDir, memoryMb, threads), users: 0 };
  engine.users += 1;
  engines.set(key, engine);
  const leave = async () => {
    engine.users -= 1;
    if (engine.users > 0) return;
    engines.delete(key);
    const { instance, spill } = await engine.instance;
    instance.closeSync();
    rmSync(spill, { recursive: true, force: true });
  };
  try {
    const connection = await (await engine.instance).instance.connect();
    await connection.run("set timezone = 'UTC'");
    return sessionOf(connection, leave);
  } catch (error) {
    await leave();
    throw error;
  }
}

interface Engine {
  readonly instance: Promise<{ readonly instance: DuckDBInstance; readonly spill: string }>;
  users: number;
}

const engines = new Map<string, Engine>();

async function startEngine(tempDir: string, memoryMb: number, threads: number) {
  // Two engines that spill into one folder overwrite each other's pages: each has its own.
  const spill = join(tempDir, `spill-${randomUUID()}`);
  mkdirSync(tempDir, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memoryMb}MB`,
    threads: String(threads),
    temp_directory: spill,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  return { instance, spill };
}

function sessionOf(connection: DuckDBConnection, leave: () => Promise<void>): Session {
  return {
    run: (sql) =>
      told(async () => {
        await connection.run(sql);
      }),
    rows: (sql) => told(async () => (await connection.runAndReadAll(sql)).getRowObjectsJS()),
    ask: (sql) =>
      told(async () => {
        const reader = await connection.runAndReadAll(sql);
        return { columns: reader.columnNames(), rows: reader.getRowsJson() };
      }),
    append: (table, rows) => told(() => append(connection, table, rows)),
    close() {
      connection.closeSync();
      void leave();
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
