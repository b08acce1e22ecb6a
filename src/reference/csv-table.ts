// Reads a small table that a district keeps by hand (calendar days, opt-outs): delimited text whose first row names the columns.
import { HomeroomError } from '../errors/homeroom-error.ts';
import { headerKey } from '../intake/header.ts';
import { decode } from '../parse/decode.ts';
import { parseDelimited } from '../parse/parse-delimited.ts';

export interface TableRow<Name extends string> {
  /** In the file, from 1. */
  readonly line: number;
  /** Trimmed; null for an empty cell. */
  cell(name: Name): string | null;
}

/** The message never holds a cell: the file may list students. */
export class DistrictTableError extends HomeroomError {
  constructor(file: string, line: number, problem: string, mend: string) {
    super('DISTRICT_TABLE', `${file} can't be used: ${problem}.`, { where: `${file}, line ${line}`, mend });
  }
}

/**
 * The rows of the named columns, in whatever order they stand in the file; other columns are left alone.
 * @throws DistrictTableError for a missing column or a row that can't be read; EncodingError
 */
export function csvTable<Name extends string>(
  bytes: Uint8Array,
  file: string,
  columns: readonly Name[],
): TableRow<Name>[] {
  const records: { line: number; cells: readonly (string | null)[] }[] = [];
  const walked = parseDelimited(
    decode(bytes, ['utf-8', 'windows-1252'], file).bytes,
    { header: true },
    {
      record: (_, line, cells) => records.push({ line, cells }),
      reject(_, line, rule) {
        const mend = 'Give every row as many cells as the first row has names, and close every quote.';
        throw new DistrictTableError(file, line, `a row can't be read (${rule})`, mend);
      },
    },
  );
  const names = walked.headerCells.map(headerKey);
  const missing = columns.filter((name) => !names.includes(headerKey(name)));
  if (missing.length > 0) {
    const mend = `Name the columns in the first row: ${columns.join(', ')}.`;
    throw new DistrictTableError(file, 1, `no column is called ${missing.join(', ')}`, mend);
  }
  return records.map(({ line, cells }) => ({
    line,
    cell: (name) => cells[names.indexOf(headerKey(name))]?.trim() || null,
  }));
}
