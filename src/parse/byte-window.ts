// A moving view of a file or of bytes in memory: the parsers see a few megabytes at a time, whatever the size of the file.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { plain } from './bytes.ts';

/** A path on disk, or the bytes themselves. */
export type Source = string | Uint8Array;

const BLOCK = 8 * 1024 * 1024;
/** Bytes in memory are handed over as they are up to here; span offsets are 32-bit integers. */
const WHOLE = 1024 * 1024 * 1024;

export class ByteWindow implements Disposable {
  /** Valid from 0 to `length`. */
  bytes: Uint8Array = new Uint8Array(0);
  length = 0;
  /** Offset of `bytes[0]` in the source. */
  base = 0;
  /** Nothing follows behind `length`. */
  final = false;
  readonly #block: number;
  readonly #read: (into: Uint8Array, position: number) => number;
  readonly #close: () => void;

  constructor(source: Source, block = BLOCK) {
    if (typeof source === 'string') {
      const file = openSync(source, 'r');
      // One byte more than a small file has, so that one look also finds its end.
      this.#block = Math.min(block, fstatSync(file).size + 1);
      this.#read = (into, position) => readSync(file, into, 0, into.length, position);
      this.#close = () => closeSync(file);
    } else {
      this.#block = block;
      this.#close = () => {};
      this.#read = (into, position) => {
        const part = source.subarray(position, position + into.length);
        into.set(part);
        return part.length;
      };
      if (source.length <= WHOLE && block === BLOCK) {
        this.bytes = plain(source);
        this.length = source.length;
        this.final = true;
      }
    }
    if (!this.final) this.keep(0);
  }

  /** Forgets what lies before `from` and brings in the next block behind the rest. */
  keep(from: number): void {
    if (this.final) {
      this.bytes = this.bytes.subarray(from);
      this.base += from;
      this.length -= from;
      return;
    }
    const rest = this.length - from;
    const room = rest + this.#block;
    if (room > this.bytes.length) {
      const grown = new Uint8Array(room + (rest >> 1));
      grown.set(this.bytes.subarray(from, this.length));
      this.bytes = grown;
    } else {
      this.bytes.copyWithin(0, from, this.length);
    }
    this.base += from;
    this.length = rest;
    this.#fill(rest + this.#block);
  }

  #fill(upTo: number): void {
    while (this.length < upTo) {
      const got = this.#read(this.bytes.subarray(this.length, upTo), this.base + this.length);
      if (got === 0) {
        this.final = true;
        return;
      }
      this.length += got;
    }
  }

  [Symbol.dispose](): void {
    this.#close();
  }
}
