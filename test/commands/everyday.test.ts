// The commands of every day: init, land, run, status and sql, with the errors that a person will meet.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attendanceFile, dayMark } from '../spine/made-up-files.ts';
import { commandHome, type Home } from './home.ts';

const at = ['--district', 'maple'];
const zone = '--timezone=America/New_York';
let home: Home;
let config: string;

beforeAll(async () => {
  home = commandHome();
  config = join(home.folder, 'maple.json');
});
afterAll(() => home.remove());

const landing = () => join(home.folder, 'home', 'maple', 'landing', 'contoso_sis');
const landed = () =>
  readdirSync(landing(), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(landing().length + 1))
    .sort();

describe('init', () => {
  it('writes a district file that later commands find by its name', async () => {
    const words = ['init', 'maple', '--modules', 'contoso_sis', zone, '--config', config];
    expect(await home.json(...words)).toEqual({ district: 'maple', file: config });
    expect(JSON.parse(readFileSync(config, 'utf8'))).toMatchObject({
      district: 'maple',
      timezone: 'America/New_York',
      modules: { contoso_sis: {} },
    });
    expect((await home.call('status', ...at)).out).toContain('Nothing has been released yet.');
  });

  it('replaces a file only with --force', async () => {
    const words = ['init', 'maple', '--modules', 'contoso_sis', zone, '--config', config];
    expect((await home.call(...words)).err).toContain('DISTRICT_EXISTS');
    expect((await home.call(...words, '--force')).code).toBe(0);
  });

  it.each([
    [['--modules', 'contoso_sis,unheard_of', zone], 2, 'There is no module "unheard_of".'],
    [['--modules', 'contoso_sis', '--timezone', 'EST'], 1, 'timezone'],
    [['--modules', 'contoso_sis'], 2, '--timezone is missing.'],
  ])('refuses %j and writes nothing', async (words, code, message) => {
    const file = join(home.folder, 'refused.json');
    const done = await home.call('init', 'oak', '--config', file, ...words);
    expect(done.code).toBe(code);
    expect(done.err).toContain(message);
    expect(existsSync(file)).toBe(false);
  });
});

describe('status', () => {
  it('tells the files that no run will read from those that wait', async () => {
    const lost = join(home.folder, 'home', 'maple', 'landing', 'clever', 'usage.csv');
    mkdirSync(dirname(lost), { recursive: true });
    writeFileSync(lost, 'a,b\n1,2\n');
    const because = 'the district does not use the module clever';
    expect(await home.json('status', ...at)).toMatchObject({
      waiting: 0,
      not_read: [{ module: 'clever', files: 1, because }],
    });
    expect((await home.call('status', ...at)).out).toContain(
      `not read: 1 file of clever, because ${because}`,
    );
    rmSync(dirname(lost), { recursive: true });
  });
});

