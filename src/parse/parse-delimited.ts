// Reads a delimited file into records of text cells, exactly and without losing one.

import type { Source } from './byte-window.ts';
import { asBuffer } from './bytes.ts';
import type { DelimitedRule, Walked } from './delimited-result.ts';
import type { DelimitedOptions } from './dialect.ts';
import { walkRecords } from './walk-records.ts';

export interface DelimitedSink {
  /** `cells` has exactly the table's columns; null is an empty cell without quotes. */
  record(record: number, line: number, cells: readonly (string | null)[]): void;
  reject(record: number, line: number, rule: DelimitedRule): void;
}

/** Expects UTF-8, with or without BOM (see decode.ts); `block` is the size in bytes of the pieces read. */
export function parseDelimited(
  source: Source,
  options: DelimitedOptions,
  sink: DelimitedSink,
  block?: number,
): Walked {
  return walkRecords(
    source,
    options,
    {
      record(bytes, at, cells, columns) {
        const buffer = asBuffer(bytes);
        const texts = Array.from({ length: columns }, (_, i) =>
          i < cells.count ? cells.text(buffer, i) : null,
        );
        sink.record(at.record, at.line, texts);
      },
      reject: (record, line, rule) => sink.reject(record, line, rule),
    },
    block,
  );
}
