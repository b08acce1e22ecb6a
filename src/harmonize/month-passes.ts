// Tells for which tables, and in how many passes, a table is made a month at a time instead of cut after it is made.
import { type BindingWorld, type Span, spanMonths } from './bindings.ts';
import type { TableEntry } from './sql-catalog.ts';

/**
 * The input whose months are all the months that a table cut by month has. A table that is not named here may hold
 * months that no cut input has (a calendar's), and is made in one pass.
 */
const monthsOf: Readonly<Record<string, string>> = {
  attendance_event: 'mapped_attendance_event',
  digital_activity_event: 'mapped_digital_activity',
  attendance_student_month: 'attendance_event',
  digital_student_month: 'digital_activity_event',
  school_attendance_day: 'attendance_event',
  source_day: 'digital_activity_event',
  student_source_day: 'digital_activity_event',
  attendance_day: 'attendance_event',
  student_day_fact: 'school_session_day',
  student_source_month: 'student_source_day',
  student_month_fact: 'student_day_fact',
};

/** Below, one pass that cuts its rows costs less than a query a month. */
const fewRows = 1_000_000;

/** The months to make one after the other, or undefined where one pass makes them all. */
export function monthPasses(
  world: BindingWorld,
  name: string,
  { inputs }: Pick<TableEntry, 'inputs'>,
  span: Span,
): string[] | undefined {
  const leading = monthsOf[name];
  const months = leading === undefined ? undefined : spanMonths(world, leading, span)?.months;
  if (months === undefined || months.length === 1) return months;
  const rows = Math.max(...inputs.map((input) => spanMonths(world, input, span)?.rows ?? 0));
  return rows >= fewRows ? months : undefined;
}
