// No student disappears: the quiet, the offline, those with two schools, those without roster or account are all there.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeLake, type SqlLake } from './sql-lake.ts';
import { wholeDistrict } from './whole-district.ts';

let lake: SqlLake;
beforeAll(async () => {
  lake = await makeLake(wholeDistrict());
});
afterAll(() => lake.close());

const year = (student: string) =>
  lake.rows(
    `select school_key, enrollment_basis, enrolled_days, attendance_days, in_person_rate, covered_days, digital_days, digital_rate
     from student_engagement where student_key = '${student}' order by school_key`,
  );

describe('a student', () => {
  it('without any mark is enrolled, with an unknown rate', async () => {
    expect(await year('quiet')).toMatchObject([
      { enrolled_days: 40, attendance_days: 0, in_person_rate: null },
    ]);
  });

  it('without any activity has zero digital days of the covered ones', async () => {
    expect(await year('offline')).toMatchObject([{ covered_days: 40, digital_days: 0, digital_rate: 0 }]);
  });

  it('who moved has a row a school, each with its own days only', async () => {
    expect(await year('mover')).toMatchObject([
      { school_key: 'north', enrolled_days: 20, attendance_days: 20, in_person_rate: 0.8 },
      { school_key: 'south', enrolled_days: 20, attendance_days: 20, in_person_rate: 0.95 },
    ]);
  });

  it('with two schools at once has a row a school, and is one student of the district', async () => {
    expect(await year('shared')).toMatchObject([{ enrolled_days: 40 }, { enrolled_days: 40 }]);
    expect(
      await lake.rows(
        "select schools, enrolled_days from student_district_engagement where student_key = 'shared'",
      ),
    ).toEqual([{ schools: 2, enrolled_days: 80 }]);
    expect(await lake.rows('select students from district_engagement')).toEqual([{ students: 9 }]);
  });

  it('on two rosters of one school counts a day once', async () => {
    expect(await year('steady')).toMatchObject([
      { enrolled_days: 40, attendance_days: 40, in_person_rate: 0.9 },
    ]);
  });

  it('without a roster is enrolled from the first mark on, and marked so', async () => {
    expect(await year('no-roster')).toMatchObject([{ enrollment_basis: 'attendance', enrolled_days: 30 }]);
  });

  it('known only online is enrolled from the first activity on, and marked so', async () => {
    expect(await year('portal-only')).toMatchObject([{ school_key: 'north', enrollment_basis: 'activity' }]);
  });

  it('who opted out is judged in person and not online', async () => {
    expect(await year('opted-out')).toMatchObject([
      { attendance_days: 40, covered_days: 0, digital_days: null },
    ]);
    expect(await lake.rows("select 1 from digital_activity where actor_id = 'opted-out'")).toEqual([]);
  });
});

describe('a student who opted out of everything', () => {
  const views = [
    'student_engagement',
    'student_district_engagement',
    'student_day',
    'student_week',
    'student_term',
    'student_source_engagement',
    'digital_activity',
    'period_attendance',
  ];

  it('stands in no view of students, and the school counts one less', async () => {
    const rows = wholeDistrict();
    const opt_out = [{ id_system: 'sis_student', id: 'opted-out', scope: 'all' }];
    const without = await makeLake({ ...rows, opt_out });
    try {
      for (const view of views) {
        const found = await without.rows(`select 1 from ${view} where student_key = 'opted-out'`);
        expect([view, found]).toEqual([view, []]);
      }
      expect(await without.rows('select students from district_engagement')).toEqual([{ students: 8 }]);
    } finally {
      without.close();
    }
  });
});

describe('a person whom no source knows', () => {
  it('keeps his activity and his marks, without a key', async () => {
    expect(
      await lake.rows(
        "select count(*) > 0 as kept from digital_activity where actor_id = 'stranger' and student_key is null",
      ),
    ).toEqual([{ kept: true }]);
    expect(
      await lake.rows(
        "select count(*) as marks from attendance_event where unmatched_id = 'sis_student:stranger'",
      ),
    ).toEqual([{ marks: 40n }]);
  });

  it('is counted and listed', async () => {
    expect(await lake.rows('select ids_seen, ids_matched, ids_unmatched from identity_coverage')).toEqual([
      { ids_seen: 10, ids_matched: 9, ids_unmatched: 1 },
    ]);
    expect(await lake.rows('select id from unmatched_identifier')).toEqual([{ id: 'stranger' }]);
  });

  it('is no student of any count', async () => {
    expect(await lake.rows("select 1 from student_engagement where student_key = 'stranger'")).toEqual([]);
  });
});

describe('minutes and accesses', () => {
  it('of a student with two schools stand at his home school only', async () => {
    const rows = await lake.rows(
      "select school_key, digital_days, digital_minutes > 0 as minutes from student_engagement where student_key = 'shared' order by 1",
    );
    expect(rows).toEqual([
      { school_key: 'north', digital_days: 11, minutes: true },
      { school_key: 'south', digital_days: 11, minutes: false },
    ]);
  });

  it('of a rolling report are left out, its last day counts', async () => {
    expect(
      await lake.rows(
        "select digital_days, active_days, digital_accesses from student_source_engagement where student_key = 'quiet' and event_object = 'report'",
      ),
    ).toEqual([{ digital_days: 1, active_days: 1, digital_accesses: null }]);
  });
});
