// The table of contents of a zip file, read from its end as the format asks. Source: PKWARE APPNOTE 6.3.10, 4.3.
import { isUtf8 } from 'node:buffer';
import { ArchiveCorruptError, ArchiveTruncatedError } from './archive-errors.ts';
import type { RandomAccess } from './random-access.ts';

export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly headerAt: number;
}

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;

export function readZipDirectory(file: RandomAccess, where: string): ZipEntry[] {
  const end = findEnd(file, where);
  const directory = file.at(end.from, end.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < end.count; i++) {
    if (at + 46 > directory.length) throw new ArchiveTruncatedError(where);
    if (directory.readUInt32LE(at) !== ENTRY)
      throw new ArchiveCorruptError(where, 'its list of contents is unreadable');
    const next =
      at +
      46 +
      directory.readUInt16LE(at + 28) +
      directory.readUInt16LE(at + 30) +
      directory.readUInt16LE(at + 32);
    if (next > directory.length) throw new ArchiveTruncatedError(where);
    entries.push(entryAt(directory.subarray(at, next), end.shift));
    at = next;
  }
  return entries;
}

/** Where the entry's packed bytes begin. */
export function zipDataStart(file: RandomAccess, entry: ZipEntry, where: string): number {
  const header = file.at(entry.headerAt, 30);
  if (header.length < 30) throw new ArchiveTruncatedError(where);
  if (header.readUInt32LE(0) !== LOCAL)
    throw new ArchiveCorruptError(where, 'an entry is not where the list says');
  return entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

interface Directory {
  readonly from: number;
  readonly length: number;
  readonly count: number;
  /** Bytes in front of the archive proper. */
  readonly shift: number;
}

/** The end record stands last, behind it only a comment of the length it states; without it the file was cut short. */
function findEnd(file: RandomAccess, where: string): Directory {
  const tailAt = Math.max(0, file.size - END_BYTES - MAX_COMMENT);
  const tail = file.at(tailAt, END_BYTES + MAX_COMMENT);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END || at + END_BYTES + tail.readUInt16LE(at + 20) !== tail.length)
      continue;
    const count = tail.readUInt16LE(at + 10);
    const length = tail.readUInt32LE(at + 12);
    const from = tail.readUInt32LE(at + 16);
    const end = tailAt + at;
    if (count === 0xffff || length === 0xffffffff || from === 0xffffffff) return findEnd64(file, end, where);
    return directory(from, length, count, end, where);
  }
  throw new ArchiveTruncatedError(where);
}

function findEnd64(file: RandomAccess, end: number, where: string): Directory {
  const locator = file.at(end - 20, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== END64_LOCATOR)
    throw new ArchiveTruncatedError(where);
  const at = Number(locator.readBigUInt64LE(8));
  const record = file.at(at, 56);
  if (record.length < 56 || record.readUInt32LE(0) !== END64) {
    throw new ArchiveCorruptError(where, 'its list of contents is missing');
  }
  const read = (offset: number) => Number(record.readBigUInt64LE(offset));
  return directory(read(48), read(40), read(32), at, where);
}

function directory(from: number, length: number, count: number, end: number, where: string): Directory {
  const shift = end - from - length;
  if (shift < 0) throw new ArchiveCorruptError(where, 'its list of contents lies outside the file');
  return { from: from + shift, length, count, shift };
}

function entryAt(record: Buffer, shift: number): ZipEntry {
  const flags = record.readUInt16LE(8);
  const nameEnd = 46 + record.readUInt16LE(28);
  const rawName = record.subarray(46, nameEnd);
  const wide = wideFields(record, nameEnd);
  return {
    name: rawName.toString(flags & 0x800 || isUtf8(rawName) ? 'utf8' : 'latin1'),
    encrypted: (flags & 1) === 1,
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    size: wide(record.readUInt32LE(24)),
    packed: wide(record.readUInt32LE(20)),
    headerAt: wide(record.readUInt32LE(42)) + shift,
  };
}

/** Takes the 64-bit values of the extra field, in the order of the format, for every field that says 0xffffffff. */
function wideFields(record: Buffer, extraAt: number): (narrow: number) => number {
  const extraEnd = extraAt + record.readUInt16LE(30);
  let at = extraAt;
  while (at + 4 <= extraEnd && record.readUInt16LE(at) !== 1) at += 4 + record.readUInt16LE(at + 2);
  let value = at + 4;
  return (narrow) => {
    if (narrow !== 0xffffffff || value + 8 > extraEnd) return narrow;
    value += 8;
    return Number(record.readBigUInt64LE(value - 8));
  };
}
