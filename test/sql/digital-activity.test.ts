// Digital activity: kept whole, one person a row, windows not summed, each access and minute counted once.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authorities, codes, dayMark, identity, school, stint, use, weekdays } from './made-up-district.ts';
import { type FixtureRow, type FixtureRows, makeLake, policyRow, type SqlLake } from './sql-lake.ts';

const days = weekdays('2025-09-01', 10);
const [first = '', second = ''] = days;

const open = (schoolId: string, dates: readonly string[]) =>
  dates.map((date) => ({ source_school_id: schoolId, calendar_date: date, is_school_day: true }));

function lakeOf(activity: readonly FixtureRow[], own: FixtureRows = {}) {
  return makeLake({
    policy: [policyRow('2025-09-30')],
    module_authority: authorities,
    attendance_code: codes,
    identity_map: [identity('ada'), identity('ada', 'ada@x.org', 'upn')],
    mapped_enrollment: [stint('ada', 'n', '2025-08-18')],
    mapped_calendar_day: open('n', days),
    mapped_digital_activity: activity,
    ...own,
  });
}

async function answers(activity: readonly FixtureRow[], sql: string, own: FixtureRows = {}) {
  const lake = await lakeOf(activity, own);
  const rows = await lake.rows(sql);
  lake.close();
  return rows;
}

describe('an activity row', () => {
  it('under any id of a person has the one key of the person', async () => {
    const rows = [use('ada', first), use('ada@x.org', first, { id_system: 'upn' })];
    expect(await answers(rows, 'select distinct student_key from digital_activity')).toEqual([
      { student_key: 'ada' },
    ]);
  });

  it('of a person on no list stays, without a key', async () => {
    expect(
      await answers([use('eve', first)], 'select student_key, is_matched from digital_activity'),
    ).toEqual([{ student_key: null, is_matched: false }]);
  });

  it('stands at the school that it names, else at the home school of the date', async () => {
    const rows = [use('ada', first, { source_school_id: 'S-2' }), use('ada', second)];
    expect(await answers(rows, 'select school_key from digital_activity order by event_date')).toEqual([
      { school_key: 's2' },
      { school_key: 'n' },
    ]);
  });

  it('that was replaced or deleted is gone from the current ones', async () => {
    const rows = [
      use('ada', first, { is_current: false }),
      use('ada', first, { is_deleted: true }),
      use('ada', second),
    ];
    expect(await answers(rows, 'select count(*)::int as n from digital_activity')).toEqual([{ n: 1 }]);
  });

  it.each([
    ['used', { used: true, access_count: 0 }, true],
    ['not used, whatever was counted', { used: false, access_count: 3 }, false],
    ['an access', { access_count: 1 }, true],
    ['a second on task', { time_on_task_seconds: 1 }, true],
    ['no access and no time', { access_count: 0, time_on_task_seconds: 0 }, false],
    ['an event without measures', {}, true],
  ])('counts as activity or not: %s', async (_, own, active) => {
    expect(await answers([use('ada', first, own)], 'select is_activity from digital_activity')).toEqual([
      { is_activity: active },
    ]);
  });

  it('of an opted-out student is left out under every id, also one that the list does not name', async () => {
    const rows = [use('ada', first), use('ada@x.org', first, { id_system: 'upn' }), use('eve', first)];
    const own = { opt_out: [{ id_system: 'sis_student', id: 'ada', scope: 'all' }] };
    expect(await answers(rows, 'select actor_id from digital_activity', own)).toEqual([{ actor_id: 'eve' }]);
  });

  it('of a student who opted out of something else stays', async () => {
    const own = { opt_out: [{ id_system: 'sis_student', id: 'ada', scope: 'reports' }] };
    expect(await answers([use('ada', first)], 'select actor_id from digital_activity', own)).toHaveLength(1);
  });
});

describe('a source', () => {
  it('covers the school days from its first row to its last, of anybody', async () => {
    const rows = [use('eve', first), use('eve', days[3] ?? '')];
    expect(
      await answers(
        rows,
        'select covered_school_days, days_with_rows, unmatched_events::int as unmatched from source_coverage',
      ),
    ).toEqual([{ covered_school_days: 4, days_with_rows: 2, unmatched: 2 }]);
  });

  it('that a student never used is in his list with zero days', async () => {
    const rows = [use('eve', first), use('eve', second)];
    expect(
      await answers(rows, 'select covered_days, digital_days, digital_rate from student_source_engagement'),
    ).toEqual([{ covered_days: 2, digital_days: 0, digital_rate: 0 }]);
  });

  it('that is one of two covers its own dates, and both together the rest', async () => {
    const rows = [
      ...days.map((d) => use('eve', d)),
      use('ada', first, { event_object: 'lesson' }),
      use('ada', second, { event_object: 'lesson' }),
    ];
    expect(
      await answers(rows, 'select event_object, digital_rate from student_source_engagement order by 1'),
    ).toEqual([
      { event_object: 'lesson', digital_rate: 1 },
      { event_object: 'portal_daily', digital_rate: 0 },
    ]);
    expect(
      await answers(rows, 'select covered_days, digital_days, digital_rate from student_engagement'),
    ).toEqual([{ covered_days: 10, digital_days: 2, digital_rate: 0.2 }]);
  });

  it('with overlapping seven-day reports counts their last days and no sums', async () => {
    const rows = [first, second].map((d) =>
      use('ada', d, { window_days: 7, access_count: 30, time_on_task_seconds: 600 }),
    );
    expect(
      await answers(rows, 'select digital_days, digital_minutes, digital_accesses from student_engagement'),
    ).toEqual([{ digital_days: 2, digital_minutes: null, digital_accesses: null }]);
  });
});