describe('land', () => {
  const land = (...paths: string[]) => home.call('land', ...at, '--module', 'contoso_sis', ...paths);

  it('keeps the folders above a file, which say its day', async () => {
    const file = home.file(
      'sis/2026-03-10/studentattendance.csv',
      attendanceFile([dayMark('st1', '2026-03-09')]),
    );
    expect((await land(file)).code).toBe(0);
    expect(landed()).toEqual([expect.stringMatching(/sis\/2026-03-10\/studentattendance\.csv$/)]);
  });

  it('lands the same bytes once, and keeps other bytes of the same name beside them', async () => {
    const file = home.file(
      'sis/2026-03-10/studentattendance.csv',
      attendanceFile([dayMark('st1', '2026-03-09')]),
    );
    await land(file);
    expect(landed()).toHaveLength(1);
    home.file('sis/2026-03-10/studentattendance.csv', attendanceFile([dayMark('st2', '2026-03-09', 'A')]));
    await land(file);
    expect(landed()).toHaveLength(2);
    expect(landed()[0]).toMatch(/^delivery-2\//);
  });

  it('leaves hidden files where they are', async () => {
    home.file('more/.DS_Store', 'x');
    home.file('more/2026-03-10/studentattendance.csv', attendanceFile([dayMark('st3', '2026-03-09')]));
    await land(join(home.folder, 'vendor', 'more'));
    expect(landed().filter((p) => p.includes('DS_Store'))).toEqual([]);
    expect(landed()).toHaveLength(3);
  });

  it('refuses a path that is not there, and a source that is not in use', async () => {
    expect((await land(join(home.folder, 'nowhere'))).err).toContain('PATH_MISSING');
    const other = await home.call('land', ...at, '--module', 'clever', config);
    expect(other.code).toBe(2);
    expect(other.err).toContain('In use: contoso_sis.');
    expect((await land()).err).toContain('No path was given.');
  });
});

describe('run', () => {
  it.each(['2026-02-30', 'yesterday', '2026-3-1'])('refuses %s as a date', async (date) => {
    const done = await home.call('run', ...at, '--date', date);
    expect([done.code, done.err.includes('is not a date')]).toEqual([2, true]);
  });

  it('reports every file with its rows, and empties the drop zone', async () => {
    expect(await home.json('run', ...at, '--date', '2026-03-10')).toMatchObject({
      release_id: 'r000001-2026-03-10',
      files: [{ rows_in: 1 }, { rows_in: 1 }, { rows_in: 1 }],
    });
    expect(landed()).toEqual([]);
  });

  it('says nothing on the error stream but what it is doing', async () => {
    const { out, err, code } = await home.call('run', ...at, '--date', '2026-03-11');
    expect(code).toBe(0);
    expect(out).toContain('Release r000002-2026-03-11');
    expect(err).toMatch(/Listing what came in/);
  });
});

it('status names the release, what waits and how the last run ended', async () => {
  expect(await home.json('status', ...at)).toMatchObject({
    district: 'maple',
    release: 'r000002-2026-03-11',
    date: '2026-03-11',
    releases: ['r000001-2026-03-10', 'r000002-2026-03-11'],
    waiting: 0,
    failure: null,
  });
});

describe('sql', () => {
  const ask = (query: string, ...more: string[]) => home.call('sql', ...at, ...more, query);

  it('answers as a table, as CSV with its quotes, and as JSON', async () => {
    const query = `select 'a,"b' as "x, y", cast(null as integer) as n`;
    expect((await ask(query)).out).toContain('(1 row)');
    expect((await ask(query, '--format', 'csv')).out).toBe('"x, y",n\n"a,""b",');
    expect((await ask(query, '--format', 'json')).out).toBe('[{"x, y":"a,\\"b","n":null}]');
    expect((await ask(query, '--json')).out).toBe('[{"x, y":"a,\\"b","n":null}]');
  });

  it("reads the release and the analysts' views, also of an earlier release", async () => {
    expect((await ask('select count(*) as n from attendance_event', '--format', 'csv')).out).toBe('n\n3');
    expect((await ask('select count(*) as n from student_engagement', '--format', 'csv')).out).toBe('n\n3');
    expect(
      (await ask('select run_date from policy', '--format', 'csv', '--release', 'r000001-2026-03-10')).out,
    ).toBe('run_date\n2026-03-10');
    expect((await ask('select 1', '--release', 'r000009-2026-03-10')).err).toContain('NO_RELEASE');
  });

  it.each([
    "copy (select 1) to '/tmp/homeroom-out.csv'",
    "attach '/tmp/homeroom-other.db'",
    'install httpfs',
    "select * from read_csv('/etc/passwd')",
    "select * from read_text('/etc/hostname')",
    "select * from glob('/etc/*')",
    'set enable_external_access = true',
    'pragma database_list; select 1',
    'create table t as select 1',
    'delete from attendance_event',
    'select 1; select 2',
    'call pragma_version()',
  ])('refuses %s', async (query) => {
    const done = await ask(query);
    expect(done.code).toBe(1);
    expect(done.err).toContain('QUERY_FAILED');
  });

  it('refuses the keys and the raw files of its own district', async () => {
    const own = join(home.folder, 'home', 'maple');
    for (const file of ['keys/pseudonym.key', 'releases/current.json']) {
      expect((await ask(`select * from read_text('${join(own, file)}')`)).err).toContain('QUERY_FAILED');
    }
  });

  it("takes Athena's dialect", async () => {
    expect(
      (
        await ask(
          "select date_diff('day', date '2026-03-01', date '2026-03-10') as n",
          '--dialect',
          'athena',
          '--format',
          'csv',
        )
      ).out,
    ).toBe('n\n9');
    expect((await ask('select from where', '--dialect', 'athena')).err).toContain('SQL_NOT_TRANSLATED');
  });
});

it('simulate writes the files of the vendors, and says how many', async () => {
  const out = join(home.folder, 'simulated');
  expect(
    await home.json(
      'simulate',
      '--students',
      '10',
      '--schools',
      '1',
      '--years',
      '1',
      '--seed',
      '3',
      '--out',
      out,
    ),
  ).toMatchObject({ students: 10, seed: 3, out });
  expect(existsSync(join(out, 'exports', 'days.json'))).toBe(true);
});
