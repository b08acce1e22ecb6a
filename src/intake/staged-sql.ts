// The query that makes staged rows: pseudonyms in place of ids, one row a key and file, with the lineage every row carries.
import { type Contract, lakeType, survivingColumns, type TableContract } from '../contract/contract.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';

export interface StagedSelect {
  readonly contract: Contract;
  readonly table: TableContract;
  readonly systems: ReadonlyMap<string, { readonly name: string }>;
  /** The batch of all rows, where they come from one file. */
  readonly only?: OneBatch | undefined;
}

interface OneBatch {
  readonly batchId: string;
  readonly asOf: string;
  readonly delivery: string;
  readonly received: string;
}

/** Columns after the contract's own, in the order of every staged file. */
export const stagedLineage: readonly (readonly [string, string])[] = [
  ['batch_id', 'VARCHAR'],
  ['record_no', 'BIGINT'],
  ['as_of', 'TIMESTAMP'],
  ['change_no', 'BIGINT'],
  ['operation', 'VARCHAR'],
  ['delivery', 'VARCHAR'],
  ['known_from', 'DATE'],
  ['known_basis', 'VARCHAR'],
];

/** Reads `kept_rows`, `file_batches` and the pseudonym tables. A delete file takes the columns of the table whose rows it deletes. */
export function stagedSelectSql({ contract, table, systems, only }: StagedSelect): string {
  const shape = shapeOf(contract, table);
  const columns = survivingColumns(shape).map(([name, column]) => {
    const own = table.columns[name];
    if (!own) return `cast(null as ${lakeType(column)}) as ${q(name)}`;
    const value = own.privacy === 'pseudonym' ? `${q(`m_${name}`)}.pseudonym` : q(`t_${name}`);
    return `cast(${value} as ${lakeType(column)}) as ${q(name)}`;
  });
  const joins = [...systems].map(
    ([name, system]) =>
      `left join ${q(`p_${system.name}`)} as ${q(`m_${name}`)} on ${q(`m_${name}`)}.normal_id = ${q(`n_${name}`)}`,
  );
  const batch = only ? batchWords(only) : batchColumns;
  const isDelete = deleteSql(table);
  const known = knownSql(table, batch.received);
  const basis = only ? `cast(${known.basis} as ${enumOf('assumed', 'received')})` : known.basis;
  return `select ${columns.join(', ')},
  ${batch.id} as batch_id, record_no, ${batch.asOf} as as_of, ${changeSql(table)} as change_no,
  ${operationSql(isDelete, only !== undefined)} as operation, ${batch.delivery} as delivery,
  ${known.from} as known_from, ${basis} as known_basis, ${batch.folder} as file_batch,
  ${monthSql(shape)} as month
from kept_rows
${only ? '' : 'join file_batches as b on cast(b.file_no as integer) = kept_rows.file_no'}
${joins.join('\n')}`;
}

/** The month that a row is filed under. */
function monthSql({ partition }: TableContract): string {
  return partition ? `strftime(cast(${q(`t_${partition}`)} as date), '%Y-%m')` : "'all'";
}

/** What a row takes from its batch, as SQL. */
const batchColumns = {
  id: 'b.batch_id',
  folder: 'b.batch_id',
  asOf: 'cast(b.as_of as timestamp)',
  delivery: 'b.delivery',
  received: receivedOf('b.received'),
};

/** One word for all rows is written as an enum: Parquet holds the same bytes, and the writer need not look for words. */
function batchWords({ batchId, asOf, delivery, received }: OneBatch): typeof batchColumns {
  return {
    id: word(batchId),
    folder: literal(batchId),
    asOf: `cast(${literal(asOf)} as timestamp)`,
    delivery: word(delivery),
    received: receivedOf(literal(received)),
  };
}

function receivedOf(text: string): string {
  return `cast(${text} as date)`;
}

function word(text: string): string {
  return `cast(${literal(text)} as ${enumOf(text)})`;
}

function enumOf(...words: readonly string[]): string {
  return `enum(${words.map(literal).join(', ')})`;
}

function operationSql(isDelete: string, asWord: boolean): string {
  const operation = `case when ${isDelete} then 'delete' else 'upsert' end`;
  return asWord ? `cast(${operation} as ${enumOf('delete', 'upsert')})` : operation;
}

/** 1 for the row of a key that counts in one file: the later one wins, by change number, a delete last, then by position. */
export function turnSql(table: TableContract): string {
  const keys = ['file_no', ...keyColumns(table)].join(', ');
  return `row_number() over (partition by ${keys} order by ${changeSql(table)} desc nulls last, ${deleteSql(table)} desc, record_no desc)`;
}

function changeSql({ change_number }: TableContract): string {
  return change_number ? `cast(${q(`t_${change_number}`)} as bigint)` : 'cast(null as bigint)';
}

/** The key's columns as they stand in `typed_rows`. */
export function keyColumns(table: TableContract): string[] {
  return table.key.map((k) => q(`${table.columns[k]?.privacy === 'pseudonym' ? 'n' : 't'}_${k}`));
}

function shapeOf(contract: Contract, table: TableContract): TableContract {
  return (table.deletes !== undefined ? contract.tables[table.deletes] : undefined) ?? table;
}

function deleteSql(table: TableContract): string {
  if (table.delivery === 'delete') return 'true';
  if (!table.row_delete) return 'false';
  const values = table.row_delete.values.map((v) => literal(v.toLowerCase())).join(', ');
  return `coalesce(lower(${q(`t_${table.row_delete.column}`)}) in (${values}), false)`;
}

/** When we learnt a row: the day it came (`b` is its file's batch), or for a backfill its event day plus the declared lag. */
export function knownSql(table: TableContract, day = batchColumns.received): { from: string; basis: string } {
  if (table.event_date === undefined || table.lag_days === undefined)
    return { from: day, basis: "'received'" };
  const due = `cast(cast(${q(`t_${table.event_date}`)} as date) + ${table.lag_days} as date)`;
  return {
    from: `coalesce(least(${due}, ${day}), ${day})`,
    basis: `case when ${due} < ${day} then 'assumed' else 'received' end`,
  };
}
