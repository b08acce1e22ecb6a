// What a release knows of one student: days, courses, contacts, and the numbers of two years; asked by key, never by name.
import { z } from 'zod';
import type { AskRows } from '../facts/rows.ts';
import { literal } from '../sql-text/sql-text.ts';

const text = z.string();
const whole = z.coerce.number().int();
const maybe = <T extends z.ZodType>(of: T) => z.union([z.null(), of]);

const shapes = {
  years: z.strictObject({
    school_year: whole,
    attendance_days: whole,
    in_person_rate: maybe(z.coerce.number()),
    covered_days: maybe(whole),
    digital_days: maybe(whole),
  }),
  missed: z.strictObject({ school_year: whole, absence_kind: text, missed_days: whole }),
  marks: z.strictObject({ school_year: whole, courses: whole, courses_not_passed: maybe(whole) }),
  days: z.strictObject({ date: text, taken: z.boolean(), fraction: maybe(z.coerce.number()) }),
  courses: z.strictObject({
    name: text,
    mark: maybe(z.coerce.number()),
    passing_mark: maybe(z.coerce.number()),
  }),
  contacts: z.strictObject({ date: text, kind: text, code: maybe(text), who: text }),
  schools: z.strictObject({ school_key: text, school_name: maybe(text) }),
} as const;
export type StudentRows = { readonly [K in keyof typeof shapes]: readonly z.output<(typeof shapes)[K]>[] };

/** Everything of one student, this school year and the one before. */
export async function askStudentRows(rows: AskRows, studentKey: string, year: number): Promise<StudentRows> {
  const me = `student_key = ${literal(studentKey)}`;
  const two = `school_year in (${year}, ${year - 1})`;
  return {
    years: shapes.years
      .array()
      .parse(
        await rows(
          `select school_year, attendance_days, in_person_rate, covered_days, digital_days from student_district_engagement where ${me} and ${two}`,
        ),
      ),
    missed: shapes.missed
      .array()
      .parse(
        await rows(
          `select school_year, absence_kind, missed_days from student_missed_days where ${me} and ${two}`,
        ),
      ),
    marks: shapes.marks
      .array()
      .parse(
        await rows(
          `select school_year, courses, courses_not_passed from student_course_year where ${me} and ${two}`,
        ),
      ),
    days: shapes.days.array().parse(
      await rows(
        `select cast(calendar_date as varchar) as date, bool_or(attendance_taken) as taken, max(present_fraction) as fraction
         from student_day where ${me} and school_year = ${year} group by calendar_date order by calendar_date`,
      ),
    ),
    courses: shapes.courses.array().parse(
      await rows(
        `select coalesce(k.course_title, split_part(o.section_key, ':', 2)) as name, max_by(o.numeric_mark, o.known_from) as mark, max(p.passing_mark) as passing_mark
         from course_outcome as o cross join measure_policy as p
         left join section as s on s.section_key = o.section_key left join course as k on k.course_key = s.course_key
         where o.${me} and o.school_year = ${year} and o.is_current and not o.is_deleted group by 1 order by 1`,
      ),
    ),
    contacts: shapes.contacts.array().parse(
      await rows(
        `select cast(acted_on as varchar) as date, kind, note_code as code, by_key as who from check_in_ledger
         where ${me} and counts order by acted_at desc limit 8`,
      ),
    ),
    schools: shapes.schools
      .array()
      .parse(
        await rows(
          `select school_key, school_name from student_engagement where ${me} and school_year = ${year} order by enrolled_days desc limit 1`,
        ),
      ),
  };
}
