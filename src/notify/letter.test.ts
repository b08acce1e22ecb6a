// Whatever a file holds, its letter repeats none of it; and each rule has words of its own in each language.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LANGUAGES, type Language } from '../words/languages.ts';
import { words } from '../words/words.ts';
import type { Fault } from './fault.ts';
import { heldCause } from './held-cause.ts';
import { letter } from './letter.ts';
import { recordRanges } from './record-ranges.ts';
import { mailText } from './render-mail.ts';

const fault = (more: Partial<Fault>): Fault => ({
  id: 'f1',
  kind: 'rows',
  module: 'sis',
  table: 'day',
  run: 'r1',
  rule: 'required',
  columns: [],
  places: [{ file: 'day.csv', rows: 3, records: [4, 5, 9] }],
  isFull: false,
  ...more,
});

function textOf(faults: readonly Fault[], lang: Language = 'en'): string {
  const part = letter(
    { owner: 'owner@maple.example', fresh: faults, reminders: [], mended: [] },
    {
      words: words(lang),
      lang,
      district: 'Maple',
      owner: 'Data office',
      place: { portal: undefined, release: 'r1' },
      sourceOf: () => 'Student system',
      waiting: () => [],
      moved: () => [],
    },
  );
  return `${part.subject}\n${mailText(part.blocks)}`;
}

describe('a letter', () => {
  it('repeats no reason of a hold in its own words: they may quote the file', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), (quoted) => {
        const said = textOf([fault({ kind: 'held', rule: `it stopped at ~${quoted}` })]);
        expect(said.includes(`~${quoted}`)).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it.each(['Ada Lovelace', '20261234', 'ada@maple.example', 'born 2011-05-03', 'niño', 'x'.repeat(41)])(
    'repeats no header that may be a value: %s',
    (header) => {
      const said = textOf([fault({ kind: 'columns', columns: [header, 'home_room'] })]);
      expect(said).not.toContain(header);
      expect(said).toContain('home_room');
      expect(said).toContain('and 1 more, whose name we do not repeat');
    },
  );

  it('has the rows of one table under one heading, and says once what waits for them', () => {
    const said = textOf([fault({}), fault({ id: 'f2', rule: 'ragged' })]);
    expect(said.match(/rows are kept out\n-/g)).toHaveLength(1);
    expect(said.match(/No number of the reports waits/g)).toHaveLength(1);
  });

  it('counts what would be too long to tell', () => {
    const many = Array.from({ length: 30 }, (_, i) => fault({ id: `f${i}`, kind: 'held', rule: '' }));
    expect(textOf(many)).toContain('There are 18 more things.');
  });

  it.each(LANGUAGES)('has words in %s for every rule and for every reason of a hold', (lang) => {
    const rules = ['required', 'ragged', 'type_double', 'type_local_date', 'type_boolean', 'a_new_rule'];
    for (const rule of rules) expect(textOf([fault({ rule })], lang).length).toBeGreaterThan(100);
    for (const rule of Object.keys(REASONS))
      expect(textOf([fault({ kind: 'held', rule })], lang).length).toBeGreaterThan(100);
  });
});

/** As intake and check write them. */
const REASONS = {
  'deletion guard: 40 of 100 rows of the last full file are missing (40 %)': 'shrunk',
  'required column missing: id, student id (day.csv)': 'missing',
  'the file ends in the middle of a record (half written or cut off)': 'cut_off',
  'no table of module sis knows a file of this name and header': 'unknown',
  'no layout of the contract has 7 columns': 'layout',
  'Byte 12 is not utf-8 text.': 'encoding',
  'The archive ends before its contents do.': 'archive',
  'something else': 'other',
};

describe('the reason of a hold', () => {
  it.each(Object.entries(REASONS))('"%s" is %s', (reason, cause) => {
    expect(heldCause(reason).cause).toBe(cause);
  });

  it('keeps its counts and the names of the contract', () => {
    const [shrunk = '', missing = ''] = Object.keys(REASONS);
    expect(heldCause(shrunk)).toEqual({ cause: 'shrunk', gone: 40, before: 100 });
    expect(heldCause(missing)).toEqual({ cause: 'missing', columns: ['id', 'student id'] });
  });
});

describe('record numbers', () => {
  it('are told as ranges, in order, each once, and the rest is counted', () => {
    expect(recordRanges([9, 4, 5, 5, 6], 4)).toEqual({ ranges: ['4–6', '9'], more: 0 });
    expect(recordRanges([1, 3, 5, 7], 400, 2)).toEqual({ ranges: ['1', '3'], more: 398 });
    expect(recordRanges([], 40)).toEqual({ ranges: [], more: 40 });
  });
});
