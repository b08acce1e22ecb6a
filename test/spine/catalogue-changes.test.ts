// Between two releases the SQL may have changed: a table that came or went is told, not passed over.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commands } from '../../src/commands/all-commands.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { manifestSchema } from '../../src/release/manifest.ts';
import { attendanceFile, dayMark } from './made-up-files.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

describe('a table', () => {
  let district: TrialDistrict;

  async function diff(...words: string[]): Promise<string> {
    const said: string[] = [];
    await dispatch(commands, ['diff', '--district', district.name, ...words], {
      out: (text) => said.push(text),
      err: (text) => said.push(text),
    });
    return said.join('\n');
  }

  beforeAll(async () => {
    district = trialDistrict(['contoso_sis']);
    const mark = attendanceFile([dayMark('st01', '2026-03-02')]);
    district.landText('contoso_sis', 'studentattendance.csv', mark);
    await district.run('2026-03-02');
    // As if the SQL of that day had known one table more and one less.
    const { releaseId } = await district.manifest();
    const file = join(district.home, 'releases', releaseId, 'manifest.json');
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const { grade_code, attendance_day, ...others } = manifest.tables;
    if (!grade_code || !attendance_day) throw new Error('these tables are always made');
    const tables = { ...others, attendance_day, tardy_day: attendance_day };
    writeFileSync(file, JSON.stringify({ ...manifest, tables }));
    await district.run('2026-03-02');
  });

  afterAll(() => district.remove());

  it('that the SQL no longer makes is not carried into the next release', async () => {
    expect(Object.keys((await district.manifest()).tables)).not.toContain('tardy_day');
  });

  it('that left or entered is named with its rows, and the releases are not identical', async () => {
    const found: unknown = JSON.parse(await diff('--json'));
    expect(found).toMatchObject({
      identical: false,
      catalogue: { entered: [{ table: 'grade_code' }], left: [{ table: 'tardy_day', rows: 1 }] },
    });
    const text = await diff();
    expect(text).toContain('table entered: grade_code (');
    expect(text).toContain('table left: tardy_day (1 row)');
  });

  it('that left can be asked for alone', async () => {
    expect(await diff('--table', 'tardy_day')).toContain('table left: tardy_day (1 row)');
  });
});
