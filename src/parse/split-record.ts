// Finds the cells of one record: RFC 4180, every line end, `\"` where declared; and names what is broken.
import { BACKSLASH, CR, isBlank, LF, QUOTE } from './bytes.ts';
import { type Dialect, MAX_RECORD_BYTES } from './dialect.ts';
import { CLEAN, DOUBLED, ESCAPED, PADDED, QUOTED, RecordCells, STRAY } from './record-cells.ts';

/**
 * record: whole. more: the window ends first. bad_quote: text behind a closing quote. unclosed_quote: no closing quote,
 * or only one that belongs to a later line. long: no end within MAX_RECORD_BYTES.
 */
export type Outcome = 'record' | 'more' | 'bad_quote' | 'unclosed_quote' | 'long';

export class RecordSplitter {
  readonly cells = new RecordCells();
  /** Where the record's text ends, without its line end. */
  end = 0;
  /** Where reading goes on: the next record, or the line behind the first line of a broken one. */
  next = 0;
  /** Line ends before `next`. */
  lines = 0;
  /** A line end stands right before `next`. */
  terminated = false;
  /** Where the record's first line ends if a quoted cell spans lines, else -1. */
  firstLineEnd = -1;
  /** How far a broken cell was read. */
  searched = 0;
  readonly #delimiter: number;
  readonly #backslash: boolean;
  #to = 0;
  #stop = 0;
  #final = false;
  #at = 0;
  #breaks = 0;

  constructor(dialect: Dialect) {
    this.#delimiter = dialect.delimiter;
    this.#backslash = dialect.backslash;
  }

  /** Reads the record that begins at `from`; `to` is the end of the window, and of the source when `final`. */
  split(bytes: Uint8Array, from: number, to: number, final: boolean): Outcome {
    this.cells.clear();
    this.#breaks = 0;
    this.firstLineEnd = -1;
    this.#to = to;
    this.#final = final;
    this.#stop = Math.min(to, from + MAX_RECORD_BYTES);
    this.#at = from;
    for (;;) {
      if (this.#at < this.#stop && bytes[this.#at] === QUOTE) {
        const outcome = this.#quoted(bytes);
        if (outcome !== 'record') return outcome;
      } else {
        this.#unquoted(bytes);
      }
      if (this.#at >= this.#stop) return this.#endOfWindow();
      if (bytes[this.#at] !== this.#delimiter) return this.#endOfLine(bytes);
      this.#at++;
    }
  }

  #unquoted(bytes: Uint8Array): void {
    const delimiter = this.#delimiter;
    const stop = this.#stop;
    const start = this.#at;
    let kind = CLEAN;
    let at = start;
    for (; at < stop; at++) {
      const c = bytes[at] ?? 0;
      if (c === delimiter || c === LF || c === CR) break;
      if (c === QUOTE) kind = STRAY;
    }
    this.cells.add(start, at, kind);
    this.#at = at;
  }

  #quoted(bytes: Uint8Array): Outcome {
    const stop = this.#stop;
    const to = this.#to;
    const open = this.#at;
    let kind = QUOTED;
    let at = open + 1;
    for (; at < stop; at++) {
      const c = bytes[at] ?? 0;
      if (c === QUOTE) {
        if (at + 1 >= to || bytes[at + 1] !== QUOTE) break;
        kind |= DOUBLED;
        at++;
      } else if (c === BACKSLASH && this.#backslash && at + 1 < to) {
        const escaped = bytes[at + 1];
        if (escaped === QUOTE || escaped === BACKSLASH) {
          kind |= ESCAPED;
          at++;
        }
      } else if (c === LF || c === CR) {
        if (c === CR && at + 1 < to && bytes[at + 1] === LF) at++;
        this.#breaks++;
        if (this.firstLineEnd < 0) this.firstLineEnd = at + 1;
      }
    }
    const windowEnds = at + 1 >= to && !this.#final;
    if (windowEnds && stop === to) return 'more';
    const close = at;
    if (at < stop) {
      at++;
      while (at < stop && isBlank(bytes[at] ?? 0, this.#delimiter)) at++;
      if (at > close + 1) kind |= PADDED;
      const c = bytes[at];
      if (at >= stop || c === this.#delimiter || c === LF || c === CR) {
        this.cells.add(open + 1, close, kind);
        this.#at = at;
        return 'record';
      }
    }
    this.searched = Math.min(at, stop);
    if (this.firstLineEnd >= 0) return this.#resumeAt(this.firstLineEnd);
    return this.#skipLine(bytes, close >= stop ? 'unclosed_quote' : 'bad_quote');
  }

  /** The record spans lines and fails: what seemed to close its first quote belongs to a later record. */
  #resumeAt(offset: number): Outcome {
    this.next = offset;
    this.lines = 1;
    this.terminated = true;
    return 'unclosed_quote';
  }

  #skipLine(bytes: Uint8Array, outcome: Outcome): Outcome {
    let at = this.searched;
    while (at < this.#stop && bytes[at] !== LF && bytes[at] !== CR) at++;
    if (at < this.#stop) {
      this.#at = at;
      return this.#endOfLine(bytes) === 'more' ? 'more' : outcome;
    }
    if (this.#stop < this.#to) return 'long';
    if (!this.#final) return 'more';
    this.next = this.#to;
    this.lines = 0;
    this.terminated = false;
    return outcome;
  }

  #endOfLine(bytes: Uint8Array): Outcome {
    const at = this.#at;
    const crAtEnd = bytes[at] === CR && at + 1 >= this.#to;
    if (crAtEnd && !this.#final) return 'more';
    this.end = at;
    this.next = bytes[at] === CR && !crAtEnd && bytes[at + 1] === LF ? at + 2 : at + 1;
    this.lines = this.#breaks + 1;
    this.terminated = true;
    return 'record';
  }

  #endOfWindow(): Outcome {
    if (this.#stop < this.#to) return 'long';
    if (!this.#final) return 'more';
    this.end = this.#at;
    this.next = this.#at;
    this.lines = this.#breaks;
    this.terminated = false;
    return 'record';
  }
}
