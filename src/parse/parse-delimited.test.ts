// The exact path: what each oddity of a delimited file becomes, and that no record is lost.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DelimitedOptions } from './dialect.ts';
import { parseDelimited } from './parse-delimited.ts';

function parse(text: string | Uint8Array, options: Partial<DelimitedOptions> = {}, block?: number) {
  const rows: (string | null)[][] = [];
  const places: string[] = [];
  const rejected: string[] = [];
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const walked = parseDelimited(
    bytes,
    { header: true, ...options },
    {
      record: (record, line, cells) => {
        rows.push([...cells]);
        places.push(`${record}@${line}`);
      },
      reject: (record, line, rule) => rejected.push(`${record}@${line} ${rule}`),
    },
    block,
  );
  return { ...walked, rows, places, rejected };
}

describe('cells', () => {
  it('an empty cell is null, an empty cell in quotes is the empty text', () => {
    expect(parse('a,b,c\n1,,""\n').rows).toEqual([['1', null, '']]);
  });

  it('doubled quotes, delimiters and line breaks stand inside quotes', () => {
    expect(parse('a,b\n"x ""y"", z","1\r\n2\n3"\n').rows).toEqual([['x "y", z', '1\r\n2\n3']]);
  });

  it('a backslash escapes a quote and itself only where the contract says so', () => {
    const text = 'a,b\n"say \\"hi\\"","end\\\\"\n';
    expect(parse(text, { backslashQuotes: true }).rows).toEqual([['say "hi"', 'end\\']]);
    expect(parse(text).rejected).toEqual(['1@2 bad_quote']);
  });

  it('a quote in the middle of a cell stands for itself', () => {
    expect(parse('a,b\n5" pipe,William "Bill" Roe\n').rows).toEqual([['5" pipe', 'William "Bill" Roe']]);
  });

  it('blanks between a closing quote and the delimiter are dropped', () => {
    expect(parse('a,b\n"x" ,y\n').rows).toEqual([['x', 'y']]);
  });

  it('LF, CRLF, CR and a mixture of them end a record', () => {
    const mixed = parse('a,b\r\n1,2\n3,4\r5,6\r\n');
    expect(mixed.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(mixed.places).toEqual(['1@2', '2@3', '3@4']);
  });

  it('the delimiter is the commonest candidate of the first line', () => {
    expect(parse('a;b;"c,d"\n1;2;3\n').headerCells).toEqual(['a', 'b', 'c,d']);
    expect(parse('a\tb\n1\t2,5\n').rows).toEqual([['1', '2,5']]);
  });
});

describe('broken records', () => {
  it('a wrong number of cells is ragged, and the rest loads', () => {
    const out = parse('a,b\n1\n2,3,4\n5,6\n');
    expect(out.rejected).toEqual(['1@2 ragged', '2@3 ragged']);
    expect(out.places).toEqual(['3@4']);
  });

  it('an unclosed quote breaks its own line only', () => {
    const out = parse('a,b\n1,"x\n2,y\n3,"z"\n4,w\n');
    expect(out.rejected).toEqual(['1@2 unclosed_quote']);
    expect(out.rows.map((row) => row[0])).toEqual(['2', '3', '4']);
  });

  it('an unclosed quote that no later quote closes breaks its own line only', () => {
    const out = parse('a,b\n1,"x\n2,y\n3,z\n');
    expect(out.rejected).toEqual(['1@2 unclosed_quote']);
    expect(out.rows).toHaveLength(2);
    expect(out.truncated).toBe(false);
  });

  it('an unclosed quote that a later record seems to close leaves a wrong count and breaks its own line only', () => {
    const out = parse('a,b\n1,"x\n2,y\n"3",z\n4,w\n');
    expect(out.rejected).toEqual(['1@2 unclosed_quote']);
    expect(out.rows.map((row) => row[0])).toEqual(['2', '3', '4']);
    expect(parse('a,b\n1,"x\n2,y\n3,",w,v\n4,u\n').rejected).toContain('1@2 unclosed_quote');
  });

  it('text behind a closing quote is a bad quote', () => {
    const out = parse('a,b\n1,"x"y\n2,z\n');
    expect(out.rejected).toEqual(['1@2 bad_quote']);
    expect(out.rows).toEqual([['2', 'z']]);
  });

  it('the inside of a broken cell of several lines is not taken for records', () => {
    const out = parse('a,b\n1,"one\nline, "two"\nx",y\n2,z\n');
    expect(out.rows).toEqual([['2', 'z']]);
  });

  it('a NUL byte spoils its record', () => {
    const out = parse('a,b\n1,x\0y\n2,z\n');
    expect(out.rejected).toEqual(['1@2 nul_byte']);
    expect(out.rows).toEqual([['2', 'z']]);
  });

  it('a record without end is rejected after a megabyte', () => {
    const out = parse(`a,b\n"${'x'.repeat(1_100_000)}\n1,${'y'.repeat(1_100_000)}\n2,z\n`);
    expect(out.rejected).toEqual(['1@2 ragged', '2@3 ragged']);
    expect(out.rows).toEqual([['2', 'z']]);
  });
});

describe('lines that are no records', () => {
  it('blank lines are counted apart and numbered as lines', () => {
    const out = parse('\r\na,b\n\n1,2\n  \n3,4\n\n');
    expect(out).toMatchObject({ records: 2, blankLines: 4, headerLines: 1, places: ['1@4', '2@6'] });
  });

  it('a header repeated inside the data is counted apart', () => {
    const out = parse('student_id,mark\n1,2\nstudent_id,mark\n"Student ID",Mark\n3,4\n');
    expect(out).toMatchObject({ records: 2, headerLines: 3, rejectedCount: 0 });
  });

  it('a stray header line in a file without header is counted apart', () => {
    const out = parse('1,x,2021\nObjectId,DisplayName,Day\n2,y,2022\n', {
      header: false,
      headerNames: [['object_id', 'display_name', '-']],
    });
    expect(out).toMatchObject({ records: 2, headerLines: 1, columns: 3, headerCells: [] });
  });

  it('a record that shares one word with the header is a record', () => {
    expect(parse('role,name\nrole,Ada\n').records).toBe(1);
  });

  it('an empty file and a file of a header alone have no records', () => {
    expect(parse('')).toMatchObject({ records: 0, columns: 0, headerLines: 0, truncated: false });
    expect(parse('a,b')).toMatchObject({ records: 0, columns: 2, headerLines: 1, truncated: false });
  });
});

describe('width', () => {
  it('nameless header cells at the end may lack their cells', () => {
    expect(parse('a,b,,\n1,2\n3,4,,\n').rows).toEqual([
      ['1', '2', null, null],
      ['3', '4', null, null],
    ]);
  });

  it('surplus cells are accepted while they are empty', () => {
    const out = parse('a,b\n1,2,,\n3,4,5\n');
    expect(out.rows).toEqual([['1', '2']]);
    expect(out.rejected).toEqual(['2@3 ragged']);
  });

  it('without header the commonest width of the first records counts', () => {
    const out = parse('1,2,3\n1,2\n4,5\n6,7\n', { header: false });
    expect(out).toMatchObject({ columns: 2, records: 3, rejected: ['1@1 ragged'] });
  });
});

describe('truncation', () => {
  it('a last record that is short and has no line end is cut off', () => {
    expect(parse('a,b\n1,2\n3')).toMatchObject({ truncated: true, records: 1, rejected: ['2@3 ragged'] });
    expect(parse('a,b\n1,2\n3,"4')).toMatchObject({ truncated: true, rejected: ['2@3 unclosed_quote'] });
  });

  it('a whole last record without line end is not', () => {
    expect(parse('a,b\n1,2\n3,4')).toMatchObject({ truncated: false, records: 2 });
    expect(parse('a,b\n1,2\n3\n').truncated).toBe(false);
  });
});

const cell = fc.oneof(
  fc.constantFrom(null, '', ' ', '"', 'é', 'x"y', 'a,b', 'l\nm', 'r\r\ns', '\\', '\\"', '007'),
  fc.string({ maxLength: 8, unit: 'grapheme' }).filter((s) => !s.includes('\0')),
);
const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  always: fc.boolean(),
  backslash: fc.boolean(),
  lastLineEnd: fc.boolean(),
});

