// Features as known on a day: what came later is not in them, a blank is no 0, and outcomes wait until they are ripe.
import { describe, expect, it } from '@jest/globals';
import { readPredictionPolicy } from '../../src/features/prediction-policy.ts';
import { type FixtureRow, type FixtureRows, makeLake, policyRow, root } from './sql-lake.ts';

const firstDay = Date.UTC(2025, 8, 1);
const schoolDays = 100;
const policy = { ...readPredictionPolicy(root), every_school_days: 20 };

/** The n-th school day from 0, Mondays to Fridays from 1 September 2025. */
function day(n: number): string {
  return new Date(firstDay + (Math.floor(n / 5) * 7 + (n % 5)) * 86_400_000).toISOString().slice(0, 10);
}

function after(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

const ids = ['ann', 'ben'];
const mark = (id: string, n: number, code: string, more: FixtureRow = {}): FixtureRow => ({
  id_system: 'sis_student',
  student_id: id,
  source_school_id: 'north',
  event_date: day(n),
  grain: 'day',
  local_code: code,
  local_status: '',
  source_key: `${id}|${n}`,
  as_of: `${day(n)} 00:00:00`,
  known_from: after(day(n), 1),
  ...more,
});

function district(marks: readonly FixtureRow[], more: FixtureRows = {}): FixtureRows {
  return {
    policy: [policyRow('2026-03-01')],
    prediction_policy: [policy],
    identity_map: ids.map((id) => ({ id_system: 'sis_student', id, student_key: id })),
    attendance_code: [
      { module: 'sis', local_code: 'P', category: 'present', present_fraction: 1 },
      { module: 'sis', local_code: 'U', category: 'absent_unexcused', present_fraction: 0 },
    ].map((row) => ({ ...row, local_code: row.local_code.toLowerCase() })),
    module_authority: [{ module: 'sis', authority: 'sis', recording: 'positive' }],
    mapped_school: [{ source_school_id: 'north', school_name: 'North' }],
    mapped_student: ids.map((id) => ({
      id_system: 'sis_student',
      student_id: id,
      role: 'student',
      grade_level: '9',
    })),
    mapped_enrollment: ids.map((id) => ({
      id_system: 'sis_student',
      student_id: id,
      source_school_id: 'north',
      grade_level: '9',
      school_year: 2026,
      begin_date: day(0),
      enrollment_basis: 'roster',
    })),
    mapped_attendance_event: marks,
    ...more,
  };
}

const present = ids.flatMap((id) => Array.from({ length: schoolDays }, (_, n) => mark(id, n, 'P')));
const without = (marks: readonly FixtureRow[], ...gone: string[]) =>
  marks.filter((m) => !gone.includes(String(m.source_key)));

async function answers(fixture: FixtureRows, sql: string): Promise<unknown[]> {
  const lake = await makeLake(fixture);
  try {
    return (await lake.rows(sql)).map((row) => Object.values(row));
  } finally {
    lake.close();
  }
}

const weeks =
  "select student_key, strftime(as_of, '%Y-%m-%d'), week, school_days, absent_days, unexcused_days from attendance_week order by all";

describe('a prediction day', () => {
  it('comes after every so many school days, and the latest school day is one', async () => {
    const found = await answers(
      district(present),
      "select strftime(as_of, '%Y-%m-%d'), school_days_elapsed, is_latest from prediction_day order by as_of",
    );
    expect(found).toEqual([
      [day(19), 20, false],
      [day(39), 40, false],
      [day(59), 60, false],
      [day(79), 80, false],
      [day(99), 100, true],
    ]);
  });

  it('has every enrolled student once', async () => {
    const found = await answers(
      district(present),
      'select count(*)::integer, count(distinct student_key || as_of)::integer from student_case',
    );
    expect(found).toEqual([[10, 10]]);
  });
});

describe('what was known on the day', () => {
  it('stays the same whatever comes later', async () => {
    const late = ids.map((id) => mark(id, 5, 'U', { source_key: `${id}|late`, known_from: '2026-02-20' }));
    const before = `${weeks.replace('order by all', '')} where as_of < date '2026-01-15' order by all`;
    expect(await answers(district([...present, ...late]), before)).toEqual(
      await answers(district(present), before),
    );
  });

  it('is the mark as it stood then: a correction counts from the day on which it came', async () => {
    const told = [
      ...without(present, 'ann|18'),
      mark('ann', 18, 'U', { is_current: false }),
      mark('ann', 18, 'P', { as_of: `${day(50)} 00:00:00`, known_from: day(50) }),
    ];
    const found = await answers(
      district(told),
      "select strftime(as_of, '%Y-%m-%d'), sum(absent_days) from attendance_week where student_key = 'ann' group by as_of order by as_of",
    );
    expect(found).toEqual([
      [day(19), 1],
      [day(39), 1],
      [day(59), 0],
      [day(79), 0],
      [day(99), 0],
    ]);
  });

  it('leaves out the last day where marks come a day later', async () => {
    const found = await answers(
      district(present),
      "select sum(school_days) from attendance_week where student_key = 'ann' and as_of = (select min(as_of) from prediction_day)",
    );
    expect(found).toEqual([[19]]);
  });

  it('is never newer than the day', async () => {
    expect(
      await answers(district(present), 'select student_key from model_case where known_from > as_of'),
    ).toEqual([]);
  });
});

describe('a blank', () => {
  it('is a day not taken, and neither present nor absent', async () => {
    const found = await answers(
      district(without(present, 'ben|0', 'ben|1')),
      "select school_days, absent_days from attendance_week where student_key = 'ben' and week = (select min(week) from attendance_week) and as_of = (select min(as_of) from prediction_day)",
    );
    expect(found).toEqual([[3, 0]]);
  });

  it('is a week that no source covers: no row, and not 0 days online', async () => {
    expect(await answers(district(present), 'select week from digital_week')).toEqual([]);
    expect(
      await answers(district(present), 'select week from model_week where digital_days is not null'),
    ).toEqual([]);
  });
});

describe('a week online', () => {
  const online = (id: string, n: number, known: number): FixtureRow => ({
    event_id: `${id}|${n}`,
    event_type: 'login',
    id_system: 'sis_student',
    actor_id: id,
    event_object: 'portal_daily',
    event_date: day(n),
    used: true,
    access_count: 1,
    window_days: 1,
    source_key: `${id}|${n}`,
    as_of: `${day(n)} 00:00:00`,
    known_from: day(known),
  });
  const covered =
    'select distinct week from digital_week where as_of = (select min(as_of) from prediction_day) order by week';

  it('counts as covered as far as its source was known to reach on the day, not as far as it reaches today', async () => {
    const mapped_digital_activity = [online('ben', 5, 6), online('ben', 11, 12), online('ben', 17, 40)];
    const calendar = Array.from({ length: schoolDays }, (_, n) => ({
      source_school_id: 'north',
      calendar_date: day(n),
      is_school_day: true,
    }));
    const found = await answers(
      district(present, { mapped_digital_activity, mapped_calendar_day: calendar }),
      covered,
    );
    expect(found).toEqual([[6], [7]]);
  });
});

describe('incidents', () => {
  const incident = (id: string, n: number, known: number, more: FixtureRow = {}): FixtureRow => ({
    source_incident_id: `${id}|${n}`,
    id_system: 'sis_student',
    student_id: id,
    source_school_id: 'north',
    incident_date: day(n),
    incident_type: 'x',
    source_key: `${id}|${n}`,
    known_from: day(known),
    ...more,
  });
  // The first prediction day is school day 19; the school year began five weeks before the marks.
  const first = 'as_of = (select min(as_of) from prediction_day)';
  const weeks = `select week, incidents from model_week where student_key = 'ann' and ${first} order by week`;

  it('are blank, and not 0, where no source tells of any', async () => {
    expect(await answers(district(present), 'select week from incident_week')).toEqual([]);
    const found = await answers(district(present), weeks);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((row) => Array.isArray(row) && row[1] === null)).toBe(true);
  });

  it('are 0 for the calm between the first and the newest known one, and blank before and after', async () => {
    const mapped_incident = [
      incident('ben', 5, 6),
      incident('ann', 11, 12),
      incident('ann', 11, 12, { source_key: 'again' }),
    ];
    expect(await answers(district(present, { mapped_incident }), weeks)).toEqual([
      [5, null],
      [6, 0],
      [7, 1],
      [8, null],
    ]);
  });

  it('that became known after the day do not count on it', async () => {
    const mapped_incident = [incident('ben', 5, 6), incident('ann', 11, 30)];
    const found = await answers(district(present, { mapped_incident }), weeks);
    expect(found).toEqual([
      [5, null],
      [6, 0],
      [7, null],
      [8, null],
    ]);
  });
});

