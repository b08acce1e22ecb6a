// A contract drafted from a sample: strict types, nothing kept by default, and every doubt named.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWithFaults } from '../contract/contract-problems.ts';
import { columnType } from './column-type.ts';
import { dateReading } from './date-candidates.ts';
import { draftContract } from './draft-contract.ts';
import { draftTable, tableName } from './draft-table.ts';
import { privacyGuess } from './privacy-guess.ts';
import { looksLikeHeader, readSample } from './sample-columns.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'draft-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function drafted(text: string, path = 'visits/2026-03-12/visits.csv') {
  const file = join(folder, 'sample');
  writeFileSync(file, text);
  const table = draftTable(readSample(file), path);
  const draft = draftContract('newsource', [table]);
  const { contract, faults } = readWithFaults(draft.yaml, 'newsource');
  return { ...draft, table, contract, faults, columns: contract?.tables[table.name]?.columns ?? {} };
}

describe('a date that can be read in two ways', () => {
  it('is named as unclear where every value could be either', () => {
    expect(dateReading(['01/02/2020', '03/04/2020'])).toEqual({
      format: 'MM/dd/yyyy',
      stamp: false,
      other: 'dd/MM/yyyy',
    });
    expect(columnType(['01/02/2020'], false).unclear).toEqual([
      'every value can be read as MM/dd/yyyy and as dd/MM/yyyy: ask the source which it is',
    ]);
  });

  it('is clear as soon as one value settles it', () => {
    expect(dateReading(['01/02/2020', '13/02/2020'])).toEqual({
      format: 'dd/MM/yyyy',
      stamp: false,
      other: undefined,
    });
    expect(dateReading(['1/2/2020', '1/31/2020'])).toEqual({
      format: 'M/d/yyyy',
      stamp: false,
      other: undefined,
    });
  });

  it('must exist in the calendar', () => {
    expect(dateReading(['2023-02-29'])).toBeUndefined();
    expect(dateReading(['2024-02-29'])?.format).toBe('yyyy-MM-dd');
  });
});

describe('the type of a column', () => {
  it.each([
    ['integer', ['1', '22', '-3']],
    ['double', ['1.5', '2']],
    ['boolean', ['True', 'false']],
    ['date', ['2026-03-12', '2026-03-13']],
    ['timestamp', ['2026-03-12T06:16:22Z', '2026-03-12 06:16:22']],
    ['timestamp', ['3/12/2026 6:16 AM', '3/13/2026 11:02 PM']],
    ['minutes_hms', ['0:01:30', '12:00:05']],
    ['iso_duration', ['PT1M10S', 'PT45S']],
    ['text', ['grade 1', '2']],
  ])('is %s only where the texts say so', (type, values) => {
    expect(columnType(values, false).type).toBe(type);
  });

  it('keeps codes with leading zeros as text', () => {
    const guess = columnType(['007', '123'], false);
    expect(guess.type).toBe('text');
    expect(guess.unclear).toHaveLength(1);
  });

  it('keeps ids as text even when they look like numbers', () => {
    expect(columnType(['1', '2'], true).type).toBe('text');
  });

  it('says how many values a proposed type would quarantine', () => {
    const dates = Array.from({ length: 39 }, (_, i) => `2026-01-${String((i % 28) + 1).padStart(2, '0')}`);
    const guess = columnType([...dates, '31 Feb'], false);
    expect([guess.type, guess.unclear]).toEqual([
      'date',
      ['1 of 40 values do not fit and would be quarantined'],
    ]);
    expect(columnType(['2026-01-01', '31 Feb'], false).type).toBe('text');
  });
});

describe('what may be kept', () => {
  const guess = (name: string, values: string[] = ['a', 'b'], type = 'text') =>
    privacyGuess(name, type, values);

  it.each([
    ['First Name', 'identity'],
    ['lastName', 'identity'],
    ['E-Mail', 'identity'],
    ['Birthdate', 'identity'],
    ['SIS ID', 'pseudonym'],
    ['student_id', 'pseudonym'],
    ['userPrincipalName', 'pseudonym'],
    ['School SIS ID', 'keep'],
    ['school_name', 'keep'],
    ['Password', 'drop'],
    ['FederalRaceCategory', 'drop'],
    ['Gender', 'drop'],
    ['ELLStatus', 'drop'],
    ['SpecialEducation', 'drop'],
    ['LowIncome', 'drop'],
    ['free_lunch', 'drop'],
    ['comment', 'drop'],
    ['Guardian Phone', 'drop'],
    ['whatever', 'drop'],
  ])('%s: %s', (name, privacy) => {
    expect(guess(name).privacy).toBe(privacy);
  });

  it('goes by the values where the name says nothing', () => {
    expect(guess('x', ['ada@maple.example', 'bo@maple.example']).privacy).toBe('identity');
    expect(guess('x', ['2d1c3f70-0d7c-4b6e-9a10-1f3b8a9f1c11']).privacy).toBe('pseudonym');
    expect(guess('x', ['1', '2'], 'integer').privacy).toBe('keep');
  });

  it('gives a reason for everything that it keeps out by doubt', () => {
    expect(guess('whatever').unclear[0]).toContain('kept out until somebody says');
  });
});

