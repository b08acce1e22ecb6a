// Turns the text cells of one file into staged rows, quarantined rows and identity rows, and counts every one of them.
import { createHash } from 'node:crypto';
import type { Session } from '../adapters/duckdb.ts';
import type { Contract, TableContract } from '../contract/contract.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import { pseudonymPurpose } from '../pseudonym/key-ring.ts';
import { type NormalStep, normalFormSql, pseudonymOf } from '../pseudonym/pseudonym.ts';
import type { Batch } from '../release/manifest.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import { asOfDelivery } from './as-of.ts';
import type { CellRows } from './cells-sql.ts';
import { keyColumns, knownSql, stagedSelectSql, turnSql } from './staged-sql.ts';
import { cleanedSql, faultSql, typedSql, type Zones } from './typed-sql.ts';
import { type Unread, unreadRows, unreadSelectSql } from './unread.ts';

export interface IdSystemRule {
  readonly name: string;
  readonly normalForm: readonly NormalStep[];
  readonly pattern?: string | undefined;
}

export interface StageFile {
  readonly path: string;
  readonly sha256: string;
  readonly received: string;
  /** Records that the parser could not cut into cells. */
  readonly rejected: number;
}

export interface StageInput {
  readonly contract: Contract;
  readonly tableName: string;
  readonly table: TableContract;
  readonly cells: CellRows;
  readonly bound: ReadonlySet<string>;
  /** By file_no. */
  readonly files: readonly StageFile[];
  readonly zones: Zones;
  /** District id system of each pseudonym column. */
  readonly idSystem: (column: string) => IdSystemRule;
  readonly keys: KeyRing;
  /** A file that may be written, and must be kept until the rows are published: a large file's typed cells. */
  readonly scratch?: string;
}

export interface Staged {
  readonly batchId: string;
  readonly asOf: string;
  readonly asOfBasis: 'path' | 'column' | 'received';
  readonly delivery: Batch['delivery'];
  /** Of a full file; elsewhere nothing follows from a row that could not be read. */
  readonly unread: Unread;
  readonly rows: number;
  readonly accepted: number;
  readonly superseded: number;
  readonly quarantined: Readonly<Record<string, number>>;
  /** How many rows are known from a backfill. */
  readonly assumed: number;
}

/**
 * Leaves in the session: `staged_rows` (a view; last columns `file_batch` and `month`), `quarantined_rows` (last column
 * `file_batch`), `identity_rows`, `clear_ids` and `seen_ids`. Answers by file_no.
 */
export async function stageCells(session: Session, input: StageInput): Promise<Staged[]> {
  const { contract, table } = input;
  await session.run(`create or replace temp view typed_rows as ${await typedRows(session, input)}`);
  const systems = await pseudonymTables(session, input);
  const batches = await batchesOf(session, input);
  await session.run(
    'create or replace temp table file_batches (file_no varchar, batch_id varchar, sha256 varchar, as_of varchar, delivery varchar, received varchar)',
  );
  await session.append(
    'file_batches',
    batches.map((b, i) => [String(i), b.batchId, b.sha256, b.asOf, b.delivery, b.received]),
  );
  await keepLast(session, table);
  await session.run(
    `create or replace temp view staged_rows as ${stagedSelectSql({ contract, table, systems, only: batches.length === 1 ? batches[0] : undefined })}${await unreadPart(session, input, systems, batches)}`,
  );
  await session.run(
    "create or replace temp table quarantined_rows as select b.batch_id, b.sha256 as file_sha256, record_no, line_no, split_part(fault, ':', 1) as rule, split_part(fault, ':', 2) as column_name, b.batch_id as file_batch from typed_rows as t join file_batches as b on t.file_no = cast(b.file_no as integer) where fault is not null",
  );
  await identityRows(session, input, systems);
  return counted(session, table, batches);
}

/** Leaves `kept_rows`: the rows without a fault, of rows with one key in one file only the last. */
async function keepLast(session: Session, table: TableContract): Promise<void> {
  const good = 'select * from typed_rows where fault is null';
  if (await keysAreUnique(session, table)) {
    await session.run(`create or replace temp view kept_rows as ${good}`);
    return;
  }
  await session.run(
    `create or replace temp table last_rows as select * exclude turn from (select *, ${turnSql(table)} as turn from (${good})) where turn = 1`,
  );
  await session.run('create or replace temp view kept_rows as select * from last_rows');
}

async function unreadPart(
  session: Session,
  { table, keys }: StageInput,
  systems: ReadonlyMap<string, IdSystemRule>,
  batches: readonly FileBatch[],
): Promise<string> {
  if (batches.every((b) => b.unread.keys === 0)) return '';
  return ` union all ${await unreadSelectSql(session, { table, systems, keys })}`;
}

interface FileBatch extends Pick<Staged, 'batchId' | 'asOf' | 'asOfBasis' | 'delivery' | 'unread'> {
  readonly sha256: string;
  readonly received: string;
}

async function batchesOf(
  session: Session,
  { table, tableName, files, bound }: StageInput,
): Promise<FileBatch[]> {
  const latest = new Map<string, Map<number, string>>();
  for (const rule of table.as_of) {
    if ('column' in rule) latest.set(rule.column, await greatest(session, rule.column));
  }
  const filled = await filledStatus(session, table, bound);
  const quarantined = await unreadRows(session, table);
  const batches: FileBatch[] = [];
  for (const [no, file] of files.entries()) {
    const asOf = await asOfDelivery(table, file.path, file.received, async (c) => latest.get(c)?.get(no));
    const batchId = createHash('sha256')
      .update([file.sha256, tableName, asOf.at].join('|'))
      .digest('hex')
      .slice(0, 20);
    const rule = table.delivery_from;
    const declared = rule ? (filled.has(no) ? rule.filled : rule.blank) : table.delivery;
    const isFull = declared === 'snapshot';
    const { keys, keyless } = (isFull && quarantined.get(no)) || { keys: 0, keyless: 0 };
    const unread = { keys, keyless: isFull ? keyless + file.rejected : 0 };
    batches.push({
      batchId,
      asOf: asOf.at,
      asOfBasis: asOf.basis,
      // A row that nobody can name may be anybody's: such a file tells of no absence.
      delivery: unread.keyless > 0 ? 'partial' : declared,
      unread,
      sha256: file.sha256,
      received: file.received,
    });
  }
  return batches;
}

