// Who needs a check-in, by the day's tables: the rules that look at days, and how long ago a contact still counts.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSession, type Session } from '../adapters/duckdb.ts';
import { settings } from './made-up.ts';
import { type DayFacts, readDayFacts } from './read-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'homeroom-checkin-'));
const today = '2026-03-16';
let session: Session;

beforeAll(async () => {
  session = await openSession({ tempDir: folder });
  const tables = [
    'policy as select 0.1::double as chronic_absence_share',
    "school as select 'north' as school_key, 'North School' as school_name",
    "school_year_span as select * from (values (2025, date '2024-08-01', date '2025-08-01'), (2026, date '2025-08-01', date '2026-08-01')) as t (school_year, year_begin, year_end)",
    // Last year had 180 school days; this year nobody has written its calendar beyond today, after 100 of them.
    "calendar_day as select 'north' as school_key, date '2024-08-01' + i::int as calendar_date, 2025 as school_year, true as is_school_day, true as has_elapsed from range(180) as r (i) union all select 'north', date '2026-03-16' - (2 * i)::int, 2026, true, true from range(100) as r (i)",
    "enrollment as select s as student_key, 'north' as school_key, date '2025-08-01' as begin_date, case when s = 'left' then date '2026-03-16' end as end_date, true as is_home, '09' as grade_level from (values ('few'), ('over'), ('line'), ('left'), ('unseen'), ('excused'), ('seen')) as t (s)",
    "student_district_engagement as select s as student_key, 2026 as school_year, 100 as attendance_days, (100 - missed)::int as in_person_days, missed >= 10 as chronically_absent from (values ('few', 3), ('over', 18), ('line', 17), ('unseen', 10), ('excused', 10), ('left', 50)) as t (s, missed)",
    "student_risk as select s as student_key, 'north' as school_key, t as task, b as basis, 'm1' as model_id, o as out_of_20, p::double as plain_points, date '2026-03-13' as as_of, x as expires_on, (row_number() over ())::int as list_order from (values ('over', 'chronic_absence', 'model', 20, 18, date '2026-03-27'), ('line', 'chronic_absence', 'model', 19, 17, date '2026-03-27'), ('few', 'chronic_absence', 'model', 9, 30, date '2026-03-27'), ('over', 'dropout', 'plain list', null, 18, date '2026-03-27'), ('line', 'dropout', 'plain list', null, 11, date '2026-03-27'), ('seen', 'dropout', 'not enough data', null, 12, date '2026-03-27'), ('few', 'course_failure', 'expired', null, 40, date '2026-03-15')) as v (s, t, b, o, p, x)",
    "student_risk_reason as select 'over' as student_key, 'chronic_absence' as task, k as kind, p as place, f as fact, f || ' in words' as words from (values ('reason', 2, 'marks'), ('reason', 1, 'absence'), ('strength', 1, 'tests')) as v (k, p, f)",
    "student_day_fact as select s as student_key, 'north' as school_key, date '2026-03-16' - (i + case when s = 'seen' then 0 else 1 end)::int as calendar_date, case s when 'excused' then 'absent_excused' when 'seen' then case when i = 0 then 'present' else 'absent_unexcused' end else 'absent_unexcused' end as category, case when s = 'seen' and i = 0 then 1.0 else 0.0 end as present_fraction, true as attendance_taken, strftime(date '2026-03-15' - i::int, '%Y-%m') as month from range(10) as r (i), (values ('unseen'), ('excused'), ('seen'), ('left')) as t (s)",
    "incident as select 'few' as student_key, 'north' as school_key, d as incident_date, k as incident_type from (values (date '2026-03-12', 'Bullying'), (date '2026-03-01', 'Bullying'), (date '2026-03-15', 'Tardiness')) as v (d, k)",
  ];
  for (const table of tables) await session.run(`create temp table ${table}`);
});

afterAll(() => {
  session.close();
  rmSync(folder, { recursive: true });
});

const read = (given: Parameters<typeof settings>[0] = {}): Promise<DayFacts> =>
  readDayFacts(session, today, settings(given));
const named = ({ candidates }: DayFacts, task: string) =>
  candidates.filter((c) => c.task === task).map((c) => c.studentKey);

describe('who needs a check-in', () => {
  it('is whom the model names often enough, else whom the plain list has high up; nobody by an old score', async () => {
    const facts = await read();
    expect(named(facts, 'chronic_absence')).toEqual(['over', 'line']);
    expect(named(facts, 'dropout')).toEqual(['over', 'seen']);
    expect(named(facts, 'course_failure')).toEqual([]);
  });

  it('has reasons in their order and a strength, of the plain list what it adds up', async () => {
    const { candidates } = await read();
    expect(candidates[0]).toMatchObject({
      source: 'model',
      madeBy: 'm1',
      reasons: [{ fact: 'absence' }, { fact: 'marks' }],
      strength: { fact: 'tests', words: 'tests in words' },
    });
    expect(candidates.find((c) => c.task === 'dropout')).toMatchObject({
      source: 'rule',
      madeBy: 'plain_list',
      outOf20: null,
      reasons: [
        { fact: 'points', words: 'school days missed plus courses not yet passed this year: 18' },
        { fact: 'absence', words: 'school days missed: 18 of 100 this year' },
      ],
    });
  });

  it('is settled for the year with a tenth of all its days missed, those to come too', async () => {
    const { candidates } = await read();
    expect(candidates.filter((c) => c.settled).map((c) => `${c.studentKey} ${c.task}`)).toEqual([
      'over chronic_absence',
    ]);
  });
});

describe('a matter of safety', () => {
  it('is a student who was here on none of the last days, without a reason, and who is still enrolled', async () => {
    const facts = await read();
    expect(named(facts, 'safety_unseen')).toEqual(['unseen']);
    expect(named(await read({ safety: { unseenDays: 11 } }), 'safety_unseen')).toEqual([]);
  });

  it('is an incident of the types that the district names, of the last days', async () => {
    expect(named(await read(), 'safety_incident')).toEqual([]);
    const { candidates } = await read({ safety: { incidents: ['bullying'] } });
    expect(candidates.find((c) => c.task === 'safety_incident')).toMatchObject({
      studentKey: 'few',
      asOf: '2026-03-12',
      safety: true,
    });
  });
});

describe('a contact', () => {
  it('counts as long as the school days say, or calendar days where no calendar goes so far back', async () => {
    expect((await read()).schools).toEqual([
      { schoolKey: 'north', name: 'North School', noContactSince: '2025-12-18' },
    ]);
    expect((await read({ noContactDays: 300 })).schools[0]?.noContactSince).toBe('2025-05-20');
  });

  it('is wanted of everybody over the line so far, enrolled today', async () => {
    expect((await read()).highAbsence.map((s) => s.studentKey)).toEqual([
      'excused',
      'line',
      'over',
      'unseen',
    ]);
  });
});
