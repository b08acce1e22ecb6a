// Everything can be made again from the files as received and the decisions: the release comes out the same.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { replayOf } from '../../src/quarantine/replay-request.ts';
import { takenFiles } from '../../src/quarantine/taken-file.ts';
import { requestRebuild } from '../../src/run/rebuild.ts';
import { requestReplay } from '../../src/run/replay.ts';
import { attendanceFile, dayMark, lines, markFile, portalDay, portalHeader } from './made-up-files.ts';
import { picture, repository, type TrialDistrict, trialDistrict } from './trial-district.ts';

const students = Array.from({ length: 6 }, (_, i) => `st${i + 1}`);
const german = attendanceFile(['st1', 'st2', 'st9'].map((s) => dayMark(s, '14.01.2026', 'A')));

describe('three messy days', () => {
  let district: TrialDistrict;
  let mended: string;
  const marksOf = (date: string, code: 'P' | 'A' = 'P') => students.map((s) => dayMark(s, date, code));

  beforeAll(async () => {
    mended = mkdtempSync(join(tmpdir(), 'homeroom-mended-'));
    for (const part of ['modules', 'sql', 'metrics', 'models', 'districts'])
      cpSync(join(repository, part), join(mended, part), { recursive: true });
    const contract = join(mended, 'modules', 'contoso_sis', 'module.yaml');
    const text = readFileSync(contract, 'utf8');
    writeFileSync(
      contract,
      text.replace('["yyyy-MM-dd", "M/d/yyyy"]', '["yyyy-MM-dd", "M/d/yyyy", "dd.MM.yyyy"]'),
    );

    district = trialDistrict(['contoso_sis', 'clever']);
    const sis = (path: string, content: string) => district.landText('contoso_sis', path, content);
    sis('studentattendance.csv', attendanceFile(marksOf('2026-01-12', 'A')));
    sis('studentsectionmark-2026-01-12.csv', markFile(students));
    const portal = students.map((s) => portalDay('2026-01-12', s, `c-${s}`));
    district.landText(
      'clever',
      '2026-01-13-daily-participation-students.csv',
      lines([portalHeader, ...portal, portal[0] ?? '']),
    );
    await district.run('2026-01-13');

    sis('corrections/studentattendance.csv', attendanceFile([dayMark('st1', '2026-01-12', 'P'), '1,broken']));
    sis('studentattendance-german.csv', german);
    sis('studentsectionmark-2026-01-13.csv', markFile(students.slice(1)));
    sis('studentattendance-cut.csv', attendanceFile(marksOf('2026-01-13')).slice(0, -30));
    sis('lunch.csv', 'dish\nsoup\n');
    await district.run('2026-01-14');

    sis('studentattendance.csv', attendanceFile(marksOf('2026-01-12', 'A')));
    sis('studentattendance-whole.csv', attendanceFile(marksOf('2026-01-13')));
    sis('studentsectionmark-2026-01-11.csv', markFile(['st1', 'st7']));
    await district.run('2026-01-15');
  });

  afterAll(() => {
    delete process.env.HOMEROOM_DEFINITIONS;
    district.remove();
    rmSync(mended, { recursive: true, force: true });
  });

  const facts = async () => ({
    ...(await picture(district)),
    marks: await district.rows(
      'select source_key, is_deleted, is_current, as_of, numeric_mark from course_outcome order by all',
    ),
  });

  it('does not let an old file that comes again undo the correction in between', async () => {
    const rows = await district.rows(
      "select e.category from attendance_event as e where is_current and event_date = '2026-01-12' order by 1",
    );
    expect(rows.flat()).toEqual([...students.slice(1).map(() => 'absent_unexcused'), 'present']);
    const repeated = (await takenFiles(directoryLake(district.home), await district.manifest())).filter(
      (f) => f.facts.status === 'repeated',
    );
    expect(repeated.map((f) => [f.facts.fileName, f.facts.superseded])).toEqual([
      ['studentattendance.csv', 6],
    ]);
  });

  it('come out the same when everything is made again from raw', async () => {
    const before = await facts();
    await requestRebuild(directoryLake(district.home), 'test');
    const report = await district.run('2026-01-15');
    expect(await facts()).toEqual(before);
    expect(report.files.map((f) => f.status).sort()).toEqual(
      [...Array(8).fill('accepted'), 'held', 'held', 'repeated'].sort(),
    );
  });

  it('show the rows of a file whose contract was mended, once, also when made again', async () => {
    const lake = directoryLake(district.home);
    const rowsOfJanuary14 = () =>
      district
        .rows("select count(*) from attendance_event where event_date = '2026-01-14'")
        .then((r) => Number(r[0]?.[0]));
    expect(await rowsOfJanuary14()).toBe(0);
    process.env.HOMEROOM_DEFINITIONS = mended;
    const files = await takenFiles(lake, await district.manifest());
    const file = files.find((f) => f.facts.fileName.endsWith('german.csv'));
    expect(file?.facts.quarantined).toEqual({ type_date: 3 });
    if (file) await requestReplay(lake, replayOf(files, file, false));
    const report = await district.run('2026-01-16');
    expect(report.files).toEqual([expect.objectContaining({ rows_in: 3, accepted: 3, quarantined: {} })]);
    expect(await rowsOfJanuary14()).toBe(3);

    const before = await facts();
    await requestRebuild(lake, 'test');
    await district.run('2026-01-16');
    expect(await facts()).toEqual(before);
    expect(await rowsOfJanuary14()).toBe(3);
  });
});
