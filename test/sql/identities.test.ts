// The identities of sql/checks: they hold over a district with every kind of student, and each finds its planted offender.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeLake, root, type SqlLake } from './sql-lake.ts';
import { wholeDistrict } from './whole-district.ts';

const folder = join(root, 'sql/checks');
const names = readdirSync(folder)
  .map((f) => f.replace(/\.sql$/, ''))
  .sort();
const textOf = (name: string) => readFileSync(join(folder, `${name}.sql`), 'utf8');

const insertFrom = (table: string, change: string, pick: string) =>
  `insert into ${table} select * replace (${change}) from ${table} where ${pick} limit 1`;
const update = (table: string, change: string) => `update ${table} set ${change}`;
/** A view as it was, with one column wrong. */
const bend = (view: string, change: string) =>
  `create or replace temp view ${view} as select * replace (${change}) from (select * from kept_${view})`;

const planted: Readonly<Record<string, string>> = {
  a_shared_day_is_one_day_online: update(
    'student_day_fact',
    "digital_active = not digital_active where student_key = 'shared' and school_key = 'south'",
  ),
  accesses_are_counted_once: update('student_source_year', 'digital_accesses = digital_accesses * 25'),
  activity_is_listed_once:
    'create or replace temp view digital_activity as select * from kept_digital_activity union all select * from kept_digital_activity',
  attendance_share_within_the_day: update('attendance_day', 'present_fraction = 1.5'),
  bands_add_up: bend('school_engagement', 'good_students + 1 as good_students'),
  digital_days_within_covered_days: update('student_engagement_year', 'digital_days = covered_days + 1'),
  every_enrolled_student_is_there:
    "create or replace temp view student_engagement as select * from kept_student_engagement where student_key <> 'quiet'",
  grades_add_up_to_schools:
    'create or replace temp view school_grade_engagement as select * from kept_school_grade_engagement where grade is not null',
  ids_matched_are_ids_seen: bend('identity_coverage', 'ids_matched + 1 as ids_matched'),
  in_person_days_within_attendance_days: update(
    'student_engagement_year',
    'in_person_days = attendance_days + 1',
  ),
  loaded_rows_balance: update('load_ledger', 'accepted = accepted - 1'),
  measure_parts_add_up: bend(
    'measure_count',
    "meeting + case when level = 'grade' then 1 else 0 end as meeting",
  ),
  measures_are_the_engagement_views: bend('measure_count', 'students + 1 as students'),
  marks_are_kept: 'delete from attendance_event where student_key is null',
  one_home_school_a_date: update('enrollment', 'is_home = true'),
  persons_once_in_the_district: bend('district_engagement', 'students + 1 as students'),
  schools_add_up_to_the_district: bend('district_engagement', 'enrolled_days + 1 as enrolled_days'),
  seconds_are_counted_once: update('student_source_year', 'digital_minutes = digital_minutes * 2'),
  stints_do_not_overlap: insertFrom('enrollment', 'begin_date + 1 as begin_date', "student_key = 'steady'"),
  student_days_add_up:
    "delete from student_day_fact where student_key = 'quiet' and calendar_date = '2025-09-01'",
  student_days_once: 'insert into student_day_fact select * from student_day_fact limit 1',
  student_days_within_a_stint: "delete from enrollment where student_key = 'mover' and school_key = 'north'",
  students_add_up_to_schools: bend('school_engagement', 'students + 1 as students'),
};

let lake: SqlLake;
beforeAll(async () => {
  lake = await makeLake(wholeDistrict());
});
afterAll(() => lake.close());

describe('identities', () => {
  it('each has an offender that it must find', () => {
    expect(Object.keys(planted).sort()).toEqual(names);
  });

  it.each(names)('%s: holds', async (name) => {
    expect(await lake.rows(textOf(name))).toEqual([]);
  });

  it.each(names)('%s: finds its offender', async (name) => {
    const found = await lake.rowsAfter(planted[name] ?? '', textOf(name));
    expect(found.length).toBeGreaterThan(0);
  });
});
