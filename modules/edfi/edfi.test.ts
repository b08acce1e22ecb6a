// What an Ed-Fi API's real pages must come to.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { haveSamples, samples, type TakenIn, takeIn } from '../../test/modules/taken-in.ts';

const real = haveSamples ? describe : describe.skip;
let taken: TakenIn | undefined;

afterEach(() => taken?.close());

async function take(zone: string, ...paths: string[]): Promise<TakenIn> {
  taken = await takeIn({
    module: 'edfi',
    zone,
    received: '2022-08-12',
    ...(paths.length > 0 ? { paths } : {}),
  });
  return taken;
}

real('Ed-Fi, real files (skipped without ../shared/data)', () => {
  const pages = join(samples, 'oea', 'ed_fi');
  const standard = join(samples, 'standards', 'edfi');

  it('reads every page, and a byte-order mark alone as "no changes"', async () => {
    const { tables, left } = await take(pages);
    expect(tables.students).toMatchObject({ files: 12, rowsIn: 4501, accepted: 4501, quarantined: {} });
    expect(tables.students_deletes).toMatchObject({ files: 3, rowsIn: 0 });
    expect(tables.student_school_associations).toMatchObject({ rowsIn: 2003, accepted: 2003 });
    expect(tables.courses).toMatchObject({ rowsIn: 184, accepted: 184 });
    expect(tables.course_offerings).toMatchObject({ rowsIn: 368, accepted: 368 });
    expect(left.every((f) => f.status === 'refused' && f.path.startsWith('schoolTypeDescriptors'))).toBe(
      true,
    );
  });

  it('keeps the history of a school that one batch upserts and deletes, and its 732 enrollments', async () => {
    const { rows, value } = await take(pages);
    expect(
      await rows(
        `select is_current, is_deleted, school_name from mapped_school where source_school_id = '255901005' order by is_current`,
      ),
    ).toEqual([
      { is_current: false, is_deleted: false, school_name: 'South Fork Middle School' },
      { is_current: true, is_deleted: true, school_name: 'South Fork Middle School' },
    ]);
    expect(
      await value(
        `select count(*)::int from mapped_enrollment where source_school_id = '255901005' and is_current and not is_deleted`,
      ),
    ).toBe(732);
  });

  it('makes one version of a school that comes twice with the same content', async () => {
    const { value } = await take(pages);
    expect(await value(`select count(*)::int from mapped_school where source_school_id = '13894'`)).toBe(1);
  });

  it('ends an enrollment on the day after its exit date', async () => {
    const { rows } = await take(pages);
    expect(
      await rows(
        'select max(end_date)::varchar as last, min(begin_date)::varchar as first, count(distinct grade_level)::int as grades from mapped_enrollment',
      ),
    ).toEqual([{ last: '2017-05-27', first: '2016-08-21', grades: 4 }]);
  });

  it('did not know an exit before it happened', async () => {
    const { rows } = await take(pages);
    expect(
      await rows(
        `select is_current, count(*)::int as n, count(end_date)::int as ended, bool_and(end_date is null or known_from >= end_date)::varchar as fair from mapped_enrollment where source_school_id = '255901005' group by 1 order by 1`,
      ),
    ).toEqual([
      { is_current: false, n: 732, ended: 0, fair: 'true' },
      { is_current: true, n: 732, ended: 732, fair: 'true' },
    ]);
  });

  it('gives the same in any order, and twice the same', async () => {
    const all =
      'select * exclude (batch_id, record_no) from mapped_school order by source_key, as_of, is_deleted';
    const first = await take(pages, 'schools');
    const once = await first.rows(all);
    first.close();
    const again = await take(pages, 'schools/incremental/deletes', 'schools/incremental/upserts', 'schools');
    expect(await again.rows(all)).toEqual(once);
  });

  it('reads payload files of lightbeam by the school id, and refuses what it does not read, with a reason', async () => {
    const { tables, left } = await take(
      standard,
      'lightbeam-jsonl',
      'xml-grand-bend-ds5.2',
      'descriptors-ds5.2',
    );
    expect(tables.schools).toMatchObject({ files: 3, rowsIn: 300, accepted: 300 });
    expect(left.length).toBe(1 + 18 + 28);
    expect(left.every((f) => f.status === 'refused' && f.reason.length > 20)).toBe(true);
  });
});

