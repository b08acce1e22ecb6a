// Walks a delimited file record by record, decides what each one is, and loses none: the one exact path of the intake.

import { ByteWindow, type Source } from './byte-window.ts';
import { asBuffer, bomLength, CR, isBlankLine, LF, NUL } from './bytes.ts';
import { commonestWidth } from './common-width.ts';
import type { DelimitedRule, RecordSink, Walked } from './delimited-result.ts';
import { type DelimitedOptions, type Dialect, dialectOf } from './dialect.ts';
import { HeaderLines } from './header-lines.ts';
import { STRAY } from './record-cells.ts';
import { fits, headerShape, plainShape, type Shape } from './record-shape.ts';
import { RecordSplitter } from './split-record.ts';

/** records + rejectedCount + blankLines + headerLines are all the physical records of the file. Expects UTF-8; a BOM is skipped. */
export function walkRecords(
  source: Source,
  options: DelimitedOptions,
  sink: RecordSink,
  block?: number,
): Walked {
  using window = new ByteWindow(source, block);
  return new Walk(window, options, sink).run();
}

class Walk {
  readonly #window: ByteWindow;
  readonly #sink: RecordSink;
  readonly #dialect: Dialect;
  readonly #splitter: RecordSplitter;
  readonly #headers: HeaderLines;
  #shape: Shape | undefined;
  #headerCells: string[] = [];
  #firstCells: (string | null)[] = [];
  #at = 0;
  #line = 1;
  #records = 0;
  #rejected = 0;
  #blankLines = 0;
  #headerLines = 0;
  #truncated = false;
  #nextNul = -1;
  /** Source offset up to which a failed quoted cell reached: quotes in the middle of a cell are suspect there. */
  #shadowEnd = -1;

  constructor(window: ByteWindow, options: DelimitedOptions, sink: RecordSink) {
    this.#window = window;
    this.#sink = sink;
    window.keep(bomLength(window.bytes, window.length));
    this.#dialect = dialectOf(options, window.bytes, window.length);
    this.#splitter = new RecordSplitter(this.#dialect);
    this.#headers = new HeaderLines(options.headerNames);
    if (!options.header)
      this.#shape = plainShape(
        options.columns ?? commonestWidth(this.#splitter, window, this.#dialect.delimiter),
      );
    this.#seekNul();
  }

  run(): Walked {
    const window = this.#window;
    for (;;) {
      if (this.#at >= window.length && window.final) break;
      const outcome = this.#splitter.split(window.bytes, this.#at, window.length, window.final);
      if (outcome === 'more') this.#refill();
      else if (outcome === 'record') this.#whole();
      else if (outcome === 'long') this.#tooLong();
      else this.#broken(outcome);
    }
    return {
      delimiter: String.fromCharCode(this.#dialect.delimiter),
      columns: this.#shape?.columns ?? 0,
      headerCells: this.#headerCells,
      firstCells: this.#firstCells,
      records: this.#records,
      rejectedCount: this.#rejected,
      blankLines: this.#blankLines,
      headerLines: this.#headerLines,
      truncated: this.#truncated,
    };
  }

  #refill(): void {
    this.#window.keep(this.#at);
    this.#at = 0;
    this.#seekNul();
  }

  #seekNul(): void {
    const found = this.#window.bytes.indexOf(NUL, this.#at);
    this.#nextNul = found < 0 || found >= this.#window.length ? -1 : found;
  }

  #advance(): void {
    this.#line += this.#splitter.lines;
    this.#at = this.#splitter.next;
    if (this.#nextNul >= 0 && this.#nextNul < this.#at) this.#seekNul();
  }

