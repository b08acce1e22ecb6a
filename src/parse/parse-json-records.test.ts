// JSON of every shape becomes records of text cells; what is broken is named and nothing is lost.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonToCanonicalCsv } from './json-to-canonical-csv.ts';
import { parseJsonRecords } from './parse-json-records.ts';
import { canonicalReadCsv } from './read-csv.ts';

const folder = mkdtempSync(join(tmpdir(), 'json-'));
afterAll(() => rmSync(folder, { recursive: true }));

function parse(text: string | Uint8Array, paths: string[], explode: string[] = [], block?: number) {
  const rows: (string | null)[][] = [];
  const places: string[] = [];
  const rejected: string[] = [];
  const parsed = parseJsonRecords(
    typeof text === 'string' ? Buffer.from(text) : text,
    { explode, paths },
    {
      record: (record, line, cells) => {
        rows.push([...cells]);
        places.push(`${record}@${line}`);
        return true;
      },
      reject: (record, line, rule) => rejected.push(`${record}@${line} ${rule}`),
    },
    block,
  );
  return { ...parsed, rows, places, rejected };
}

describe('shapes of a file', () => {
  const rows = [['1'], ['2']];
  it.each([
    ['JSON lines', '{"a":1}\n{"a":2}\n'],
    ['JSON lines with CRLF, BOM and blank lines', '\uFEFF{"a":1}\r\n\r\n{"a":2}'],
    ['an array', '[{"a":1},{"a":2}]'],
    ['an array over lines', '[\n  {\n    "a": 1\n  },\n  { "a": 2 }\n]\n'],
    ['documents one behind the other', '{\n"a": 1\n}\n{\n"a": 2\n}'],
  ])('%s', (_, text) => {
    expect(parse(text, ['a'])).toMatchObject({ rows, rejectedCount: 0, truncated: false });
  });

  it.each([
    ['one line each', '{"value":[{"a":1}]}\n{"value":[{"a":2}]}\n'],
    ['one line', '{"@odata.context":"x","value":[{"a":1},{"a":2}]}'],
    ['over lines', '{\n "@odata.context": "value",\n "value": [\n  {"a": 1},\n  {"a": 2}\n ],\n "n": [3]\n}'],
  ])('envelopes, %s', (_, text) => {
    expect(parse(text, ['value[].a'], ['value[]'])).toMatchObject({
      rows,
      rejectedCount: 0,
      truncated: false,
    });
    expect(parse(text, ['a'], ['value[]'])).toMatchObject({ rows, rejectedCount: 0, truncated: false });
  });

  it.each(['', '\uFEFF', ' \n', '[]'])('%j has no records', (text) => {
    expect(parse(text, ['a'])).toMatchObject({ records: 0, rejectedCount: 0, truncated: false });
  });
});

describe('cells', () => {
  it('numbers keep their spelling, ids their digits', () => {
    const text = '{"a":12345678901234567890,"b":1.50,"c":-0,"d":1E3,"e":[1.0,{"f":2.00}],"g":7}';
    expect(parse(text, ['a', 'b', 'c', 'd', 'e', 'g']).rows).toEqual([
      ['12345678901234567890', '1.50', '-0', '1E3', '[1.0,{"f":2.00}]', '7'],
    ]);
  });

  it('null and missing are null, the empty text is not', () => {
    expect(parse('{"a":null,"b":""}', ['a', 'b', 'c.d']).rows).toEqual([[null, '', null]]);
  });

  it('truth is true or false; objects and arrays are JSON', () => {
    expect(parse('{"a":true,"b":false,"c":{"x":[1]}}', ['a', 'b', 'c']).rows).toEqual([
      ['true', 'false', '{"x":[1]}'],
    ]);
  });

  it('paths lead through objects, indexes and whole arrays, never to what every object inherits', () => {
    const text = '{"i":{"id":"x"},"s":[{"n":"p"},{"n":"q"}]}';
    expect(parse(text, ['i.id', 's[1].n', 's[].n', 'toString', 'i.constructor']).rows).toEqual([
      ['x', 'q', '["p","q"]', null, null],
    ]);
  });

  it('a NUL and half a surrogate pair spoil their record', () => {
    const out = parse('{"a":"\\u0000"}\n{"a":"\\ud83d"}\n{"a":"x"}\n', ['a']);
    expect(out).toMatchObject({ rejected: ['1@1 nul_byte', '2@2 bad_json'], places: ['3@3'] });
  });
});

