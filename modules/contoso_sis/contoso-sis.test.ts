// What the student information system's real files must come to.

import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { haveSamples, samples, type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

const zone = join(samples, 'oea', 'contoso_sis');
const real = haveSamples ? describe : describe.skip;
let taken: TakenIn | undefined;

async function take(...paths: string[]): Promise<TakenIn> {
  taken = await takeIn({ module: 'contoso_sis', zone, paths });
  return taken;
}

afterEach(() => taken?.close());

real('Contoso student information system, real files (skipped without ../shared/data)', () => {
  it('gives the 600 students of January 2022 a mean attendance of 0.8929', async () => {
    const { rows, value } = await take('module_test_data/batch1/studentattendance.csv');
    const shares = `select student_id, round(avg(case when local_code = 'P' then 1 else 0 end), 2) as share from mapped_attendance_event where grain = 'day' group by student_id`;
    expect(await value(`select round(avg(share), 4) from (${shares})`)).toBe(0.8929);
    expect(await value(`select count(*)::int from (${shares}) where share >= 0.9`)).toBe(392);
    const counts = await rows(
      `select share, count(*)::int as students from (${shares}) group by share order by share desc`,
    );
    expect(counts.map((r) => r.students)).toEqual([63, 155, 174, 115, 49, 31, 8, 4, 1]);
  });

  it('knows a mark by its natural key: a repeat in the next batch is one mark', async () => {
    const { value } = await take(
      'module_test_data_2022-02_history',
      'module_test_data/batch2/studentattendance.csv',
    );
    expect(await value('select count(*)::int from mapped_attendance_event')).toBe(1069);
  });

  it('does not trust a row id that is the same on every row', async () => {
    const { value, tables } = await take('hello_world_test_data_small');
    expect(tables.studentattendance_day_first?.rowsIn).toBe(1464 + 2928);
    expect(await value('select count(*)::int from mapped_attendance_event')).toBe(2928);
  });

  it('reads day before month below day folders, and month before day elsewhere', async () => {
    const { value, tables } = await take('framework_test_data/day1');
    expect(tables.studentattendance_day_first).toMatchObject({ rowsIn: 1462, accepted: 1461, superseded: 1 });
    expect(await value('select min(event_date)::varchar from mapped_attendance_event')).toBe('2019-09-01');
    taken?.close();
    const batch2 = await take('module_test_data/batch2/studentattendance.csv');
    expect(await batch2.value('select min(event_date)::varchar from mapped_attendance_event')).toBe(
      '2020-08-15',
    );
  });

  it('ends the mark that the next full set no longer holds', async () => {
    const { rows, value } = await take('module_test_data');
    const current = 'from contoso_sis_studentsectionmark where is_current';
    expect(await value(`select count(*)::int ${current} and not is_deleted`)).toBe(1046);
    expect(await rows(`select mark_id ${current} and is_deleted`)).toEqual([{ mark_id: 'm4' }]);
    expect(
      await rows('select mark_id from contoso_sis_studentsectionmark where not is_current order by mark_id'),
    ).toEqual(['m1', 'm2', 'm4'].map((mark_id) => ({ mark_id })));
  });

  it('takes a delta of demographics: two students changed, one sent again unchanged', async () => {
    const { value } = await take('module_test_data');
    expect(await value('select count(*)::int from contoso_sis_studentdemographics where is_current')).toBe(
      100,
    );
    expect(
      await value('select count(*)::int from contoso_sis_studentdemographics where not is_current'),
    ).toBe(2);
  });

  it('counts headers inside the file as headers, and keeps marks whose ids start again', async () => {
    const { tables, value } = await take('hello_world_test_data/contoso_sis');
    expect(tables.studentsectionmark).toMatchObject({ rowsIn: 4800, accepted: 4800, headerLines: 4 });
    expect(await value('select count(distinct student_id)::int from mapped_course_outcome')).toBe(400);
  });

  it('drops and reports the clear passwords, and keeps names out of the staged rows', async () => {
    const { tables, rows } = await take('hello_world_test_data/contoso_sis');
    expect(tables.students?.unknownColumns).toEqual(['Password']);
    const [row] = await rows(
      "select cast(s as varchar) as text from staged_contoso_sis_students as s where grade = '11' limit 1",
    );
    expect(String(row?.text)).not.toMatch(/Ibarra|Albert|3NOx54M|albertibarra/i);
    const fields = await rows('select distinct field from identity_store order by field');
    expect(fields.map((f) => f.field)).toEqual(['birth_date', 'family_name', 'given_name', 'middle_name']);
  });

  it('does not make one person of 400 students who share a state id', async () => {
    const { rows } = await take('hello_world_test_data/contoso_sis/day1/students');
    expect(
      await rows('select id_system_b, count(*)::int as n from mapped_identity_link group by all'),
    ).toEqual([{ id_system_b: 'email', n: 400 }]);
  });
});
