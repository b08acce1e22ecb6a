// A school that one batch upserts and deletes: the history stays, and so do the enrollments that point to it.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunReport } from '../../src/run/run-report.ts';
import { picture, published, type TrialDistrict, trialDistrict } from './trial-district.ts';

const edfi = published('oea', 'ed_fi');
const when = edfi === undefined ? describe.skip : describe;
const school = '255901005';

when('Ed-Fi, a school deleted under its students', () => {
  let district: TrialDistrict;
  let last: RunReport;
  const resources = ['schools', 'studentSchoolAssociations'];

  beforeAll(async () => {
    district = trialDistrict(['edfi']);
    for (const resource of resources) {
      for (const kind of ['upserts', 'deletes']) {
        const day = join(resource, 'incremental', kind, 'rundate=2022-07-14');
        district.land('edfi', join(edfi ?? '', day), day);
      }
    }
    await district.run('2022-07-15');
    for (const resource of resources) district.land('edfi', join(edfi ?? '', resource), resource);
    last = await district.run('2022-08-11');
  });

  afterAll(() => district.remove());

  it('keeps the school under its last name and says that it is closed', async () => {
    const rows = await district.rows(
      `select school_name, is_closed from school where school_key = '${school}'`,
    );
    expect(rows).toEqual([['South Fork Middle School', true]]);
  });

  it('keeps the 732 enrollments, and their students in the picture', async () => {
    const rows = await district.rows(
      `select count(*), count(distinct student_key) from enrollment where school_key = '${school}' union all select count(*), count(distinct student_key) from enrollment_version where school_key = '${school}' and is_current and not is_deleted union all select count(*), count(distinct student_key) from student_engagement where school_key = '${school}'`,
    );
    expect(rows.map((r) => r.map(Number))).toEqual(Array(3).fill([732, 732]));
  });

  it('takes the school that came twice on 2022-08-10 once, and says which file was the repeat', async () => {
    const files = last.files.filter((f) => f.table === 'schools' && f.file_name.includes('2022-08-10'));
    expect(files.map((f) => [f.status, f.accepted, f.superseded])).toEqual([
      ['accepted', 1, 0],
      ['repeated', 0, 1],
    ]);
    const rows = await district.rows("select school_name from school where school_key = '13894'");
    expect(rows).toHaveLength(1);
  });

  it('takes the pages of July as repeated when they come again in August', () => {
    const july = last.files.filter((f) => f.file_name.includes('2022-07-14') && f.rows_in > 0);
    expect(july.length).toBeGreaterThan(5);
    expect(new Set(july.map((f) => f.status))).toEqual(new Set(['repeated']));
  });

  it('is the same when both days come at once, and again', async () => {
    const views = ['school', 'enrollment', 'student_engagement'];
    const expected = await picture(district, views);
    const once = trialDistrict(['edfi']);
    for (const resource of resources) once.land('edfi', join(edfi ?? '', resource), resource);
    await once.run('2022-08-11');
    expect(await picture(once, views)).toEqual(expected);
    once.remove();
  });
});