describe('exploded arrays', () => {
  const meeting =
    '{"id":"m1","attendanceRecords":[{"identity":{"id":"p1"},"spans":[{"s":1},{"s":2}]},{"role":"x"}]}';

  it('each element is a record that keeps its parents in reach', () => {
    const out = parse(meeting, ['id', 'attendanceRecords[].identity.id'], ['attendanceRecords[]']);
    expect(out.rows).toEqual([
      ['m1', 'p1'],
      ['m1', null],
    ]);
  });

  it('an id that an element lacks is not taken from its parent', () => {
    expect(parse(meeting, ['attendanceRecords[].id'], ['attendanceRecords[]']).rows).toEqual([
      [null],
      [null],
    ]);
  });

  it.each([['attendanceRecords[].spans[]'], ['spans[]']])('an array in an array, spelled %s', (inner) => {
    const out = parse(meeting, ['id', `${inner}.s`], ['attendanceRecords[]', inner]);
    expect(out).toMatchObject({
      rows: [
        ['m1', '1'],
        ['m1', '2'],
      ],
      emptyParents: 1,
    });
  });

  it('empty and absent arrays yield no record but are counted', () => {
    expect(parse('{"r":[]}\n{}\n{"r":[{"a":1}]}\n', ['r[].a'], ['r[]'])).toMatchObject({
      records: 1,
      emptyParents: 2,
    });
    expect(parse('{"value":[]}\n{"error":{}}\n', ['a'], ['value[]'])).toMatchObject({
      records: 0,
      emptyParents: 2,
    });
    expect(parse('{\n"value":[]\n}{\n"x":1\n}', ['a'], ['value[]'])).toMatchObject({
      records: 0,
      emptyParents: 2,
    });
  });

  it('elements that are no objects are cells themselves', () => {
    expect(parse('{"g":["09","10"]}', ['g[]'], ['g[]']).rows).toEqual([['09'], ['10']]);
  });
});

describe('columns', () => {
  it('paths never asked for and never found are named', () => {
    const out = parse('{"a":1,"b":{"c":2,"d":3},"t":[{"u":1}]}\n', ['a', 'b.c', 'x']);
    expect(out).toMatchObject({ unknownPaths: ['b.d', 't[].u'], missingPaths: ['x'] });
  });
});

describe('keys that are data', () => {
  const names = (text: string, asked = ['id']) => parse(text, asked).unknownNames;
  const lines = (...records: object[]) => records.map((r) => `${JSON.stringify(r)}\n`).join('');

  it('are masked where they are no plain word', () => {
    const record = {
      id: 1,
      'Ada Park': 1,
      'ada.park@example.org': 1,
      '4f1c9a00-12ab-4cde-9f00-aa11bb22cc33': { grade: 1 },
      st00123: 1,
      '@odata.type': 1,
      givenName: 1,
      address_line_2: 1,
    };
    expect(names(lines(record))).toEqual([
      '@odata.type',
      'address_line_2',
      'givenName',
      '{key}',
      '{key}.grade',
    ]);
  });

  it('are masked where an object is a list by name, though each name is a plain word', () => {
    const guardians = { ada: { phone: 1, email: 1 }, bob: { phone: 2, email: 2 } };
    expect(names(lines({ id: 1, guardians }))).toEqual(['guardians.{key}.email', 'guardians.{key}.phone']);
    expect(names(JSON.stringify({ ada: { x: 1 }, bob: { x: 2 } }))).toEqual(['{key}.x']);
  });

  it('are masked where every object has other ones', () => {
    const records = ['ada', 'bob', 'cleo', 'dan'].map((name, id) => ({ id, marks: { [name]: 1, all: 2 } }));
    expect(names(lines(...records))).toEqual(['marks.all', 'marks.{key}']);
  });

  it('are named beside a column that the contract knows: a record is no list', () => {
    const records = [1, 2, 3, 4, 5].map((id) => (id === 3 ? { id, nickname: 'x' } : { id }));
    expect(names(lines(...records))).toEqual(['nickname']);
  });

  it('stay as they are for whoever drafts a contract from his own file', () => {
    expect(parse(lines({ id: 1, 'Ada Park 2': 1 }), ['id']).unknownPaths).toEqual(['Ada Park 2']);
  });

  it('never reach a report, whatever they are, unless they look like a column', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.emailAddress(), fc.integer(), { minKeys: 1 }), (marks) => {
        expect(names(JSON.stringify({ id: 1, marks }))).toEqual(['marks.{key}']);
      }),
    );
  });
});

