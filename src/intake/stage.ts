// Turns the text cells of one file into staged rows, quarantined rows and identity rows, and counts every one of them.
import { createHash } from 'node:crypto';
import type { Session } from '../adapters/duckdb.ts';
import { type Contract, survivingColumns, type TableContract } from '../contract/contract.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import { pseudonymPurpose } from '../pseudonym/key-ring.ts';
import { type NormalStep, normalFormSql, pseudonymOf } from '../pseudonym/pseudonym.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import { asOfDelivery } from './as-of.ts';
import { keyColumns, stagedSelectSql } from './staged-sql.ts';
import { cleanedSql, faultSql, typedSql, type Zones } from './typed-sql.ts';

export interface IdSystemRule {
  readonly name: string;
  readonly normalForm: readonly NormalStep[];
  readonly pattern?: string | undefined;
}

export interface StageInput {
  readonly contract: Contract;
  readonly tableName: string;
  readonly table: TableContract;
  /** An SQL query with record_no, line_no and one text column a bound contract column. */
  readonly cells: string;
  readonly bound: ReadonlySet<string>;
  readonly path: string;
  readonly fileSha: string;
  readonly received: string;
  readonly zones: Zones;
  /** District id system of each pseudonym column. */
  readonly idSystem: (column: string) => IdSystemRule;
  readonly keys: KeyRing;
}

export interface Staged {
  readonly batchId: string;
  readonly asOf: string;
  readonly asOfBasis: 'path' | 'column' | 'received';
  readonly delivery: 'additive' | 'delta' | 'snapshot' | 'delete';
  readonly rows: number;
  readonly accepted: number;
  readonly superseded: number;
  readonly quarantined: Readonly<Record<string, number>>;
  /** Assumed or received: how many rows are known from a backfill. */
  readonly assumed: number;
  readonly months: readonly string[];
}

/**
 * Leaves three tables in the session: `staged_rows` (with a last column `month`), `quarantined_rows` and `identity_rows`,
 * and `seen_ids` (id_system, id).
 */
export async function stageCells(session: Session, input: StageInput): Promise<Staged> {
  const { contract, table, bound } = input;
  await session.run('drop table if exists typed_rows');
  await session.run(`create temp table typed_rows as ${typedRowsSql(input)}`);
  const systems = await pseudonymTables(session, input);
  const asOf = await asOfDelivery(table, input.path, input.received, (c) => greatest(session, c));
  const delivery = await deliveryOf(session, table, bound);
  const batchId = createHash('sha256')
    .update([input.fileSha, input.tableName, asOf.at, asOf.basis === 'received' ? '' : input.path].join('|'))
    .digest('hex')
    .slice(0, 20);
  const unique = await keysAreUnique(session, table);
  await session.run('drop table if exists staged_rows');
  await session.run(
    `create temp table staged_rows as ${stagedSelectSql({ ...input, contract, systems, batchId, asOf: asOf.at, delivery, unique })}`,
  );
  await session.run('drop table if exists quarantined_rows');
  await session.run(
    `create temp table quarantined_rows as select ${literal(batchId)} as batch_id, ${literal(input.fileSha)} as file_sha256, record_no, line_no, split_part(fault, ':', 1) as rule, split_part(fault, ':', 2) as column_name from typed_rows where fault is not null`,
  );
  await identityRows(session, input, systems);
  return counted(session, table, { batchId, asOf, delivery });
}

function typedRowsSql({ contract, table, cells, bound, zones, idSystem }: StageInput): string {
  const patterns = new Map<string, string>();
  const clean: string[] = [];
  const typed: string[] = [];
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.privacy === 'drop') continue;
    const c = q(`c_${name}`);
    clean.push(
      `${bound.has(name) ? cleanedSql(q(name), column, contract) : 'cast(null as varchar)'} as ${c}`,
    );
    if (column.privacy === 'pseudonym') {
      const system = idSystem(name);
      typed.push(`${normalFormSql(c, system.normalForm)} as ${q(`n_${name}`)}`);
      if (system.pattern) patterns.set(name, system.pattern);
    } else if (column.privacy !== 'identity') {
      const value = typedSql(c, column, zones);
      typed.push(
        `${column.privacy === 'generalize' ? `cast(year(${value}) as bigint)` : value} as ${q(`t_${name}`)}`,
      );
    }
  }
  const kept = typedNames(table).map((n) => q(n));
  return `with cleaned as (select record_no, line_no, ${clean.join(', ')} from (${cells})),
typed as (select *, ${typed.join(', ')} from cleaned)
select record_no, line_no, ${faultSql(table, patterns)} as fault, ${kept.join(', ')} from typed`;
}

function typedNames(table: TableContract): string[] {
  return Object.entries(table.columns).flatMap(([name, c]) => {
    if (c.privacy === 'drop') return [];
    if (c.privacy === 'identity') return [`c_${name}`];
    return c.privacy === 'pseudonym' ? [`n_${name}`] : [`t_${name}`];
  });
}

