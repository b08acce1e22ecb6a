// Files without a header line, JSON files, and dates that could mean two days.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openContext } from '../../src/district/context.ts';
import { intakeChunk } from '../../src/intake/intake-chunk.ts';
import { planRun } from '../../src/intake/plan.ts';
import type { FileLine } from '../../src/run/run-report.ts';
import { attendanceFile, dayMark } from './made-up-files.ts';
import { filesThatHold } from './search-home.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

const organization = (id: string, name: string) => `${id},ext-${id},,,${name},1,,${id},`;
const organizationHeader =
  'Id,ExternalId,CreateDate,LastModifiedDate,Name,RefOrganizationTypeId,SourceSystemId,Identifier,ParentOrganizationId';
const user = (id: string) =>
  `{"value":[{"surname":"Nguyễn","givenName":"Zoë","userPrincipalName":"${id}@maple.example","id":"${id}"}]}`;
const users = (...ids: string[]) => ids.map((id) => `${user(id)}\n`).join('');

describe('files without names for their columns', () => {
  let district: TrialDistrict;
  let files: Map<string, FileLine>;

  beforeAll(async () => {
    district = trialDistrict(['insights', 'graph']);
    const roster = (part: string, content: string | Uint8Array) =>
      district.landText('insights', `roster/2026-01-12T00-00-00/Organization/${part}.csv`, content);
    roster(
      'stray',
      `${organization('a', 'Ash High')}\n${organizationHeader}\n${organization('b', 'Birch High')}\n`,
    );
    roster('1252', Buffer.from(`${organization('c', 'C\u00e8dre High')}\r\n`, 'latin1'));
    roster('narrow', 'd,Elm High\ne,Fir High\n');
    roster('empty', '');
    const account = (part: string, content: string | Uint8Array) =>
      district.landText('graph', `2026-01-12/Users/${part}.json`, content);
    account('plain', users('u-1', 'u-2'));
    account('bom', `\uFEFF${users('u-3')}`);
    account('utf16', Buffer.from(`\uFEFF${users('u-4', 'u-5')}`, 'utf16le'));
    account('broken-line', `${user('u-6')}\n{"value": [oops]}\n${user('u-7')}\n`);
    account('cut-off', users('u-8', 'u-9').slice(0, -30));
    account('wrong-bytes', Buffer.from(users('u-10'), 'latin1'));
    account('empty', '');
    files = new Map((await district.run('2026-01-13')).files.map((f) => [f.file_name, f]));
  });

  afterAll(() => district.remove());

  const file = (part: string) => [...files].find(([name]) => name.includes(`/${part}.`))?.[1];
  const accepted = (rows: number) => ({ status: 'accepted', rows_in: rows, accepted: rows });

  it('counts a header line among the records of a header-less file as a header line', async () => {
    expect(file('stray')).toMatchObject(accepted(2));
    const [row] = await district.rows("select header_lines from load_file where file_name like '%stray%'");
    expect(Number(row?.[0])).toBe(1);
  });

  it('reads Windows-1252 where a byte is no UTF-8', async () => {
    expect(file('1252')).toMatchObject(accepted(1));
    expect(await filesThatHold(district.home, ['Cèdre High'], ['staged'])).toHaveLength(1);
  });

  it('holds a file of a width that no layout has', () => {
    expect(file('narrow')).toMatchObject({ status: 'held', rows_in: 2, held: 2 });
    expect(file('narrow')?.reason).toMatch(/no layout .* 2 columns/);
  });

  it.each([
    ['plain', accepted(2)],
    ['bom', accepted(1)],
    ['utf16', accepted(2)],
    ['broken-line', { status: 'accepted', rows_in: 3, accepted: 2, quarantined: { bad_json: 1 } }],
    ['cut-off', { status: 'held', rows_in: 2, held: 2 }],
    ['wrong-bytes', { status: 'held', rows_in: 1, held: 1 }],
  ])('JSON, %s', (part, outcome) => {
    expect(file(part)).toMatchObject(outcome);
  });

  it('takes an empty file for no news', () => {
    const empty = [...files.values()].filter((f) => f.file_name.includes('/empty.'));
    expect(empty.map((f) => [f.status, f.rows_in])).toEqual([
      ['accepted', 0],
      ['accepted', 0],
    ]);
  });

  it('names no cell in any reason', () => {
    for (const f of files.values()) expect(f.reason).not.toMatch(/Elm|u-\d|oops|Zo/);
  });
});

const twoOrders = `
module: library
title: A source that writes days in two orders
authority: usage
tables:
  visits:
    about: One visit.
    files: ["**/visits*.csv"]
    delivery: additive
    key: [student, day]
    columns:
      student: {from: [student], privacy: pseudonym, id_system: sis_student, required: true}
      day: {from: [day], type: date, formats: ["M/d/yyyy", "d/M/yyyy"], privacy: keep, required: true}
`;

it('rejects a date that two declared formats read as two days, and takes those that only one can read', async () => {
  const root = mkdtempSync(join(tmpdir(), 'homeroom-orders-'));
  mkdirSync(join(root, 'modules', 'library'), { recursive: true });
  writeFileSync(join(root, 'modules', 'library', 'module.yaml'), twoOrders);
  process.env.HOMEROOM_DEFINITIONS = root;
  const district = trialDistrict(['library'], {}, root);
  try {
    district.landText(
      'library',
      'visits.csv',
      'student,day\na,1/13/2026\na,13/2/2026\na,3/3/2026\na,3/4/2026\n',
    );
    const context = await openContext(district.name);
    const plan = await planRun(context, '2026-01-13');
    const { files } = await intakeChunk(context, plan.runId, 0);
    expect(files).toEqual([
      expect.objectContaining({ rowsIn: 4, accepted: 3, quarantined: { ambiguous_date: 1 } }),
    ]);
  } finally {
    delete process.env.HOMEROOM_DEFINITIONS;
    district.remove();
    rmSync(root, { recursive: true });
  }
});

it('reads a large regular file on the fast path with the same books and the same line numbers', async () => {
  const district = trialDistrict(['contoso_sis']);
  try {
    const rows = Array.from({ length: 60_000 }, (_, i) =>
      dayMark(`st${i % 30_000}`, i < 30_000 ? '2026-01-12' : '2026-01-13', 'P', 'a-school-with-a-long-name'),
    );
    rows[9_999] = dayMark('st9999', '2026-02-30');
    rows[49_999] = dayMark('', '2026-01-13');
    rows[59_999] = rows[59_998] ?? '';
    district.landText('contoso_sis', 'studentattendance-2026-01-13.csv', attendanceFile(rows, '\r\n'));
    const context = await openContext(district.name);
    const plan = await planRun(context, '2026-01-14');
    const { files } = await intakeChunk(context, plan.runId, 0);
    expect(files).toEqual([
      expect.objectContaining({
        reader: 'fast',
        rowsIn: 60_000,
        accepted: 59_997,
        superseded: 1,
        quarantined: { required: 1, type_date: 1 },
        headerLines: 1,
      }),
    ]);
    const session = await context.session();
    const found = await session.rows(
      `select record_no, line_no, rule from read_parquet('${district.home}/quarantine/**/*.parquet') order by 1`,
    );
    session.close();
    expect(found.map((r) => [Number(r.record_no), Number(r.line_no), r.rule])).toEqual([
      [10_000, 10_001, 'type_date'],
      [50_000, 50_001, 'required'],
    ]);
  } finally {
    district.remove();
  }
});