describe('an outcome', () => {
  const marksOf = (id: string, term: string, mark: number): FixtureRow => ({
    id_system: 'sis_student',
    student_id: id,
    source_section_id: 's1',
    source_term_id: term,
    school_year: 2026,
    numeric_mark: mark,
    is_final: true,
    known_from: '2026-02-10',
  });
  const terms = [
    {
      source_term_id: 'a',
      term_name: 'Fall',
      term_type: 'semester',
      school_year: 2026,
      begin_date: '2025-08-15',
      end_date: '2025-12-20',
    },
    {
      source_term_id: 'b',
      term_name: 'Spring',
      term_type: 'semester',
      school_year: 2026,
      begin_date: '2025-12-20',
      end_date: '2026-06-05',
    },
  ];

  it('of the year is unknown until the year has ended', async () => {
    expect(await answers(district(present), 'select student_key from chronic_absence_outcome')).toEqual([]);
  });

  it('of the term is a course not passed below the mark, not at it', async () => {
    const found = await answers(
      district(present, {
        mapped_term: terms,
        mapped_course_outcome: [marksOf('ann', 'S1', 59.9), marksOf('ben', 'S1', 60)],
      }),
      'select student_key, course_failure from course_outcome_ahead where as_of = (select min(as_of) from prediction_day) order by student_key',
    );
    expect(found).toEqual([
      ['ann', 1],
      ['ben', 0],
    ]);
  });

  it('counts marks of a backfill as known a week after their term, so that they may speak of the next', async () => {
    const found = await answers(
      district(present, { mapped_term: terms, mapped_course_outcome: [marksOf('ann', 'S1', 55)] }),
      "select strftime(known_from, '%Y-%m-%d'), courses_not_passed from term_mark",
    );
    expect(found).toEqual([['2025-12-27', 1]]);
  });

  it('of leaving needs the registrar’s word, and lies within the horizon', async () => {
    const left: FixtureRows = {
      prediction_policy: [{ ...policy, dropout_horizon_days: 40 }],
      mapped_student_status: [
        { id_system: 'sis_student', student_id: 'ben', local_status: 'Dropped Out', status: 'dropped_out' },
      ],
      mapped_enrollment: [
        ...(district([]).mapped_enrollment ?? []).filter((row) => row.student_id === 'ann'),
        {
          id_system: 'sis_student',
          student_id: 'ben',
          source_school_id: 'north',
          grade_level: '9',
          school_year: 2026,
          begin_date: day(0),
          end_date: day(50),
          enrollment_basis: 'roster',
        },
      ],
    };
    const found = await answers(
      district(
        present.filter((m) => m.student_id !== 'ben' || String(m.event_date) < day(50)),
        left,
      ),
      "select student_key, strftime(as_of, '%Y-%m-%d'), dropout from dropout_outcome order by all",
    );
    expect(found).toEqual([
      ['ann', day(19), 0],
      ['ann', day(39), 0],
      ['ann', day(59), 0],
      ['ben', day(19), 1],
      ['ben', day(39), 1],
    ]);
  });
});
