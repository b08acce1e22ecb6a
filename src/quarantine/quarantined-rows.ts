// The quarantined rows of one file: where they stand and which rule they break, never what they hold.
import type { Session } from '../adapters/duckdb.ts';
import type { Lake } from '../lake/lake.ts';
import { literal } from '../sql-text/sql-text.ts';
import { quarantineFiles, type TakenFile } from './taken-file.ts';

export interface QuarantinedRow {
  /** From 1, headers and blank lines not counted. */
  readonly record_no: number;
  /** Physical line of the file, from 1. */
  readonly line_no: number;
  readonly rule: string;
  readonly column_name: string;
}

/** The first `limit` rows in the order of the file; none for a file without a good row. */
export async function quarantinedRecords(
  session: Session,
  lake: Lake,
  file: TakenFile,
  limit: number,
): Promise<QuarantinedRow[]> {
  const paths = await quarantineFiles(lake, file);
  if (paths.length === 0) return [];
  const rows = await session.rows(
    `select record_no, line_no, rule, coalesce(column_name, '') as column_name from read_parquet([${paths.map(literal).join(', ')}]) order by record_no limit ${limit}`,
  );
  return rows.map((r) => ({
    record_no: Number(r.record_no),
    line_no: Number(r.line_no),
    rule: String(r.rule),
    column_name: String(r.column_name),
  }));
}
