// A sample on a contract: which table, which columns, which share fits, which rows would be kept out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSession, type Session } from '../adapters/duckdb.ts';
import { readWithFaults } from '../contract/contract-problems.ts';
import { parseContract } from '../contract/read-contract.ts';
import { checkSample, type SampleCheck } from './check-sample.ts';
import { sampleFiles } from './sample-files.ts';

const yaml = `
module: library
title: School library
authority: usage
tables:
  visits:
    about: One row a student and day.
    files: ["**/visits*.csv"]
    key: [student, day]
    partition: day
    as_of: [{path: "(\\\\d{4}-\\\\d{2}-\\\\d{2})"}, {received: true}]
    columns:
      student: {from: [student_id], privacy: pseudonym, id_system: sis_student, required: true}
      name: {from: [name], privacy: identity, field: display_name, person: student}
      day: {from: [day], type: date, formats: ["yyyy-MM-dd"], privacy: keep, required: true}
      minutes: {from: [minutes], type: integer, privacy: keep}
      shelf: {from: [shelf], privacy: keep}
      race: {from: [race], privacy: drop}
  secrets:
    about: Nothing that we want.
    files: ["**/secrets*.csv"]
    refuse: Contact details are not needed.
`;
const contract = parseContract(yaml, 'module.yaml');

let folder: string;
let session: Session;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sample-'));
  session = await openSession({ tempDir: folder });
});
afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true, force: true });
});

async function check(path: string, text: string): Promise<SampleCheck> {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return checkSample({
    session,
    contract,
    file,
    path,
    folder,
    zones: { district: 'UTC', files: 'UTC' },
    idSystem: (name) => ({ name, normalForm: ['trim'] }),
  });
}

const csv =
  'student_id,name,day,minutes,race,diagnosis\nst1,Ada,2026-03-12,5,A,x\nst2,Bo,2026-03-12,five,B,y\n,Cy,2026-13-12,,C,z\nst1,Ada,2026-03-12,7,A,x\nst4\n';

describe('a sample', () => {
  it('is known by its path, with the day it speaks of', async () => {
    expect(await check('2026-03-12/visits.csv', csv)).toMatchObject({
      table: 'visits',
      known_by: 'path',
      status: 'accepted',
      as_of: '2026-03-12 00:00:00',
    });
  });

  it('is known by its header where its path says nothing', async () => {
    expect(await check('odd.csv', csv)).toMatchObject({
      table: 'visits',
      known_by: 'header',
      as_of: 'the day it comes',
    });
  });

  it('has columns that the contract does not know, and lacks others', async () => {
    const found = await check('visits.csv', csv);
    expect(found.unknown_columns).toEqual(['diagnosis']);
    expect(found.missing_columns).toEqual(['shelf']);
  });

  it('counts its rows: accepted, superseded, and kept out by rule and column', async () => {
    const found = await check('visits.csv', csv);
    expect([found.rows, found.accepted, found.superseded]).toEqual([5, 1, 1]);
    expect(found.quarantined).toEqual([
      { rule: 'ragged', column: '', rows: 1 },
      { rule: 'required', column: 'student', rows: 1 },
      { rule: 'type_integer', column: 'minutes', rows: 1 },
    ]);
  });

  it("shows which share of a column's values fits its type; ids and names are as they are", async () => {
    const found = await check('visits.csv', csv);
    expect(found.columns.map((c) => [c.name, c.privacy, c.values, c.nulls, c.fitting])).toEqual([
      ['student', 'pseudonym', 3, 1, 3],
      ['name', 'identity', 4, 0, 4],
      ['day', 'keep', 4, 0, 3],
      ['minutes', 'keep', 3, 1, 2],
    ]);
    expect(found.columns.at(-1)?.share).toBeCloseTo(2 / 3, 12);
  });

  it('is told without a single value of it', async () => {
    const said = JSON.stringify(await check('visits.csv', csv));
    for (const value of ['Ada', 'st1', 'five']) expect(said).not.toContain(value);
  });

  it('would be held without a required column, or where no table knows it, and refused where the contract says so', async () => {
    expect(await check('visits.csv', 'student_id,minutes\nst1,5\n')).toMatchObject({
      status: 'held',
      reason: expect.stringContaining('required column missing: day'),
    });
    expect(await check('else.csv', 'a,b\n1,2\n')).toMatchObject({
      status: 'held',
      table: '',
      known_by: 'nothing',
    });
    expect(await check('secrets.csv', 'a,b\n1,2\n')).toMatchObject({
      status: 'refused',
      reason: 'Contact details are not needed.',
    });
  });

  it('may be empty', async () => {
    expect(await check('visits.csv', 'student_id,day\n')).toMatchObject({
      status: 'accepted',
      rows: 0,
      quarantined: [],
    });
  });
});

it('samples travel with the folders above them, as files that land do', () => {
  const path = join(folder, 'a', 'b', 'c', 'd.csv');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  expect(sampleFiles([path])[0]?.path).toBe('a/b/c/d.csv');
  expect(sampleFiles([join(folder, 'a')]).map((f) => f.path.split('/').slice(-4).join('/'))).toEqual([
    'a/b/c/d.csv',
  ]);
  expect(() => sampleFiles([join(folder, 'nowhere')])).toThrow(/no such sample/);
});

describe('a contract with faults', () => {
  it('names all of them, not the first alone', () => {
    const text = yaml
      .replace('key: [student, day]', 'key: [nobody]')
      .replace('partition: day', 'partition: shelf');
    expect(readWithFaults(text, 'library').faults.map((f) => f.key)).toEqual([
      'tables.visits.key',
      'tables.visits.partition',
    ]);
  });

  it('must bear the name of its folder', () => {
    expect(readWithFaults(yaml, 'other').faults).toEqual([
      { key: 'module', problem: 'must be "other", as its folder' },
    ]);
  });

  it('may be no YAML at all, or none of a contract', () => {
    expect(readWithFaults('a: [', 'library')).toMatchObject({
      contract: undefined,
      faults: [{ key: expect.stringMatching(/^line/) }],
    });
    expect(readWithFaults('module: library\nnonsense: 1\n', 'library').faults.length).toBeGreaterThan(1);
  });
});
