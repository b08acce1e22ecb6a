// A district's life by the command line alone: a bad row, a mended contract, a shrunken file, a step back, a rebuild.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { attendanceFile, dayMark, markFile } from '../spine/made-up-files.ts';
import { commandHome, type Home } from './home.ts';

const at = ['--district', 'maple'];
const students = Array.from({ length: 30 }, (_, i) => `st${i + 1}`);
let home: Home;

const counted = z.tuple([z.object({ n: z.coerce.number() })]);
const count = async (from: string) =>
  counted.parse(await home.json('sql', ...at, `select count(*) as n from ${from}`))[0].n;
const land = (path: string) => home.call('land', ...at, '--module', 'contoso_sis', path);

beforeAll(async () => {
  home = commandHome();
  const config = join(home.folder, 'maple.json');
  const made = await home.call(
    'init',
    'maple',
    '--modules',
    'contoso_sis,clever',
    '--timezone',
    'America/New_York',
    '--config',
    config,
  );
  expect(made).toMatchObject({ code: 0, err: '' });
  const rows = students.map((s) => dayMark(s, '2026-03-09'));
  // One date in a spelling that the contract does not know, one code that no map covers.
  rows.push(
    dayMark('secret-student', '10.03.2026'),
    dayMark('st1', '2026-03-10').replace(',P,1,Present,', ',ZQ,1,Odd,'),
  );
  await land(home.file('2026-03-10/studentattendance.csv', attendanceFile(rows)));
  await land(home.file('2026-03-10/studentsectionmark.csv', markFile(students)));
  expect((await home.call('run', ...at, '--date', '2026-03-10')).code).toBe(0);
});

afterAll(() => home.remove());

describe('a row in quarantine', () => {
  it('is listed by file, rule and column', async () => {
    expect(await home.json('quarantine', 'list', ...at)).toMatchObject({
      district: 'maple',
      lines: [
        {
          state: 'rows',
          module: 'contoso_sis',
          rule: 'type_date',
          column_name: 'attendance_date',
          rows: 1,
          replay_requested: false,
        },
      ],
    });
  });

  it('is shown by its place, never by what it holds', async () => {
    const { out, code } = await home.call('quarantine', 'show', ...at, 'studentattendance.csv');
    expect(code).toBe(0);
    expect(out).toMatch(/31 +32 +type_date +attendance_date/);
    expect(out).not.toContain('secret-student');
    expect(out).not.toContain('10.03.2026');
  });

  it('is shown as received only to a data steward on a terminal, and the look is logged', async () => {
    const words = ['quarantine', 'show', ...at, 'studentattendance.csv', '--clear'];
    expect((await home.call(...words)).err).toContain('ROLE_MISSING');
    process.env.HOMEROOM_ROLE = 'data-steward';
    expect((await home.call(...words)).err).toContain('TERMINAL_NEEDED');
    const terminal = process.stdout.isTTY;
    process.stdout.isTTY = true;
    try {
      expect((await home.call(...words)).out).toContain('secret-student,2026,maple,10.03.2026');
      expect((await home.call(...words, '--json')).err).toContain('TERMINAL_NEEDED');
    } finally {
      process.stdout.isTTY = terminal;
      delete process.env.HOMEROOM_ROLE;
    }
    const log = readFileSync(join(home.folder, 'home', 'maple', 'log', 'access.jsonl'), 'utf8').trim();
    expect(JSON.parse(log)).toMatchObject({ role: 'data-steward', records: [31] });
    expect(log).not.toContain('secret-student');
  });

  it('comes in after the contract was mended and the file read again, in place of its first reading', async () => {
    expect(await count('attendance_event')).toBe(31);
    home.mend('contoso_sis', '["yyyy-MM-dd", "M/d/yyyy"]', '["yyyy-MM-dd", "M/d/yyyy", "dd.MM.yyyy"]');
    expect((await home.call('quarantine', 'replay', ...at, 'studentattendance.csv')).code).toBe(0);
    expect(await home.json('quarantine', 'list', ...at)).toMatchObject({
      lines: [{ replay_requested: true }],
    });
    expect(await home.json('run', ...at, '--date', '2026-03-11')).toMatchObject({
      files: [{ status: 'accepted', reason: 'taken in again', rows_in: 32, accepted: 32, quarantined: {} }],
    });
    expect(await count('attendance_event')).toBe(32);
    expect(await count("attendance_event where known_from > date '2026-03-11'")).toBe(0);
    expect((await home.call('quarantine', 'list', ...at)).out).toBe('Nothing is kept out.');
  });

  it('is found by diff, with the file that brought it', async () => {
    const found = await home.json('diff', ...at, '--rows', '--table', 'attendance_event');
    expect(found).toMatchObject({
      identical: false,
      batches: { entered: [], left: [], read_again: [{ table: 'contoso_sis.studentattendance' }] },
      tables: [
        {
          table: 'attendance_event',
          added: 1,
          removed: 0,
          changed: 0,
          rows: [{ what: 'added', file_name: expect.stringContaining('studentattendance.csv') }],
        },
      ],
    });
    const { out } = await home.call('diff', ...at);
    expect(out).toContain('1 file read again after a correction.');
  });

  it('is not taken in twice by one wish', async () => {
    expect(await home.json('run', ...at, '--date', '2026-03-12')).toMatchObject({ files: [] });
  });
});

