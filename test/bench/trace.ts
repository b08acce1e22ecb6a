// Times every statement that DuckDB is given in this process, and prints the costliest with the day's steps and tables.
import { DuckDBConnection } from '@duckdb/node-api';
import type { Lake } from '../../src/lake/lake.ts';
import { harmonizeSchema, readFacts } from '../../src/run/facts.ts';

interface Statement {
  readonly sql: string;
  readonly seconds: number;
  /** Seconds of the processors; those of statements that ran at the same time are in it. */
  readonly cpu: number;
}

type Print = (lake: Lake, runId: string, steps: Readonly<Record<string, number>>) => Promise<void>;

export async function traceStatements(): Promise<Print> {
  const all: Statement[] = [];
  const { run, runAndReadAll } = DuckDBConnection.prototype;
  const timed = async <T>(sql: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const before = process.cpuUsage();
    try {
      return await work();
    } finally {
      const { user, system } = process.cpuUsage(before);
      all.push({ sql, seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 });
    }
  };
  DuckDBConnection.prototype.run = function traced(sql, ...rest) {
    return timed(sql, () => run.call(this, sql, ...rest));
  };
  DuckDBConnection.prototype.runAndReadAll = function traced(sql, ...rest) {
    return timed(sql, () => runAndReadAll.call(this, sql, ...rest));
  };
  return async (lake, runId, steps) => {
    const { made } = await readFacts(lake, runId, 'harmonize', harmonizeSchema);
    const line = (seconds: number, what: string) =>
      process.stderr.write(`${seconds.toFixed(3).padStart(9)} s  ${what}\n`);
    for (const [step, seconds] of Object.entries(steps)) line(seconds, `step ${step}`);
    for (const { table, seconds } of made.toSorted((a, b) => b.seconds - a.seconds).slice(0, 20))
      line(seconds, `table ${table}`);
    line(
      all.reduce((sum, s) => sum + s.seconds, 0),
      `${all.length} statements`,
    );
    const width = Number(process.env.HOMEROOM_BENCH_WIDTH ?? '160');
    for (const { sql, seconds, cpu } of all.toSorted((a, b) => b.cpu - a.cpu).slice(0, 30))
      line(seconds, `(cpu ${cpu.toFixed(2)}) ${sql.replaceAll(/\s+/g, ' ').slice(0, width)}`);
  };
}
