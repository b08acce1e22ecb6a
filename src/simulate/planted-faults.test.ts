/** Each planted fault spoils what it says, and its counts add up. */
import { describe, expect, it } from '@jest/globals';
import {
  inWindows1252,
  rendered,
  truncated,
  withBrokenQuotes,
  withBrokenRows,
  withByteOrderMark,
  withStrayHeader,
} from './planted-faults.ts';
import { type VendorFile, vendorFile } from './vendor-file.ts';

const rows = Array.from({ length: 12 }, (_, i) => `${i},st${i},2026,school,2026-03-12,Yes,name, part ${i}`);
const clean: VendorFile = vendorFile('day-2', 'any', 'any.csv', 'any', (sink) => {
  sink.line('id,student,year,school,date,all,name,part');
  for (const row of rows) sink.row(row);
});
const text = (file: VendorFile): string => Buffer.from(rendered(file)).toString('utf8');

describe('A planted fault', () => {
  it.each([
    ['broken rows', withBrokenRows(clean)],
    ['broken quotes', withBrokenQuotes(clean)],
    ['a byte order mark', withByteOrderMark(clean)],
    ['Windows-1252', inWindows1252(clean)],
    ['a cut', truncated(clean)],
    ['a stray header', withStrayHeader(clean)],
  ])('of the kind "%s" accounts for every row and writes the same bytes twice', (_, file) => {
    const p = file.planted;
    if (p === undefined) throw new Error('nothing planted');
    const bad = Object.values(p.quarantined).reduce((a, b) => a + b, 0);
    expect(p.rowsIn).toBe(p.accepted + bad + p.superseded + p.held);
    expect(rendered(file)).toEqual(rendered(file));
  });

  it('leaves every good row in a broken file', () => {
    for (const file of [withBrokenRows(clean), withBrokenQuotes(clean)]) {
      const lines = text(file).split('\n');
      expect(rows.every((row) => lines.includes(row))).toBe(true);
    }
  });

  it('leaves one quote open and one NUL', () => {
    const body = text(withBrokenQuotes(clean));
    expect(body.split('"')).toHaveLength(2);
    expect(body.split('\u0000')).toHaveLength(2);
  });

  it('cuts a file in the middle of a record', () => {
    const body = text(truncated(clean));
    expect(body.endsWith('\n')).toBe(false);
    expect(body.split('\n').at(-1)).not.toBe(rows[6]);
    expect(truncated(clean).planted?.held).toBe(7);
  });

  it('writes an accent that is not UTF-8', () => {
    const bytes = rendered(inWindows1252(clean));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
    expect(new TextDecoder('windows-1252').decode(bytes)).toContain('étape 3\r\n');
  });
});
