// Asks DuckDB first: its answers, written as Parquet, are the common inputs of the two other engines.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSession, type Session } from '../../src/adapters/duckdb.ts';
import { duckType } from '../../src/harmonize/parquet-view.ts';
import type { Column } from '../../src/harmonize/sql-catalog.ts';
import { literal, identifier as q } from '../../src/sql-text/sql-text.ts';
import type { Answer, Cell } from './compare.ts';
import type { LocalCode, Rows } from './fixture.ts';
import { mapRelation, type Plan, type Question } from './plan.ts';

export interface StoredRelation {
  readonly name: string;
  readonly path: string;
  readonly columns: readonly Column[];
}

/** One DuckDB session and the Parquet files it has written, a folder a relation. */
export class Bench {
  readonly relations: StoredRelation[] = [];
  readonly #session: Session;
  readonly #data: string;

  private constructor(session: Session, data: string) {
    this.#session = session;
    this.#data = data;
  }

  static async open(data: string, scratch: string): Promise<Bench> {
    return new Bench(await openSession({ tempDir: scratch }), data);
  }

  close(): void {
    this.#session.close();
  }

  /** Stores the rows of a query under the declared types. */
  async store(name: string, columns: readonly Column[], query: string): Promise<void> {
    const folder = join(this.#data, name);
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'rows.parquet');
    const cast = columns.map((c) => `cast(${q(c.name)} as ${duckType(c.type)}) as ${q(c.name)}`).join(', ');
    await this.#session.run(`copy (select ${cast} from (${query})) to ${literal(path)} (format parquet)`);
    await this.#session.run(`create view ${q(name)} as select * from read_parquet(${literal(path)})`);
    this.relations.push({ name, path, columns });
  }

  /** Made-up rows beside those of a release; with `key`, only rows whose key is not released. */
  async storeRows(
    name: string,
    columns: readonly Column[],
    rows: Rows,
    released?: string,
    key?: readonly string[],
  ): Promise<void> {
    const list = columns.map((c) => `${q(c.name)} ${duckType(c.type)}`).join(', ');
    const names = columns.map((c) => q(c.name)).join(', ');
    await this.#session.run(`create or replace temp table made_up (${list})`);
    const cells = rows.map((row) =>
      columns.map((c) => (row[c.name] == null ? 'null' : literal(String(row[c.name])))),
    );
    const tuples = cells.map((values) => `(${values.join(', ')})`);
    if (tuples.length > 0) await this.#session.run(`insert into made_up values ${tuples.join(', ')}`);
    if (released === undefined) return this.store(name, columns, 'select * from made_up');
    const same = key?.map((c) => `r.${q(c)} is not distinct from m.${q(c)}`).join(' and ');
    const only = key && ` where not exists (select 1 from (${released}) as r where ${same || 'true'})`;
    await this.store(
      name,
      columns,
      `select ${names} from (${released}) union all select ${names} from made_up as m${only ?? ''}`,
    );
  }

  /** A mapped relation: the union of what the modules gave for one target. */
  async storeMapped(plan: Plan, mapped: string, columns: readonly Column[]): Promise<void> {
    const target = mapped.slice('mapped_'.length);
    const known = new Set(this.relations.map((r) => r.name));
    const names = columns.map((c) => q(c.name)).join(', ');
    const parts = plan.modules.map((m) => mapRelation(m, target)).filter((r) => known.has(r));
    const empty = `select ${columns.map((c) => `cast(null as ${duckType(c.type)}) as ${q(c.name)}`).join(', ')} where false`;
    await this.store(
      mapped,
      columns,
      parts.length ? parts.map((r) => `select ${names} from ${q(r)}`).join(' union all ') : empty,
    );
  }

  /** The answer to a question; also stored, so that later questions can read it. */
  async answer(question: Question): Promise<Answer> {
    const sql = question.sql.duckdb;
    const described = await this.#session.rows(`describe ${sql}`);
    const types = described.map((d) => athenaType(String(d.column_type)));
    await this.store(question.relation, question.columns, sql);
    const texts = question.columns.map((c) => textOf(c)).join(', ');
    const rows = await this.#session.rows(`select ${texts} from ${q(question.relation)}`);
    return { types, rows: rows.map((row) => question.columns.map((c) => cell(row[c.name]))) };
  }

  async localCodes(): Promise<LocalCode[]> {
    const rows = await this.#session.rows(
      'select module, local_code, local_status from mapped_attendance_event group by all order by all limit 60',
    );
    const word = (v: unknown) => (typeof v === 'string' ? v : null);
    return rows.map((r) => ({
      module: String(r.module),
      local_code: word(r.local_code),
      local_status: word(r.local_status),
    }));
  }
}

export function textOf({ name, type }: Column): string {
  if (type === 'double') return q(name);
  if (type === 'timestamp') return `strftime(${q(name)}, '%Y-%m-%d %H:%M:%S.%g') as ${q(name)}`;
  return `cast(${q(name)} as varchar) as ${q(name)}`;
}

export function cell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return String(value);
}

const ATHENA: Readonly<Record<string, string>> = { BIGINT: 'bigint', INTEGER: 'integer', VARCHAR: 'varchar' };

export function athenaType(type: string): string {
  return ATHENA[type] ?? type.toLowerCase();
}
