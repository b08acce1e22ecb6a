// Writes the canonical CSV that DuckDB reads: comma, `\n`, quotes where needed, record and line number in front.
// An empty cell without quotes is null, "" is the empty text.
import { closeSync, openSync, writeSync } from 'node:fs';
import { asBuffer, COMMA, CR, LF, plain, QUOTE } from './bytes.ts';
import { MAX_RECORD_BYTES } from './dialect.ts';
import { CLEAN, DOUBLED, ESCAPED, QUOTED, type RecordCells, STRAY } from './record-cells.ts';

const FLUSH = 1024 * 1024;
/** A record's cells with every byte doubled, and its two numbers. */
export const MAX_CANONICAL_BYTES = 2 * MAX_RECORD_BYTES + 65_536;

export class CanonicalWriter implements Disposable {
  readonly #file: number;
  readonly #out = plain(Buffer.allocUnsafeSlow(FLUSH + MAX_CANONICAL_BYTES));
  readonly #text: Buffer;
  #length = 0;
  #rowStart = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
    this.#text = asBuffer(this.#out);
  }

  begin(record: number, line: number): void {
    if (this.#length >= FLUSH) this.#flush();
    this.#rowStart = this.#length;
    this.#digits(record);
    this.#byte(COMMA);
    this.#digits(line);
  }

  /** Forgets the row begun. */
  undo(): void {
    this.#length = this.#rowStart;
  }

  end(): void {
    this.#byte(LF);
  }

  /** Cells that already stand as the canonical form wants them, delimiters and quotes included. */
  verbatim(bytes: Uint8Array, from: number, end: number): void {
    this.#byte(COMMA);
    this.#copy(bytes, from, end);
  }

  absent(): void {
    this.#byte(COMMA);
  }

  cell(bytes: Uint8Array, cells: RecordCells, i: number): void {
    const kind = cells.kinds[i] ?? CLEAN;
    const from = cells.starts[i] ?? 0;
    const end = cells.ends[i] ?? 0;
    this.#byte(COMMA);
    if (kind === CLEAN && !hasComma(bytes, from, end)) {
      this.#copy(bytes, from, end);
      return;
    }
    this.#byte(QUOTE);
    if (kind === CLEAN || (kind & (QUOTED | DOUBLED) && !(kind & ESCAPED))) this.#copy(bytes, from, end);
    else this.#requote(bytes, from, end, kind);
    this.#byte(QUOTE);
  }

  /** False if the row would grow beyond what a reader takes: undo it. */
  text(text: string | null): boolean {
    this.#byte(COMMA);
    if (text === null) return true;
    const quoted = text === '' || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    const room = MAX_CANONICAL_BYTES - 2 - (this.#length - this.#rowStart);
    if (quoted.length > room || Buffer.byteLength(quoted) > room) return false;
    this.#length += this.#text.write(quoted, this.#length, 'utf8');
    return true;
  }

  #requote(bytes: Uint8Array, from: number, end: number, kind: number): void {
    for (let i = from; i < end; i++) {
      let c = bytes[i] ?? 0;
      const next = bytes[i + 1];
      const pair =
        (kind & ESCAPED && c === 0x5c && (next === QUOTE || next === 0x5c)) ||
        (c === QUOTE && !(kind & STRAY));
      if (pair && i + 1 < end) c = bytes[++i] ?? 0;
      if (c === QUOTE) this.#byte(QUOTE);
      this.#byte(c);
    }
  }

  #copy(bytes: Uint8Array, from: number, end: number): void {
    if (end - from > 32) this.#out.set(bytes.subarray(from, end), this.#length);
    else for (let i = from, o = this.#length; i < end; i++, o++) this.#out[o] = bytes[i] ?? 0;
    this.#length += end - from;
  }

  #digits(n: number): void {
    let power = 1;
    while (power * 10 <= n) power *= 10;
    for (let rest = n; power >= 1; power = Math.floor(power / 10)) {
      const digit = Math.floor(rest / power);
      this.#byte(0x30 + digit);
      rest -= digit * power;
    }
  }

  #byte(c: number): void {
    this.#out[this.#length++] = c;
  }

  #flush(): void {
    let at = 0;
    while (at < this.#length) at += writeSync(this.#file, this.#out, at, this.#length - at);
    this.#length = 0;
  }

  [Symbol.dispose](): void {
    this.#flush();
    closeSync(this.#file);
  }
}

function hasComma(bytes: Uint8Array, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if (bytes[i] === COMMA || bytes[i] === CR || bytes[i] === LF) return true;
  return false;
}
