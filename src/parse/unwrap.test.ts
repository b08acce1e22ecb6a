// Archives open to exactly what was packed, or the delivery is refused as a whole with a reason.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { safeName } from './safe-name.ts';
import { unwrap } from './unwrap.ts';

const into = mkdtempSync(join(tmpdir(), 'unwrap-test-'));
afterAll(() => rmSync(into, { recursive: true }));

async function open(bytes: Uint8Array, name = 'a.zip', limits = {}): Promise<Record<string, string>> {
  const entries = await unwrap(bytes, name, { into, limits });
  const read = (content: string | Uint8Array) =>
    typeof content === 'string' ? readFileSync(content) : content;
  return Object.fromEntries(entries.map((e) => [e.name, Buffer.from(read(e.content)).toString('utf8')]));
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'opened',
    (error: unknown) => (error instanceof HomeroomError ? error.code : String(error)),
  );
}

const files = { 'users.csv': strToU8('a,b\n1,2\n'), 'deep/orgs.csv': strToU8('x\n'.repeat(5000)) };

describe('opening', () => {
  it('what is no archive is handed on as it is', async () => {
    const bytes = strToU8('a,b\n');
    expect(await unwrap(bytes, 'x/users.csv', { into })).toEqual([
      { name: 'x/users.csv', content: bytes, size: 4 },
    ]);
  });

  it('gzip loses its ending', async () => {
    expect(await open(gzipSync('a,b\n'), 'x/users.csv.gz')).toEqual({ 'x/users.csv': 'a,b\n' });
  });

  it('gzip in several members is one file', async () => {
    expect(await open(Buffer.concat([gzipSync('a,'), gzipSync('b\n')]), 'u.gz')).toEqual({ u: 'a,b\n' });
  });

  it.each([0, 6] as const)('zip entries stand behind the name of the zip (level %i)', async (level) => {
    expect(await open(zipSync(files, { level }))).toEqual({
      'a.zip/users.csv': 'a,b\n1,2\n',
      'a.zip/deep/orgs.csv': 'x\n'.repeat(5000),
    });
  });

  it('an archive inside an archive is opened, a third level is refused', async () => {
    const twice = zipSync({ 'in.zip': zipSync(files), 'u.csv.gz': gzipSync('z') });
    expect(Object.keys(await open(twice))).toEqual([
      'a.zip/in.zip/users.csv',
      'a.zip/in.zip/deep/orgs.csv',
      'a.zip/u.csv',
    ]);
    expect(await codeOf(open(zipSync({ 'b.zip': twice })))).toBe('PARSE_ARCHIVE_UNSUPPORTED');
  });

  it('an empty zip has no entries; folders and system files are left out', async () => {
    expect(await open(zipSync({}))).toEqual({});
    expect(await open(zipSync({ 'd/': strToU8(''), '__MACOSX/._u.csv': strToU8('x') }))).toEqual({});
  });

  it('two entries of one name are both kept', async () => {
    const zip = zipSync({ 'u1.csv': strToU8('one'), 'u2.csv': strToU8('two') });
    const same = Buffer.from(zip).toString('latin1').replaceAll('u2.csv', 'u1.csv');
    expect(await open(Buffer.from(same, 'latin1'))).toEqual({
      'a.zip/u1.csv': 'one',
      'a.zip/duplicate-2/u1.csv': 'two',
    });
  });

  it('a zip with 64-bit sizes opens', async () => {
    expect(await open(zip64('u.csv', strToU8('a,b\n')))).toEqual({ 'a.zip/u.csv': 'a,b\n' });
  });
});

