// Turns the `given` of a metric's example into the rows of one student, so that the example runs through every table and view.
import type { GivenDays } from '../../src/metrics/metric.ts';
import {
  authorities,
  codes,
  dayMark,
  identity,
  mark,
  periodMark,
  school,
  score,
  stint,
  use,
  weekdays,
} from './made-up-district.ts';
import { type FixtureRow, type FixtureRows, policyRow } from './sql-lake.ts';

const classmate = 'classmate';

/** One lake for examples that do not touch each other: each student has a school and a calendar of his own. */
export function exampleRows(examples: readonly { student: string; given: GivenDays }[]): FixtureRows {
  const each = examples.map(({ student, given }) => oneExample(student, given));
  const all = (name: string) => each.flatMap((rows) => rows[name] ?? []);
  return {
    policy: [policyRow('2026-06-30')],
    module_authority: authorities,
    attendance_code: codes,
    ...Object.fromEntries(Object.keys(each[0] ?? {}).map((name) => [name, all(name)])),
  };
}

/** The student's school days in this order: present … unmapped, by periods, present_after, unrecorded. */
function oneExample(student: string, given: GivenDays): FixtureRows {
  const codesInOrder = [
    ...Array<string>(given.present).fill('P'),
    ...Array<string>(given.tardy).fill('T'),
    ...Array<string>(given.remote).fill('R'),
    ...Array<string>(given.absent).fill('A'),
    ...Array<string>(given.excused).fill('E'),
    ...Array<string>(given.suspended).fill('OSS'),
    ...Array<string>(given.unmapped).fill('??'),
  ];
  const total = codesInOrder.length + given.period_days.length + given.present_after + given.unrecorded;
  const days = weekdays('2025-08-18', total);
  const last = days.at(-1) ?? '2025-08-18';
  const schoolId = `school-of-${student}`;
  return {
    identity_map: [identity(student), ...(given.covered_days === undefined ? [] : [identity(classmate)])],
    opt_out: given.opted_out ? [{ id_system: 'sis_student', id: student, scope: 'digital' }] : [],
    mapped_school: [school(schoolId, `School of ${student}`)],
    mapped_enrollment: [stint(student, schoolId, days[0] ?? last)],
    mapped_calendar_day: days.map((date) => ({
      source_school_id: schoolId,
      calendar_date: date,
      is_school_day: true,
    })),
    mapped_attendance_event: marks(student, schoolId, given, codesInOrder, days),
    mapped_digital_activity: activity(student, given, days, last),
    mapped_course_outcome: given.marks.map((points, i) => mark(student, i, points)),
    mapped_assessment_result: given.scores.map((points, i) => score(student, days[i] ?? last, points)),
  };
}

function marks(
  student: string,
  schoolId: string,
  given: GivenDays,
  codesInOrder: readonly string[],
  days: readonly string[],
): FixtureRow[] {
  const day = (i: number) => days[i] ?? '';
  const byDay = codesInOrder.map((code, i) => dayMark(student, schoolId, day(i), code));
  const byPeriod = given.period_days.flatMap(({ scheduled, missed }, i) =>
    Array.from({ length: scheduled }, (_, p) =>
      periodMark(student, schoolId, day(codesInOrder.length + i), p + 1, p < missed ? 'A' : 'P'),
    ),
  );
  const before = codesInOrder.length + given.period_days.length;
  const after = Array.from({ length: given.present_after }, (_, i) =>
    dayMark(student, schoolId, day(before + i), 'P'),
  );
  return [...byDay, ...byPeriod, ...after];
}

function activity(student: string, given: GivenDays, days: readonly string[], last: string): FixtureRow[] {
  if (given.covered_days === undefined) return [];
  const covered = days.slice(days.length - given.covered_days);
  const measured: FixtureRow =
    given.accesses.length + given.day_off_accesses.length > 0 ? { access_count: 1 } : {};
  const timed: FixtureRow =
    given.seconds.length > 0 || given.timed_source ? { time_on_task_seconds: 300 } : {};
  const counted: FixtureRow = given.reports > 0 ? { access_count: 1 } : {};
  return [
    use(classmate, covered[0] ?? last, { ...measured, ...timed, ...counted }),
    use(classmate, last, { ...measured, ...timed, ...counted }),
    ...covered.slice(0, given.active_days).map((date) => use(student, date)),
    ...given.accesses.map((n) => use(student, last, { access_count: n })),
    ...given.seconds.map((n) => use(student, last, { time_on_task_seconds: n })),
    ...given.day_off_accesses.map((n) => use(student, saturdayAfter(days[0] ?? last), { access_count: n })),
    ...Array.from({ length: given.reports }, () =>
      use(student, last, { window_days: 7, access_count: 40, time_on_task_seconds: 9_000 }),
    ),
  ];
}

/** The Saturday of the week in which a weekday lies. */
function saturdayAfter(date: string): string {
  const t = Date.parse(date);
  return new Date(t + (6 - new Date(t).getUTCDay()) * 86_400_000).toISOString().slice(0, 10);
}
