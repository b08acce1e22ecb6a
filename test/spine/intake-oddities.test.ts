// Every odd file ends somewhere with a reason, and every row of it is counted once: one drop zone full of them.

import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { openSession } from '../../src/adapters/duckdb.ts';
import type { FileLine } from '../../src/run/run-report.ts';
import { attendanceFile, attendanceHeader, dayMark, lines } from './made-up-files.ts';
import { filesThatHold } from './search-home.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

const day = '2026-01-12';
const rowsOf = (name: string, n: number) =>
  Array.from({ length: n }, (_, i) => dayMark(`${name}${i + 1}`, day));
const good = (name: string, n = 2) => attendanceFile(rowsOf(name, n));
const secret = ['hunter2-blue', 'Xanthippe', 'Quillfeather', '1999-09-09'];

type Outcome = Readonly<Record<string, unknown>> & { readonly status: string; readonly accepted: number };

/** Name behind "studentattendance-", content, and what must become of it. */
const accepted = (rows: number) => ({ status: 'accepted', rows_in: rows, accepted: rows, quarantined: {} });
const oddities: readonly (readonly [string, string | Uint8Array, Outcome])[] = [
  ['bom-crlf.csv', `\uFEFF${attendanceFile(rowsOf('bom', 2), '\r\n')}`, accepted(2)],
  ['1252.csv', Buffer.from(good('w').replaceAll('maple', '\u00c9rable'), 'latin1'), accepted(2)],
  ['utf16.csv', Buffer.from(`\uFEFF${good('u16-')}`, 'utf16le'), accepted(2)],
  ['utf16-no-bom.csv', Buffer.from(good('u16n-'), 'utf16le'), accepted(2)],
  [
    'mixed-ends.csv',
    `${attendanceHeader}\r\n${rowsOf('mix', 3).join('\r')}\n${dayMark('mix4', day)}\r\n`,
    accepted(4),
  ],
  ['gzip.csv.gz', gzipSync(good('gz')), accepted(2)],
  [
    'ragged.csv',
    attendanceFile([
      dayMark('rag1', day),
      '2,rag2,2026',
      `${dayMark('rag3', day)},more`,
      dayMark('rag4', day),
    ]),
    { status: 'accepted', rows_in: 4, accepted: 2, quarantined: { ragged: 2 } },
  ],
  [
    'unclosed-quote.csv',
    attendanceFile([
      dayMark('q1', day),
      dayMark('q2', day, 'P', '"open'),
      dayMark('q3', day),
      dayMark('q4', day),
    ]),
    { status: 'accepted', rows_in: 4, accepted: 3, quarantined: { unclosed_quote: 1 } },
  ],
  [
    'line-break.csv',
    attendanceFile([dayMark('lb1', day, 'P', '"two\nlines"'), dayMark('lb2', day)]),
    accepted(2),
  ],
  [
    'headers-and-blanks.csv',
    lines([
      attendanceHeader,
      dayMark('h1', day),
      '',
      attendanceHeader,
      dayMark('h2', day),
      '',
      attendanceHeader,
    ]),
    accepted(2),
  ],
  ['empty.csv', '', accepted(0)],
  ['header-only.csv', `${attendanceHeader}\n`, accepted(0)],
  [
    'nul.csv',
    attendanceFile([dayMark('nul1', day), dayMark('nul2', day, 'P', 'a\u0000b'), dayMark('nul3', day)]),
    { status: 'accepted', rows_in: 3, accepted: 2, quarantined: { nul_byte: 1 } },
  ],
  [
    'all-broken.csv',
    attendanceFile(['1,broken1', '2,broken2']),
    { status: 'accepted', rows_in: 2, accepted: 0, quarantined: { ragged: 2 } },
  ],
  [
    'bad-values.csv',
    attendanceFile([
      dayMark('', day),
      dayMark('bv', '2026-02-30'),
      dayMark('bv', '12.01.2026'),
      dayMark('bv', day),
    ]),
    { status: 'accepted', rows_in: 4, accepted: 1, quarantined: { required: 1, type_date: 2 } },
  ],
  [
    'duplicates.csv',
    attendanceFile([...rowsOf('dup', 2), ...rowsOf('dup', 2), dayMark('dup1', day, 'A')]),
    { status: 'accepted', rows_in: 5, accepted: 2, superseded: 3, quarantined: {} },
  ],
  ['half-written.csv', good('half', 3).slice(0, -40), { status: 'held', rows_in: 3, held: 3, accepted: 0 }],
  ['half-gzip.csv.gz', gzipSync(good('halfgz', 50)).subarray(0, 60), { status: 'held', accepted: 0 }],
  [
    'wrong-encoding.csv',
    Buffer.from(good('x81').replaceAll('maple', 'm\u0081ple'), 'latin1'),
    { status: 'held', held: 2, accepted: 0 },
  ],
  [
    'no-date-column.csv',
    good('nodate').replace('attendance_date', 'when'),
    { status: 'held', rows_in: 2, held: 2, accepted: 0, reason: expect.stringContaining('attendance_date') },
  ],
];

const studentHeader = 'SIS ID,School SIS ID,First Name,Last Name,Grade,Status,Birthdate,Password';
const students = lines([
  studentHeader,
  `bom1,maple,${secret[1]},${secret[2]},09,Active,${secret[3]},${secret[0]}`,
]);

