// The rows behind the overview, asked of a release: sums by week, and each student's weeks for counts over spans.
import { z } from 'zod';
import type { AskRows } from '../../facts/rows.ts';

const text = z.string();
const whole = z.coerce.number().int();
const amount = z.coerce.number();
const place = { school_key: text, grade: text, week_start: text };

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
  daysOff: z.strictObject({ week_start: text, day: text, event_name: z.union([z.null(), text]) }),
} as const;

type Shapes = typeof shapes;
export type WeekRows = { readonly [K in keyof Shapes]: readonly z.output<Shapes[K]>[] };

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
    `with weeks as (
      select w.student_key, w.school_key, coalesce(y.grade_level, s.grade_level, 'not stated') as grade, w.week_start,
        w.attendance_days, case when coalesce(y.unmapped_codes, 0) = 0 then w.in_person_days else -1 end as present
      from student_week as w
      left join student as s on s.student_key = w.student_key
      left join student_engagement_year as y on y.student_key = w.student_key and y.school_key = w.school_key and y.school_year = w.school_year
      where w.${cut}
    )
    select dense_rank() over (order by student_key) as student, school_key, grade,
      string_agg(cast(week_start as varchar) || ':' || attendance_days || ':' || present, ';') as weeks
    from weeks group by student_key, school_key, grade`,
  );
  const daysOff = await rows(
    // A weekday on which no school of the district has school, with its name where the calendar has one.
    `select cast(cast(date_trunc('week', calendar_date) as date) as varchar) as week_start,
      cast(calendar_date as varchar) as day, max(event_name) as event_name
    from school_day where ${cut} and dayofweek(calendar_date) between 1 and 5
    group by calendar_date having not bool_or(is_school_day) order by calendar_date`,
  );
  return {
    cells: shapes.cells.array().parse(cells),
    sources: shapes.sources.array().parse(sources),
    students: shapes.students.array().parse(students),
    daysOff: shapes.daysOff.array().parse(daysOff),
  };
}
