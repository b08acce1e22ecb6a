// The fast path: a file called regular is read by DuckDB cell by cell as the exact path reads it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DelimitedOptions } from './dialect.ts';
import { parseDelimited } from './parse-delimited.ts';
import { canonicalReadCsv, regularReadCsv } from './read-csv.ts';
import { scanRegular } from './scan-regular.ts';
import { toCanonicalCsv } from './to-canonical-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-regular-'));
const path = join(folder, 'file [1].csv');
let db: DuckDBConnection;
beforeAll(async () => {
  db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
});
afterAll(() => {
  db.closeSync();
  rmSync(folder, { recursive: true });
});

const scan = (text: string, options: Partial<DelimitedOptions> = {}) =>
  scanRegular(new TextEncoder().encode(text), { header: true, ...options });

function exact(bytes: Uint8Array, options: DelimitedOptions) {
  const rows: (string | null)[][] = [];
  const walked = parseDelimited(bytes, options, {
    record: (_record, _line, cells) => rows.push([...cells]),
    reject: () => {},
  });
  return { rows, walked };
}

async function query(relation: string): Promise<unknown[][]> {
  return (await db.runAndReadAll(`select * from ${relation}`)).getRows();
}

describe('regular', () => {
  it('same number of cells on each line, one line end, quotes around whole cells', () => {
    expect(scan('a,b\r\n1,"x, ""y"""\r\n3,\r\n')).toEqual({
      regular: true,
      delimiter: ',',
      columns: 2,
      records: 2,
      newline: 'crlf',
      quoted: true,
      blankLines: 0,
      headerLines: 1,
      headerCells: ['a', 'b'],
      firstCells: ['1', 'x, "y"'],
    });
  });

  it('empty lines behind the last record are counted', () => {
    expect(scan('a,b\n1,2\n\n\n')).toMatchObject({ regular: true, records: 1, blankLines: 2 });
  });

  it('an empty file, and one of a BOM alone, are regular without records', () => {
    expect(scan('')).toMatchObject({ regular: true, columns: 0, records: 0 });
    expect(scan('\uFEFF')).toMatchObject({ regular: true, columns: 0, records: 0 });
  });
});

describe('irregular', () => {
  it.each([
    ['ragged', 'a,b\n1,2\n3\n', 3],
    ['nul_byte', 'a,b\n1,\0\n', 2],
    ['nul_byte', 'a,b\n1,"\0"\n', 2],
    ['mixed_line_ends', 'a,b\r\n1,2\n', 2],
    ['mixed_line_ends', 'a,b\n1,2\r3,4\n', 2],
    ['quote', 'a,b\n1,x"y\n', 2],
    ['quote', 'a,b\n1,"x"y\n', 2],
    ['quote', 'a,b\n1,"x', 2],
    ['line_break_in_quotes', 'a,b\n1,"x\ny"\n', 2],
    ['blank_line', 'a,b\n\n1,2\n', 3],
    ['blank_line', 'a\n1\n\n', 3],
    ['header_inside', 'a,b\n1,2\nA,B\n', 4],
    ['long_line', `a,b\n1,${'x'.repeat(1_000_001)}\n`, 2],
  ])('%s', (why, text, line) => {
    expect(scan(text)).toEqual({ regular: false, why, line });
  });

  it('encoding', () => {
    const latin = Buffer.from('a,b\n1,\xe9\n', 'latin1');
    expect(scanRegular(latin, { header: true })).toMatchObject({ regular: false, why: 'encoding' });
  });

  it('a backslash between quotes where it is an escape', () => {
    expect(scan('a\n"x\\"\n', { backslashQuotes: true })).toMatchObject({ regular: false, why: 'quote' });
  });
});

const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      '',
      '1',
      'x y',
      ' ',
      'é',
      '007',
      'NULL',
      '\\N',
      '#',
      "'",
      '\\',
      '\t',
      '😀',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('""', '"a"', '"a,b"', '"x ""y"" z"', '""""', '" "', '"é"', '"\\"'),
  },
  { weight: 1, arbitrary: fc.constantFrom('"', 'a"b', '"a" ', ' "a"', '"a\nb"', '\0', '\r', 'a\nb') },
);
const files = fc
  .record({
    width: fc.integer({ min: 1, max: 4 }),
    lines: fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 6 }),
    newline: fc.constantFrom('\n', '\n', '\r\n'),
    delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
    tail: fc.constantFrom('', 'end', 'end', 'blank'),
    header: fc.boolean(),
    bom: fc.boolean(),
  })
  .map(({ width, lines, newline, delimiter, tail, header, bom }) => {
    const body = lines.map((line) => line.slice(0, width).join(delimiter)).join(newline);
    const end = { '': '', end: newline, blank: newline + newline }[tail] ?? '';
    return { text: (bom ? '\uFEFF' : '') + body + end, options: { header, delimiter } };
  });

describe('for every file', () => {
  it('regular means: exact path and DuckDB agree cell by cell', async () => {
    let regular = 0;
    await fc.assert(
      fc.asyncProperty(files, fc.integer({ min: 3, max: 30 }), async ({ text, options }, block) => {
        const bytes = new TextEncoder().encode(text);
        const found = scanRegular(bytes, options);
        writeFileSync(path, bytes);
        expect(scanRegular(path, options, block)).toEqual(found);
        if (!found.regular || found.records === 0) return;
        regular++;
        const { rows, walked } = exact(bytes, options);
        expect(walked).toMatchObject({ records: found.records, columns: found.columns, rejectedCount: 0 });
        expect(walked).toMatchObject({ blankLines: found.blankLines, headerLines: found.headerLines });
        expect(walked.headerCells).toEqual(found.headerCells);
        expect(walked.firstCells).toEqual(found.firstCells);
        expect(await query(regularReadCsv(path, found))).toEqual(rows);
      }),
      { numRuns: 600 },
    );
    expect(regular).toBeGreaterThan(80);
  });

  it('the canonical CSV read by DuckDB agrees with the exact path', async () => {
    await fc.assert(
      fc.asyncProperty(files, async ({ text, options }) => {
        const bytes = new TextEncoder().encode(text);
        const { rows, walked } = exact(bytes, options);
        const {
          rejected,
          lineBreaks,
          path: written,
          ...csv
        } = toCanonicalCsv(bytes, { ...options, columns: walked.columns }, path, 7);
        expect(csv).toEqual(walked);
        expect(rejected).toHaveLength(walked.rejectedCount);
        if (csv.records === 0) return;
        const read = await query(canonicalReadCsv({ path: written, columns: csv.columns, lineBreaks }));
        expect(read.map((row) => row.slice(2))).toEqual(rows);
        const numbers = [...read.map((row) => Number(row[0])), ...rejected.map((r) => r.record)];
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
      }),
      { numRuns: 300 },
    );
  });
});
