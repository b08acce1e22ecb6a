// Contoso's own batches: the next batch adds, changes and takes away, in either order and twice.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { picture, published, type TrialDistrict, trialDistrict } from './trial-district.ts';

const sis = published('oea', 'contoso_sis');
const when = sis === undefined ? describe.skip : describe;

const batches: Readonly<Record<string, readonly string[]>> = {
  batch1: [
    'module_test_data_2022-02_history/batch1/studentattendance.csv',
    'module_test_data/batch1/studentdemographics.csv',
    'module_test_data/batch1/studentsectionmark.csv',
  ],
  batch2: ['studentattendance', 'studentdemographics', 'studentsectionmark'].map(
    (table) => `module_test_data/batch2/${table}.csv`,
  ),
};

when('the hundred students of the second Contoso district', () => {
  let straight: TrialDistrict;
  let before: Set<string>;
  let expected: Record<string, string[]>;

  const land = (district: TrialDistrict, batch: string) => {
    for (const file of batches[batch] ?? []) district.land('contoso_sis', join(sis ?? '', file), batch);
  };
  const now = 'where is_current and not is_deleted';
  const audit = (district: TrialDistrict) =>
    district.rows('select student_key, attribute, attribute_value from student_audit order by all');
  const facts = async (district: TrialDistrict) => ({
    ...(await picture(district, ['student_engagement', 'student_day'])),
    marks: await district.rows(
      `select source_key, numeric_mark, letter_mark from course_outcome ${now} order by 1`,
    ),
    audit: await audit(district),
  });

  beforeAll(async () => {
    straight = trialDistrict(['contoso_sis']);
    land(straight, 'batch1');
    await straight.run('2022-02-01');
    before = new Set((await audit(straight)).map((r) => r.join('|')));
    land(straight, 'batch2');
    await straight.run('2022-02-02');
    expected = Object.fromEntries(
      Object.entries(await facts(straight)).map(([k, v]) => [k, v.map((r) => JSON.stringify(r))]),
    );
  });

  afterAll(() => straight.remove());

  it('adds the attendance of the second batch to the first: 1,069 marks', async () => {
    const [row] = await straight.rows(
      `select count(*), count(distinct student_key) from attendance_event ${now}`,
    );
    expect(row?.map(Number)).toEqual([1069, 100]);
  });

  it('changes the demographics of two of the hundred, and leaves those of the third as they were', async () => {
    const after = await audit(straight);
    expect(new Set(after.map(([student]) => student)).size).toBe(100);
    const changed = after.filter((r) => !before.has(r.join('|')));
    expect(new Set(changed.map(([student]) => student)).size).toBe(2);
  });

  it('ends the mark that the second full set no longer holds: 1,046 stand, m4 is gone', async () => {
    const [row] = await straight.rows(`select count(*) from course_outcome ${now}`);
    expect(Number(row?.[0])).toBe(1046);
    const gone = await straight.rows('select source_key from course_outcome where is_current and is_deleted');
    expect(gone.map(([key]) => String(key).split('|')[0])).toEqual(['m4']);
  });

  it('is the same when the second batch comes first, and when both come again', async () => {
    const turned = trialDistrict(['contoso_sis']);
    for (const [batch, date] of [
      ['batch2', '2022-02-01'],
      ['batch1', '2022-02-02'],
      ['batch2', '2022-02-02'],
    ] as const) {
      land(turned, batch);
      await turned.run(date);
    }
    const found = Object.entries(await facts(turned)).map(([k, v]) => [k, v.map((r) => JSON.stringify(r))]);
    turned.remove();
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});
