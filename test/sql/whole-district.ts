// One made-up district with every kind of student that a count could lose or take twice; the checks run over it.
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
import { type FixtureRow, type FixtureRows, policyRow } from './sql-lake.ts';

/** Forty school days from 18 August 2025. */
export const schoolDays = weekdays('2025-08-18', 40);
const [first = '', last = ''] = [schoolDays[0], schoolDays.at(-1)];
const middle = schoolDays[20] ?? '';

const known = [
  'steady',
  'mover',
  'shared',
  'quiet',
  'offline',
  'no-roster',
  'portal-only',
  'opted-out',
  'by-period',
];

/** Ids are the names of the students' stories. */
export function wholeDistrict(): FixtureRows {
  return {
    policy: [policyRow(last)],
    module_authority: authorities,
    attendance_code: codes,
    identity_map: known.map((s) => identity(s)),
    identity_seen: [...known, 'stranger'].map((id) => ({
      module: 'sis',
      id_system: 'sis_student',
      id,
      first_seen: first,
    })),
    opt_out: [{ id_system: 'sis_student', id: 'opted-out', scope: 'digital_activity' }],
    load_file: [
      {
        run_id: 'r1',
        module: 'sis',
        table_name: 'marks',
        file_name: 'a.csv',
        rows_in: 10,
        accepted: 7,
        quarantined: 1,
        superseded: 1,
        held: 1,
      },
    ],
    mapped_school: [school('north', 'North High'), school('south', 'South High')],
    mapped_enrollment: enrollments(),
    mapped_attendance_event: marks(),
    mapped_digital_activity: activity(),
  };
}

function enrollments(): FixtureRow[] {
  const grade = { grade_level: '09' };
  return [
    stint('steady', 'north', first, null, grade),
    stint('steady', 'north', schoolDays[5] ?? '', null, grade),
    stint('mover', 'north', first, middle, { ...grade, exit_reason: 'moved' }),
    stint('mover', 'south', middle, null, { grade_level: '10' }),
    stint('shared', 'north', first, null, { is_primary: true }),
    stint('shared', 'south', first, null, { is_primary: false }),
    stint('quiet', 'south', first),
    stint('offline', 'south', first),
    stint('opted-out', 'north', first),
    stint('by-period', 'south', first),
    stint('stranger', 'south', first),
  ];
}

function marks(): FixtureRow[] {
  const daily = (student: string, schoolId: string, days: readonly string[], missedEvery: number) =>
    days.map((date, i) => dayMark(student, schoolId, date, (i + 1) % missedEvery === 0 ? 'A' : 'P'));
  return [
    ...daily('steady', 'north', schoolDays, 10),
    ...daily('mover', 'north', schoolDays.slice(0, 20), 5),
    ...daily('mover', 'south', schoolDays.slice(20), 20),
    ...daily('shared', 'north', schoolDays, 40),
    ...daily('shared', 'south', schoolDays, 4),
    ...daily('offline', 'south', schoolDays, 8),
    ...daily('no-roster', 'south', schoolDays.slice(10), 3),
    ...daily('opted-out', 'north', schoolDays, 6),
    ...daily('stranger', 'south', schoolDays, 6),
    ...schoolDays.flatMap((date, i) =>
      [1, 2, 3, 4].map((p) => periodMark('by-period', 'south', date, p, p <= i % 5 ? 'A' : 'P')),
    ),
    dayMark('steady', 'north', first, 'A', { is_current: false, as_of: '2025-08-18 00:00:00' }),
  ];
}

function activity(): FixtureRow[] {
  const saturday = '2025-08-23';
  const people = ['steady', 'mover', 'shared', 'quiet', 'portal-only', 'opted-out', 'by-period', 'stranger'];
  return [
    ...people.flatMap((s, n) =>
      schoolDays
        .filter((_, i) => i % (n + 2) === 0)
        .map((date) => use(s, date, { access_count: n + 1, source_school_id: 'north' })),
    ),
    ...people.map((s, n) => use(s, saturday, { access_count: 5, time_on_task_seconds: 60 * n })),
    ...people.map((s) =>
      use(s, middle, { event_object: 'report', window_days: 7, access_count: 99, used: true }),
    ),
    ...people.map((s) => use(s, last, { event_object: 'lesson', time_on_task_seconds: 754 })),
    use('quiet', first, { access_count: 0, used: false }),
  ];
}
