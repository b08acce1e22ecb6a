// Takes files of one module through intake, history and mappings in memory, so that a module's test can ask what came out.
import { createHash, createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DEFAULT_ID_SYSTEMS } from '../../lib/district-defaults.ts';
import { openSession, type Row, type Session } from '../../src/adapters/duckdb.ts';
import { type Contract, lakeType, survivingColumns } from '../../src/contract/contract.ts';
import { readContract } from '../../src/contract/read-contract.ts';
import { definitionsRoot } from '../../src/definitions/definitions.ts';
import { historySql, mappingSql } from '../../src/harmonize/sql-catalog.ts';
import { IntakeHold } from '../../src/intake/intake-hold.ts';
import { readCells } from '../../src/intake/read-cells.ts';
import { stageCells } from '../../src/intake/stage.ts';
import { stagedLineage } from '../../src/intake/staged-sql.ts';

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
  readonly left: readonly { readonly path: string; readonly kind: string; readonly reason: string }[];
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
  const scratch = mkdtempSync(join(tmpdir(), 'homeroom-module-'));
  const session = await openSession({ tempDir: scratch });
  const contract = readContract(join(root, 'modules'), module);
  const tables: Record<string, TableCounts> = {};
  const left: { path: string; kind: string; reason: string }[] = [];
  await session.run(
    'create table identity_store (id_system varchar, id varchar, field varchar, clear_value varchar)',
  );
  for (const [name, table] of Object.entries(contract.tables)) {
    if (table.refuse === undefined && table.delivery !== 'delete')
      await session.run(emptyStaged(contract, name));
  }
  for (const file of paths.flatMap((p) => filesBelow(join(zone, p)))) {
    const path = relative(zone, file);
    try {
      await takeFile({
        session,
        contract,
        tables,
        file,
        path,
        received,
        timezone,
        cellsFile: join(scratch, 'cells'),
      });
    } catch (error) {
      if (!(error instanceof IntakeHold)) throw error;
      left.push({ path, kind: error.kind, reason: error.message });
    }
  }
  await makeViews(session, contract);
  return {
    tables,
    left,
    rows: (sql) => session.rows(sql),
    value: async (sql) => Object.values((await session.rows(sql))[0] ?? {})[0],
    close: () => {
      session.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

interface OneFile {
  readonly session: Session;
  readonly contract: Contract;
  readonly tables: Record<string, TableCounts>;
  readonly file: string;
  readonly path: string;
  readonly received: string;
  readonly timezone: string;
  readonly cellsFile: string;
}

async function takeFile({
  session,
  contract,
  tables,
  file,
  path,
  received,
  timezone,
  cellsFile,
}: OneFile): Promise<void> {
  const cells = readCells(contract, file, path, cellsFile);
  const counts = tables[cells.tableName] ?? noCounts();
  tables[cells.tableName] = counts;
  counts.files++;
  counts.headerLines += cells.headerLines;
  counts.rowsIn += cells.rejectedCount;
  counts.unknownColumns.push(...cells.unknownColumns);
  for (const { rule } of cells.rejected) add(counts.quarantined, rule, 1);
  if (cells.query === null) return;
  const idSystem = (column: string) => {
    const name = cells.table.columns[column]?.id_system ?? '';
    return { name, normalForm: DEFAULT_ID_SYSTEMS[name]?.normalForm ?? ['trim', 'lower'] };
  };
  const staged = await stageCells(session, {
    contract,
    tableName: cells.tableName,
    table: cells.table,
    cells: cells.query,
    bound: cells.bound,
    path,
    fileSha: createHash('sha256').update(readFileSync(file)).digest('hex'),
    received,
    zones: { district: timezone, files: contract.timezone === 'district' ? timezone : contract.timezone },
    idSystem,
    keys: { subkey: async (purpose) => createHmac('sha256', 'a key for tests').update(purpose).digest() },
  });
  counts.rowsIn += staged.rows;
  counts.accepted += staged.accepted;
  counts.superseded += staged.superseded;
  for (const [rule, n] of Object.entries(staged.quarantined)) add(counts.quarantined, rule, n);
  const target = cells.table.deletes ?? cells.tableName;
  await session.run(`insert into staged_${contract.module}_${target} by name select * from staged_rows`);
  await session.run('insert into identity_store by name select * from identity_rows');
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

function add(counts: Record<string, number>, name: string, n: number): void {
  counts[name] = (counts[name] ?? 0) + n;
}

function filesBelow(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

function emptyStaged(contract: Contract, name: string): string {
  const table = contract.tables[name];
  const own = table ? survivingColumns(table).map(([column, c]) => `"${column}" ${lakeType(c)}`) : [];
  const lineage = stagedLineage.map(([column, type]) => `${column} ${type}`);
  return `create table staged_${contract.module}_${name} (${[...own, ...lineage, 'month varchar'].join(', ')})`;
}

async function makeViews(session: Session, contract: Contract): Promise<void> {
  const { module } = contract;
  for (const [name, table] of Object.entries(contract.tables)) {
    if (table.refuse !== undefined || table.delivery === 'delete') continue;
    await session.run(`create view ${module}_${name} as ${historySql(root, module, name, false)}`);
  }
  for (const file of readdirSync(join(root, 'modules', module))) {
    const target = /^(\w+)[.]sql$/.exec(file)?.[1];
    const sql = target === undefined ? undefined : mappingSql(root, module, target);
    if (sql !== undefined) await session.run(`create view mapped_${target} as ${sql}`);
  }
}
