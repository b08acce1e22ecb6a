// Proves that DuckDB's read_csv reads exactly the cells that the exact path would, or says why it may not.
import { isUtf8 } from 'node:buffer';
import { ByteWindow, type Source } from './byte-window.ts';
import { bomLength, LF } from './bytes.ts';
import { type DelimitedOptions, type Dialect, dialectOf } from './dialect.ts';
import { type Irregular, LineScan, MAX_LINE_BYTES } from './line-scan.ts';

export interface RegularFile {
  readonly regular: true;
  readonly delimiter: string;
  readonly columns: number;
  /** Records behind the header; 0 also for an empty file, which DuckDB must not be asked to read. */
  readonly records: number;
  readonly newline: 'lf' | 'crlf';
  readonly quoted: boolean;
  /** Empty lines behind the last record. */
  readonly blankLines: number;
  readonly headerLines: 0 | 1;
  readonly headerCells: readonly string[];
  /** Cells of the first record: choose a layout by it, never log it. */
  readonly firstCells: readonly (string | null)[];
}

export interface IrregularFile {
  readonly regular: false;
  readonly why: Irregular;
  /** Physical line, from 1; for `encoding` the first line of the block that holds it. */
  readonly line: number;
}

/** Expects UTF-8; a BOM at the start is skipped, as DuckDB does. `block` is the size in bytes of the pieces read. */
export function scanRegular(
  source: Source,
  options: DelimitedOptions,
  block?: number,
): RegularFile | IrregularFile {
  using window = new ByteWindow(source, block);
  let from = bomLength(window.bytes, window.length);
  const dialect = dialectOf(options, window.bytes.subarray(from), window.length - from);
  const scan = new LineScan(dialect, options);
  for (;;) {
    const to = window.final ? window.length : window.bytes.lastIndexOf(LF, window.length - 1) + 1;
    if (to > from) {
      const fault = isUtf8(window.bytes.subarray(from, to)) ? scan.scan(window.bytes, from, to) : 'encoding';
      if (fault !== undefined) return { regular: false, why: fault, line: scan.lines + scan.blankLines + 1 };
      from = to;
    } else if (window.length - from > MAX_LINE_BYTES) {
      return { regular: false, why: 'long_line', line: scan.lines + 1 };
    }
    if (window.final) return regularFile(options.header, dialect, scan);
    window.keep(from);
    from = 0;
  }
}

function regularFile(header: boolean, dialect: Dialect, scan: LineScan): RegularFile {
  const headerLines = header && scan.lines > 0 ? 1 : 0;
  return {
    regular: true,
    delimiter: String.fromCharCode(dialect.delimiter),
    columns: scan.columns,
    records: scan.lines - headerLines,
    newline: scan.newline ?? 'lf',
    quoted: scan.quoted,
    blankLines: scan.blankLines,
    headerLines,
    headerCells: scan.headerCells,
    firstCells: scan.firstCells,
  };
}
