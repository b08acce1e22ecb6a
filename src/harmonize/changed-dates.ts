// Asks which dates a remade table changed, by comparing it with the release before.
import type { Session } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import type { PartFile } from '../release/manifest.ts';
import { identifier as q } from '../sql-text/sql-text.ts';
import type { Parts } from './make-table.ts';
import { olderParquetQuery, partitionColumn } from './parquet-view.ts';
import type { TableEntry } from './sql-catalog.ts';
import { monthsBetween, type Touch, touchedEverything, touchMonths, untouched } from './touched.ts';

/** Columns that say where a row came from; they may differ where the fact is the same. */
const lineage = new Set(['batch_id', 'record_no', 'known_from', 'known_basis']);

/** The run's own day changes every day; what it moves is told by `through`. */
const runDateColumn = 'run_date';

export interface Comparison {
  readonly before: Parts;
  readonly after: Parts;
  /** Open ends reach to this day. */
  readonly runDate: string;
  /** Months that the inputs of this table touched. */
  readonly through: ReadonlySet<string>;
}

export async function changedDates(
  session: Session,
  lake: Lake,
  entry: TableEntry,
  { before, after, runDate, through }: Comparison,
): Promise<Touch> {
  const columns = entry.columns.filter((c) => !lineage.has(c.name) && c.name !== runDateColumn);
  const names = columns.map((c) => q(c.name)).join(', ');
  const side = async (parts: Parts) => {
    const files: PartFile[] = Object.values(parts).flat();
    const paths = await Promise.all(files.map((f) => lake.fetch(f.key)));
    return `select ${names} from (${olderParquetQuery(entry.columns, paths, partitionColumn(entry.partition ?? 'all'))})`;
  };
  const gone = `(${await side(before)} except ${await side(after)})`;
  const come = `(${await side(after)} except ${await side(before)})`;
  const [from, to] = entry.affects ?? [null, null];
  if (from === null || to === null) {
    const [row] = await session.rows(
      `select (select count(*) from ${gone}) as gone, (select count(*) from ${come}) as come`,
    );
    if (Number(row?.gone) > 0) return touchedEverything;
    const dated = entry.columns.some((c) => c.name === runDateColumn);
    return {
      everything: false,
      months: dated ? through : new Set(),
      changed: dated || Number(row?.come) > 0,
    };
  }
  // Rows that only moved their later end are common (an open stint that closes): the span is still the honest answer.
  const [row] = await session.rows(
    `select strftime(min(${q(from)}), '%Y-%m') as first, strftime(max(coalesce(${q(to)}, date '${runDate}')), '%Y-%m') as last from (${gone} union all ${come})`,
  );
  if (typeof row?.first !== 'string') return untouched;
  const ends = [runDate.slice(0, 7), ...(typeof row.last === 'string' ? [row.last] : [])].sort();
  return touchMonths(monthsBetween(row.first, ends[0] ?? ''));
}
