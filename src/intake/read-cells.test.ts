// A file in any encoding that its contract allows gives the same cells, and leaves no second copy of itself behind.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { contractSchema } from '../contract/contract.ts';
import { IntakeHold } from './intake-hold.ts';
import { readCells } from './read-cells.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-cells-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const encodings = ['utf-8', 'windows-1252'];
const columns = {
  id: { from: ['id'], privacy: 'keep' },
  lesson: { from: ['lesson'], privacy: 'keep' },
};
const contract = contractSchema.parse({
  module: 'school_office',
  title: 'School office',
  authority: 'usage',
  tables: {
    lessons: { about: 'Lessons.', files: ['*.csv'], encodings, key: ['id'], columns },
    reports: { about: 'Reports.', files: ['*.json'], format: 'json', encodings, key: ['id'], columns },
    plain: { about: 'UTF-8 only.', files: ['*.jsonl'], format: 'jsonl', key: ['id'], columns },
  },
});

function read(name: string, bytes: Uint8Array) {
  const file = join(folder, name);
  const scratch = `${file}.cells`;
  writeFileSync(file, bytes);
  const cells = readCells(contract, file, name, scratch);
  return { ...cells, text: readFileSync(scratch, 'utf8'), copied: existsSync(`${scratch}-utf8`) };
}

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const csv = 'id,lesson\n1,Étape\n';
const json = '{"id": "1", "lesson": "Étape"}';

describe('the cells of a file', () => {
  it.each([
    ['UTF-8', 'utf-8', Buffer.from(csv)],
    ['UTF-16', 'utf-16le', utf16(csv)],
    ['Windows-1252', 'windows-1252', Buffer.from(csv, 'latin1')],
  ])('are the same from delimited %s', (_, encoding, bytes) => {
    expect(read('a.csv', bytes)).toMatchObject({ encoding, text: '1,2,1,Étape\n', copied: false });
  });

  it.each([
    ['UTF-8', 'utf-8', Buffer.from(json)],
    ['UTF-16', 'utf-16le', utf16(json)],
    ['Windows-1252', 'windows-1252', Buffer.from(json, 'latin1')],
  ])('are the same from JSON in %s', (_, encoding, bytes) => {
    expect(read('a.json', bytes)).toMatchObject({ encoding, text: '1,1,1,Étape\n', copied: false });
  });

  it('are not guessed where the contract allows UTF-8 alone', () => {
    expect(() => read('a.jsonl', Buffer.from(json, 'latin1'))).toThrow('not utf-8 text');
    expect(existsSync(join(folder, 'a.jsonl.cells-utf8'))).toBe(false);
  });

  it('are held when the file ends in the middle of a record', () => {
    expect(() => read('cut.csv', Buffer.from('id,lesson\n1,"Éta'))).toThrow(IntakeHold);
  });
});
