// Rows of a made-up district, said in a few words: who is enrolled where, which days were marked how, who was online.
import type { FixtureRow } from './sql-lake.ts';

/** One id of a student in a system, under the key that the identity map gives. */
export function identity(studentKey: string, id = studentKey, idSystem = 'sis_student'): FixtureRow {
  return { id_system: idSystem, id, student_key: studentKey };
}

export function school(id: string, name: string, own: FixtureRow = {}): FixtureRow {
  return { source_school_id: id, school_name: name, school_type: 'school', ...own };
}

/** A roster stint; `end` is the first day out, null is open. */
export function stint(
  student: string,
  schoolId: string,
  begin: string | null,
  end: string | null = null,
  own: FixtureRow = {},
): FixtureRow {
  return {
    id_system: 'sis_student',
    student_id: student,
    source_school_id: schoolId,
    begin_date: begin,
    end_date: end,
    enrollment_basis: 'roster',
    ...own,
  };
}

export function dayMark(
  student: string,
  schoolId: string,
  date: string,
  code: string | null,
  own: FixtureRow = {},
): FixtureRow {
  return {
    id_system: 'sis_student',
    student_id: student,
    source_school_id: schoolId,
    event_date: date,
    grain: 'day',
    local_code: code,
    ...own,
  };
}

export function periodMark(
  student: string,
  schoolId: string,
  date: string,
  period: number,
  code: string,
  own: FixtureRow = {},
): FixtureRow {
  return dayMark(student, schoolId, date, code, { grain: 'period', period: String(period), ...own });
}

/** A day of use in a tool of the module "portal". */
/** The final mark of the student's i-th course. */
export function mark(student: string, i: number, points: number): FixtureRow {
  return {
    id_system: 'sis_student',
    student_id: student,
    source_section_id: `section-${i}`,
    source_term_id: 'fall',
    school_year: 2026,
    numeric_mark: points,
    is_final: true,
    record_no: i,
  };
}

export function score(student: string, date: string, points: number): FixtureRow {
  return {
    id_system: 'sis_student',
    student_id: student,
    assessment: 'Benchmark',
    subject: 'Reading',
    administered_on: date,
    result_name: 'Overall scale score',
    score: points,
  };
}

export function use(student: string, date: string, own: FixtureRow = {}): FixtureRow {
  return {
    id_system: 'sis_student',
    actor_id: student,
    event_object: 'portal_daily',
    event_date: date,
    window_days: 1,
    module: 'portal',
    ...own,
  };
}

/** The codes that these tests use. */
export const codes: readonly FixtureRow[] = [
  ['P', 'present', 1],
  ['A', 'absent_unexcused', 0],
  ['E', 'absent_excused', 0],
  ['T', 'tardy', 1],
  ['R', 'remote_present', 1],
  ['OSS', 'suspension_out', 0],
  ['NC', 'not_counted', null],
].map(([code, category, fraction]) => ({
  module: 'sis',
  local_code: code ?? null,
  category: category ?? null,
  present_fraction: fraction ?? null,
}));

export const authorities: readonly FixtureRow[] = [
  { module: 'sis', authority: 'sis', recording: 'positive' },
  { module: 'roster', authority: 'roster', recording: 'positive' },
  { module: 'portal', authority: 'usage', recording: 'positive' },
];

/** The first `n` Mondays to Fridays from a date on, as ISO dates. */
export function weekdays(from: string, n: number): string[] {
  const days: string[] = [];
  for (let t = Date.parse(from); days.length < n; t += 86_400_000) {
    const weekday = new Date(t).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(new Date(t).toISOString().slice(0, 10));
  }
  return days;
}
