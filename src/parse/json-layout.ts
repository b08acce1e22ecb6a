// Tells JSON lines from JSON documents by the first lines of a file.
import { asBuffer, CR, LF, SPACE, TAB } from './bytes.ts';

/** A line or record longer than this many bytes is not read. */
export const MAX_JSON_BYTES = 16 * 1024 * 1024;

/** lines: a record a line. values: an array, one document, or several, over any number of lines. */
export type JsonLayout = 'lines' | 'values';

export function jsonLayout(bytes: Uint8Array, length: number, final: boolean): JsonLayout {
  let at = 0;
  while (at < length && [SPACE, TAB, CR, LF].includes(bytes[at] ?? 0)) at++;
  if (bytes[at] === 0x5b) return 'values';
  const lf = bytes.indexOf(LF, at);
  const oneLine = lf < 0 || lf >= length;
  if (oneLine && (!final || length - at > MAX_JSON_BYTES)) return 'values';
  const [first, second] = firstLines(bytes, at, length);
  if (first === undefined) return 'lines';
  if (isJson(first)) return 'lines';
  if (/[[{:]$/.test(first)) return 'values';
  // A first line that is broken must not hide that the others are whole.
  return second !== undefined && !isJson(second) ? 'values' : 'lines';
}

function firstLines(bytes: Uint8Array, from: number, length: number): string[] {
  const lines: string[] = [];
  for (let at = from; at < length && lines.length < 2; ) {
    const lf = bytes.indexOf(LF, at);
    const end = lf < 0 || lf > length ? length : lf;
    const line = asBuffer(bytes).toString('utf8', at, end).trim();
    if (line !== '') lines.push(line);
    at = end + 1;
  }
  return lines;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
