/** Rows as bytes: one big buffer, filled in place and handed on when full, so that no file is ever whole in memory. */

/** Receives full chunks; the bytes are only valid during the call. */
export type Flush = (chunk: Uint8Array) => void;

const encoder = new TextEncoder();

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

const capacity = 1 << 20;
/** No row comes near this; a chunk is handed on when less than this is left. */
const slack = 1 << 14;

export class RowSink {
  rows = 0;
  bytes = 0;
  readonly #flush: Flush;
  readonly #buffer = Buffer.allocUnsafeSlow(capacity);
  #used = 0;

  constructor(flush: Flush) {
    this.#flush = flush;
  }

  /** Bytes made before, such as the part of a row that is the same every day. */
  raw(bytes: Uint8Array): this {
    this.#buffer.set(bytes, this.#used);
    this.#used += bytes.length;
    return this;
  }

  text(text: string): this {
    this.#used += this.#buffer.write(text, this.#used);
    return this;
  }

  /** A whole number, zero or more. */
  int(value: number): this {
    let digits = 1;
    for (let limit = 10; value >= limit; limit *= 10) digits += 1;
    let rest = value;
    for (let at = this.#used + digits - 1; at >= this.#used; at -= 1) {
      const next = Math.floor(rest / 10);
      this.#buffer[at] = 48 + (rest - next * 10);
      rest = next;
    }
    this.#used += digits;
    return this;
  }

  /** A line that is no row, such as a header. */
  line(text: string): void {
    this.text(text).#close();
  }

  /** Ends a row. */
  end(): void {
    this.rows += 1;
    this.#close();
  }

  /** A whole row. */
  row(text: string): void {
    this.text(text).end();
  }

  /** Bytes of any length that hold that many rows. */
  block(bytes: Uint8Array, rows: number): void {
    this.finish();
    this.bytes += bytes.length;
    this.rows += rows;
    this.#flush(bytes);
  }

  finish(): void {
    if (this.#used === 0) return;
    this.bytes += this.#used;
    this.#flush(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
  }

  #close(): void {
    this.#buffer[this.#used] = 10;
    this.#used += 1;
    if (this.#used > capacity - slack) this.finish();
  }
}

/** A cell of a CSV file, quoted where it must be. */
export const csvCell = (text: string): string =>
  /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

export const csvRow = (cells: readonly (string | number)[]): string =>
  cells.map((c) => csvCell(`${c}`)).join(',');
