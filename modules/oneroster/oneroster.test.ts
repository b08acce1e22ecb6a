// What seven real OneRoster packages must come to, and what bulk and delta mean.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { haveSamples, samples, type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

const packages = join(samples, 'standards', 'oneroster');
const real = haveSamples ? describe : describe.skip;
let taken: TakenIn | undefined;

afterEach(() => taken?.close());

async function take(zone: string, received = '2023-10-05'): Promise<TakenIn> {
  taken?.close();
  taken = await takeIn({ module: 'oneroster', zone, received });
  return taken;
}

const current = 'where is_current and not is_deleted';

real('OneRoster, real packages (skipped without ../shared/data)', () => {
  it.each([
    ['catalyst-moodle/Test_full_data_set', 6],
    ['edfi-lms-toolkit-1.1', 10],
    ['nicelion-mocker-output', 4 + 1999],
    ['oat-sa-v1p1-base', 2],
    ['rjeike-snapshots/Step0-Base', 4],
    ['catalyst-moodle/oneroster_test_data', 1],
  ])('loads every row of %s', async (folder, users) => {
    const { tables, left } = await take(join(packages, folder));
    for (const { rowsIn, accepted, superseded } of Object.values(tables))
      expect(accepted + superseded).toBe(rowsIn);
    expect(tables.users?.accepted).toBe(users);
    expect(left.filter((f) => f.status !== 'refused')).toEqual([]);
  });

  it('finds the role of 1.2 in roles.csv, the dates of a class in its term', async () => {
    const { rows } = await take(join(packages, 'catalyst-moodle', 'oneroster_test_data'));
    expect(await rows('select role, birth_year::int as birth_year from mapped_student')).toEqual([
      { role: 'student', birth_year: 2010 },
    ]);
    expect(await rows('select source_school_id, begin_date from mapped_enrollment')).toEqual([
      { source_school_id: 'ORG_1', begin_date: null },
    ]);
    expect(
      await rows('select begin_date::varchar as b, end_date::varchar as e from mapped_section_enrollment'),
    ).toEqual([{ b: '2023-09-04', e: '2024-01-26' }]);
  });

  it('keeps leading zeros, and takes a full set for a full set', async () => {
    const { rows, value } = await take(join(packages, 'edfi-lms-toolkit-1.1'));
    expect(await value(`select count(*)::int from mapped_course where source_course_id = '03100500'`)).toBe(
      1,
    );
    expect(await rows('select distinct delivery from staged_oneroster_users')).toEqual([
      { delivery: 'snapshot' },
    ]);
    expect(
      await value(`select count(*)::int from mapped_section_staff where staff_role = 'primary teacher'`),
    ).toBe(4);
    expect(
      await rows('select role, count(*)::int as n from mapped_student group by role order by role'),
    ).toEqual([
      { role: 'staff', n: 2 },
      { role: 'student', n: 8 },
    ]);
  });

  it('reads "tobedeleted" and "inactive" as gone, in any letter case, and a school called a department', async () => {
    const { rows } = await take(join(packages, 'catalyst-moodle', 'Test_full_data_set'));
    expect(await rows(`select source_term_id from mapped_term ${current} order by 1`)).toHaveLength(3);
    expect(await rows(`select source_section_id from mapped_section ${current}`)).toEqual([
      { source_section_id: 'cls-222-123456' },
    ]);
    expect(await rows('select school_type from mapped_school')).toEqual([{ school_type: 'department' }]);
  });

  it('revives a course that a later delivery calls active again', async () => {
    const { rows } = await take(join(packages, 'rjeike-snapshots'));
    expect(
      await rows(
        `select status, is_current, is_deleted from oneroster_courses where course_id = '10009' order by as_of`,
      ),
    ).toEqual([{ status: 'active', is_current: true, is_deleted: false }]);
  });

  it('reads 1.0 names below a 1.1 manifest, and drops the columns of vendors, passwords among them', async () => {
    const { tables, rows } = await take(join(packages, 'oat-sa-v1p1-base'));
    expect(tables.users?.unknownColumns).toContain('ext_imagineLearning_studentPassword');
    const kept = await rows(
      `select column_name from duckdb_columns() where table_name = 'staged_oneroster_users'`,
    );
    expect(kept.map((k) => k.column_name).filter((c) => /password|phone|sms|name$/.test(String(c)))).toEqual([
      'username',
    ]);
  });
});

