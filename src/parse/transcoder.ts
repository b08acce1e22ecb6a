// Turns bytes into UTF-8 piece by piece, strictly: a byte that does not fit is an error with its offset, never a U+FFFD.
import { isUtf8 } from 'node:buffer';
import type { Encoding } from './detect-encoding.ts';
import { EncodingError } from './encoding-error.ts';
import { firstInvalidUtf8, incompleteTail } from './utf8-offset.ts';
import { findUndefined1252, windows1252ToUtf8 } from './windows-1252.ts';

export interface Transcoder {
  /** Reads from the start of `bytes`; what it leaves unread must come again in front of the next piece. */
  read(bytes: Uint8Array, final: boolean): { text: Uint8Array; used: number };
}

/** `start` is the offset in the source of the first byte that will be read. */
export function transcoder(encoding: Encoding, start: number, where: string): Transcoder {
  let offset = start;
  const step = {
    'utf-8': utf8,
    'windows-1252': windows1252,
    'utf-16le': utf16(false),
    'utf-16be': utf16(true),
  }[encoding];
  return {
    read(bytes, final) {
      const { text, used, bad } = step(bytes, final);
      if (bad >= 0) throw new EncodingError(encoding, offset + bad, where);
      offset += used;
      return { text, used };
    },
  };
}

interface Step {
  readonly text: Uint8Array;
  readonly used: number;
  /** Offset in the piece of the first byte that does not fit, or -1. */
  readonly bad: number;
}

const NOTHING = new Uint8Array(0);

function utf8(bytes: Uint8Array, final: boolean): Step {
  const used = final ? bytes.length : bytes.length - incompleteTail(bytes);
  const text = bytes.subarray(0, used);
  return isUtf8(text) ? { text, used, bad: -1 } : { text: NOTHING, used: 0, bad: firstInvalidUtf8(text) };
}

function windows1252(bytes: Uint8Array): Step {
  const bad = findUndefined1252(bytes);
  return bad >= 0
    ? { text: NOTHING, used: 0, bad }
    : { text: windows1252ToUtf8(bytes), used: bytes.length, bad };
}

function utf16(bigEndian: boolean): (bytes: Uint8Array, final: boolean) => Step {
  return (bytes, final) => {
    const swapped = Buffer.from(bytes.subarray(0, bytes.length & ~1));
    if (bigEndian) swapped.swap16();
    let text = swapped.toString('utf16le');
    const cut = !final && /[\uD800-\uDBFF]$/.test(text);
    if (cut) text = text.slice(0, -1);
    if (!text.isWellFormed()) return { text: NOTHING, used: 0, bad: loneSurrogate(text) * 2 };
    if (final && bytes.length % 2 === 1) return { text: NOTHING, used: 0, bad: bytes.length - 1 };
    return { text: Buffer.from(text, 'utf8'), used: text.length * 2, bad: -1 };
  };
}

function loneSurrogate(text: string): number {
  return text.search(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/);
}
