// Reads JSON lines, arrays, documents and `value[]` envelopes into records of text cells by path, and loses none.

import { ByteWindow, type Source } from './byte-window.ts';
import { bomLength } from './bytes.ts';
import { JsonColumns } from './json-columns.ts';
import { jsonLayout } from './json-layout.ts';
import { JsonLines } from './json-lines.ts';
import { isObject, lookUp, planRecords, type RecordPlan } from './json-paths.ts';
import { type JsonPiece, JsonPieces } from './json-pieces.ts';
import { cellText, parseJson } from './json-text.ts';

export interface JsonOptions {
  /** Arrays whose elements become records, outermost first: `value[]`, `attendanceRecords[]`. */
  readonly explode?: readonly string[] | undefined;
  /** One column each: `id`, `identity.id`, `attendanceRecords[].role`, `tags[]` (as JSON). */
  readonly paths: readonly string[];
}

export type JsonRule = 'bad_json' | 'nul_byte';

export interface JsonSink {
  /** Cells in the order of `paths`; null is null or missing. False: the record is too long for its readers. */
  record(record: number, line: number, cells: readonly (string | null)[]): boolean;
  reject(record: number, line: number, rule: JsonRule): void;
}

export interface JsonParsed {
  readonly columns: number;
  readonly records: number;
  readonly rejectedCount: number;
  readonly blankLines: number;
  readonly headerLines: 0;
  /** Documents, or elements of an exploded array, whose exploded array is empty or absent: they yield no record. */
  readonly emptyParents: number;
  /** The file breaks off inside its last record or an open bracket. */
  readonly truncated: boolean;
  /** Asked for, found in no record. */
  readonly missingPaths: readonly string[];
  /** Found in records, not asked for, from the record's root. */
  readonly unknownPaths: readonly string[];
  /** The same, with every key that may be data masked: what a report may say. */
  readonly unknownNames: readonly string[];
}

/** Expects UTF-8, with or without BOM. A number keeps the file's spelling. `block` is the size in bytes of the pieces read. */
export function parseJsonRecords(
  source: Source,
  options: JsonOptions,
  sink: JsonSink,
  block?: number,
): JsonParsed {
  using window = new ByteWindow(source, block);
  window.keep(bomLength(window.bytes, window.length));
  return new JsonWalk(options, sink).run(window);
}

class JsonWalk {
  readonly #options: JsonOptions;
  readonly #sink: JsonSink;
  readonly #plan: RecordPlan;
  readonly #columns: JsonColumns;
  readonly #found: Set<number> = new Set();
  #records = 0;
  #rejected = 0;
  #emptyParents = 0;

  constructor(options: JsonOptions, sink: JsonSink) {
    this.#options = options;
    this.#sink = sink;
    this.#plan = planRecords(options.explode ?? [], options.paths);
    this.#columns = new JsonColumns(this.#plan.columns.map((column) => column.path));
  }

  run(window: ByteWindow): JsonParsed {
    const { blankLines, truncated } =
      jsonLayout(window.bytes, window.length, window.final) === 'lines'
        ? this.#lines(window)
        : this.#values(window);
    return {
      columns: this.#options.paths.length,
      records: this.#records,
      rejectedCount: this.#rejected,
      blankLines,
      headerLines: 0,
      emptyParents: this.#emptyParents,
      truncated,
      missingPaths: this.#options.paths.filter((_, i) => !this.#found.has(i)),
      unknownPaths: this.#columns.unknown(),
      unknownNames: this.#columns.unknownMasked(),
    };
  }

  #lines(window: ByteWindow): { blankLines: number; truncated: boolean } {
    const lines = new JsonLines(window);
    let truncated = false;
    for (const piece of lines) {
      const document = this.#read(piece);
      if (document === undefined) truncated = !lines.terminated;
      else if (this.#plan.envelope) this.#unpack(document, piece.line);
      else this.#record(document, piece.line);
    }
    return { blankLines: lines.blankLines, truncated };
  }

  #values(window: ByteWindow): { blankLines: number; truncated: boolean } {
    const pieces = new JsonPieces(window, this.#plan.envelope);
    for (const piece of pieces) {
      const record = this.#read(piece);
      if (record !== undefined) this.#record(record, piece.line);
    }
    this.#emptyParents += pieces.emptyEnvelopes;
    return { blankLines: 0, truncated: pieces.truncated };
  }

  #read({ text, line }: JsonPiece): Record<string, unknown> | undefined {
    try {
      const value = text === undefined ? undefined : parseJson(text);
      if (isObject(value)) return value;
    } catch {
      // The parser's message would quote the record.
    }
    this.#reject(line, 'bad_json');
    return undefined;
  }

  #unpack(envelope: Record<string, unknown>, line: number): void {
    const elements = lookUp(envelope, ['value']);
    if (!Array.isArray(elements) || elements.length === 0) this.#emptyParents++;
    else {
      for (const element of elements) {
        if (isObject(element)) this.#record(element, line);
        else this.#reject(line, 'bad_json');
      }
    }
  }

  #record(record: Record<string, unknown>, line: number): void {
    this.#columns.see(record);
    this.#explode([record], line);
  }

  /** `chain` leads from the record to the element of the last array exploded so far. */
  #explode(chain: readonly unknown[], line: number): void {
    const steps = this.#plan.explode[chain.length - 1];
    if (steps === undefined) {
      this.#emit(chain, line);
      return;
    }
    const below = lookUp(chain.at(-1), steps);
    const elements = Array.isArray(below) ? below : isObject(below) ? [below] : [];
    if (elements.length === 0) this.#emptyParents++;
    for (const element of elements) this.#explode([...chain, element], line);
  }

  #emit(chain: readonly unknown[], line: number): void {
    const cells = this.#plan.columns.map(({ level, steps }, i) => {
      const value = lookUp(chain[level], steps);
      if (value !== undefined) this.#found.add(i);
      return cellText(value);
    });
    const number = this.#records + this.#rejected + 1;
    if (cells.some((cell) => cell?.includes('\0'))) this.#reject(line, 'nul_byte');
    else if (!cells.every((cell) => cell === null || cell.isWellFormed())) this.#reject(line, 'bad_json');
    else if (this.#sink.record(number, line, cells)) this.#records++;
    else this.#reject(line, 'bad_json');
  }

  #reject(line: number, rule: JsonRule): void {
    this.#rejected++;
    this.#sink.reject(this.#records + this.#rejected, line, rule);
  }
}
