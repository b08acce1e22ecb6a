// Compares one table of two releases row by row, by its keys, in the partitions whose files differ.
import type { Session } from '../adapters/duckdb.ts';
import { duckType, parquetQuery } from '../harmonize/parquet-view.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { literal, identifier as q } from '../sql-text/sql-text.ts';
import { differingPartitions, lineage, type StoredTable } from './stored-table.ts';

export interface Counts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** The same fact, now from another file. */
  readonly restated: number;
}

export interface PartitionCounts extends Counts {
  readonly partition: string;
}

export interface BatchCounts extends Counts {
  readonly batch_id: string;
}

export interface TableComparison extends Counts {
  readonly partitions: readonly PartitionCounts[];
  /** By the batch that brought the new value, or the removed row; empty for tables that many batches make together. */
  readonly batches: readonly BatchCounts[];
}

export interface CompareOptions {
  /** Columns that are not looked at. */
  readonly ignored?: ReadonlySet<string>;
}

const nothing: TableComparison = {
  added: 0,
  removed: 0,
  changed: 0,
  restated: 0,
  partitions: [],
  batches: [],
};

/** Leaves the temporary table `row_pairs` in the session for rowsOf(); absent where no partition differs. */
export async function compareTable(
  session: Session,
  lake: Lake,
  table: StoredTable,
  { ignored = new Set() }: CompareOptions = {},
): Promise<TableComparison> {
  const parts = differingPartitions(table);
  if (parts.length === 0) return nothing;
  const shape = { ...table, columns: table.columns.filter((c) => !ignored.has(c.name)) };
  await leftOver(session, shape, await sidesOf(session, lake, table, parts));
  await session.run(`create or replace temp table row_pairs as ${pairsSql(shape)}`);
  const partitions = await session.rows(
    `select cast(part_of_row as varchar) as partition, ${countsSql} from row_pairs group by all order by all`,
  );
  const byBatch = shape.columns.some((c) => c.name === 'batch_id')
    ? await session.rows(
        `select coalesce(${q('new_batch_id')}, ${q('old_batch_id')}) as batch_id, ${countsSql} from row_pairs group by all order by all`,
      )
    : [];
  const counted = partitions
    .map((r) => ({ partition: String(r.partition), ...countsOf(r) }))
    .filter(isChange);
  return {
    ...sumOf(counted),
    partitions: counted,
    batches: byBatch.map((r) => ({ batch_id: String(r.batch_id ?? ''), ...countsOf(r) })).filter(isChange),
  };
}

interface Sides {
  readonly before: string;
  readonly after: string;
}

async function sidesOf(
  session: Session,
  lake: Lake,
  table: StoredTable,
  parts: readonly string[],
): Promise<Sides> {
  const columns = [...table.columns.filter((c) => c.name !== table.partition.name), table.partition];
  const side = async (of: Manifest['tables'][string]['parts']) => {
    const files = parts.flatMap((part) => of[part] ?? []);
    const paths = await Promise.all(files.map((f) => lake.fetch(f.key)));
    const there = await columnsOf(session, paths);
    const known = columns.filter((c) => c === table.partition || paths.length === 0 || there.has(c.name));
    const values = columns.map((c) =>
      known.includes(c)
        ? `try_cast(${q(c.name)} as ${duckType(c.type)}) as ${q(c.name)}`
        : `cast(null as ${duckType(c.type)}) as ${q(c.name)}`,
    );
    return `select ${values.join(', ')} from (${parquetQuery(known, paths, table.partition)})`;
  };
  return { before: await side(table.before), after: await side(table.after) };
}

/** A release that older SQL made may lack a column, or hold it in another type; nothing stands in its place. */
async function columnsOf(session: Session, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const [first] = paths;
  if (first === undefined) return new Set();
  const rows = await session.rows(`select name from parquet_schema(${literal(first)})`);
  return new Set(rows.map((r) => String(r.name)));
}