describe('a drop zone full of odd files', () => {
  let district: TrialDistrict;
  let files: Map<string, FileLine>;

  beforeAll(async () => {
    district = trialDistrict(['contoso_sis']);
    for (const [name, content] of oddities)
      district.landText('contoso_sis', `studentattendance-${day}-${name}`, content);
    district.landText('contoso_sis', `studentattendance-${day}-later.csv.part`, good('part'));
    district.landText('contoso_sis', `studentattendance-${day}-twin.csv`, good('gz'));
    district.landText('contoso_sis', 'lunch-menu.csv', 'dish,price\nsoup,2\nbread,1\n');
    district.landText('contoso_sis', '2026/students.csv', students);
    const zip = zipSync({
      [`in/studentattendance-${day}.csv`]: strToU8(good('zip')),
      'in/notes.txt': strToU8('no table\n'),
    });
    district.landText('contoso_sis', 'export.zip', zip);
    files = new Map((await district.run('2026-01-13')).files.map((f) => [f.file_name, f]));
  });

  afterAll(() => district.remove());

  const file = (name: string) => files.get(name) ?? files.get(`studentattendance-${day}-${name}`);

  it.each(oddities.map(([name, , outcome]) => [name, outcome] as const))('%s', (name, outcome) => {
    expect(file(name.replace(/\.gz$/, '')) ?? file(name)).toMatchObject({
      held: 0,
      superseded: 0,
      ...outcome,
    });
  });

  it('opens archives: each file in them has its own books', () => {
    expect(files.get(`export.zip/in/studentattendance-${day}.csv`)).toMatchObject(accepted(2));
    expect(files.get('export.zip/in/notes.txt')).toMatchObject({ status: 'held' });
  });

  it('takes the same rows under another name once', () => {
    const twins = [file('twin.csv'), file('gzip.csv')];
    expect(twins.map((f) => f?.status).sort()).toEqual(['accepted', 'repeated']);
    expect(twins.find((f) => f?.status === 'repeated')).toMatchObject({
      rows_in: 2,
      superseded: 2,
      accepted: 0,
    });
  });

  it('holds an unknown file with a reason, and leaves an upload on its way alone', () => {
    expect(files.get('lunch-menu.csv')).toMatchObject({ status: 'held', rows_in: 3, held: 3 });
    expect(files.get('lunch-menu.csv')?.reason).toMatch(/no table/);
    expect([...files.keys()].filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('balances in every file, here and in the release', async () => {
    for (const f of files.values()) {
      const bad = Object.values(f.quarantined).reduce((a, b) => a + b, 0);
      expect([f.file_name, f.accepted + bad + f.superseded + f.held]).toEqual([f.file_name, f.rows_in]);
    }
    const rows = await district.rows(
      'select count(*), count_if(rows_in <> accepted + quarantined + superseded + held) from load_report',
    );
    expect(rows.map((r) => r.map(Number))).toEqual([[files.size, 0]]);
  });

  it('counts blank and header lines apart', async () => {
    const [row] = await district.rows(
      "select blank_lines, header_lines from load_file where file_name like '%headers-and-blanks.csv'",
    );
    expect(row?.map(Number)).toEqual([2, 3]);
  });

  it('shows the rows of every readable file, whatever its bytes', async () => {
    const [row] = await district.rows('select count(distinct student_key) from student_engagement');
    const readable = oddities.reduce((n, [, , o]) => n + o.accepted, 0);
    expect(Number(row?.[0])).toBe(readable + 2);
  });

  it('drops an unknown sensitive column, names it, and keeps its cells and the names nowhere but raw', async () => {
    expect(files.get('2026/students.csv')?.unknown_columns).toEqual(['Password']);
    const kept = await filesThatHold(district.home, [secret[0] ?? ''], ['']);
    expect(kept.every((p) => p.startsWith('raw/'))).toBe(true);
    expect(kept).toHaveLength(1);
    const named = await filesThatHold(district.home, secret.slice(1), ['']);
    expect([...new Set(named.map((p) => p.split('/')[0]))].sort()).toEqual(['identity', 'raw']);
  });

  it('names record, line, column and rule of every row in quarantine, and never what it holds', async () => {
    const session = await openSession({ tempDir: join(district.home, 'tmp'), memoryMb: 512 });
    const rows = await session.rows(
      `select * exclude (batch_id, file_sha256) from read_parquet('${district.home}/quarantine/**/*.parquet') order by rule, record_no, line_no`,
    );
    session.close();
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['column_name', 'line_no', 'record_no', 'rule']);
    const seen = rows.map((r) => [r.rule, r.record_no, r.line_no, r.column_name].map(String).join(' '));
    expect(seen.map((s) => s.trim())).toEqual([
      'nul_byte 2 3',
      'ragged 1 2',
      'ragged 2 3',
      'ragged 2 3',
      'ragged 3 4',
      'required 1 2 student_id',
      'type_date 2 3 attendance_date',
      'type_date 3 4 attendance_date',
      'unclosed_quote 2 3',
    ]);
  });

  it('names no cell in any reason', () => {
    const reasons = [...files.values()].map((f) => f.reason).join('\n');
    expect(reasons).not.toMatch(/soup|bread|half\d|nodate\d|maple|m.ple/);
  });
});
