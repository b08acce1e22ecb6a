// Which share of a column's values fits the type that the contract declares.
import type { Session } from '../adapters/duckdb.ts';
import type { ColumnContract, Contract, TableContract } from '../contract/contract.ts';
import { cleanedSql, typedSql, type Zones } from '../intake/typed-sql.ts';
import { identifier as q } from '../sql-text/sql-text.ts';

export interface ColumnFit {
  readonly name: string;
  readonly type: string;
  readonly privacy: ColumnContract['privacy'];
  /** Cells that say something. */
  readonly values: number;
  readonly nulls: number;
  readonly fitting: number;
  /** Of the values, 0 to 1; 1 where there is none. */
  readonly share: number;
}

export interface FitInput {
  readonly contract: Contract;
  readonly table: TableContract;
  /** The query of cellsSql(). */
  readonly cells: string;
  readonly bound: ReadonlySet<string>;
  readonly zones: Zones;
}

/** One entry a column of the contract that the file has, in the contract's order. */
export async function columnFits(
  session: Session,
  { contract, table, cells, bound, zones }: FitInput,
): Promise<ColumnFit[]> {
  const columns = Object.entries(table.columns).filter(([name]) => bound.has(name));
  if (columns.length === 0) return [];
  const clean = columns.map(([name, c]) => `${cleanedSql(q(name), c, contract)} as ${q(name)}`);
  const counts = columns.flatMap(([name, c], i) => [
    `count(${q(name)}) as values_${i}`,
    `count(${typed(c) ? typedSql(q(name), c, zones) : q(name)}) as fitting_${i}`,
  ]);
  const [row] = await session.rows(
    `select count(*) as n, ${counts.join(', ')} from (select ${clean.join(', ')} from (${cells}))`,
  );
  return columns.map(([name, c], i) => {
    const values = Number(row?.[`values_${i}`] ?? 0);
    const fitting = Number(row?.[`fitting_${i}`] ?? 0);
    return {
      name,
      type: typed(c) ? c.type : 'text',
      privacy: c.privacy,
      values,
      nulls: Number(row?.n ?? 0) - values,
      fitting,
      share: values === 0 ? 1 : fitting / values,
    };
  });
}

/** Ids and clear names are taken as they are written. */
function typed(column: ColumnContract): boolean {
  return column.privacy === 'keep' || column.privacy === 'generalize';
}
