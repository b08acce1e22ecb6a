// Tells whether a new full file says the same as the one before it: then nothing that reads it needs to be made again.
import type { Session } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import type { Batch } from '../release/manifest.ts';
import { identifier as q } from '../sql-text/sql-text.ts';
import { parquetQuery } from './parquet-view.ts';
import type { Column } from './sql-catalog.ts';

export interface QuietQuestion {
  readonly session: Session;
  readonly lake: Lake;
  /** All batches of the table, oldest statement first. */
  readonly batches: readonly Batch[];
  readonly newBatches: ReadonlySet<string>;
  /** The columns that the reader looks at; a nightly "last seen" that nobody reads is no change. */
  readonly columns: readonly Column[];
}

/** False also where it cannot be told: for deltas, late files, and the first full file. */
export async function isQuiet(question: QuietQuestion): Promise<boolean> {
  const { batches, newBatches } = question;
  const first = batches.findIndex((b) => newBatches.has(b.batchId));
  const newest = batches.slice(first);
  const before = batches[first - 1];
  if (first < 1 || before === undefined || newest.some((b) => !newBatches.has(b.batchId))) return false;
  const chain = [before, ...newest];
  // Several full files of one day stand side by side, each for a part: their absence rules are not for here to judge.
  if (new Set(chain.map((b) => b.asOf)).size !== chain.length) return false;
  if (batches.filter((b) => b.asOf === before.asOf).length > 1) return false;
  if (chain.some((b) => b.delivery !== 'snapshot')) return false;
  for (const [i, batch] of newest.entries()) {
    const previous = chain[i];
    if (previous === undefined || !(await saysTheSame(question, previous, batch))) return false;
  }
  return true;
}

async function saysTheSame({ session, lake, columns }: QuietQuestion, a: Batch, b: Batch): Promise<boolean> {
  if (a.accepted !== b.accepted || columns.length === 0) return false;
  const names = columns.map((c) => q(c.name)).join(', ');
  const side = async (batch: Batch) => {
    const paths = await Promise.all(batch.files.map((f) => lake.fetch(f.key)));
    return `select ${names} from (${parquetQuery(columns, paths)})`;
  };
  const [one, other] = [await side(a), await side(b)];
  const [row] = await session.rows(
    `select (select count(*) from (${one} except all ${other})) as gone, (select count(*) from (${other} except all ${one})) as come`,
  );
  return Number(row?.gone) === 0 && Number(row?.come) === 0;
}
