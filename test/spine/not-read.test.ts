// A file that no contract of the district answers for stays where it lies, and every run says so until it is gone.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runText } from '../../src/commands/run-text.ts';
import { attendanceFile, dayMark } from './made-up-files.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

describe('files that nobody reads', () => {
  let district: TrialDistrict;

  beforeAll(() => {
    district = trialDistrict(['contoso_sis']);
    district.landText(
      'contoso_sis',
      'studentattendance.csv',
      attendanceFile([dayMark('st01', '2026-03-02')]),
    );
  });

  afterAll(() => district.remove());

  it('because the district does not use their module, or because they lie in no folder of a module', async () => {
    district.landText('clever', '2026/usage.csv', 'a,b\n1,2\n');
    district.landText('clever', '2026/more.csv', 'a,b\n1,2\n');
    district.landText('', 'lost.csv', 'a,b\n1,2\n');
    const report = await district.run('2026-03-02');
    const left = report.files.filter((f) => f.status === 'not_read');
    expect(left.map((f) => [f.module, f.file_name, f.reason])).toEqual([
      ['clever', '2026/more.csv', 'the district does not use the module clever'],
      ['clever', '2026/usage.csv', 'the district does not use the module clever'],
      ['', 'lost.csv', 'it lies in no folder of a module'],
    ]);
    expect(runText(report)).toContain(
      'not read: 2 files of clever, because the district does not use the module clever',
    );
    expect(runText(report)).toContain('not read: 1 file, because it lies in no folder of a module');
    expect(existsSync(join(district.home, 'landing', 'clever', '2026', 'usage.csv'))).toBe(true);
    expect(existsSync(join(district.home, 'raw', 'clever'))).toBe(false);
  });

  it('are in the books with no rows, in every run that sees them', async () => {
    rmSync(join(district.home, 'landing', 'lost.csv'));
    await district.run('2026-03-03');
    const rows = await district.rows(
      "select run_id[9:], file_name, rows_in, held, reason from load_report where status = 'not_read' order by all",
    );
    expect(rows.map((r) => r.slice(0, 2).join(' '))).toEqual([
      '2026-03-02 2026/more.csv',
      '2026-03-02 2026/usage.csv',
      '2026-03-02 lost.csv',
      '2026-03-03 2026/more.csv',
      '2026-03-03 2026/usage.csv',
    ]);
    expect(rows.every((r) => Number(r[2]) === 0 && Number(r[3]) === 0)).toBe(true);
  });

  it('are held, in raw, where their module is used but no table of it knows them', async () => {
    district.landText('contoso_sis', 'lunch menu.csv', 'day,dish\nMonday,soup\n');
    const { files } = await district.run('2026-03-04');
    expect(files.filter((f) => f.module === 'contoso_sis')).toEqual([
      expect.objectContaining({
        status: 'held',
        held: 2,
        reason: 'no table of module contoso_sis knows a file of this name and header',
      }),
    ]);
  });
});