describe('OneRoster, made-up packages', () => {
  const users =
    'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n';
  const orgs =
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns1,,,Maple,school,,\ns2,,,Elm,school,,\nd,,,District,district,,\n';
  const sessions =
    'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\ny,,,Year,schoolYear,2022-08-15,2023-06-01,,2023\n';
  const student = (id: string, where: string, grade: string, email = `${id}@m.example`) =>
    `${id},,,true,"${where}",student,${id},,A,B,,n-${id},${email},,,,${grade},\n`;

  async function takeTexts(files: Record<string, string>): Promise<TakenIn> {
    const folder = mkdtempSync(join(tmpdir(), 'homeroom-oneroster-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const result = await take(folder, '2022-09-01');
    rmSync(folder, { recursive: true });
    return result;
  }

  const stints = `select source_school_id as school, begin_date::varchar as b, end_date::varchar as e, grade_level as grade, is_primary as home from mapped_enrollment ${current} order by student_id, school, b`;

  it('lasts a stint from the beginning of the year until the roster no longer names the school', async () => {
    const { rows } = await takeTexts({
      '2022-09-01/orgs.csv': orgs,
      '2022-09-01/academicSessions.csv': sessions,
      '2022-09-01/users.csv': users + student('u1', 's1,d', '9'),
      '2023-01-10/users.csv': users + student('u1', 's2,d', '9'),
    });
    expect(await rows(stints)).toEqual([
      { school: 's1', b: '2022-08-15', e: '2023-01-10', grade: '09', home: true },
      { school: 's2', b: '2023-01-10', e: null, grade: '09', home: true },
    ]);
  });

  it('keeps the year of a student who is missing from the next full set', async () => {
    const { rows } = await takeTexts({
      '2022-09-01/orgs.csv': orgs,
      '2022-09-01/academicSessions.csv': sessions,
      '2022-09-01/users.csv': users + student('u1', 's1', '12') + student('u2', 's1', '11'),
      '2023-08-20/users.csv': users + student('u2', 's1', '12'),
    });
    expect((await rows(stints)).map((r) => [r.b, r.e, r.grade]).sort()).toEqual([
      ['2022-08-15', '2023-08-20', '11'],
      ['2022-08-15', '2023-08-20', '12'],
      ['2023-08-20', null, '12'],
    ]);
  });

  it('knew the stint as open while it lasted', async () => {
    const { rows } = await takeTexts({
      '2022-09-01/users.csv': users + student('u1', 's1', '9'),
      '2023-01-10/users.csv': users + student('u2', 's1', '9'),
    });
    expect(
      await rows(
        `select as_of::date::varchar as told, end_date::varchar as e, is_current from mapped_enrollment where end_date is not null or not is_current order by as_of`,
      ),
    ).toEqual([
      { told: '2022-09-01', e: null, is_current: false },
      { told: '2023-01-10', e: '2023-01-10', is_current: true },
    ]);
  });

  it('names every school of a list, the first as the main one', async () => {
    const { rows } = await takeTexts({
      'orgs.csv': orgs,
      'users.csv': users + student('u1', 's2, s1,d', 'KG'),
    });
    expect((await rows(stints)).map((r) => [r.school, r.home])).toEqual([
      ['s1', false],
      ['s2', true],
    ]);
  });

  it('joins nobody by an address that two users share', async () => {
    const { rows } = await takeTexts({
      'users.csv':
        users + student('u1', 's1', '3', 'home@m.example') + student('u2', 's1', '5', 'home@m.example'),
    });
    expect(
      await rows('select id_system_b, count(*)::int as n from mapped_identity_link group by 1 order by 1'),
    ).toEqual([
      { id_system_b: 'sis_student', n: 2 },
      { id_system_b: 'upn', n: 2 },
    ]);
  });

  it('ends a class stint on the day on which its row disappears', async () => {
    const header =
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n';
    const { rows } = await takeTexts({
      '2022-09-01/enrollments.csv': `${header}e1,,,c1,s1,u1,student,,2022-08-15,2023-06-01\ne2,,,c1,s1,u2,student,,2022-08-15,2023-06-01\n`,
      '2022-11-01/enrollments.csv': `${header}e1,,,c1,s1,u1,student,,2022-08-15,2023-06-01\n`,
    });
    expect(
      await rows(`select end_date::varchar as e from mapped_section_enrollment ${current} order by 1`),
    ).toEqual([{ e: '2022-11-01' }, { e: '2023-06-01' }]);
  });

  it('takes misspelt demographics, and refuses log-ins and gradebooks', async () => {
    const { rows, left } = await takeTexts({
      'demographics.csv':
        'userSourcedId,birthdate,sex,americanIndianOrAlaksaNative,nativeHawaiianOrOtherPacificIs\nu1,5/1/2012,Female,true,false\n',
      'userProfiles.csv': 'sourcedId,username,password\np1,a,b\n',
      'results.csv': 'sourcedId\nr1\n',
    });
    expect(await rows('select attribute, attribute_value as v from mapped_student_audit order by 1')).toEqual(
      [
        { attribute: 'race', v: 'american_indian_or_alaska_native' },
        { attribute: 'sex', v: 'female' },
      ],
    );
    expect(left.map((f) => f.status)).toEqual(['refused', 'refused']);
  });
});
