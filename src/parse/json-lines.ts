// Cuts JSON lines into their texts.

import type { ByteWindow } from './byte-window.ts';
import { CR, isBlankLine, LF, utf8Text } from './bytes.ts';
import { MAX_JSON_BYTES } from './json-layout.ts';
import type { JsonPiece } from './json-pieces.ts';

export class JsonLines {
  blankLines = 0;
  /** Whether a line end stands behind the piece last yielded. */
  terminated = true;
  readonly #window: ByteWindow;

  constructor(window: ByteWindow) {
    this.#window = window;
  }

  *[Symbol.iterator](): Generator<JsonPiece> {
    const window = this.#window;
    let line = 1;
    let at = 0;
    let tooLong = false;
    for (;;) {
      const lf = window.bytes.indexOf(LF, at);
      const found = lf >= 0 && lf < window.length;
      if (!found && !window.final) {
        tooLong ||= window.length - at > MAX_JSON_BYTES;
        window.keep(tooLong ? window.length : at);
        at = 0;
        continue;
      }
      if (!found && at >= window.length && !tooLong) return;
      this.terminated = found;
      const end = found ? lf : window.length;
      const trimmed = window.bytes[end - 1] === CR && end > at ? end - 1 : end;
      if (tooLong || end - at > MAX_JSON_BYTES) yield { text: undefined, line };
      else if (isBlankLine(window.bytes, at, trimmed, -1)) this.blankLines++;
      else yield { text: utf8Text(window.bytes, at, trimmed), line };
      if (!found) return;
      tooLong = false;
      line++;
      at = end + 1;
    }
  }
}
