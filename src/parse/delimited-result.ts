// What comes out of a delimited file: records as byte spans, rejected records by rule, and the counts that add up.
import type { RecordCells } from './record-cells.ts';

export type DelimitedRule = 'ragged' | 'nul_byte' | 'unclosed_quote' | 'bad_quote';

export interface RecordSink {
  /** `columns` is the width of the table; `cells` may be longer by empty cells or shorter by nameless ones. */
  record(bytes: Uint8Array, at: RecordPlace, cells: RecordCells, columns: number, delimiter: number): void;
  reject(record: number, line: number, rule: DelimitedRule): void;
}

export interface RecordPlace {
  /** 1 for the first record that is neither header nor blank, whether accepted or not. */
  readonly record: number;
  /** Physical line on which the record begins, from 1. */
  readonly line: number;
  /** Span of the record's text without its line end. */
  readonly from: number;
  readonly end: number;
  readonly spansLines: boolean;
}

export interface Walked {
  readonly delimiter: string;
  readonly columns: number;
  /** Texts of the first header line; empty for a file without header. */
  readonly headerCells: readonly string[];
  /** Cells of the first accepted record: choose a layout by it, never log it. */
  readonly firstCells: readonly (string | null)[];
  readonly records: number;
  readonly rejectedCount: number;
  readonly blankLines: number;
  readonly headerLines: number;
  /** The file breaks off inside its last record. */
  readonly truncated: boolean;
}
