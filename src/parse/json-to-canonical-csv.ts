// Turns a JSON file into the canonical CSV, one column a path, with every rejected record named by number, line and rule.
import type { Source } from './byte-window.ts';
import { CanonicalWriter } from './canonical-writer.ts';
import { type JsonOptions, type JsonParsed, type JsonRule, parseJsonRecords } from './parse-json-records.ts';
import type { Rejected } from './to-canonical-csv.ts';

export interface CanonicalJson extends JsonParsed {
  readonly path: string;
  readonly rejected: readonly Rejected<JsonRule>[];
  /** A cell holds a line break: DuckDB must read the file on one thread. */
  readonly lineBreaks: boolean;
}

/** Expects UTF-8, with or without BOM (see decode.ts). */
export function jsonToCanonicalCsv(source: Source, options: JsonOptions, path: string): CanonicalJson {
  using writer = new CanonicalWriter(path);
  const rejected: Rejected<JsonRule>[] = [];
  let lineBreaks = false;
  const parsed = parseJsonRecords(source, options, {
    record(record, line, cells) {
      writer.begin(record, line);
      if (!cells.every((cell) => writer.text(cell))) {
        writer.undo();
        return false;
      }
      writer.end();
      lineBreaks ||= cells.some((cell) => cell !== null && /[\r\n]/.test(cell));
      return true;
    },
    reject: (record, line, rule) => rejected.push({ record, line, rule }),
  });
  return { ...parsed, path, rejected, lineBreaks };
}
