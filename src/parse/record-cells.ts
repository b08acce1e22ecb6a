// The cells of one record as byte spans with what must be undone to read each.

/** Nothing to translate: copy the bytes. */
export const CLEAN = 0;
/** Between quotes; the span leaves the quotes out. */
export const QUOTED = 1;
/** Between quotes, with doubled quotes inside. */
export const DOUBLED = 2;
/** Between quotes, with backslashes inside. */
export const ESCAPED = 4;
/** Not quoted, yet with a quote inside; it stands for itself. */
export const STRAY = 8;
/** Blanks between the closing quote and the delimiter were left out. */
export const PADDED = 16;

export class RecordCells {
  starts: Int32Array = new Int32Array(64);
  ends: Int32Array = new Int32Array(64);
  kinds: Uint8Array = new Uint8Array(64);
  count = 0;
  /** All kinds of the record's cells, or-ed. */
  seen = 0;

  clear(): void {
    this.count = 0;
    this.seen = 0;
  }

  add(start: number, end: number, kind: number): void {
    if (this.count === this.starts.length) this.#grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.kinds[this.count] = kind;
    this.count++;
    this.seen |= kind;
  }

  isEmpty(i: number): boolean {
    return this.starts[i] === this.ends[i];
  }

  /** The cell's text; null when it is empty and not quoted. */
  text(bytes: Buffer, i: number): string | null {
    const kind = this.kinds[i] ?? CLEAN;
    const raw = bytes.toString('utf8', this.starts[i], this.ends[i]);
    if (kind === CLEAN) return raw === '' ? null : raw;
    if (kind & ESCAPED)
      return raw.replaceAll(/\\(["\\])|""/g, (_, escaped: string | undefined) => escaped ?? '"');
    return kind & DOUBLED ? raw.replaceAll('""', '"') : raw;
  }

  texts(bytes: Buffer): (string | null)[] {
    return Array.from({ length: this.count }, (_, i) => this.text(bytes, i));
  }

  #grow(): void {
    const [starts, ends, kinds] = [this.starts, this.ends, this.kinds];
    this.starts = new Int32Array(this.count * 2);
    this.ends = new Int32Array(this.count * 2);
    this.kinds = new Uint8Array(this.count * 2);
    this.starts.set(starts);
    this.ends.set(ends);
    this.kinds.set(kinds);
  }
}