  #whole(): void {
    const rule = this.#judge();
    // A quoted cell that spans lines and leaves a wrong count was closed by a later record's quote.
    if (rule === 'ragged' && this.#splitter.firstLineEnd >= 0) {
      this.#shadowEnd = this.#window.base + this.#splitter.next;
      this.#reject('unclosed_quote', false);
      this.#resumeAt(this.#splitter.firstLineEnd);
      return;
    }
    if (rule !== undefined) this.#reject(rule, this.#breaksOff(rule));
    this.#advance();
  }

  #breaksOff(rule: DelimitedRule): boolean {
    const { terminated, cells } = this.#splitter;
    return (
      !terminated && (rule === 'nul_byte' || (rule === 'ragged' && cells.count < (this.#shape?.columns ?? 0)))
    );
  }

  /** Counts what is no record, hands on what is whole, and names what is wrong with the rest. */
  #judge(): DelimitedRule | undefined {
    const { cells, next, end } = this.#splitter;
    const bytes = this.#window.bytes;
    if (isBlankLine(bytes, this.#at, end, this.#dialect.delimiter)) {
      this.#blankLines++;
      return undefined;
    }
    if (this.#shape === undefined) {
      this.#takeHeader(cells.texts(asBuffer(bytes)));
      return undefined;
    }
    if (this.#nextNul >= 0 && this.#nextNul < next) return 'nul_byte';
    if (this.#headers.mayBegin(bytes, this.#at, end) && this.#headers.matches(bytes, cells)) {
      this.#headerLines++;
      return undefined;
    }
    if (cells.seen & STRAY && this.#window.base + this.#at < this.#shadowEnd) {
      this.#shadowEnd = this.#window.base + next + 1;
      return 'bad_quote';
    }
    if (!fits(this.#shape, cells)) return 'ragged';
    this.#accept(this.#shape.columns);
    return undefined;
  }

  #accept(columns: number): void {
    const { cells, end, firstLineEnd } = this.#splitter;
    if (this.#records === 0) this.#firstCells = cells.texts(asBuffer(this.#window.bytes)).slice(0, columns);
    this.#records++;
    const record = this.#records + this.#rejected;
    const place = { record, line: this.#line, from: this.#at, end, spansLines: firstLineEnd >= 0 };
    this.#sink.record(this.#window.bytes, place, cells, columns, this.#dialect.delimiter);
  }

  #takeHeader(cells: readonly (string | null)[]): void {
    this.#headerCells = cells.map((cell) => cell ?? '');
    this.#shape = headerShape(this.#headerCells);
    this.#headers.addHeader(this.#headerCells);
    this.#headerLines++;
  }

  #reject(rule: DelimitedRule, cutOff: boolean): void {
    this.#rejected++;
    if (cutOff) this.#truncated = true;
    this.#sink.reject(this.#records + this.#rejected, this.#line, rule);
  }

  #resumeAt(offset: number): void {
    this.#splitter.next = offset;
    this.#splitter.lines = 1;
    this.#advance();
  }

  #broken(rule: 'bad_quote' | 'unclosed_quote'): void {
    const { next, terminated, searched } = this.#splitter;
    if (rule === 'unclosed_quote') this.#shadowEnd = this.#window.base + searched;
    if (this.#shape === undefined) {
      const line = asBuffer(this.#window.bytes).toString('utf8', this.#at, next).trimEnd();
      this.#takeHeader(line.split(String.fromCharCode(this.#dialect.delimiter)));
    } else this.#reject(rule, rule === 'unclosed_quote' && !terminated);
    this.#advance();
  }

  #tooLong(): void {
    const { firstLineEnd } = this.#splitter;
    if (this.#shape === undefined) this.#takeHeader([]);
    else this.#reject(firstLineEnd < 0 ? 'ragged' : 'unclosed_quote', false);
    if (firstLineEnd >= 0) this.#resumeAt(firstLineEnd);
    else this.#skipLine();
  }

  #skipLine(): void {
    for (;;) {
      const { bytes, length, final } = this.#window;
      while (this.#at < length && bytes[this.#at] !== LF && bytes[this.#at] !== CR) this.#at++;
      const undecided = this.#at >= length || (bytes[this.#at] === CR && this.#at + 1 >= length);
      if (!undecided || final) {
        if (this.#at >= length) {
          this.#truncated = true;
          return;
        }
        const pair = bytes[this.#at] === CR && bytes[this.#at + 1] === LF && this.#at + 1 < length;
        this.#resumeAt(this.#at + (pair ? 2 : 1));
        return;
      }
      this.#refill();
    }
  }
}