it('codes names the code that no map covers, and what to write', async () => {
  expect(await home.json('codes', ...at)).toMatchObject({
    codes: [
      {
        module: 'contoso_sis',
        local_code: 'ZQ',
        local_status: 'Odd',
        marks: 1,
        students: 1,
        first_date: '2026-03-10',
      },
    ],
    write: { attendance: { modules: { contoso_sis: { codes: { ZQ: 'CATEGORY' } } } } },
  });
});

describe('a full file that has shrunk', () => {
  it('is held, and read again only by a decision with a name', async () => {
    await land(home.file('2026-03-13/studentsectionmark.csv', markFile(students.slice(0, 3))));
    await home.call('run', ...at, '--date', '2026-03-13');
    const current = 'course_outcome where is_current and not is_deleted';
    expect(await count(current)).toBe(30);
    expect(await home.json('quarantine', 'list', ...at)).toMatchObject({
      lines: [{ state: 'held', rows: 3, reason: expect.stringContaining('deletion guard') }],
    });

    const words = ['quarantine', 'replay', ...at, '2026-03-13/studentsectionmark.csv'];
    expect((await home.call(...words)).err).toContain('APPROVAL_NEEDED');
    expect((await home.call(...words, '--apply')).code).toBe(2);
    expect((await home.call(...words, '--apply', '--by', 'Ada Park')).code).toBe(0);
    await home.call('run', ...at, '--date', '2026-03-13');
    expect(await count(current)).toBe(3);
    expect(await home.json('quarantine', 'list', ...at)).toMatchObject({ lines: [] });
  });
});

describe('a step back', () => {
  it('shows the release before, and names what was undone', async () => {
    const done = await home.json('rollback', ...at);
    expect(done).toMatchObject({
      release: 'r000004-2026-03-13',
      undone: ['r000005-2026-03-13'],
      files_undone: 1,
      replay_requested: false,
    });
    expect(await count('course_outcome where is_current and not is_deleted')).toBe(30);
  });

  it('refuses a release that is not there', async () => {
    expect((await home.call('rollback', 'r999999-2026-03-13', ...at)).err).toContain('NO_RELEASE');
  });

  it('has the next run read again what was undone, when asked', async () => {
    expect((await home.call('rollback', 'r000004-2026-03-13', ...at, '--replay')).code).toBe(0);
    await home.call('run', ...at, '--date', '2026-03-13');
    expect(await count('course_outcome where is_current and not is_deleted')).toBe(3);
    expect(await home.json('diff', 'r000005-2026-03-13', ...at, '--table', 'course_outcome')).toMatchObject({
      identical: true,
    });
  });
});

const rebuilt = z.object({
  equal: z.boolean(),
  waiting_files_taken_in: z.number(),
  tables: z.array(z.object({ table: z.string(), equal: z.boolean() }).loose()),
});

it('a rebuild makes the same from raw, decisions included', async () => {
  const done = await home.call('rebuild', ...at, '--json');
  const told = rebuilt.parse(JSON.parse(done.out));
  expect(told.tables.filter((t) => !t.equal)).toEqual([]);
  expect(told).toMatchObject({ equal: true, waiting_files_taken_in: 0 });
  expect(done.code).toBe(0);
});

it('a release is identical to itself', async () => {
  const release = 'r000004-2026-03-13';
  const { out } = await home.call('diff', release, release, ...at);
  expect(out).toContain('The tables are identical.');
});

it('the doctor finds the district well', async () => {
  const finding = z.object({ thing: z.string(), state: z.string() });
  const { findings } = z.object({ findings: z.array(finding) }).parse(await home.json('doctor', ...at));
  const own = findings.slice(findings.findIndex((f) => f.thing === 'district file of maple'));
  expect(own.length).toBeGreaterThan(5);
  expect(own.filter((f) => f.state === 'fault')).toEqual([]);
});
