// Strict decoding of a file to UTF-8, with the encodings that its contract allows.
import { closeSync, openSync, writeSync } from 'node:fs';
import { ByteWindow, type Source } from './byte-window.ts';
import { type Detected, detectEncoding, type Encoding } from './detect-encoding.ts';
import { EncodingError } from './encoding-error.ts';
import { transcoder } from './transcoder.ts';

export type AllowedEncoding = 'utf-8' | 'windows-1252';

export interface Decoded {
  readonly encoding: Encoding;
  /** A byte order mark stood at the start. */
  readonly bom: boolean;
  /** Characters replaced: always 0, for what cannot be read is an error. */
  readonly replacements: 0;
}

/**
 * UTF-8 bytes without byte order mark. A mark or UTF-16 decides; else the allowed encodings are tried in order.
 * Throws EncodingError with the offset of the byte that the last of them could not read.
 */
export function decode(
  bytes: Uint8Array,
  allowed: readonly AllowedEncoding[],
  where = 'the file',
): Decoded & { readonly bytes: Uint8Array } {
  const detected = detectEncoding(bytes);
  return firstThatFits(detected, allowed, (encoding) => {
    const parts: Uint8Array[] = [];
    transcode(bytes, encoding, detected.bom, where, (text) => parts.push(text));
    const [only] = parts;
    return {
      ...decoded(detected, encoding),
      bytes: only && parts.length === 1 ? only : Buffer.concat(parts),
    };
  });
}

/** As `decode` for a file: its own path if it is UTF-8 already (with its mark, if any), else `outPath`, newly written. */
export function toUtf8File(
  path: string,
  allowed: readonly AllowedEncoding[],
  outPath: string,
  where = path,
): Decoded & { readonly path: string } {
  const detected = detectEncoding(headOf(path));
  return firstThatFits(detected, allowed, (encoding) => {
    if (encoding === 'utf-8') {
      transcode(path, encoding, detected.bom, where, () => {});
      return { ...decoded(detected, encoding), path };
    }
    const out = openSync(outPath, 'w');
    try {
      transcode(path, encoding, detected.bom, where, (text) => {
        for (let at = 0; at < text.length; ) at += writeSync(out, text, at);
      });
    } finally {
      closeSync(out);
    }
    return { ...decoded(detected, encoding), path: outPath };
  });
}

function decoded(detected: Detected, encoding: Encoding): Decoded {
  return { encoding, bom: detected.bom > 0, replacements: 0 };
}

function headOf(path: string): Uint8Array {
  using window = new ByteWindow(path, 4096);
  return window.bytes.slice(0, window.length);
}

function firstThatFits<T>(
  detected: Detected,
  allowed: readonly AllowedEncoding[],
  attempt: (encoding: Encoding) => T,
): T {
  let last: unknown = new RangeError('At least one encoding must be allowed.');
  for (const encoding of detected.encoding ? [detected.encoding] : allowed) {
    try {
      return attempt(encoding);
    } catch (error) {
      if (!(error instanceof EncodingError)) throw error;
      last = error;
    }
  }
  throw last;
}

/** Strings of one piece stay small; UTF-8 is only looked at. */
const PIECE = 4 * 1024 * 1024;

function transcode(
  source: Source,
  encoding: Encoding,
  bom: number,
  where: string,
  take: (text: Uint8Array) => void,
): void {
  using window = new ByteWindow(source, encoding === 'utf-8' ? undefined : PIECE);
  const coder = transcoder(encoding, bom, where);
  let at = bom;
  for (;;) {
    const { text, used } = coder.read(window.bytes.subarray(at, window.length), window.final);
    take(text);
    if (window.final) return;
    window.keep(at + used);
    at = 0;
  }
}
