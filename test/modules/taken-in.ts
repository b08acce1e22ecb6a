// Takes files of one module through the intake step, and its history and mappings, in a home of their own:
// a module's test can then ask what came out.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { Row, Session } from '../../src/adapters/duckdb.ts';
import { type Contract, lakeType, survivingColumns } from '../../src/contract/contract.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import { definitionsRoot } from '../../src/definitions/definitions.ts';
import { openContext } from '../../src/district/context.ts';
import { historySql, mappingSql } from '../../src/harmonize/sql-catalog.ts';
import { intakeChunk } from '../../src/intake/intake-chunk.ts';
import { planRun } from '../../src/intake/plan.ts';
import { stagedLineage } from '../../src/intake/staged-sql.ts';
import type { FileFacts } from '../../src/run/facts.ts';
import { literal } from '../../src/sql-text/sql-text.ts';

const root = definitionsRoot();

/** The folder of real sample files; tests that need it are skipped where it is not. */
export const samples = join(root, '..', 'shared', 'data');
export const haveSamples = existsSync(samples);

export interface TableCounts {
  files: number;
  rowsIn: number;
  accepted: number;
  superseded: number;
  headerLines: number;
  quarantined: Record<string, number>;
  unknownColumns: string[];
}

export interface TakenIn {
  readonly tables: Readonly<Record<string, TableCounts>>;
  /** Files that were held or refused as a whole. */
  readonly left: readonly { readonly path: string; readonly status: string; readonly reason: string }[];
  rows(sql: string): Promise<Row[]>;
  /** The only value of a query that gives one row and one column. */
  value(sql: string): Promise<unknown>;
  close(): void;
}

export interface Delivered {
  readonly module: string;
  /** Folder that stands for the drop zone: paths inside it are what the contract sees. */
  readonly zone: string;
  /** Files or folders inside the zone; the whole zone when left out. */
  readonly paths?: readonly string[];
  readonly received?: string;
  readonly timezone?: string;
}

export async function takeIn({
  module,
  zone,
  paths = ['.'],
  received = '2022-02-15',
  timezone = 'America/New_York',
}: Delivered): Promise<TakenIn> {
  const home = mkdtempSync(join(tmpdir(), 'homeroom-module-'));
  const config = join(home, 'sample.json');
  writeFileSync(
    config,
    JSON.stringify({ district: 'sample', name: 'Sample', timezone, modules: { [module]: {} } }),
  );
  process.env.HOMEROOM_HOME = home;
  const state = join(home, 'sample');
  // One key for all homes of tests, so that two modules' pseudonyms can be compared.
  mkdirSync(join(state, 'keys'), { recursive: true });
  writeFileSync(join(state, 'keys', 'pseudonym.key'), '5a'.repeat(32), { mode: 0o600 });
  for (const file of paths.flatMap((p) => filesBelow(join(zone, p)))) {
    const to = join(state, 'landing', module, relative(zone, file));
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(file, to);
  }
  const context = await openContext('sample', config);
  const plan = await planRun(context, received);
  const files: FileFacts[] = [];
  for (const chunk of plan.chunks.keys())
    files.push(...(await intakeChunk(context, plan.runId, chunk)).files);
  const session = await context.session();
  await makeViews(session, readContract(join(root, 'modules'), module), state);
  return {
    tables: countsOf(files),
    left: files
      .filter((f) => f.status === 'held' || f.status === 'refused')
      .map((f) => ({ path: f.fileName, status: f.status, reason: f.reason })),
    rows: (sql) => session.rows(sql),
    value: async (sql) => Object.values((await session.rows(sql))[0] ?? {})[0],
    close: () => {
      session.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function filesBelow(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function countsOf(files: readonly FileFacts[]): Record<string, TableCounts> {
  const tables: Record<string, TableCounts> = {};
  for (const file of files) {
    if (file.status !== 'accepted') continue;
    const counts = tables[file.table] ?? noCounts();
    tables[file.table] = counts;
    counts.files++;
    counts.rowsIn += file.rowsIn;
    counts.accepted += file.accepted;
    counts.superseded += file.superseded;
    counts.headerLines += file.headerLines;
    counts.unknownColumns.push(...file.unknownColumns);
    for (const [rule, n] of Object.entries(file.quarantined)) {
      counts.quarantined[rule] = (counts.quarantined[rule] ?? 0) + n;
    }
  }
  return tables;
}

function noCounts(): TableCounts {
  return {
    files: 0,
    rowsIn: 0,
    accepted: 0,
    superseded: 0,
    headerLines: 0,
    quarantined: {},
    unknownColumns: [],
  };
}

/** Tables `staged_*` and `identity_store`, views for each history and mapping of the module. */
async function makeViews(session: Session, contract: Contract, state: string): Promise<void> {
  const { module } = contract;
  await session.run(
    'create table identity_store (id_system varchar, id varchar, field varchar, clear_value varchar)',
  );
  await fill(session, 'identity_store', join(state, 'identity', 'values', module));
  for (const [name, table] of Object.entries(contract.tables)) {
    if (table.refuse !== undefined || table.delivery === 'delete') continue;
    const own = survivingColumns(table).map(([column, c]) => `"${column}" ${lakeType(c)}`);
    const lineage = stagedLineage.map(([column, type]) => `${column} ${type}`);
    const staged = `staged_${module}_${name}`;
    await session.run(`create table ${staged} (${[...own, ...lineage, 'month varchar'].join(', ')})`);
    await fill(session, staged, join(state, 'staged', module, name));
    await session.run(`create view ${module}_${name} as ${historySql(root, module, name, false)}`);
  }
  for (const file of readdirSync(join(root, 'modules', module))) {
    const target = /^(\w+)[.]sql$/.exec(file)?.[1];
    const sql = target === undefined ? undefined : mappingSql(root, module, target);
    if (sql !== undefined) await session.run(`create view mapped_${target} as ${sql}`);
  }
}

async function fill(session: Session, table: string, folder: string): Promise<void> {
  if (!existsSync(folder) || !filesBelow(folder).some((f) => f.endsWith('.parquet'))) return;
  const months = table.startsWith('staged_') ? ", hive_types = {'month': varchar}" : '';
  const files = `read_parquet(${literal(`${folder}/**/*.parquet`)}, union_by_name = true${months})`;
  await session.run(`insert into ${table} by name select * from ${files}`);
}
