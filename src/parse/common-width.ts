// The width of a file that has no header to tell it: what most of its first records have.
import type { ByteWindow } from './byte-window.ts';
import { isBlankLine } from './bytes.ts';
import type { RecordSplitter } from './split-record.ts';

const SAMPLE = 200;

export function commonestWidth(splitter: RecordSplitter, window: ByteWindow, delimiter: number): number {
  const { bytes, length, final } = window;
  const widths = new Map<number, number>();
  let at = 0;
  for (let n = 0; n < SAMPLE && at < length; n++) {
    const outcome = splitter.split(bytes, at, length, final);
    if (outcome === 'more' || outcome === 'long') break;
    const { cells, next, end } = splitter;
    const blank = outcome === 'record' && isBlankLine(bytes, at, end, delimiter);
    if (outcome === 'record' && !blank) widths.set(cells.count, (widths.get(cells.count) ?? 0) + 1);
    at = next;
  }
  let best = { width: 0, times: 0 };
  for (const [width, times] of widths) if (times > best.times) best = { width, times };
  return best.width;
}
