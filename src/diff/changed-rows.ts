// The rows behind the counts: which key, what changed, and the batch that brought it.
import type { Session } from '../adapters/duckdb.ts';
import { identifier as q } from '../sql-text/sql-text.ts';
import type { StoredTable } from './stored-table.ts';

export interface ChangedRow {
  readonly what: 'added' | 'removed' | 'changed';
  readonly partition: string;
  readonly key: Readonly<Record<string, string | null>>;
  /** Column to its value before and after; only for changed rows. */
  readonly columns: Readonly<Record<string, readonly [string | null, string | null]>>;
  readonly batch_id: string | null;
}

/** Reads `row_pairs`, which compareTable() has left; the first `limit` rows in the order of their keys. */
export async function changedRows(
  session: Session,
  table: StoredTable,
  limit: number,
): Promise<ChangedRow[]> {
  const names = table.columns.map((c) => c.name);
  const texts = names.flatMap((n) => [
    `cast(${q(`old_${n}`)} as varchar) as ${q(`old_${n}`)}`,
    `cast(${q(`new_${n}`)} as varchar) as ${q(`new_${n}`)}`,
  ]);
  const order = table.keys.map((k) => `coalesce(${q(`new_${k}`)}, ${q(`old_${k}`)})`);
  const rows = await session.rows(
    `select what, cast(part_of_row as varchar) as part, array_to_string(changed_facts, '|') as facts, ${texts.join(', ')} from row_pairs where what in ('added', 'removed', 'changed') order by part, ${order.join(', ')}, what limit ${limit}`,
  );
  return rows.map((row) => {
    const value = (name: string) => (typeof row[name] === 'string' ? row[name] : null);
    const side = (name: string) => value(`new_${name}`) ?? value(`old_${name}`);
    const facts = String(row.facts ?? '')
      .split('|')
      .filter((f) => f !== '');
    const what = row.what === 'added' || row.what === 'removed' ? row.what : 'changed';
    return {
      what,
      partition: String(row.part),
      key: Object.fromEntries(table.keys.map((k) => [k, side(k)])),
      columns:
        what === 'changed'
          ? Object.fromEntries(facts.map((f) => [f, [value(`old_${f}`), value(`new_${f}`)]]))
          : {},
      batch_id: names.includes('batch_id') ? side('batch_id') : null,
    };
  });
}