describe('broken files', () => {
  it('a bad line is rejected with its number, the rest loads', () => {
    const out = parse('{"a":1}\n{"a":\n"text"\n\n{"a":2}\n', ['a']);
    expect(out).toMatchObject({
      rejected: ['2@2 bad_json', '3@3 bad_json'],
      places: ['1@1', '4@5'],
      blankLines: 1,
    });
    expect(out.truncated).toBe(false);
  });

  it('a bad first line does not hide the lines behind it', () => {
    expect(parse('{"a":1,\n{"a":2}\n', ['a'])).toMatchObject({ rejected: ['1@1 bad_json'], rows: [['2']] });
  });

  it('a record that is not UTF-8 is rejected, never repaired', () => {
    const spoiled = Buffer.from('{"a":"\xe9"}\n{"a":2}\n', 'latin1');
    expect(parse(spoiled, ['a'])).toMatchObject({ rejected: ['1@1 bad_json'], rows: [['2']] });
  });

  it('a bad element of an array is rejected, the rest loads', () => {
    const out = parse('[{"a":1},\n{"a":x},\n7,\n{"a":"open},\n{"a":2}]', ['a']);
    expect(out.rejected).toEqual(['2@2 bad_json', '3@3 bad_json', '4@4 bad_json']);
    expect(out.rows).toEqual([['1'], ['2']]);
  });

  it.each([
    ['a line cut short', '{"a":1}\n{"a":2', [], 1],
    ['an array cut short', '[{"a":1},{"a":', [], 1],
    ['an array without its end', '[{"a":1}', [], 0],
    ['an envelope without its end', '{\n"value":[{"a":1}]', ['value[]'], 0],
    ['a document cut short', '{\n"a":', [], 1],
  ])('%s is truncated', (_, text, explode, rejectedCount) => {
    expect(parse(text, ['a'], explode)).toMatchObject({ truncated: true, rejectedCount });
  });
});

const token = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\n',
  ' ',
  '\\',
  'value',
  '"value"',
  '1',
  'a',
  '\0',
  '{"a":1}',
);
const garbage = fc.oneof(
  fc.array(token, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
  fc.uint8Array({ maxLength: 60 }),
);

describe('for every input', () => {
  it('nothing throws, and records and rejected are numbered without a gap', () => {
    fc.assert(
      fc.property(garbage, fc.constantFrom<string[][]>([], ['value[]'], ['a[]']), (bytes, explode) => {
        const out = parse(bytes, ['a'], explode);
        const numbers = [...out.places, ...out.rejected].map((place) => Number.parseInt(place, 10));
        expect(numbers).toEqual(expect.arrayContaining(numbers.map((_, i) => i + 1)));
        expect(out.records + out.rejectedCount).toBe(numbers.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('every JSON value comes back, in lines, arrays and envelopes, whatever the size of the pieces', () => {
    const values = fc.array(fc.jsonValue({ maxDepth: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(values, fc.integer({ min: 3, max: 50 }), fc.boolean(), (list, block, pretty) => {
        const records = list.map((a) => ({ a }));
        const indent = pretty ? 2 : undefined;
        const expected = list.map((a) => [a === null ? null : typeof a === 'string' ? a : JSON.stringify(a)]);
        fc.pre(!expected.flat().some((cell) => cell?.includes('\0') || cell?.isWellFormed() === false));
        const array = JSON.stringify(records, null, indent);
        const envelope = JSON.stringify({ x: 1, value: records }, null, indent);
        const documents = records.map((record) => JSON.stringify(record, null, indent)).join('\n');
        expect(parse(array, ['a'], [], block).rows).toEqual(expected);
        expect(parse(`${envelope}\n\n`, ['a'], ['value[]'], block).rows).toEqual(expected);
        expect(parse(documents, ['a']).rows).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  it('DuckDB reads the canonical CSV as the parser meant it', async () => {
    const db = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
    const cell = fc.option(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', ' ', '"', 'a,b', 'l\r\nm', '\n')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const text = rows.map(([a, b]) => JSON.stringify({ a, b })).join('\n');
        fc.pre(!text.includes('\\u0000'));
        const csv = jsonToCanonicalCsv(Buffer.from(text), { paths: ['a', 'b'] }, join(folder, 'c.csv'));
        const read = await db.runAndReadAll(`select c1, c2 from ${canonicalReadCsv(csv)}`);
        expect(read.getRows()).toEqual(rows);
      }),
      { numRuns: 150 },
    );
    const long = `{"a":"${'x'.repeat(2_200_000)}"}\n{"a":"${'y'.repeat(2_000_000)}"}`;
    const csv = jsonToCanonicalCsv(Buffer.from(long), { paths: ['a'] }, join(folder, 'l.csv'));
    expect(csv).toMatchObject({ records: 1, rejected: [{ record: 1, line: 1, rule: 'bad_json' }] });
    const read = await db.runAndReadAll(`select record, length(c1) from ${canonicalReadCsv(csv)}`);
    expect(read.getRows()).toEqual([[2n, 2_000_000n]]);
  });
});