describe('for every table in every dialect', () => {
  it('what is written is read back, whatever the size of the pieces', () => {
    const tables = fc.integer({ min: 1, max: 5 }).chain((width) =>
      fc.record({
        rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 8,
        }),
        dialect,
        block: fc.integer({ min: 1, max: 64 }),
      }),
    );
    fc.assert(
      fc.property(tables, ({ rows, dialect: d, block }) => {
        // A line of one blank cell is a blank line, by definition no record.
        fc.pre(rows.every((row) => row.length > 1 || /[^ \t]/.test(row[0] ?? '')));
        const header = rows[0]?.map((_, i) => `name${i}`) ?? [];
        const write = (text: string | null) => {
          if (text === null) return '';
          if (!d.always && text !== '' && !/[";,\t|\r\n]/.test(text)) return text;
          const escaped = d.backslash ? text.replaceAll(/["\\]/g, '\\$&') : text.replaceAll('"', '""');
          return `"${escaped}"`;
        };
        const lines = [header, ...rows].map((row) => row.map(write).join(d.delimiter));
        const text = lines.join(d.newline) + (d.lastLineEnd ? d.newline : '');
        fc.pre(d.lastLineEnd || text.at(-1) !== '\r');
        const out = parse(text, { delimiter: d.delimiter, backslashQuotes: d.backslash }, block);
        expect(out.rows).toEqual(rows);
        expect(out.rejected).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const noise = fc
  .array(fc.constantFrom('a', 'b', ',', ',', '"', '"', '\n', '\n', '\r', '\r\n', '\0', ' ', '\\', ';', 'é'), {
    maxLength: 60,
  })
  .map((parts) => new TextEncoder().encode(parts.join('')));
const garbage = fc.oneof(noise, fc.uint8Array({ maxLength: 80 }));

describe('for every garbage', () => {
  it('nothing throws, and records, rejected, blank and header lines are numbered without a gap', () => {
    fc.assert(
      fc.property(garbage, fc.boolean(), fc.boolean(), (bytes, header, backslashQuotes) => {
        const out = parse(bytes, { header, backslashQuotes, delimiter: ',' });
        const numbers = [...out.places, ...out.rejected].map((place) => Number.parseInt(place, 10));
        expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1));
        expect(out.records + out.rejectedCount).toBe(numbers.length);
        // A record with a NUL, and a header that comes again, may have several lines that nothing below shows.
        if (out.headerLines > 1 || out.rejected.some((place) => place.endsWith('nul_byte'))) return;
        const covered = out.records + out.rejectedCount + out.blankLines + out.headerLines;
        const inside = [...out.rows.flat(), ...out.headerCells].reduce(
          (n, text) => n + lineBreaks(text ?? ''),
          0,
        );
        expect(covered + inside).toBe(physicalLines(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  it('the size of the pieces changes nothing', () => {
    fc.assert(
      fc.property(garbage, fc.integer({ min: 1, max: 20 }), fc.boolean(), (bytes, block, header) => {
        const options = { header, columns: 2, delimiter: ',' };
        expect(parse(bytes, options, block)).toEqual(parse(bytes, options));
      }),
      { numRuns: 1000 },
    );
  });
});

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}

function physicalLines(bytes: Uint8Array): number {
  const text = Buffer.from(bytes).toString('latin1');
  return text === '' ? 0 : lineBreaks(text) + (/[\r\n]$/.test(text) ? 0 : 1);
}
