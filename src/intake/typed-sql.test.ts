// The shortcuts in reading cells: each gives what the plain rule gives, for any text.
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openSession, type Session } from '../adapters/duckdb.ts';
import type { ColumnContract, Contract } from '../contract/contract.ts';
import { dateFormat, mayDisagree } from './date-formats.ts';
import { ambiguousSql, cleanedSql, typedSql } from './typed-sql.ts';

let session: Session;
beforeAll(async () => {
  session = await openSession({ tempDir: tmpdir(), memoryMb: 256, threads: 1 });
  await session.run('create temp table cells (x varchar)');
});
afterAll(() => session.close());

const nulls = ['', 'NULL', '\\N', 'NA', '-'];
const contract: Contract = {
  module: 'm',
  title: '',
  authority: 'usage',
  timezone: 'district',
  nulls,
  tables: {},
};
const column = (type: ColumnContract['type'], formats?: string[]): ColumnContract => ({
  type,
  privacy: 'keep',
  required: false,
  formats,
});
const zones = { files: 'UTC', district: 'UTC' };

/** Blanks of every kind, the tokens for nothing, and what numbers and dates are made of. */
const word = fc.constantFrom(
  ...[
    ' ',
    '\u00a0',
    '\u2003',
    '\u3000',
    '\t',
    '\u00e9',
    '\u007f',
    '~',
    '!',
    'a',
    'NULL',
    '\\N',
    'NA',
    '-',
    '+',
    '.',
    '0',
    '1',
    '9',
    '/',
    'Yes',
    'no',
    'TRUE',
    'x',
    '_',
    'e',
    '2024',
    '01',
    '12',
    '13',
  ],
);
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
const texts = fc.array(text, { minLength: 40, maxLength: 40 });

/** The rows on which two expressions over `x` differ. */
async function differing(values: readonly string[], one: string, other: string): Promise<unknown[]> {
  await session.run('delete from cells');
  await session.append(
    'cells',
    values.map((v) => [v]),
  );
  return session.rows(
    `select x, ${one} as one, ${other} as other from cells where (${one}) is distinct from (${other})`,
  );
}

const list = (words: readonly string[]) => words.map((w) => `'${w}'`).join(', ');

describe('a cell', () => {
  it('is trimmed, and null where it is a token for nothing', async () => {
    const plain = `case when trim(x) in (${list(nulls)}) then null else trim(x) end`;
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        expect(await differing(values, cleanedSql('x', column('text'), contract), plain)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is a whole number by the pattern', async () => {
    const plain =
      "case when regexp_full_match(x, '[+-]?[0-9]{1,18}([.]0+)?') then try_cast(split_part(x, '.', 1) as bigint) end";
    const number = fc.oneof(text, fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map(String));
    await fc.assert(
      fc.asyncProperty(fc.array(number, { minLength: 40, maxLength: 40 }), async (values) => {
        expect(await differing(values, typedSql('x', column('integer'), zones), plain)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('is yes or no by its list of words', async () => {
    const plain = `case when lower(x) in (${list(['true', 't', 'yes', 'y', '1'])}) then true when lower(x) in (${list(['false', 'f', 'no', 'n', '0'])}) then false end`;
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        expect(await differing(values, typedSql('x', column('boolean'), zones), plain)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('two date formats', () => {
  const formats = [
    'yyyy-MM-dd',
    'yyyy-M-d',
    'yyyy-d-M',
    'M/d/yyyy',
    'd/M/yyyy',
    'dd/MM/yyyy',
    'M/d/yy',
    'yyyyMMdd',
    'ddMMyyyy',
    'yyyyMd',
    'M-d-yyyy',
  ];
  const value = (x: string, format: string) => {
    const { pattern, strptime } = dateFormat(format);
    return `case when regexp_full_match(${x}, '${pattern}') then try_cast(try_strptime(${x}, '${strptime}') as date) end`;
  };

  it.each([
    ['yyyy-MM-dd', 'M/d/yyyy', false],
    ['yyyy-MM-dd', 'yyyy-M-d', false],
    ['M/d/yyyy', 'd/M/yyyy', true],
    ['yyyyMMdd', 'ddMMyyyy', true],
    ['yyyyMMdd', 'yyyyMd', true],
    ["d 'of' M", 'd M', true],
  ])('%s and %s may disagree: %s', (a, b, expected) => {
    expect(mayDisagree(a, b)).toBe(expected);
  });

  it('never disagree about a text where they are said not to', async () => {
    const digits = fc.integer({ min: 0, max: 31 }).map((n) => [`${n}`, `${n}`.padStart(2, '0')]);
    const part = fc.oneof(
      digits.map(([n]) => n ?? ''),
      digits.map(([, n]) => n ?? ''),
      fc.constantFrom('2024', '1999'),
    );
    const date = fc
      .tuple(part, part, part, fc.constantFrom('-', '/', ''))
      .map(([a, b, c, sign]) => [a, b, c].join(sign));
    await fc.assert(
      fc.asyncProperty(fc.array(date, { minLength: 200, maxLength: 200 }), async (values) => {
        for (const a of formats)
          for (const b of formats) {
            if (mayDisagree(a, b)) continue;
            const both = `(${value('x', a)}) <> (${value('x', b)})`;
            expect(await differing(values, `coalesce(${both}, false)`, 'false')).toEqual([]);
          }
      }),
      { numRuns: 5 },
    );
  });

  it('leave no doubt to look for where none of them may disagree', () => {
    expect(ambiguousSql('x', column('date', ['yyyy-MM-dd', 'M/d/yyyy']))).toBeUndefined();
    expect(ambiguousSql('x', column('date', ['d/M/yyyy', 'M/d/yyyy']))).toBeDefined();
  });
});
