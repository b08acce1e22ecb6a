// The tight loop that proves lines regular: same cells on each, one line end, quotes only around whole cells.
import { asBuffer, BACKSLASH, CR, isBlankLine, LF, NUL, QUOTE } from './bytes.ts';
import type { DelimitedOptions, Dialect } from './dialect.ts';
import { HeaderLines } from './header-lines.ts';
import { RecordSplitter } from './split-record.ts';

/** Why a file must take the exact path. */
export type Irregular =
  | 'encoding'
  | 'nul_byte'
  | 'mixed_line_ends'
  | 'ragged'
  | 'quote'
  | 'line_break_in_quotes'
  | 'blank_line'
  | 'header_inside'
  | 'long_line';

/** Half of what DuckDB's reader takes as one line. */
export const MAX_LINE_BYTES = 1_000_000;

export class LineScan {
  columns = 0;
  headerCells: readonly string[] = [];
  firstCells: readonly (string | null)[] = [];
  /** Lines that are not blank, the header among them. */
  lines = 0;
  blankLines = 0;
  quoted = false;
  newline: 'lf' | 'crlf' | undefined;
  readonly #delimiter: number;
  readonly #backslash: boolean;
  readonly #header: boolean;
  readonly #headers: HeaderLines;
  readonly #splitter: RecordSplitter;
  readonly #special = new Uint8Array(256);

  constructor(dialect: Dialect, options: DelimitedOptions) {
    this.#delimiter = dialect.delimiter;
    this.#backslash = dialect.backslash;
    this.#header = options.header;
    this.#headers = new HeaderLines(options.headerNames);
    this.#splitter = new RecordSplitter(dialect);
    for (const c of [dialect.delimiter, NUL, LF, CR, QUOTE]) this.#special[c] = 1;
  }

  /** Scans whole lines; only the last line of the source may lack its end. Undefined means: regular so far. */
  scan(bytes: Uint8Array, from: number, to: number): Irregular | undefined {
    const special = this.#special;
    const delimiter = this.#delimiter;
    let lineStart = from;
    let cells = 1;
    for (let i = from; i < to; i++) {
      const c = bytes[i] ?? 0;
      if (special[c] === 0) continue;
      if (c === delimiter) {
        cells++;
      } else if (c === LF) {
        const crlf = i > lineStart && bytes[i - 1] === CR;
        const fault = this.#line(bytes, lineStart, crlf ? i - 1 : i, cells, crlf ? 'crlf' : 'lf');
        if (fault !== undefined) return fault;
        lineStart = i + 1;
        cells = 1;
      } else if (c === QUOTE) {
        if (i > lineStart && bytes[i - 1] !== delimiter) return 'quote';
        const close = this.#closing(bytes, i, to);
        if (typeof close === 'string') return close;
        i = close;
      } else if (c === NUL) {
        return 'nul_byte';
      } else if (i + 1 >= to || bytes[i + 1] !== LF) {
        return 'mixed_line_ends';
      }
    }
    return lineStart < to ? this.#line(bytes, lineStart, to, cells, this.newline) : undefined;
  }

  #line(
    bytes: Uint8Array,
    from: number,
    end: number,
    cells: number,
    newline: 'lf' | 'crlf' | undefined,
  ): Irregular | undefined {
    if (this.newline === undefined) this.newline = newline;
    if (newline !== this.newline) return 'mixed_line_ends';
    if (cells === 1 && isBlankLine(bytes, from, end, this.#delimiter)) return this.#blank(from, end);
    // DuckDB skips an empty line between records; only behind the last one is the numbering safe.
    if (this.blankLines > 0) return 'blank_line';
    if (end - from > MAX_LINE_BYTES) return 'long_line';
    if (this.columns === 0) this.columns = cells;
    else if (cells !== this.columns) return 'ragged';
    this.lines++;
    if (this.#header && this.lines === 1) {
      this.headerCells = this.#split(bytes, from, end).map((cell) => cell ?? '');
      this.#headers.addHeader(this.headerCells);
      return undefined;
    }
    if (this.lines <= 2 && this.firstCells.length === 0) this.firstCells = this.#split(bytes, from, end);
    return this.#headers.mayBegin(bytes, from, end) ? this.#headerInside(bytes, from, end) : undefined;
  }

  #headerInside(bytes: Uint8Array, from: number, end: number): Irregular | undefined {
    this.#splitter.split(bytes, from, end, true);
    return this.#headers.matches(bytes, this.#splitter.cells) ? 'header_inside' : undefined;
  }

  #split(bytes: Uint8Array, from: number, end: number): (string | null)[] {
    this.#splitter.split(bytes, from, end, true);
    return this.#splitter.cells.texts(asBuffer(bytes));
  }

  #blank(from: number, end: number): Irregular | undefined {
    if (this.columns < 2 || end > from) return 'blank_line';
    this.blankLines++;
    return undefined;
  }

  /** The offset of the quote that closes the cell, which the delimiter or the line's end must follow. */
  #closing(bytes: Uint8Array, open: number, to: number): number | Irregular {
    this.quoted = true;
    for (let i = open + 1; i < to; i++) {
      const c = bytes[i] ?? 0;
      if (c === QUOTE) {
        const next = i + 1 < to ? (bytes[i + 1] ?? 0) : LF;
        if (next !== QUOTE) return next === this.#delimiter || next === LF || next === CR ? i : 'quote';
        i++;
      } else if (c === LF || c === CR) return 'line_break_in_quotes';
      else if (c === NUL) return 'nul_byte';
      else if (c === BACKSLASH && this.#backslash) return 'quote';
    }
    return 'quote';
  }
}