/**
 * Answers a query of the rows with file_no, record_no and line_no. A large file's cells are typed into Parquet: held in
 * memory, two of them side by side would spill, and its columns of few words are read back as their dictionaries.
 */
async function typedRows(session: Session, input: StageInput): Promise<string> {
  const { linesBefore } = input.cells;
  // The engine keeps the order of the file, so that a row's place in the table is its place in the file.
  const numbers = (row: string) =>
    `0 as file_no, ${row} + 1 as record_no, ${row} + 1 + ${linesBefore} as line_no`;
  if (linesBefore === null || input.scratch === undefined) {
    await session.run(`create or replace temp table typed_cells as ${typedCellsSql(input)}`);
    return `select ${linesBefore === null ? '' : `${numbers('rowid')}, `}* from typed_cells`;
  }
  const path = literal(input.scratch);
  await session.run(`copy (${typedCellsSql(input)}) to ${path} (format parquet, compression zstd)`);
  return `select ${numbers('file_row_number')}, * exclude (file_row_number) from read_parquet(${path}, file_row_number = true, hive_partitioning = false)`;
}

export function typedCellsSql({ contract, table, cells, bound, zones, idSystem }: StageInput): string {
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
      // The cell is trimmed already.
      const steps = system.normalForm.filter((step, i) => i > 0 || step !== 'trim');
      typed.push(`${normalFormSql(c, steps)} as ${q(`n_${name}`)}`);
      if (system.pattern) patterns.set(name, system.pattern);
    } else if (column.privacy !== 'identity') {
      const value = typedSql(c, column, zones);
      typed.push(
        `${column.privacy === 'generalize' ? `cast(year(${value}) as bigint)` : value} as ${q(`t_${name}`)}`,
      );
    }
  }
  const kept = typedNames(table).map((n) => q(n));
  const numbers = cells.linesBefore === null ? 'file_no, record_no, line_no, ' : '';
  return `with cleaned as (select ${numbers}${clean.join(', ')} from (${cells.query})),
typed as (select *, ${typed.join(', ')} from cleaned)
select ${numbers}${faultSql(table, patterns)} as fault, ${kept.join(', ')} from typed`;
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

/** Equal keys have equal hashes, so as many hashes as rows prove that no key occurs twice in a file. */
async function keysAreUnique(session: Session, table: TableContract): Promise<boolean> {
  const [row] = await session.rows(
    `select count(*) = count(distinct hash(file_no, ${keyColumns(table).join(', ')})) as unique_keys from typed_rows where fault is null`,
  );
  return row?.unique_keys === true;
}

/** Greatest value of a column by file_no, as "YYYY-MM-DD hh:mm:ss". */
async function greatest(session: Session, column: string): Promise<Map<number, string>> {
  const rows = await session.rows(
    `select file_no, strftime(cast(max(${q(`t_${column}`)}) as timestamp), '%Y-%m-%d %H:%M:%S') as at from typed_rows where fault is null group by file_no`,
  );
  return new Map(rows.flatMap((r) => (typeof r.at === 'string' ? [[Number(r.file_no), r.at] as const] : [])));
}

/** Files in which the column that tells bulk from delta is filled. */
async function filledStatus(
  session: Session,
  table: TableContract,
  bound: ReadonlySet<string>,
): Promise<ReadonlySet<number>> {
  const rule = table.delivery_from;
  if (!rule || !bound.has(rule.column)) return new Set();
  const rows = await session.rows(
    `select file_no from typed_rows where fault is null and ${q(`t_${rule.column}`)} is not null group by file_no`,
  );
  return new Set(rows.map((r) => Number(r.file_no)));
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
  batches: readonly FileBatch[],
): Promise<Staged[]> {
  const all = await session.rows('select file_no, count(*) as n from typed_rows group by file_no');
  const good = await session.rows(
    `select b.batch_id as file_batch, count(*) as n, count(*) filter (where ${knownSql(table).basis} = 'assumed') as assumed from kept_rows join file_batches as b on cast(b.file_no as integer) = kept_rows.file_no group by b.batch_id`,
  );
  const bad = await session.rows(
    'select file_batch, rule, count(*) as n from quarantined_rows group by file_batch, rule order by rule',
  );
  return batches.map((b, no) => {
    const rows = Number(all.find((r) => Number(r.file_no) === no)?.n ?? 0);
    const staged = good.find((r) => r.file_batch === b.batchId);
    const rules = bad.filter((r) => r.file_batch === b.batchId);
    const quarantined = Object.fromEntries(rules.map((r) => [String(r.rule), Number(r.n)]));
    const accepted = Number(staged?.n ?? 0);
    return {
      batchId: b.batchId,
      asOf: b.asOf,
      asOfBasis: b.asOfBasis,
      delivery: b.delivery,
      unread: b.unread,
      rows,
      accepted,
      superseded: rows - accepted - Object.values(quarantined).reduce((x, y) => x + y, 0),
      quarantined,
      assumed: Number(staged?.assumed ?? 0),
    };
  });
}
