// Compares a full set with the one before it, all files of each together, before anything is taken for gone.
import type { Session } from '../adapters/duckdb.ts';
import type { TableContract } from '../contract/contract.ts';
import type { DistrictContext } from '../district/context.ts';
import { parquetQuery } from '../harmonize/parquet-view.ts';
import { deliveryOfKey } from '../intake/delivery.ts';
import type { Batch } from '../release/manifest.ts';
import type { FileFacts } from '../run/facts.ts';
import { identifier as q } from '../sql-text/sql-text.ts';
import { tooManyGone } from './deletion-guard.ts';

/** Also one with a row whose key could not be read: it ends nothing, but it is judged like any other. */
export function isFullSet(batch: Batch): boolean {
  return batch.delivery === 'snapshot' || batch.delivery === 'partial';
}

/** A full set may come in several files: those of the same table and day that came with this one. */
export function otherParts(file: FileFacts, delivered: readonly FileFacts[], date: string): Batch[] {
  const received = (f: FileFacts) => deliveryOfKey(f.landingKey, date).received;
  return delivered.flatMap((f) =>
    f.batch &&
    isFullSet(f.batch) &&
    f.batch.asOf === file.batch?.asOf &&
    f.batch.batchId !== file.batch.batchId &&
    f.module === file.module &&
    f.batchTable === file.batchTable &&
    received(f) === received(file)
      ? [f.batch]
      : [],
  );
}

/** The reason to hold the file, if any; `now` is its batch and the other parts of its set. */
export async function guard(
  context: DistrictContext,
  session: Session,
  file: FileFacts,
  known: readonly Batch[],
  now: readonly Batch[],
): Promise<string | undefined> {
  const asOf = now[0]?.asOf ?? '';
  const full = known.filter(isFullSet);
  const partial = new Set(full.filter((b) => b.delivery === 'partial').map((b) => b.asOf));
  // What a set ended that told of no absence is only decided now: the last whole set is what counts.
  const before = full.filter((b) => b.asOf < asOf);
  const last = (before.filter((b) => !partial.has(b.asOf)).at(-1) ?? before.at(-1))?.asOf;
  const previous = full.filter((b) => b.asOf === last);
  const table = context.contracts.find((c) => c.module === file.module)?.tables[file.batchTable];
  if (previous.length === 0 || !table) return undefined;
  const current = [...full.filter((b) => b.asOf === asOf), ...now];
  // A row whose key could not be read is one of those that seem to be missing.
  const keyless = current.reduce((n, b) => n + (b.unread?.keyless ?? 0), 0);
  const gone = Math.max(0, (await keysGone(context, session, table, previous, current)) - keyless);
  const rows = previous.reduce((n, b) => n + b.accepted + (b.unread?.keys ?? 0), 0);
  return tooManyGone({ gone, before: rows, limits: context.district.deletionGuard });
}

async function keysGone(
  { lake }: DistrictContext,
  session: Session,
  table: TableContract,
  previous: readonly Batch[],
  current: readonly Batch[],
): Promise<number> {
  const columns = [...new Set([...table.key, ...(table.scope ?? [])])].map((name) => ({
    name,
    type: 'varchar',
  }));
  const side = async (batches: readonly Batch[]) => {
    const files = batches.flatMap((b) => b.files.map((f) => lake.fetch(f.key)));
    return parquetQuery(columns, await Promise.all(files));
  };
  const same = (a: string, b: string, names: readonly string[]) =>
    names.map((k) => `${a}.${q(k)} is not distinct from ${b}.${q(k)}`).join(' and ');
  const inScope = table.scope
    ? `and exists (select 1 from (${await side(current)}) as s where ${same('p', 's', table.scope)})`
    : '';
  const [row] = await session.rows(
    `select count(*) as n from (${await side(previous)}) as p where not exists (select 1 from (${await side(current)}) as n where ${same('p', 'n', table.key)}) ${inScope}`,
  );
  return Number(row?.n ?? 0);
}
