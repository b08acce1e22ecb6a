// Runs glue-jobs/harmonize.py as Glue would on a released district, and compares every table it writes with DuckDB's.
import { join } from 'node:path';
import { openSession, type Session } from '../../src/adapters/duckdb.ts';
import { type DistrictContext, openContext } from '../../src/district/context.ts';
import { planSparkRun } from '../../src/harmonize/harmonize-step.ts';
import { parquetQuery, partitionColumn } from '../../src/harmonize/parquet-view.ts';
import type { Column } from '../../src/harmonize/sql-catalog.ts';
import { readCatalog } from '../../src/harmonize/sql-catalog.ts';
import type { Manifest } from '../../src/release/manifest.ts';
import { currentManifest } from '../../src/release/release-store.ts';
import { harmonizeSchema, readFacts } from '../../src/run/facts.ts';
import { type Answer, difference } from './compare.ts';
import { athenaType, cell, textOf } from './duckdb-answers.ts';
import { pythonEnvironment, run } from './environments.ts';

export interface JobLine {
  readonly table: string;
  readonly rows: number;
  /** 'equal', or what is wrong. */
  readonly verdict: string;
}

/** A line a table of the plan. The district's last run is made once more, from all its rows; its release stays. */
export async function sparkJob(
  root: string,
  home: string,
  name: string,
  scratch: string,
): Promise<JobLine[]> {
  const context = await openContext(name);
  const released = await currentManifest(context.lake, name);
  const plan = await planSparkRun(context, released.runId);
  await harmonizeAsGlue(root, home, name, released, scratch);
  const made = await readFacts(context.lake, released.runId, 'harmonize', harmonizeSchema);
  const session = await openSession({ tempDir: scratch });
  try {
    const lines: JobLine[] = [];
    for (const step of plan.steps) {
      if (step.kind !== 'table') continue;
      const columns = readCatalog(root).tables[step.relation]?.columns ?? [];
      const side = (tables: Manifest['tables']) => answer(session, context, columns, tables[step.relation]);
      const expected = await side(released.tables);
      const verdict = difference(columns, expected, await side(made.tables)) ?? 'equal';
      lines.push({ table: step.relation, rows: expected.rows.length, verdict });
    }
    return lines;
  } finally {
    session.close();
  }
}

/** Prints what the job made; the number of tables that differ. */
export function reportJob(lines: readonly JobLine[], print: (line: string) => void = console.log): number {
  const wrong = lines.filter((l) => l.verdict !== 'equal');
  const full = lines.filter((l) => l.rows > 0);
  const rows = lines.reduce((sum, l) => sum + l.rows, 0);
  print(
    `\nThe Spark job made ${lines.length} tables, ${full.length} of them with rows (${rows}); ${lines.length - wrong.length} equal those of DuckDB.`,
  );
  for (const l of wrong) print(`glue-jobs/harmonize.py, ${l.table}: ${l.verdict}`);
  return full.length === 0 ? 1 : wrong.length;
}

async function harmonizeAsGlue(
  root: string,
  home: string,
  name: string,
  { runId, date }: Manifest,
  scratch: string,
): Promise<void> {
  const { python, javaHome } = await pythonEnvironment(root, 'spark');
  // What Glue's own session brings is set from outside: the script is run as it is deployed.
  const settings = {
    'spark.sql.shuffle.partitions': '2',
    'spark.sql.warehouse.dir': join(scratch, 'warehouse'),
    'spark.local.dir': scratch,
    'spark.driver.memory': '3g',
    'spark.driver.bindAddress': '127.0.0.1',
    'spark.driver.host': '127.0.0.1',
    'spark.driver.extraJavaOptions': `-Dderby.system.home=${scratch}`,
    'spark.ui.enabled': 'false',
    'spark.sql.codegen.wholeStage': 'false',
    'spark.sql.adaptive.enabled': 'false',
    'spark.log.level': 'ERROR',
  };
  const given = Object.entries(settings).flatMap(([key, value]) => ['--conf', `${key}=${value}`]);
  const env = {
    ...process.env,
    JAVA_HOME: javaHome,
    JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC',
    PYSPARK_PYTHON: python,
    PYSPARK_SUBMIT_ARGS: ['--master', 'local[2]', ...given, 'pyspark-shell'].join(' '),
  };
  const words = ['--lake', home, '--run_id', runId, '--district', name, '--date', date, '--JOB_NAME', 'x'];
  await run(python, [join(root, 'glue-jobs', 'harmonize.py'), ...words], env);
}

async function answer(
  session: Session,
  { lake }: DistrictContext,
  columns: readonly Column[],
  table: Manifest['tables'][string] | undefined,
): Promise<Answer> {
  const files = Object.values(table?.parts ?? {}).flat();
  const paths = await Promise.all(files.map((f) => lake.fetch(f.key)));
  const query = parquetQuery(columns, paths, partitionColumn(table?.partition ?? 'all'));
  const described = await session.rows(`describe ${query}`);
  const rows = await session.rows(`select ${columns.map(textOf).join(', ')} from (${query})`);
  const counted = files.reduce((sum, f) => sum + f.rows, 0);
  if (counted !== rows.length) throw new Error(`the books say ${counted} rows where ${rows.length} lie`);
  return {
    types: described.map((d) => athenaType(String(d.column_type))),
    rows: rows.map((row) => columns.map((c) => cell(row[c.name]))),
  };
}
