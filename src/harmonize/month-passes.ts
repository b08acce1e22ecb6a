// Tells for which tables, and in how many passes, a table is made a month at a time instead of cut after it is made.
import { type MonthWorld, type Span, spanMonths } from './bindings.ts';
import type { TableEntry } from './sql-catalog.ts';

/**
 * The input whose months are all the months that a table cut by month has. A table that is not named here may hold
 * months that no cut input has (a calendar's), and is made in one pass.
 */
export const monthsOf: Readonly<Record<string, string>> = {
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

/** Rows of a month up to which two months fit into memory together; a larger one has work for every thread by itself. */
const mostBeside = 1_000_000;

export interface MonthPasses {
  readonly months: readonly string[];
  /** After them: what lies in other months, from files that are not cut by month. */
  readonly rest: boolean;
  /** Whether months may be made beside each other. */
  readonly beside: boolean;
}

/** Undefined where one pass makes all months. */
export function monthPasses(
  world: MonthWorld,
  name: string,
  { inputs }: Pick<TableEntry, 'inputs'>,
  span: Span,
): MonthPasses | undefined {
  const leading = monthsOf[name];
  if (leading === undefined) return undefined;
  const found = spanMonths(world, leading, span);
  const months = [...(found.uncut && span.months ? span.months : found.months)].sort();
  // A month that is none holds rows without a date, or what a store made of them.
  if (months.length === 0 || !months.every((m) => /^[0-9]{4}-[0-9]{2}$/.test(m))) return undefined;
  const rest = found.uncut && span.months === null;
  const rows = Math.max(...inputs.map((input) => spanMonths(world, input, span).rows));
  const beside = rows / months.length <= mostBeside;
  return (months.length === 1 && !rest) || rows >= fewRows ? { months, rest, beside } : undefined;
}