describe('the draft', () => {
  const csv = `Student ID,First Name,School ID,Visit Date,Minutes,Race,Remarks
1001,Ada,7,2026-03-11,35,A,came late with her brother and left early
1001,Ada,7,2026-03-12,20,A,none
1002,Bo,7,2026-03-12,5,B,none
`;

  it('is a contract that holds together', () => {
    expect(drafted(csv).faults).toEqual([]);
  });

  it('drops what is sensitive and keeps names apart from ids', () => {
    const { columns } = drafted(csv);
    expect(Object.entries(columns).map(([name, c]) => [name, c.privacy])).toEqual([
      ['student_id', 'pseudonym'],
      ['first_name', 'identity'],
      ['school_id', 'keep'],
      ['visit_date', 'keep'],
      ['minutes', 'keep'],
      ['race', 'drop'],
      ['remarks', 'drop'],
    ]);
    expect(columns.first_name?.person).toBe('student_id');
  });

  it('finds the fewest columns that tell the records apart, and cuts by their date', () => {
    const { table } = drafted(csv);
    expect(table.key).toEqual(['student_id', 'visit_date']);
    expect(table.partition).toBe('visit_date');
  });

  it('names the delivery and the key as undecided', () => {
    const { unclear } = drafted(csv);
    expect(unclear.some((u) => u.startsWith('visits.delivery:'))).toBe(true);
    expect(unclear.some((u) => u.startsWith('visits.key:'))).toBe(true);
  });

  it('never repeats a value of the sample', () => {
    const { yaml, unclear } = drafted(csv);
    for (const value of ['1001', 'Ada', 'brother', '2026-03-11', '35']) {
      expect(yaml).not.toContain(value);
      expect(unclear.join('\n')).not.toContain(value);
    }
  });

  it('drops a name where no id says whose it is', () => {
    expect(drafted('First Name,Minutes\nAda,3\n').columns.first_name?.privacy).toBe('drop');
  });

  it('asks for names where the file has no header, without taking its first record for one', () => {
    const { columns, yaml, unclear } = drafted('1001,2026-03-11,35\n1002,2026-03-12,20\n');
    expect(Object.keys(columns)).toEqual(['column_1', 'column_2', 'column_3']);
    expect(yaml).toContain('header: none');
    expect(yaml).not.toContain('1001');
    expect(unclear.some((u) => u.includes('give each column its name'))).toBe(true);
  });

  it('leaves out columns without a name', () => {
    expect(Object.keys(drafted('Student ID,,Minutes\n1,x,3\n').columns)).toEqual(['student_id', 'minutes']);
  });

  it('reads JSON reports with their envelope, one record an element', () => {
    const json = JSON.stringify({
      '@odata.context': 'x',
      value: [
        {
          userPrincipalName: 'ada@maple.example',
          reportDate: '2026-03-12',
          meetings: 3,
          flags: { active: true },
        },
      ],
    });
    const { columns, table, faults } = drafted(json, 'reports/users.json');
    expect(faults).toEqual([]);
    expect(table.sample.explode).toEqual(['value[]']);
    expect(columns.user_principal_name?.privacy).toBe('pseudonym');
    expect(columns.flags_active?.from).toEqual(['flags.active']);
  });
});

describe('names', () => {
  it('leaves days and numbers out of a table', () => {
    expect(tableName('x/2026-03-12-daily-participation-students.csv')).toBe('daily_participation_students');
    expect(tableName('x/students/part-00001.csv')).toBe('students');
    expect(tableName('x/AadUser/part-00000-b5bedb81-1176-4f76-b11f-cb620bafafc6-c000.csv')).toBe('aad_user');
    expect(tableName('x/Gone/part-00000-73eeef7d-be0e-4e6a-9570-e0f0708d83d6-c000.csv')).toBe('gone');
    expect(tableName('x/Meeting_Report/25E91551DD0F4EB69FA10ABF1CE740B7_11_10.json')).toBe('meeting_report');
  });

  it('takes no line of data for a header', () => {
    expect(looksLikeHeader(['id', 'name'])).toBe(true);
    expect(looksLikeHeader(['1', 'name'])).toBe(false);
    expect(looksLikeHeader(['a', 'a'])).toBe(false);
    expect(looksLikeHeader(['Present', 'x'], [['Present', 'y']])).toBe(false);
  });
});
