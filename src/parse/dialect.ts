// How a delimited file is written, and what the caller already knows about it.
import { BACKSLASH, COMMA, CR, LF, QUOTE } from './bytes.ts';

export interface Dialect {
  readonly delimiter: number;
  /** `\"` and `\\` inside a quoted cell stand for `"` and `\`. */
  readonly backslash: boolean;
}

export interface DelimitedOptions {
  /** The first record names the columns. */
  readonly header: boolean;
  /** One character; when absent, the commonest of comma, tab, semicolon and bar on the first line. */
  readonly delimiter?: string | undefined;
  readonly backslashQuotes?: boolean | undefined;
  /** Lists of names by position ("-" and "" match anything): a line that carries them is a header line, not a record. */
  readonly headerNames?: readonly (readonly string[])[] | undefined;
  /** Number of columns of a file without header; when absent, the commonest width of its first records. */
  readonly columns?: number | undefined;
}

/** A record longer than this many bytes is rejected: it bounds what an unclosed quote can swallow. */
export const MAX_RECORD_BYTES = 1024 * 1024;

const CANDIDATES = [COMMA, 0x09, 0x3b, 0x7c];

export function dialectOf(options: DelimitedOptions, bytes: Uint8Array, length: number): Dialect {
  const backslash = options.backslashQuotes === true;
  if (options.delimiter === undefined) return { delimiter: sniffDelimiter(bytes, length), backslash };
  const delimiter = options.delimiter.charCodeAt(0);
  const forbidden = [QUOTE, CR, LF, BACKSLASH, 0].includes(delimiter);
  if (options.delimiter.length !== 1 || delimiter > 0x7f || forbidden) {
    throw new RangeError(
      'The delimiter must be one ASCII character that is no quote, backslash or line break.',
    );
  }
  return { delimiter, backslash };
}

/** Counts the candidates outside quotes on the first line that is not empty. */
export function sniffDelimiter(bytes: Uint8Array, length: number): number {
  const counts = new Map(CANDIDATES.map((c) => [c, 0]));
  let quoted = false;
  let seen = false;
  for (let i = 0; i < length; i++) {
    const c = bytes[i] ?? 0;
    if (c === QUOTE) quoted = !quoted;
    else if ((c === LF || c === CR) && seen) break;
    else if (!quoted && counts.has(c)) counts.set(c, (counts.get(c) ?? 0) + 1);
    if (c !== LF && c !== CR) seen = true;
  }
  let best = COMMA;
  for (const c of CANDIDATES) if ((counts.get(c) ?? 0) > (counts.get(best) ?? 0)) best = c;
  return best;
}
