// Bytes at an offset, and a stream of a range, of a file or of memory.
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Source } from './byte-window.ts';

export class RandomAccess implements Disposable {
  readonly size: number;
  readonly #source: Source;
  readonly #file: number | undefined;

  constructor(source: Source) {
    this.#source = source;
    this.#file = typeof source === 'string' ? openSync(source, 'r') : undefined;
    this.size = typeof source === 'string' ? fstatSync(this.#file ?? 0).size : source.length;
  }

  /** Fewer bytes than asked for only at the end. */
  at(offset: number, length: number): Buffer {
    const from = Math.min(Math.max(offset, 0), this.size);
    const out = Buffer.alloc(Math.min(length, this.size - from));
    if (typeof this.#source !== 'string') out.set(this.#source.subarray(from, from + out.length));
    else if (this.#file !== undefined) {
      let got = 0;
      while (got < out.length) {
        const more = readSync(this.#file, out, got, out.length - got, from + got);
        if (more === 0) return out.subarray(0, got);
        got += more;
      }
    }
    return out;
  }

  /** `end` is not included. */
  stream(from: number, end: number): Readable {
    if (from >= end) return Readable.from([]);
    if (typeof this.#source === 'string')
      return createReadStream(this.#source, { start: from, end: end - 1 });
    return Readable.from([this.#source.subarray(from, end)]);
  }

  [Symbol.dispose](): void {
    if (this.#file !== undefined) closeSync(this.#file);
  }
}
