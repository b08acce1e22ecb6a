// Cuts JSON text into its records: elements of an array or of `value[]` envelopes, or whole documents, over any lines.

import type { ByteWindow } from './byte-window.ts';
import { asBuffer, BACKSLASH, COMMA, CR, LF, QUOTE, SPACE, TAB, utf8Text } from './bytes.ts';
import { MAX_JSON_BYTES } from './json-layout.ts';

export interface JsonPiece {
  /** Undefined: too long, not UTF-8, or the file ends inside it. */
  readonly text: string | undefined;
  /** Physical line on which it begins, from 1. */
  readonly line: number;
}

const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NOWHERE = Number.MAX_SAFE_INTEGER;

/** Follows brackets and strings only; whether a piece is JSON is its reader's business. */
export class JsonPieces {
  /** The file ends inside a value or an open bracket. */
  truncated = false;
  /** Envelopes without an element. */
  emptyEnvelopes = 0;
  readonly #window: ByteWindow;
  readonly #envelope: boolean;
  #at = 0;
  #line = 1;
  #depth = 0;
  /** The depth at which records begin; NOWHERE inside an envelope, but not in its array. */
  #floor = 0;
  #start = -1;
  #startLine = 1;
  #inString = false;
  #stringStart = 0;
  /** The last string ended is `"value"`. */
  #atValueKey = false;
  #previous = 0;
  #foundInEnvelope = 0;

  constructor(window: ByteWindow, envelope: boolean) {
    this.#window = window;
    this.#envelope = envelope;
  }

  *[Symbol.iterator](): Generator<JsonPiece> {
    const window = this.#window;
    for (;;) {
      while (this.#at < window.length) {
        const c = window.bytes[this.#at] ?? 0;
        const ended = this.#inString ? this.#insideString(c) : this.#outsideString(c);
        if (ended === 'before') yield this.#take(this.#at);
        if (c === LF) this.#line++;
        this.#at++;
        if (ended === 'behind') yield this.#take(this.#at);
        // The byte that ends a loose word can still open or close something.
        if (ended === 'before' && c !== LF) this.#at--;
      }
      if (window.final) return yield* this.#atEnd();
      if (this.#start >= 0 && this.#at - this.#start > MAX_JSON_BYTES) {
        this.truncated = true;
        yield { text: undefined, line: this.#startLine };
        return;
      }
      this.#refill();
    }
  }

  #insideString(c: number): 'before' | undefined {
    if (c === BACKSLASH) {
      const { bytes, length } = this.#window;
      if (this.#at + 1 >= length || bytes[this.#at + 1] !== LF) this.#at++;
    } else if (c === QUOTE || c === LF) {
      this.#inString = false;
      if (c === LF && this.#start >= 0) {
        // No string goes over a line: a quote left open spoils its own record and not the next.
        this.#depth = this.#floor;
        return 'before';
      }
      const key = this.#window.bytes.subarray(this.#stringStart + 1, this.#at);
      this.#atValueKey = key.length === 5 && asBuffer(key).toString('latin1') === 'value';
    }
    return undefined;
  }

  #outsideString(c: number): 'before' | 'behind' | undefined {
    if (c === SPACE || c === TAB || c === CR || c === LF || c === COMMA) {
      if (c === COMMA) this.#previous = c;
      return c !== SPACE && c !== TAB && this.#isLooseWord() ? 'before' : undefined;
    }
    if (c === OPEN_ARRAY || c === OPEN_OBJECT) {
      if (this.#isLooseWord()) return 'before';
      this.#open(c);
    } else if (c === CLOSE_ARRAY || c === CLOSE_OBJECT) {
      if (this.#start >= 0) {
        if (this.#depth === this.#floor) return 'before';
        this.#depth--;
        return this.#depth === this.#floor ? 'behind' : undefined;
      }
      this.#closeContainer(c);
    } else {
      this.#begin();
      if (c === QUOTE) {
        this.#inString = true;
        this.#stringStart = this.#at;
      }
    }
    this.#previous = c;
    return undefined;
  }

  /** Text at the depth of records that is no object: junk, to be reported. */
  #isLooseWord(): boolean {
    return this.#start >= 0 && this.#depth === this.#floor;
  }

  #begin(): void {
    if (this.#start >= 0 || this.#depth !== this.#floor) return;
    this.#start = this.#at;
    this.#startLine = this.#line;
  }

  #open(c: number): void {
    const outside = this.#start < 0 && this.#depth === 0;
    if (outside && c === OPEN_ARRAY) this.#floor = 1;
    else if (outside && this.#envelope) {
      this.#floor = NOWHERE;
      this.#foundInEnvelope = 0;
    } else if (this.#floor === NOWHERE && this.#depth === 1 && c === OPEN_ARRAY) {
      if (this.#atValueKey && this.#previous === COLON) this.#floor = 2;
    } else this.#begin();
    this.#depth++;
  }

  #closeContainer(c: number): void {
    const inArray = this.#floor !== NOWHERE && this.#depth === this.#floor;
    if (this.#depth === 0 || (inArray && c !== CLOSE_ARRAY)) {
      this.#begin();
      return;
    }
    this.#depth--;
    if (this.#floor === 2 && this.#envelope) this.#floor = NOWHERE;
    else if (this.#floor === NOWHERE && this.#depth === 0) {
      if (this.#foundInEnvelope === 0) this.emptyEnvelopes++;
      this.#floor = 0;
    } else if (this.#floor === 1) this.#floor = 0;
  }

  #take(end: number): JsonPiece {
    const text = utf8Text(this.#window.bytes, this.#start, end);
    this.#start = -1;
    this.#foundInEnvelope++;
    return { text, line: this.#startLine };
  }

  *#atEnd(): Generator<JsonPiece> {
    if (this.#start >= 0 || this.#depth > 0) this.truncated = true;
    if (this.#start >= 0) yield { text: undefined, line: this.#startLine };
  }

  #refill(): void {
    const kept = this.#start >= 0 ? this.#start : this.#inString ? this.#stringStart : this.#at;
    const from = Math.min(kept, this.#window.length);
    this.#window.keep(from);
    this.#at -= from;
    if (this.#start >= 0) this.#start -= from;
    this.#stringStart -= from;
  }
}