describe('Ed-Fi, made-up pages', () => {
  const student = { studentReference: { studentUniqueId: 'p-1' } };
  const section = {
    schoolId: 7,
    schoolYear: 2022,
    sessionName: 'Fall',
    localCourseCode: 'ALG',
    sectionIdentifier: '3',
  };
  const code = (list: string, word: string) => `uri://ed-fi.org/${list}#${word}`;

  async function takePages(pagesOf: Record<string, readonly object[]>): Promise<TakenIn> {
    const folder = mkdtempSync(join(tmpdir(), 'homeroom-edfi-'));
    for (const [resource, records] of Object.entries(pagesOf)) {
      const path = join(folder, resource, 'incremental', 'upserts', 'rundate=2022-02-14', 'data.json');
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `\uFEFF${records.map((r) => JSON.stringify(r)).join('\r\n')}`);
    }
    const result = await take(folder);
    rmSync(folder, { recursive: true });
    return result;
  }

  it('records absences by day and by period, with the code before its namespace', async () => {
    const { rows } = await takePages({
      studentSchoolAttendanceEvents: [
        {
          id: 'a1',
          ...student,
          schoolReference: { schoolId: 7 },
          eventDate: '2022-01-10',
          attendanceEventCategoryDescriptor: code('AttendanceEventCategoryDescriptor', 'Excused Absence'),
          attendanceEventReason: 'was ill',
          eventDuration: 0.5,
        },
      ],
      studentSectionAttendanceEvents: [
        {
          id: 'b1',
          ...student,
          sectionReference: section,
          eventDate: '2022-01-11',
          attendanceEventCategoryDescriptor: 'uri://maple.example/AttendanceEventCategoryDescriptor#Tardy',
          classPeriods: [{ classPeriodReference: { classPeriodName: 'P2' } }],
        },
      ],
    });
    expect(
      await rows(
        'select grain, period, local_code, local_status, duration_fraction, source_section_id from mapped_attendance_event order by event_date',
      ),
    ).toEqual([
      {
        grain: 'day',
        period: null,
        local_code: 'Excused Absence',
        local_status: 'uri://ed-fi.org/AttendanceEventCategoryDescriptor#Excused Absence',
        duration_fraction: 0.5,
        source_section_id: null,
      },
      {
        grain: 'period',
        period: 'P2',
        local_code: 'Tardy',
        local_status: 'uri://maple.example/AttendanceEventCategoryDescriptor#Tardy',
        duration_fraction: null,
        source_section_id: '7|2022|Fall|ALG|3',
      },
    ]);
  });

  it('calls a date a school day if any calendar of the school calls it instructional', async () => {
    const day = (id: string, calendarCode: string, word: string) => ({
      id,
      calendarReference: { calendarCode, schoolId: 7, schoolYear: 2022 },
      date: '2022-01-17',
      calendarEvents: [{ calendarEventDescriptor: code('CalendarEventDescriptor', word) }],
    });
    const { rows } = await takePages({
      calendarDates: [day('c1', 'A', 'Holiday'), day('c2', 'B', 'Make-up day')],
    });
    expect(await rows('select is_school_day, event_name from mapped_calendar_day')).toEqual([
      { is_school_day: true, event_name: 'Make-up day' },
    ]);
  });

  it('begins no stint for a student who did not show', async () => {
    const { rows } = await takePages({
      studentSchoolAssociations: [
        {
          id: 'e1',
          ...student,
          schoolReference: { schoolId: 7 },
          entryDate: '2021-08-16',
          entryGradeLevelDescriptor: code('GradeLevelDescriptor', 'Ninth grade'),
          exitWithdrawDate: '2021-08-20',
          exitWithdrawTypeDescriptor: code('ExitWithdrawTypeDescriptor', 'No show'),
        },
      ],
    });
    expect(
      await rows(
        'select begin_date = end_date as never_began, grade_level, exit_reason from mapped_enrollment where is_current',
      ),
    ).toEqual([{ never_began: true, grade_level: '09', exit_reason: 'No show' }]);
  });

  it('finds the course of a section through the offering of its session', async () => {
    const { localCourseCode, sectionIdentifier, ...session } = section;
    const { rows } = await takePages({
      courseOfferings: [
        {
          id: 'o1',
          localCourseCode,
          schoolReference: { schoolId: 7 },
          sessionReference: session,
          courseReference: { courseCode: '0345', educationOrganizationId: 70 },
        },
      ],
      sections: [{ id: 's1', sectionIdentifier, courseOfferingReference: { ...session, localCourseCode } }],
    });
    expect(
      await rows('select source_section_id, source_course_id, source_term_id from mapped_section'),
    ).toEqual([
      { source_section_id: '7|2022|Fall|ALG|3', source_course_id: '70|0345', source_term_id: '7|2022|Fall' },
    ]);
  });

  it('counts an incident for the one who did it, not for a victim', async () => {
    const part = (id: string, word: string) => ({
      id,
      ...student,
      disciplineIncidentReference: { incidentIdentifier: 'i-9', schoolId: 7 },
      behaviors: [{ behaviorDescriptor: code('BehaviorDescriptor', 'School Violation') }],
      studentParticipationCodeDescriptor: code('StudentParticipationCodeDescriptor', word),
    });
    const { rows } = await takePages({
      disciplineIncidents: [
        { id: 'd1', incidentIdentifier: 'i-9', schoolReference: { schoolId: 7 }, incidentDate: '2022-01-12' },
      ],
      studentDisciplineIncidentAssociations: [part('x1', 'Perpetrator'), part('x2', 'Victim')],
    });
    expect(
      await rows(
        'select source_incident_id, incident_date::varchar as day, incident_type from mapped_incident',
      ),
    ).toEqual([{ source_incident_id: '7|i-9', day: '2022-01-12', incident_type: 'School Violation' }]);
  });

  it('passes a final mark as final, and scores as numbers only where they are numbers', async () => {
    const { rows } = await takePages({
      grades: [
        {
          id: 'g1',
          gradeTypeDescriptor: code('GradeTypeDescriptor', 'Final'),
          studentSectionAssociationReference: { ...section, studentUniqueId: 'p-1', beginDate: '2021-08-16' },
          letterGradeEarned: 'B',
          numericGradeEarned: 84,
        },
      ],
      studentAssessments: [
        {
          id: 't1',
          ...student,
          assessmentReference: { assessmentIdentifier: 'State Reading' },
          administrationDate: '2022-01-12T00:00:00Z',
          scoreResults: [
            {
              assessmentReportingMethodDescriptor: code('AssessmentReportingMethodDescriptor', 'Scale score'),
              result: '512',
            },
            {
              assessmentReportingMethodDescriptor: code('AssessmentReportingMethodDescriptor', 'Letter'),
              result: 'C',
            },
          ],
        },
      ],
    });
    expect(await rows('select is_final, numeric_mark, source_section_id from mapped_course_outcome')).toEqual(
      [{ is_final: true, numeric_mark: 84, source_section_id: '7|2022|Fall|ALG|3' }],
    );
    expect(
      await rows(
        'select result_name, score, score_text, administered_on::varchar as day from mapped_assessment_result order by 1',
      ),
    ).toEqual([
      { result_name: 'Letter', score: null, score_text: 'C', day: '2022-01-12' },
      { result_name: 'Scale score', score: 512, score_text: '512', day: '2022-01-12' },
    ]);
  });
});
