// The views that a dashboard reads: days against the target, weeks, terms, classes, periods, and what was known when.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askFactRows } from '../../src/facts/rows.ts';
import {
  authorities,
  codes,
  dayMark,
  identity,
  periodMark,
  school,
  stint,
  use,
  weekdays,
} from './made-up-district.ts';
import { makeLake, policyRow, type SqlLake } from './sql-lake.ts';

const days = weekdays('2025-09-01', 10);
const [d1 = '', d2 = ''] = days;
const iso = (column: string) => `strftime(${column}, '%Y-%m-%d')`;
const inClass = (student: string, begin: string | null, end: string | null) => ({
  source_section_id: 'bio-1',
  id_system: 'sis_student',
  student_id: student,
  begin_date: begin,
  end_date: end,
});

let lake: SqlLake;
beforeAll(async () => {
  lake = await makeLake({
    policy: [policyRow('2025-09-30')],
    module_authority: authorities,
    attendance_code: codes,
    identity_map: ['ada', 'bob'].map((s) => identity(s)),
    mapped_school: [school('n', 'North')],
    mapped_enrollment: ['ada', 'bob'].map((s) =>
      stint(s, 'n', '2025-09-01', null, { grade_level: s === 'ada' ? '09' : 'KG' }),
    ),
    district_calendar: [{ calendar_date: '2025-09-15', is_school_day: false, event_name: 'Fair' }],
    mapped_attendance_event: [
      ...days.map((d, i) => dayMark('ada', 'n', d, i === 0 ? 'A' : 'P')),
      ...days.map((d) => dayMark('bob', 'n', d, 'P')),
      dayMark('bob', 'n', d1, 'A', {
        source_key: 'b1',
        is_current: false,
        known_from: '2025-09-01',
        as_of: '2025-09-01 18:00:00',
      }),
      dayMark('bob', 'n', d1, 'T', {
        source_key: 'b1',
        known_from: '2025-09-03',
        as_of: '2025-09-03 18:00:00',
      }),
      ...[1, 2].map((p) =>
        periodMark('ada', 'n', d2, p, p === 1 ? 'A' : 'P', { source_section_id: 'bio-1' }),
      ),
    ],
    mapped_digital_activity: [use('ada', d1, { time_on_task_seconds: 120 }), use('bob', days[9] ?? '')],
    mapped_term: [
      { source_term_id: 't1', term_name: 'Fall', begin_date: '2025-09-01', end_date: '2025-09-08' },
      { source_term_id: 't2', term_name: 'Year', begin_date: '2025-08-01', end_date: '2026-06-30' },
    ],
    mapped_section: [
      { source_section_id: 'bio-1', source_school_id: 'n', source_term_id: 't1', section_name: 'Biology' },
    ],
    mapped_section_enrollment: [
      inClass('ada', null, null),
      inClass('bob', d2, d2),
      inClass('bob', days[3] ?? '', null),
      inClass('bob', days[4] ?? '', null),
    ],
  });
});
afterAll(() => lake.close());

describe('a view', () => {
  it('shows a school day against the target, and names a day off', async () => {
    const rows = await lake.rows(
      `select ${iso('calendar_date')} as day, students, in_person_rate, attendance_target_rate as target, event_name
       from school_day where calendar_date in ('${d1}', '2025-09-15') order by 1`,
    );
    expect(rows).toEqual([
      { day: d1, students: 2, in_person_rate: 0.5, target: 0.9, event_name: null },
      { day: '2025-09-15', students: null, in_person_rate: null, target: 0.9, event_name: 'Fair' },
    ]);
  });

  it('adds days up to weeks from Monday on', async () => {
    const rows = await lake.rows(
      `select ${iso('week_start')} as week, enrolled_days, in_person_rate, digital_rate from student_week where student_key = 'ada' order by 1`,
    );
    expect(rows).toEqual([
      { week: '2025-09-01', enrolled_days: 5, in_person_rate: 0.8, digital_rate: 0.2 },
      { week: '2025-09-08', enrolled_days: 5, in_person_rate: 1, digital_rate: 0 },
    ]);
    expect(
      await lake.rows('select students, enrolled_days from school_week order by week_start limit 1'),
    ).toEqual([{ students: 2, enrolled_days: 10 }]);
  });

  it('gives each of two terms that overlap a row of its own', async () => {
    const rows = await lake.rows(
      "select term_name, enrolled_days from student_term where student_key = 'ada' order by 1",
    );
    expect(rows).toEqual([
      { term_name: 'Fall', enrolled_days: 5 },
      { term_name: 'Year', enrolled_days: 10 },
    ]);
  });

  it('counts a class by the days on which a student was in it, once where stints overlap, and by its own periods', async () => {
    const rows = await lake.rows(
      'select section_name, students, enrolled_days::int as days, in_person_rate, periods_scheduled::int as periods, period_rate from section_engagement',
    );
    // Ada: the five days of the term. Bob: from the fourth day to the end of the term.
    expect(rows).toEqual([
      { section_name: 'Biology', students: 2, days: 7, in_person_rate: 6 / 7, periods: 2, period_rate: 0.5 },
    ]);
  });

  it('tells the pages of which grades the students of a class are, and its term', async () => {
    const { rosters, sections } = await askFactRows((sql) => lake.rows(sql));
    const of = { section_key: sections[0]?.section_key, school_year: 2026, students: 1 };
    expect(rosters).toEqual([
      { ...of, grade: '09' },
      { ...of, grade: 'KG' },
    ]);
    expect(sections.map((s) => [s.term_key?.endsWith('t1'), s.attendance_days])).toEqual([[true, 7]]);
  });

  it('shows periods beside days', async () => {
    expect(await lake.rows('select student_key, period_rate from period_attendance')).toEqual([
      { student_key: 'ada', period_rate: 0.5 },
    ]);
  });

  it('takes every grade by its code', async () => {
    expect(await lake.rows('select grade, students from school_grade_engagement order by 1')).toEqual([
      { grade: '09', students: 1 },
      { grade: 'KG', students: 1 },
    ]);
  });
});

describe('what was known', () => {
  const asKnown = (day: string) =>
    lake.rows(
      `select local_code from (
         select *, row_number() over (partition by source_key order by as_of desc) as newest
         from attendance_event where known_from <= '${day}' and source_key = 'b1'
       ) where newest = 1 and not is_deleted`,
    );

  it('on a day is the last version that was known by then', async () => {
    expect(await asKnown('2025-09-02')).toEqual([{ local_code: 'A' }]);
    expect(await asKnown('2025-09-03')).toEqual([{ local_code: 'T' }]);
  });
});
