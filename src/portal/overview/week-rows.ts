// The rows behind the overview, asked of a release: sums by week, and each student's weeks for counts over spans.
import { z } from 'zod';
import type { AskRows } from '../../facts/rows.ts';

const text = z.string();
const whole = z.coerce.number().int();
const amount = z.coerce.number();
const place = { school_key: text, grade: text, week_start: text };

const DAY = 86_400_000;

const shapes = {
  cells: z.strictObject({
    ...place,
    students: whole,
    enrolled_days: whole,
    attendance_days: whole,
    in_person_days: whole,
    covered_days: whole,
    digital_days: whole,
    digital_minutes: z.union([z.null(), amount]),
  }),
  sources: z.strictObject({
    ...place,
    module: text,
    covered_days: whole,
    digital_days: whole,
    digital_minutes: z.union([z.null(), amount]),
  }),
  /** `weeks`: "2026-03-09:5:4;…", the Monday, days with attendance and days present; -1 where codes are unknown. */
  students: z.strictObject({ student: whole, school_key: text, grade: text, weeks: text }),
  days: z.strictObject({ day: text, open: z.boolean(), event_name: z.union([z.null(), text]) }),
} as const;

type Shapes = typeof shapes;
export type WeekRows = { readonly [K in Exclude<keyof Shapes, 'days'>]: readonly z.output<Shapes[K]>[] } & {
  readonly daysOff: readonly DayOff[];
};

export interface DayOff {
  readonly week_start: string;
  readonly day: string;
  readonly event_name: string | null;
}

/** `week` is its place among the weeks; `present` is -1 where codes are unknown. */
export interface StudentWeek {
  readonly week: number;
  readonly taken: number;
  readonly present: number;
}

/** Reads `weeks` of a student; of weeks that are not among those asked for, nothing. */
export function weeksIn(weeks: string, indexOf: ReadonlyMap<string, number>): StudentWeek[] {
  return weeks.split(';').flatMap((part) => {
    const [day = '', taken, present] = part.split(':');
    const week = indexOf.get(day);
    return week === undefined ? [] : [{ week, taken: Number(taken), present: Number(present) }];
  });
}

/** Each student's weeks with the grade of the school year; `present` is -1 where codes are unknown. */
export const studentWeeksSql = (year: number): string =>
  `select w.student_key, w.school_key, coalesce(y.grade_level, s.grade_level, 'not stated') as grade, w.week_start,
    w.attendance_days, case when coalesce(y.unmapped_codes, 0) = 0 then w.in_person_days else -1 end as present
  from student_week as w
  left join student as s on s.student_key = w.student_key
  left join student_engagement_year as y on y.student_key = w.student_key and y.school_key = w.school_key and y.school_year = w.school_year
  where w.school_year = ${year}`;

export async function askWeekRows(rows: AskRows, year: number): Promise<WeekRows> {
  const cut = `school_year = ${year}`;
  const cells = await rows(
    `select school_key, grade, cast(week_start as varchar) as week_start, students, enrolled_days, attendance_days, in_person_days, covered_days, digital_days, digital_minutes from school_grade_week where ${cut}`,
  );
  const sources = await rows(
    `select school_key, grade, cast(week_start as varchar) as week_start, module, covered_days, digital_days, digital_minutes from school_grade_week_source where ${cut}`,
  );
  // Students are numbered: their keys have no business here.
  const students = await rows(
    `with weeks as (${studentWeeksSql(year)})
    select dense_rank() over (order by student_key) as student, school_key, grade,
      string_agg(cast(week_start as varchar) || ':' || attendance_days || ':' || present, ';') as weeks
    from weeks group by student_key, school_key, grade`,
  );
  const days = await rows(
    // Days on which some school of the district has school, and what the calendar calls the others.
    `select cast(calendar_date as varchar) as day, bool_or(is_school_day) as open,
      max(case when not is_school_day then event_name end) as event_name
    from school_day where ${cut} group by calendar_date order by calendar_date`,
  );
  return {
    cells: shapes.cells.array().parse(cells),
    sources: shapes.sources.array().parse(sources),
    students: shapes.students.array().parse(students),
    daysOff: offDays(shapes.days.array().parse(days)),
  };
}

/** Weekdays without school between the first and the last day of school, whether the calendar names them or leaves them out. */
function offDays(days: readonly z.output<Shapes['days']>[]): DayOff[] {
  const open = new Set(days.filter((d) => d.open).map((d) => d.day));
  const names = new Map(days.map((d) => [d.day, d.event_name]));
  const [first, last] = [[...open][0], [...open].at(-1)];
  if (first === undefined || last === undefined) return [];
  const found: DayOff[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10);
    const weekday = (new Date(at).getUTCDay() + 6) % 7;
    if (weekday > 4 || open.has(day)) continue;
    const week_start = new Date(at - weekday * DAY).toISOString().slice(0, 10);
    found.push({ week_start, day, event_name: names.get(day) ?? null });
  }
  return found;
}