describe('refusing', () => {
  it('every truncation of a zip or gzip is noticed', async () => {
    for (const whole of [zipSync(files), gzipSync('x'.repeat(100) + Math.PI)]) {
      for (let length = 4; length < whole.length; length += 7) {
        expect(await codeOf(open(whole.subarray(0, length)))).toBe('PARSE_ARCHIVE_TRUNCATED');
      }
    }
  });

  it('a changed byte in the packed data is noticed', async () => {
    const zip = zipSync({ 'u.csv': strToU8('a,b\n1,2\n') }, { level: 0 });
    const at = Buffer.from(zip).indexOf('1,2');
    zip[at] = 0x39;
    expect(await codeOf(open(zip))).toBe('PARSE_ARCHIVE_CORRUPT');
    const gzip = gzipSync('a,b\n');
    gzip[gzip.length - 6] = (gzip[gzip.length - 6] ?? 0) ^ 1;
    expect(await codeOf(open(gzip))).toBe('PARSE_ARCHIVE_CORRUPT');
  });

  it('passwords and spreadsheets are refused in plain words', async () => {
    const zip = Buffer.from(zipSync({ 'u.csv': strToU8('x') }));
    const entry = zip.indexOf('PK\x01\x02');
    zip.writeUInt16LE(1, entry + 8);
    await expect(open(zip)).rejects.toThrow('password');
    await expect(open(zipSync({ '[Content_Types].xml': strToU8('') }))).rejects.toThrow('CSV');
  });

  it('a bomb is stopped by its size, its ratio or its number of entries', async () => {
    const zeros = new Uint8Array(1_000_000);
    const bomb = zipSync({ a: zeros, b: zeros });
    const tooLarge = 'PARSE_ARCHIVE_TOO_LARGE';
    expect(await codeOf(open(bomb, 'a.zip', { maxBytes: 1_500_000 }))).toBe(tooLarge);
    expect(await codeOf(open(bomb, 'a.zip', { maxRatio: 100, ratioFrom: 10_000 }))).toBe(tooLarge);
    expect(await codeOf(open(bomb, 'a.zip', { maxEntries: 1 }))).toBe(tooLarge);
    expect(await codeOf(open(gzipSync(zeros), 'a.gz', { maxBytes: 900_000 }))).toBe(tooLarge);
    expect(await codeOf(open(bomb))).toBe('opened');
  });
});

describe('names', () => {
  it.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['C:\\data\\u.csv', 'data/u.csv'],
    ['/abs/u.csv', 'abs/u.csv'],
    ['a/./b//c.csv', 'a/b/c.csv'],
    ['..', 'unnamed'],
    ['a\0b\n.csv', 'a_b_.csv'],
  ])('%j is taken as %j', (name, safe) => {
    expect(safeName(name)).toBe(safe);
  });

  it('no name leads out of its folder', () => {
    const part = fc.constantFrom('..', '.', '/', '\\', 'C:', 'a', ' ', '\0');
    fc.assert(
      fc.property(
        fc.array(part).map((parts) => parts.join('')),
        (name) => {
          expect(join('/root/folder', safeName(name))).toMatch(/^\/root\/folder\/./);
        },
      ),
    );
  });
});

it('any bytes open or are refused with a code, never with another error', async () => {
  const zip = zipSync(files);
  await fc.assert(
    fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), async (at, byte) => {
      const spoiled = Uint8Array.from(zip);
      spoiled[at] = byte;
      expect(await codeOf(open(spoiled))).toMatch(/^opened$|^PARSE_ARCHIVE_/);
    }),
  );
});

const standards = join(import.meta.dirname, '../../../shared/data/standards/oneroster');
(existsSync(standards) ? it : it.skip)('the zip packages of the sample data', async () => {
  const path = join(standards, 'catalyst-moodle/Test_full_data_set.zip');
  const entries = await unwrap(path, 'Test_full_data_set.zip', { into });
  expect(entries.map((entry) => entry.name)).toContain('Test_full_data_set.zip/users.csv');
  expect(entries.every((entry) => entry.size > 0)).toBe(true);
});

/** A zip as large files have it: sizes, offset and number of entries stand in 64-bit fields only. */
function zip64(name: string, content: Uint8Array): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(name.length, 26);
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  extra.writeBigUInt64LE(BigInt(content.length), 4);
  extra.writeBigUInt64LE(BigInt(packed.length), 12);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(crc32(content), 16);
  entry.fill(0xff, 20, 28);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(extra.length, 30);
  entry.fill(0xff, 42, 46);
  const body = Buffer.concat([local, Buffer.from(name), packed]);
  const directory = Buffer.concat([entry, Buffer.from(name), extra]);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(BigInt(body.length), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50);
  locator.writeBigUInt64LE(BigInt(body.length + directory.length), 8);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(0, 20);
  return Buffer.concat([body, directory, end64, locator, end]);
}
