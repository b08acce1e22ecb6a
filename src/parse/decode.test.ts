// Decoding is strict: what comes out is what was written, or an error names the byte.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AllowedEncoding, decode, toUtf8File } from './decode.ts';
import { EncodingError } from './encoding-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'decode-'));
afterAll(() => rmSync(folder, { recursive: true }));
const input = join(folder, 'in');
const output = join(folder, 'out');

const BOTH: AllowedEncoding[] = ['utf-8', 'windows-1252'];

function read(bytes: Uint8Array, allowed: AllowedEncoding[] = ['utf-8']) {
  const { bytes: text, ...rest } = decode(bytes, allowed);
  return { text: Buffer.from(text).toString('utf8'), ...rest };
}

function offsetOf(bytes: Uint8Array, allowed: AllowedEncoding[] = ['utf-8']): number {
  try {
    decode(bytes, allowed);
  } catch (error) {
    if (error instanceof EncodingError) return error.offset;
  }
  return -1;
}

function utf16(text: string, bigEndian: boolean, mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

describe('encodings', () => {
  it('UTF-8 with and without byte order mark', () => {
    expect(read(Buffer.from('a,é\n'))).toEqual({
      text: 'a,é\n',
      encoding: 'utf-8',
      bom: false,
      replacements: 0,
    });
    expect(read(Buffer.from('\uFEFFa,é\n'))).toMatchObject({ text: 'a,é\n', bom: true });
    expect(read(Buffer.from('\uFEFF'))).toMatchObject({ text: '', bom: true });
    expect(read(Buffer.alloc(0))).toMatchObject({ text: '', encoding: 'utf-8', bom: false });
  });

  it.each([false, true])('UTF-16 with a mark, whatever the contract says (big-endian: %s)', (bigEndian) => {
    const encoding = bigEndian ? 'utf-16be' : 'utf-16le';
    expect(read(utf16('é😀,1\r\n', bigEndian, true))).toMatchObject({
      text: 'é😀,1\r\n',
      encoding,
      bom: true,
    });
  });

  it.each([false, true])('UTF-16 without a mark by its zeros (big-endian: %s)', (bigEndian) => {
    expect(read(utf16('name,é\nAda,1\n', bigEndian, false)).text).toBe('name,é\nAda,1\n');
  });

  it('Windows-1252 only where the contract allows it', () => {
    const bytes = Buffer.from([0x43, 0xf4, 0x74, 0x65, 0x20, 0x80, 0x92]);
    expect(read(bytes, BOTH)).toMatchObject({ text: 'Côte €’', encoding: 'windows-1252' });
    expect(offsetOf(bytes)).toBe(1);
  });

  it('a byte that Windows-1252 leaves open is an error with its offset', () => {
    expect(offsetOf(Buffer.from([0x61, 0xe9, 0x81]), BOTH)).toBe(2);
  });

  it('a UTF-8 mark is a promise: no other encoding is tried', () => {
    expect(offsetOf(Buffer.concat([Buffer.from('\uFEFFab'), Buffer.from([0xe9])]), BOTH)).toBe(5);
  });

  it('half a character at the end is an error', () => {
    expect(offsetOf(Buffer.from('aé😀').subarray(0, 6))).toBe(3);
    expect(offsetOf(utf16('abc', false, true).subarray(0, 7))).toBe(6);
    expect(offsetOf(utf16('ab\uD83D', false, true))).toBe(6);
  });

  it('the error echoes no text of the file', () => {
    expect(() => decode(Buffer.from([0x41, 0x64, 0x61, 0xff]), ['utf-8'], 'sis/students.csv')).toThrow(
      expect.objectContaining({ code: 'PARSE_ENCODING', where: 'sis/students.csv: byte 3' }),
    );
  });
});

describe('for every text', () => {
  it('each encoding is undone, in memory and on disk', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'), (body, encoding) => {
        const marked = encoding === 'utf-8' ? Buffer.from(body) : utf16(body, encoding === 'utf-16be', true);
        fc.pre(!body.startsWith('\uFEFF') && (encoding !== 'utf-8' || !body.includes('\0')));
        expect(read(marked)).toMatchObject({ text: body, encoding });
        writeFileSync(input, marked);
        const { path } = toUtf8File(input, ['utf-8'], output);
        expect(path === input).toBe(encoding === 'utf-8');
        expect(readFileSync(path, 'utf8')).toBe(body);
      }),
    );
  });

  it('the named byte is the first that spoils the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0x80, max: 0xff }), (body, bad) => {
        fc.pre(!body.includes('\0') && body.length > 1);
        const good = Buffer.from(body);
        expect(offsetOf(Buffer.concat([good, Buffer.from([bad, 0x0a])]))).toBe(good.length);
      }),
    );
  });
});

describe('large files', () => {
  it('are decoded piece by piece', () => {
    const line = 'Zoë,é,1\r\n';
    writeFileSync(input, Buffer.from(line.repeat(700_000), 'latin1'));
    expect(toUtf8File(input, BOTH, output)).toMatchObject({ path: output, encoding: 'windows-1252' });
    expect(readFileSync(output, 'utf8') === line.repeat(700_000)).toBe(true);
    writeFileSync(input, Buffer.from(`${'é'.repeat(5_000_000)}x`));
    expect(toUtf8File(input, BOTH, output)).toMatchObject({ path: input, encoding: 'utf-8' });
  });
});

const sample = join(
  import.meta.dirname,
  '../../../shared/data/oea/contoso_sis/hello_world_test_data/m365/day1/RefDefinition/part1.csv',
);
(existsSync(sample) ? it : it.skip)('the Windows-1252 file of the sample data', () => {
  const { text, encoding } = read(readFileSync(sample), BOTH);
  expect(encoding).toBe('windows-1252');
  expect(text).not.toContain('\uFFFD');
});
