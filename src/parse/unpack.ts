// Streams packed bytes into a file, with an eye on how much comes out and whether it is what went in.
import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createGunzip, createInflateRaw } from 'node:zlib';
import { ArchiveCorruptError, ArchiveTruncatedError } from './archive-errors.ts';
import type { ArchiveBudget } from './archive-limits.ts';

export interface Packed {
  readonly input: Readable;
  readonly packed: number;
  readonly method: 'gzip' | 'deflate' | 'store';
  readonly where: string;
}

/** Size and checksum of what came out. */
export async function unpack(
  { input, packed, method, where }: Packed,
  path: string,
  budget: ArchiveBudget,
): Promise<{ size: number; crc: number }> {
  let size = 0;
  let crc = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      crc = crc32(chunk, crc);
      try {
        budget.addBytes(chunk.length, where);
        budget.checkRatio(packed, size, where);
        done(null, chunk);
      } catch (error) {
        done(error instanceof Error ? error : new Error('The archive is too large.'));
      }
    },
  });
  const out = createWriteStream(path);
  try {
    if (method === 'store') await pipeline(input, meter, out);
    else await pipeline(input, method === 'gzip' ? createGunzip() : createInflateRaw(), meter, out);
  } catch (error) {
    throw archiveError(error, where);
  }
  return { size, crc };
}

function archiveError(error: unknown, where: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR') return new ArchiveTruncatedError(where);
  if (typeof code === 'string' && code.startsWith('Z_'))
    return new ArchiveCorruptError(where, 'a checksum or code is wrong');
  return error;
}
