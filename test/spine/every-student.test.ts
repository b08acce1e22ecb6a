// Nobody is lost for lack of something: no activity, no marks, two schools, no account. And no row comes out twice.

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attendanceFile, dayMark, lines, portalDay, portalHeader } from './made-up-files.ts';
import { published, type TrialDistrict, trialDistrict } from './trial-district.ts';

const days = ['2026-01-12', '2026-01-13', '2026-01-14'];
const association = (student: string, school: number, primary = true) =>
  JSON.stringify({
    id: `${student}-${school}`,
    studentReference: { studentUniqueId: student },
    schoolReference: { schoolId: school },
    entryDate: '2025-08-18',
    entryGradeLevelDescriptor: 'uri://ed-fi.org/GradeLevelDescriptor#Ninth grade',
    primarySchool: primary,
  });
const account = (student: string, i: number) =>
  `${String(i).repeat(32)},S${i},,2025-08-15,,,${student}@maple.example,${student},student,,,${student}`;

describe('students whom a join could lose', () => {
  let district: TrialDistrict;

  beforeAll(async () => {
    district = trialDistrict(['edfi', 'contoso_sis', 'clever', 'insights'], {
      modules: {
        edfi: { idSystems: { edfi_student: 'sis_student' } },
        contoso_sis: {},
        clever: {},
        insights: {},
      },
    });
    const stints = [
      association('usual', 7),
      association('offline', 7),
      association('unmarked', 7),
      association('shared', 7),
      association('shared', 8, false),
      association('no-account', 8),
    ];
    district.landText(
      'edfi',
      'studentSchoolAssociations/incremental/upserts/rundate=2026-01-14/data.json',
      lines(stints),
    );
    const marks = days.flatMap((day) => [
      dayMark('usual', day, 'P', '7'),
      dayMark('offline', day, 'P', '7'),
      dayMark('shared', day, 'P', '7'),
      dayMark('shared', day, 'A', '8'),
      dayMark('no-account', day, 'P', '8'),
    ]);
    district.landText('contoso_sis', 'studentattendance-2026-01-14.csv', attendanceFile(marks));
    const portal = ['usual', 'unmarked', 'shared', 'no-account'].map((s) =>
      portalDay('2026-01-13', s, `c-${s}`),
    );
    district.landText(
      'clever',
      '2026-01-14-daily-participation-students.csv',
      lines([portalHeader, ...portal]),
    );
    const accounts = ['usual', 'offline', 'unmarked', 'shared'].map(account);
    district.landText('insights', 'roster/2026-01-14T00-00-00/AadUser/aaduser.csv', lines(accounts));
    const { files } = await district.run('2026-01-15');
    expect(files.map((f) => [f.status, f.quarantined])).toEqual(Array(4).fill(['accepted', {}]));
  });

  afterAll(() => district.remove());

  const rowsOf = async (school: string) =>
    (
      await district.rows(
        `select in_person_rate, digital_days from student_engagement where school_key = '${school}' order by all nulls last`,
      )
    ).map((r) => r.map((v) => (v === null ? null : Number(v))));

  it('all appear: one row a student and school', async () => {
    const [row] = await district.rows('select count(*), count(distinct student_key) from student_engagement');
    expect(row?.map(Number)).toEqual([6, 5]);
    const [ids] = await district.rows("select ids_matched from identity_coverage where module = 'edfi'");
    expect(Number(ids?.[0])).toBe(5);
  });

  it('keeps one without activity with none, one without marks with an unknown rate, and one with two schools at both', async () => {
    expect(await rowsOf('7')).toEqual([
      [1, 0],
      [1, 1],
      [1, 1],
      [null, 1],
    ]);
  });

  it('counts the activity of a student without an account through the portal', async () => {
    expect(await rowsOf('8')).toEqual([
      [0, 1],
      [1, 1],
    ]);
  });
});

const clever = published('oea', 'clever', 'test_data_2022-09_history');

(clever === undefined ? describe.skip : describe)("Clever's resource file of September 2022", () => {
  it('comes out with its distinct rows: 9,836 in, 9,780 out', async () => {
    const district = trialDistrict(['clever']);
    district.land('clever', clever ?? '');
    const { files } = await district.run('2022-09-30');
    expect(files).toEqual([
      expect.objectContaining({ rows_in: 9836, accepted: 9780, superseded: 56, quarantined: {}, held: 0 }),
    ]);
    const [row] = await district.rows(
      "select count(*), count(distinct event_id) from digital_activity where event_object = 'clever_resource_usage'",
    );
    expect(row?.map(Number)).toEqual([9780, 9780]);
    district.remove();
  });
});