describe('minutes of a student with two schools', () => {
  const twoSchools = {
    mapped_enrollment: [
      stint('ada', 'n', '2025-08-18', null, { is_primary: true }),
      stint('ada', 's', '2025-08-18', null, { is_primary: false }),
    ],
  };
  const minutes = 'select school_key, digital_days, digital_minutes from student_engagement order by 1';
  const rows = [
    use('ada', first, { time_on_task_seconds: 600 }),
    use('ada', second, { time_on_task_seconds: 60 }),
  ];

  it('stand at the home school where it is in session', async () => {
    const own = { ...twoSchools, mapped_calendar_day: [...open('n', days), ...open('s', days)] };
    expect(await answers(rows, minutes, own)).toEqual([
      { school_key: 'n', digital_days: 2, digital_minutes: 11 },
      { school_key: 's', digital_days: 2, digital_minutes: 0 },
    ]);
  });

  it('stand at the other school on a day on which only that one is in session', async () => {
    const own = { ...twoSchools, mapped_calendar_day: [...open('n', days.slice(1)), ...open('s', days)] };
    expect(await answers(rows, minutes, own)).toEqual([
      { school_key: 'n', digital_days: 1, digital_minutes: 1 },
      { school_key: 's', digital_days: 2, digital_minutes: 10 },
    ]);
    expect(await answers(rows, 'select sum(digital_minutes) as total from student_day', own)).toEqual([
      { total: 11 },
    ]);
  });
});

describe('a student with two schools at once', () => {
  let lake: SqlLake;

  beforeAll(async () => {
    const days = weekdays('2025-09-01', 20);
    lake = await makeLake({
      policy: [policyRow('2025-09-30')],
      module_authority: authorities,
      attendance_code: codes,
      identity_map: ['shared', 'other'].map((s) => identity(s)),
      mapped_school: [school('n', 'North'), school('s', 'South')],
      mapped_enrollment: [
        stint('shared', 'n', '2025-09-01', null, { is_primary: true }),
        stint('shared', 's', '2025-09-01', null, { is_primary: false }),
        stint('other', 's', '2025-09-01'),
      ],
      mapped_attendance_event: days.flatMap((d) => [
        dayMark('shared', 'n', d, 'P'),
        dayMark('other', 's', d, 'P'),
      ]),
      mapped_digital_activity: [
        ...days.slice(0, 5).map((d) => use('shared', d, { access_count: 3, time_on_task_seconds: 60 })),
        use('other', days.at(-1) ?? '', { access_count: 1, time_on_task_seconds: 60 }),
      ],
    });
  });

  afterAll(() => lake.close());

  const of = (view: string, columns = 'school_key') =>
    lake.rows(
      `select ${columns}, digital_days::int as days, covered_days::int as covered, digital_minutes as minutes, digital_accesses::int as accesses from ${view} order by all`,
    );

  it('has his digital days at each of them, and minutes and accesses at his home school', async () => {
    expect(await of("student_engagement where student_key = 'shared'")).toEqual([
      { school_key: 'n', days: 5, covered: 20, minutes: 5, accesses: 15 },
      { school_key: 's', days: 5, covered: 20, minutes: 0, accesses: 0 },
    ]);
  });

  it('is one student of each school and one of the district, his minutes counted once', async () => {
    expect(await of('school_engagement', 'school_key, students')).toEqual([
      { school_key: 'n', students: 1, days: 5, covered: 20, minutes: 5, accesses: 15 },
      { school_key: 's', students: 2, days: 6, covered: 40, minutes: 1, accesses: 1 },
    ]);
    expect(await of('district_engagement', 'students')).toEqual([
      { students: 2, days: 11, covered: 60, minutes: 6, accesses: 16 },
    ]);
    expect(
      await of("student_district_engagement where student_key = 'shared'", 'schools::int as schools'),
    ).toEqual([{ schools: 2, days: 10, covered: 40, minutes: 5, accesses: 15 }]);
  });
});
