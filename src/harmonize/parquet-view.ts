// Views over Parquet files: explicit lists only, never a folder, so that a reader sees exactly what a release names.
import { identifier, literal } from '../sql-text/sql-text.ts';
import type { Column } from './sql-catalog.ts';

const duckTypes: Readonly<Record<string, string>> = {
  varchar: 'VARCHAR',
  bigint: 'BIGINT',
  integer: 'INTEGER',
  double: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
};

export function duckType(athenaType: string): string {
  return duckTypes[athenaType.toLowerCase()] ?? athenaType.toUpperCase();
}

/** A query over `paths`, or an empty relation of the same shape where there is no file. */
export function parquetQuery(
  columns: readonly Column[],
  paths: readonly string[],
  partition?: Column,
): string {
  if (paths.length === 0) {
    const nothing = columns.map((c) => `cast(null as ${duckType(c.type)}) as ${identifier(c.name)}`);
    return `select ${nothing.join(', ')} where false`;
  }
  const names = columns.map((c) => identifier(c.name)).join(', ');
  const hive = partition
    ? `, hive_partitioning = true, hive_types = {${literal(partition.name)}: ${duckType(partition.type)}}`
    : ', hive_partitioning = false';
  return `select ${names} from read_parquet([${paths.map(literal).join(', ')}]${hive})`;
}

/** The same over files of an earlier release, which may lack a column that tables have today: it is blank there. */
export function olderParquetQuery(
  columns: readonly Column[],
  paths: readonly string[],
  partition?: Column,
): string {
  const today = parquetQuery(columns, [], partition);
  if (paths.length === 0) return today;
  const names = columns.map((c) => identifier(c.name)).join(', ');
  const everything = parquetQuery([], paths, partition).replace('select  from', 'select * from');
  return `select ${names} from (${everything} union all by name ${today})`;
}

export function viewSql(name: string, query: string): string {
  return `create or replace temp view ${identifier(name)} as ${query}`;
}

/** The column that partitions a stored table stands in its folder, not in its files. */
export function partitionColumn(partition: 'month' | 'school_year' | 'all'): Column {
  if (partition === 'month') return { name: 'month', type: 'varchar' };
  if (partition === 'school_year') return { name: 'school_year', type: 'integer' };
  return { name: 'part', type: 'varchar' };
}
