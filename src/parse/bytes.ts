// The bytes that mean something to a delimited file, by name.
import { isUtf8 } from 'node:buffer';

export const NUL = 0x00;
export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const BACKSLASH = 0x5c;

/** Undefined if the span is not UTF-8: a replaced character would go unnoticed. */
export function utf8Text(bytes: Uint8Array, from: number, end: number): string | undefined {
  const span = bytes.subarray(from, end);
  return isUtf8(span) ? asBuffer(span).toString('utf8') : undefined;
}

/** The same memory without Buffer's type: one shape keeps the byte loops fast. */
export function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The same memory as a Buffer, for its native decoders. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function isBlank(byte: number, delimiter: number): boolean {
  return (byte === SPACE || byte === TAB) && byte !== delimiter;
}

/** Nothing but blanks between `from` and `end`; such lines are counted, not read. */
export function isBlankLine(bytes: Uint8Array, from: number, end: number, delimiter: number): boolean {
  for (let i = from; i < end; i++) if (!isBlank(bytes[i] ?? 0, delimiter)) return false;
  return true;
}

/** 3 if the bytes begin with the UTF-8 byte order mark, else 0. */
export function bomLength(bytes: Uint8Array, length = bytes.length): number {
  return length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
