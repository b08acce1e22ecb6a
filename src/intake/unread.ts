// Quarantined rows of full files: each was delivered, so its key must not be taken for gone.
import type { Session } from '../adapters/duckdb.ts';
import { hasFullSets, lakeType, survivingColumns, type TableContract } from '../contract/contract.ts';
import type { KeyRing } from '../pseudonym/key-ring.ts';
import { pseudonymPurpose } from '../pseudonym/key-ring.ts';
import { pseudonymOf } from '../pseudonym/pseudonym.ts';
import { identifier as q } from '../sql-text/sql-text.ts';
import { keyColumns } from './staged-sql.ts';

/** Quarantined rows of one file, by whether their key could be read. */
export interface Unread {
  readonly keys: number;
  readonly keyless: number;
}

/** Third part of a fault, as `faultSql` writes it. */
const keyIsRead = "split_part(fault, ':', 3) = 'key'";

/** By file_no; files without such rows are left out. */
export async function unreadRows(session: Session, table: TableContract): Promise<Map<number, Unread>> {
  if (!hasFullSets(table)) return new Map();
  const rows = await session.rows(
    `select file_no, count(*) filter (where ${keyIsRead}) as keys, count(*) as n from typed_rows where fault is not null group by file_no`,
  );
  return new Map(
    rows.map((r) => [Number(r.file_no), { keys: Number(r.keys), keyless: Number(r.n) - Number(r.keys) }]),
  );
}

interface UnreadInput {
  readonly table: TableContract;
  /** District id system of each pseudonym column. */
  readonly systems: ReadonlyMap<string, { readonly name: string }>;
  readonly keys: KeyRing;
}

/**
 * A query of staged rows of operation `unread`, one a key and full file: nothing of a quarantined row but its key goes
 * on. Reads `typed_rows` and `file_batches`; adds to the pseudonym tables, but not to the ids that count as seen.
 */
export async function unreadSelectSql(session: Session, input: UnreadInput): Promise<string> {
  const { table, systems } = input;
  for (const [name, system] of systems) {
    if (table.key.includes(name)) await addPseudonyms(session, input.keys, name, system.name);
  }
  const isKey = new Set(table.key);
  const columns = survivingColumns(table).map(([name, column]) => {
    const value = column.privacy === 'pseudonym' ? `${q(`m_${name}`)}.pseudonym` : q(`t_${name}`);
    return `cast(${isKey.has(name) ? value : 'null'} as ${lakeType(column)}) as ${q(name)}`;
  });
  const joins = [...systems]
    .filter(([name]) => isKey.has(name))
    .map(
      ([name, system]) =>
        `left join ${q(`p_${system.name}`)} as ${q(`m_${name}`)} on ${q(`m_${name}`)}.normal_id = ${q(`n_${name}`)}`,
    );
  const month = table.partition ? `strftime(cast(${q(`t_${table.partition}`)} as date), '%Y-%m')` : "'all'";
  const once = `row_number() over (partition by file_no, ${keyColumns(table).join(', ')} order by record_no)`;
  return `select ${columns.join(', ')},
  b.batch_id, record_no, cast(b.as_of as timestamp) as as_of, cast(null as bigint) as change_no,
  'unread' as operation, b.delivery, cast(b.received as date) as known_from, 'received' as known_basis,
  b.batch_id as file_batch, ${month} as month
from (select * from typed_rows where ${keyIsRead} qualify ${once} = 1) as u
join file_batches as b on cast(b.file_no as integer) = u.file_no and b.delivery in ('snapshot', 'partial')
${joins.join('\n')}`;
}

async function addPseudonyms(session: Session, keys: KeyRing, column: string, system: string): Promise<void> {
  const [id, known] = [q(`n_${column}`), q(`p_${system}`)];
  const ids = await session.rows(
    `select ${id} as id from typed_rows where ${keyIsRead} and ${id} is not null and ${id} not in (select normal_id from ${known}) group by id`,
  );
  const subkey = await keys.subkey(pseudonymPurpose(system));
  await session.append(
    `p_${system}`,
    ids.map(({ id: normal }) => [String(normal), pseudonymOf(subkey, String(normal))]),
  );
}

/** What the books say of a full file that holds rows whose key could not be read. */
export function partialReason(keyless: number): string {
  return `no row is taken for gone: this full file holds ${keyless} row${keyless === 1 ? '' : 's'} whose key could not be read`;
}