/** One table `p_<system>` (normal_id, pseudonym) an id system: the HMAC is computed once a distinct id, never in SQL. */
async function pseudonymTables(session: Session, input: StageInput): Promise<Map<string, IdSystemRule>> {
  const columns = new Map<string, IdSystemRule>();
  for (const [name, c] of Object.entries(input.table.columns)) {
    if (c.privacy === 'pseudonym') columns.set(name, input.idSystem(name));
  }
  const systems = new Set([...columns.values()].map((s) => s.name));
  await session.run('create or replace temp table seen_ids (id_system varchar, id varchar)');
  await session.run(
    'create or replace temp table clear_ids (id_system varchar, id varchar, clear_id varchar)',
  );
  for (const system of systems) {
    const ids = [...columns]
      .filter(([, s]) => s.name === system)
      .map(
        ([name]) =>
          `select ${q(`n_${name}`)} as id from typed_rows where fault is null and ${q(`n_${name}`)} is not null`,
      )
      .join(' union all ');
    const subkey = await input.keys.subkey(pseudonymPurpose(system));
    const distinct = await session.rows(`select id from (${ids}) group by id`);
    await session.run(
      `create or replace temp table ${q(`p_${system}`)} (normal_id varchar, pseudonym varchar)`,
    );
    await session.append(
      `p_${system}`,
      distinct.map(({ id }) => [String(id), pseudonymOf(subkey, String(id))]),
    );
    await session.run(`insert into seen_ids select ${literal(system)}, pseudonym from ${q(`p_${system}`)}`);
    await session.run(
      `insert into clear_ids select ${literal(system)}, pseudonym, normal_id from ${q(`p_${system}`)}`,
    );
  }
  return columns;
}

/** Equal keys have equal hashes, so as many hashes as rows prove that no key occurs twice. */
async function keysAreUnique(session: Session, table: TableContract): Promise<boolean> {
  const [row] = await session.rows(
    `select count(*) = count(distinct hash(${keyColumns(table).join(', ')})) as unique_keys from typed_rows where fault is null`,
  );
  return row?.unique_keys === true;
}

async function greatest(session: Session, column: string): Promise<string | undefined> {
  const [row] = await session.rows(
    `select strftime(cast(max(${q(`t_${column}`)}) as timestamp), '%Y-%m-%d %H:%M:%S') as at from typed_rows where fault is null`,
  );
  return typeof row?.at === 'string' ? row.at : undefined;
}

async function deliveryOf(
  session: Session,
  table: TableContract,
  bound: ReadonlySet<string>,
): Promise<Staged['delivery']> {
  const rule = table.delivery_from;
  if (!rule) return table.delivery;
  if (!bound.has(rule.column)) return rule.blank;
  const [row] = await session.rows(
    `select count(${q(`t_${rule.column}`)}) as filled from typed_rows where fault is null`,
  );
  return Number(row?.filled ?? 0) > 0 ? rule.filled : rule.blank;
}

async function identityRows(
  session: Session,
  { table, bound }: StageInput,
  systems: ReadonlyMap<string, IdSystemRule>,
): Promise<void> {
  await session.run(
    'create or replace temp table identity_rows (id_system varchar, id varchar, field varchar, clear_value varchar)',
  );
  const fallback = [...systems.keys()][0];
  for (const [name, column] of Object.entries(table.columns)) {
    const person = column.person ?? fallback;
    const system = person === undefined ? undefined : systems.get(person);
    if (column.privacy !== 'identity' || !bound.has(name) || !system) continue;
    await session.run(
      `insert into identity_rows select ${literal(system.name)}, p.pseudonym, ${literal(column.field ?? 'other')}, ${q(`c_${name}`)} from typed_rows join ${q(`p_${system.name}`)} as p on p.normal_id = ${q(`n_${person}`)} where fault is null and ${q(`c_${name}`)} is not null group by all`,
    );
  }
}

async function counted(
  session: Session,
  table: TableContract,
  facts: Pick<Staged, 'batchId' | 'delivery'> & { asOf: { at: string; basis: Staged['asOfBasis'] } },
): Promise<Staged> {
  const [totals] = await session.rows(
    "select (select count(*) from typed_rows) as total, count(*) as accepted, count(*) filter (where known_basis = 'assumed') as assumed from staged_rows",
  );
  const rules = await session.rows(
    'select rule, count(*) as n from quarantined_rows group by rule order by rule',
  );
  const months = await session.rows('select month from staged_rows group by month order by month');
  const quarantined = Object.fromEntries(rules.map((r) => [String(r.rule), Number(r.n)]));
  const rows = Number(totals?.total ?? 0);
  const accepted = Number(totals?.accepted ?? 0);
  const bad = Object.values(quarantined).reduce((a, b) => a + b, 0);
  return {
    batchId: facts.batchId,
    asOf: facts.asOf.at,
    asOfBasis: facts.asOf.basis,
    delivery: facts.delivery,
    rows,
    accepted,
    superseded: rows - accepted - bad,
    quarantined,
    assumed: Number(totals?.assumed ?? 0),
    months: survivingColumns(table).length === 0 ? [] : months.map((m) => String(m.month)),
  };
}