/** Rows that are the same to the last cell pair off first, so that only the difference is searched by key. */
async function leftOver(session: Session, table: StoredTable, { before, after }: Sides): Promise<void> {
  const wanted = [...new Set([...table.columns.map((c) => c.name), table.partition.name])].map(q).join(', ');
  await session.run(`create or replace temp view side_before as select ${wanted} from (${before})`);
  await session.run(`create or replace temp view side_after as select ${wanted} from (${after})`);
  const keys = keysOf(table).map(q);
  const rest = table.columns.filter((c) => !keysOf(table).includes(c.name)).map((c) => q(c.name));
  const within = keys.length > 0 ? `partition by ${keys.join(', ')} ` : '';
  const turn = `row_number() over (${within}${rest.length > 0 ? `order by ${rest.join(', ')}` : ''}) as turn`;
  for (const [name, one, other] of [
    ['gone_rows', 'side_before', 'side_after'],
    ['come_rows', 'side_after', 'side_before'],
  ] as const) {
    await session.run(
      `create or replace temp table ${name} as select *, ${turn} from (select * from ${one} except all select * from ${other})`,
    );
  }
}

function keysOf(table: StoredTable): string[] {
  const known = new Set(table.columns.map((c) => c.name));
  return table.keys.filter((k) => known.has(k));
}

function pairsSql(table: StoredTable): string {
  const keys = keysOf(table);
  const on = [...keys, 'turn'].map((k) => `a.${q(k)} is not distinct from b.${q(k)}`).join(' and ');
  const part = q(table.partition.name);
  const facts = table.columns.filter((c) => !lineage.has(c.name) && !keys.includes(c.name));
  const traces = table.columns.filter((c) => lineage.has(c.name) && !keys.includes(c.name));
  const list = (columns: StoredTable['columns']) =>
    columns.length === 0
      ? 'cast([] as varchar[])'
      : `list_filter([${columns.map((c) => `case when ${differs(c)} then ${literal(c.name)} end`).join(', ')}], x -> x is not null)`;
  const values = table.columns.flatMap((c) => [
    `a.${q(c.name)} as ${q(`old_${c.name}`)}`,
    `b.${q(c.name)} as ${q(`new_${c.name}`)}`,
  ]);
  return `with paired as (
  select a.turn as old_turn, b.turn as new_turn, coalesce(b.${part}, a.${part}) as part_of_row,
    ${list(facts)} as changed_facts, ${list(traces)} as changed_traces, ${values.join(', ')}
  from gone_rows as a full join come_rows as b on ${on}
)
select *, case when old_turn is null then 'added' when new_turn is null then 'removed'
  when len(changed_facts) > 0 then 'changed' when len(changed_traces) > 0 then 'restated' else 'same' end as what
from paired`;
}

/** Sums of doubles may differ in their last bit with the order of adding. */
function differs({ name, type }: { name: string; type: string }): string {
  const [a, b] = [`a.${q(name)}`, `b.${q(name)}`];
  const other = `${a} is distinct from ${b}`;
  if (type !== 'double') return other;
  return `(${other} and not coalesce(abs(${a} - ${b}) <= 1e-9 * greatest(1e0, abs(${a}), abs(${b})), false))`;
}

const kinds = ['added', 'removed', 'changed', 'restated'] as const;
const countsSql = kinds.map((k) => `count(*) filter (where what = '${k}') as ${k}`).join(', ');

function countsOf(row: Record<string, unknown>): Counts {
  return {
    added: Number(row.added),
    removed: Number(row.removed),
    changed: Number(row.changed),
    restated: Number(row.restated),
  };
}

function isChange(c: Counts): boolean {
  return c.added + c.removed + c.changed + c.restated > 0;
}

function sumOf(list: readonly Counts[]): Counts {
  const sum = (of: (c: Counts) => number) => list.reduce((n, c) => n + of(c), 0);
  return {
    added: sum((c) => c.added),
    removed: sum((c) => c.removed),
    changed: sum((c) => c.changed),
    restated: sum((c) => c.restated),
  };
}
