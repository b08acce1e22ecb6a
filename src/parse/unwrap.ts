// Opens gzip and zip deliveries, one archive inside another at most, all or nothing: a fault anywhere holds the whole.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ArchiveCorruptError, ArchiveTruncatedError, ArchiveUnsupportedError } from './archive-errors.ts';
import { ArchiveBudget, type ArchiveLimits } from './archive-limits.ts';
import type { Source } from './byte-window.ts';
import { RandomAccess } from './random-access.ts';
import { safeName } from './safe-name.ts';
import { unpack } from './unpack.ts';
import { readZipDirectory, type ZipEntry, zipDataStart } from './zip-directory.ts';

export interface Unwrapped {
  /** The delivery's name, for a zip entry with its path behind it: `2022-02/export.zip/users.csv`. */
  readonly name: string;
  /** The source itself if it was no archive, else the path of an unpacked file. */
  readonly content: Source;
  /** Bytes. */
  readonly size: number;
}

export interface UnwrapOptions {
  /** An existing folder for unpacked files; removing it is the caller's business. */
  readonly into: string;
  readonly limits?: Partial<ArchiveLimits>;
}

const MAX_DEPTH = 2;

/** Throws one of archive-errors.ts. Folders and what an operating system leaves in archives are left out. */
export async function unwrap(
  source: Source,
  name: string,
  { into, limits }: UnwrapOptions,
): Promise<Unwrapped[]> {
  let unpacked: string | undefined;
  let files = 0;
  const budget = new ArchiveBudget(limits);
  const nextPath = () => {
    unpacked ??= mkdtempSync(join(into, 'unwrap-'));
    return join(unpacked, String(++files));
  };
  return open(source, name, 0);

  async function open(content: Source, as: string, depth: number): Promise<Unwrapped[]> {
    using file = new RandomAccess(content);
    const kind = archiveKind(file.at(0, 4));
    if (kind === undefined) return [{ name: as, content, size: file.size }];
    if (depth === MAX_DEPTH) throw new ArchiveUnsupportedError(as, 'it is packed more than twice');
    // Awaited here, for the file closes on return.
    return await (kind === 'gzip' ? gzip(file, as, depth) : zip(file, as, depth));
  }

  async function gzip(file: RandomAccess, as: string, depth: number): Promise<Unwrapped[]> {
    budget.addEntry(as);
    const path = nextPath();
    const packed = {
      input: file.stream(0, file.size),
      packed: file.size,
      method: 'gzip',
      where: as,
    } as const;
    await unpack(packed, path, budget);
    return open(path, as.replace(/\.g(z|zip)$/i, ''), depth + 1);
  }

  async function zip(file: RandomAccess, as: string, depth: number): Promise<Unwrapped[]> {
    const entries = readZipDirectory(file, as);
    if (entries.some((entry) => entry.name === '[Content_Types].xml')) {
      throw new ArchiveUnsupportedError(as, 'it is a spreadsheet; export it as CSV');
    }
    const found: Unwrapped[] = [];
    const taken = new Set<string>();
    for (const entry of entries) {
      budget.addEntry(as);
      if (isLitter(entry.name)) continue;
      const inner = `${as}/${unique(safeName(entry.name), taken)}`;
      const path = nextPath();
      await unzip(file, entry, inner, path);
      found.push(...(await open(path, inner, depth + 1)));
    }
    return found;
  }

  async function unzip(file: RandomAccess, entry: ZipEntry, where: string, path: string): Promise<void> {
    if (entry.encrypted) throw new ArchiveUnsupportedError(where, 'it is protected by a password');
    if (entry.method !== 0 && entry.method !== 8) {
      throw new ArchiveUnsupportedError(where, `its packing method ${entry.method} is unknown`);
    }
    const from = zipDataStart(file, entry, where);
    if (from + entry.packed > file.size) throw new ArchiveTruncatedError(where);
    budget.checkRatio(entry.packed, entry.size, where);
    const method = entry.method === 0 ? 'store' : 'deflate';
    const input = file.stream(from, from + entry.packed);
    const { size, crc } = await unpack({ input, packed: entry.packed, method, where }, path, budget);
    if (size !== entry.size || crc !== entry.crc)
      throw new ArchiveCorruptError(where, 'its checksum does not agree');
  }
}

function archiveKind(head: Buffer): 'gzip' | 'zip' | undefined {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head.toString('latin1') === 'PK\x03\x04' || head.toString('latin1') === 'PK\x05\x06') return 'zip';
  return undefined;
}

function isLitter(name: string): boolean {
  return /[\\/]$/.test(name) || /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$)/.test(name);
}

/** Two entries of one name are both kept, the later one in a folder of its own. */
function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let n = 2; taken.has(free); n++) free = `duplicate-${n}/${name}`;
  taken.add(free);
  return free;
}
