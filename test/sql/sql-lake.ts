// A small lake for tests: made-up rows for the mapped and reference relations, and every table and view made from them.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSession, type Row, type Session } from '../../src/adapters/duckdb.ts';
import { duckType } from '../../src/harmonize/parquet-view.ts';
import { type Column, readCatalog, type SqlCatalog, tableSql } from '../../src/harmonize/sql-catalog.ts';
import { policyDefaults } from '../../src/metrics/registry.ts';
import { identifier, literal } from '../../src/sql-text/sql-text.ts';

export const root = join(import.meta.dirname, '../..');

type Value = string | number | boolean | null | undefined;
export type FixtureRow = Readonly<Record<string, Value>>;

/** Relation name ("mapped_student", "policy") to rows; columns left out are null, lineage is filled in. */
export type FixtureRows = Readonly<Record<string, readonly FixtureRow[]>>;

export interface SqlLake {
  rows(sql: string): Promise<Row[]>;
  /** The rows of a query after a statement that is then undone; `kept_<view>` is each view as it was. */
  rowsAfter(statement: string, sql: string): Promise<Row[]>;
  close(): void;
}

/** Thresholds of the registry, a school year from August, and the given date. */
export function policyRow(runDate: string, own: FixtureRow = {}): FixtureRow {
  return { ...policyDefaults(join(root, 'metrics')), run_date: runDate, first_month: 8, ...own };
}

/** Makes all tables in order of their inputs, then all views and features. */
export async function makeLake(fixture: FixtureRows): Promise<SqlLake> {
  const catalog = readCatalog(root);
  const session = await openSession({ tempDir: tmpdir(), memoryMb: 1024, threads: 1 });
  for (const name of Object.keys(fixture)) {
    if (!catalog.mapped[name] && !catalog.reference[name]) throw new Error(`no relation is called ${name}`);
  }
  for (const [name, shape] of [...Object.entries(catalog.mapped), ...Object.entries(catalog.reference)]) {
    await session.run(
      `create temp table ${identifier(name)} as ${valuesSql(shape.columns, fixture[name] ?? [])}`,
    );
  }
  for (const name of catalog.order) await make(session, catalog, name);
  const views = viewOrder(catalog);
  for (const name of views) await make(session, catalog, name);
  for (const [name, entry] of Object.entries(catalog.features)) {
    await session.run(`create temp view ${identifier(name)} as ${tableSql(root, name, entry)}`);
  }
  return {
    rows: (sql) => session.rows(sql),
    close: () => session.close(),
    async rowsAfter(statement, sql) {
      await session.run('begin');
      for (const view of views.filter((v) => statement.includes(`kept_${v}`))) {
        const text = await session.rows(`select sql from duckdb_views() where view_name = ${literal(view)}`);
        await session.run(String(text[0]?.sql).replace(view, `kept_${view}`));
      }
      await session.run(statement);
      const rows = await session.rows(sql);
      await session.run('rollback');
      return rows;
    },
  };
}

async function make(session: Session, catalog: SqlCatalog, name: string): Promise<void> {
  const entry = catalog.tables[name];
  if (!entry) return;
  const kind = entry.layer === 'view' ? 'view' : 'table';
  await session.run(`create temp ${kind} ${identifier(name)} as ${tableSql(root, name, entry)}`);
}

function viewOrder(catalog: SqlCatalog): string[] {
  const made = new Set<string>();
  const visit = (name: string): void => {
    const entry = catalog.tables[name];
    if (entry?.layer !== 'view' || made.has(name)) return;
    for (const input of entry.inputs) visit(input);
    made.add(name);
  };
  for (const name of Object.keys(catalog.tables)) visit(name);
  return [...made];
}

let recordNo = 0;

function lineage(): FixtureRow {
  recordNo += 1;
  return {
    module: 'sis',
    source_table: 'made_up',
    source_key: `row-${recordNo}`,
    batch_id: 'batch-1',
    record_no: recordNo,
    as_of: '2026-01-15 00:00:00',
    known_from: '2026-01-15',
    known_basis: 'received',
    is_current: true,
    is_deleted: false,
  };
}

function valuesSql(columns: readonly Column[], rows: readonly FixtureRow[]): string {
  const cell = (row: FixtureRow, c: Column) => `cast(${valueSql(row[c.name])} as ${duckType(c.type)})`;
  const hasLineage = columns.some((c) => c.name === 'is_current');
  const full = rows.map((row) => (hasLineage ? { ...lineage(), ...row } : row));
  const names = columns.map((c) => identifier(c.name)).join(', ');
  if (full.length === 0) {
    return `select ${columns.map((c) => `cast(null as ${duckType(c.type)}) as ${identifier(c.name)}`).join(', ')} where false`;
  }
  const lines = full.map((row) => `(${columns.map((c) => cell(row, c)).join(', ')})`);
  return `select * from (values ${lines.join(', ')}) as t (${names})`;
}

function valueSql(value: Value): string {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'string' ? literal(value) : String(value);
}
