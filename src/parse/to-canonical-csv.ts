// Turns any delimited file into the canonical CSV, with every rejected record named by number, line and rule.
import type { Source } from './byte-window.ts';
import { COMMA } from './bytes.ts';
import { CanonicalWriter } from './canonical-writer.ts';
import type { DelimitedRule, RecordPlace, Walked } from './delimited-result.ts';
import type { DelimitedOptions } from './dialect.ts';
import { ESCAPED, PADDED, type RecordCells, STRAY } from './record-cells.ts';
import { walkRecords } from './walk-records.ts';

export interface Rejected<Rule extends string = string> {
  readonly record: number;
  readonly line: number;
  readonly rule: Rule;
}

export interface CanonicalCsv extends Walked {
  readonly path: string;
  readonly rejected: readonly Rejected<DelimitedRule>[];
  /** A cell holds a line break: DuckDB must read the file on one thread. */
  readonly lineBreaks: boolean;
}

/** Expects UTF-8, with or without BOM (see decode.ts). */
export function toCanonicalCsv(
  source: Source,
  options: DelimitedOptions,
  path: string,
  block?: number,
): CanonicalCsv {
  using writer = new CanonicalWriter(path);
  const rejected: Rejected<DelimitedRule>[] = [];
  let lineBreaks = false;
  const walked = walkRecords(
    source,
    options,
    {
      record(bytes, at, cells, columns, delimiter) {
        lineBreaks ||= at.spansLines;
        writer.begin(at.record, at.line);
        writeCells(writer, bytes, at, cells, columns, delimiter);
        writer.end();
      },
      reject: (record, line, rule) => rejected.push({ record, line, rule }),
    },
    block,
  );
  return { ...walked, path, rejected, lineBreaks };
}

function writeCells(
  writer: CanonicalWriter,
  bytes: Uint8Array,
  at: RecordPlace,
  cells: RecordCells,
  columns: number,
  delimiter: number,
): void {
  const asIs = delimiter === COMMA && cells.count === columns && !(cells.seen & (ESCAPED | STRAY | PADDED));
  if (asIs) writer.verbatim(bytes, at.from, at.end);
  else {
    for (let i = 0; i < columns; i++) {
      if (i < cells.count) writer.cell(bytes, cells, i);
      else writer.absent();
    }
  }
}
