// What a release knows of students: days, weeks, courses, tests, contacts, and the numbers of two years; asked by key, never by name.
import { z } from 'zod';
import type { AskRows } from '../facts/rows.ts';
import { literal } from '../sql-text/sql-text.ts';

const text = z.string();
const whole = z.coerce.number().int();
const number = z.coerce.number();
const maybe = <T extends z.ZodType>(of: T) => z.union([z.null(), of]);

const shapes = {
  years: z.strictObject({
    school_year: whole,
    attendance_days: whole,
    in_person_rate: maybe(number),
    covered_days: maybe(whole),
    digital_days: maybe(whole),
  }),
  missed: z.strictObject({ school_year: whole, absence_kind: text, missed_days: whole }),
  marks: z.strictObject({ school_year: whole, courses: whole, courses_not_passed: maybe(whole) }),
  days: z.strictObject({ date: text, taken: z.boolean(), fraction: maybe(number) }),
  weeks: z.strictObject({
    week: text,
    attendance_days: whole,
    /** Unknown where a code of attendance has no meaning yet. */
    in_person_days: maybe(whole),
    covered_days: whole,
    digital_days: whole,
    digital_minutes: maybe(number),
  }),
  courses: z.strictObject({ name: text, mark: maybe(number), passing_mark: maybe(number) }),
  tests: z.strictObject({ name: text, date: text, score: number, standard_error: maybe(number) }),
  contacts: z.strictObject({ date: text, kind: text, code: maybe(text), who: text }),
  schools: z.strictObject({ school_key: text, school_name: maybe(text) }),
} as const;
type Shapes = typeof shapes;
export type StudentRows = { readonly [K in keyof Shapes]: readonly z.output<Shapes[K]>[] };

/** Of a student of whom nothing is known. */
export const NO_ROWS: StudentRows = {
  years: [],
  missed: [],
  marks: [],
  days: [],
  weeks: [],
  courses: [],
  tests: [],
  contacts: [],
  schools: [],
};

/** Overall results are those by which growth is measured; parts of a test have scales of their own. */
const OVERALL = "('Overall scale score', 'RIT score')";
const CONTACTS = 8;

/** Each with `student_key` first, for the students of `mine`. */
const queries = (mine: string, year: number): Readonly<Record<keyof Shapes, string>> => {
  const two = `school_year in (${year}, ${year - 1})`;
  return {
    years: `select student_key, school_year, attendance_days, in_person_rate, covered_days, digital_days from student_district_engagement where ${mine} and ${two}`,
    missed: `select student_key, school_year, absence_kind, missed_days from student_missed_days where ${mine} and ${two} order by student_key, school_year desc, absence_kind`,
    marks: `select student_key, school_year, courses, courses_not_passed from student_course_year where ${mine} and ${two}`,
    days: `select student_key, cast(calendar_date as varchar) as date, bool_or(attendance_taken) as taken, max(present_fraction) as fraction
      from student_day where ${mine} and school_year = ${year} group by student_key, calendar_date order by student_key, calendar_date`,
    weeks: `select student_key, cast(week_start as varchar) as week, sum(attendance_days) as attendance_days,
        case when sum(unmapped_codes) = 0 then sum(in_person_days) end as in_person_days,
        sum(covered_days) as covered_days, sum(digital_days) as digital_days, sum(digital_minutes) as digital_minutes
      from student_week where ${mine} and school_year = ${year} group by student_key, week_start order by student_key, week_start desc`,
    courses: `select o.student_key, coalesce(k.course_title, split_part(o.section_key, ':', 2)) as name, max_by(o.numeric_mark, o.known_from) as mark, max(p.passing_mark) as passing_mark
      from course_outcome as o cross join measure_policy as p
      left join section as s on s.section_key = o.section_key left join course as k on k.course_key = s.course_key
      where o.${mine} and o.school_year = ${year} and o.is_current and not o.is_deleted group by 1, 2 order by 1, 2`,
    tests: `select student_key, concat_ws(', ', assessment, subject) as name, cast(administered_on as varchar) as date, max(score) as score, max(standard_error) as standard_error
      from assessment_result where ${mine} and is_current and not is_deleted and score is not null and administered_on is not null and result_name in ${OVERALL}
      group by 1, 2, 3 order by 1, 3 desc, 2`,
    contacts: `select student_key, cast(acted_on as varchar) as date, kind, note_code as code, by_key as who
      from check_in_ledger where ${mine} and counts
      qualify row_number() over (partition by student_key order by acted_at desc, disposition_id) <= ${CONTACTS} order by student_key, acted_at desc`,
    schools: `select student_key, school_key, school_name from student_engagement where ${mine} and school_year = ${year}
      qualify row_number() over (partition by student_key order by enrolled_days desc, school_key) = 1`,
  };
};

/** Everything of each student, this school year and the one before; a student of whom nothing is known has no rows. */
export async function askStudentRows(
  rows: AskRows,
  studentKeys: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, StudentRows>> {
  if (studentKeys.length === 0) return new Map();
  const sql = queries(`student_key in (${studentKeys.map(literal).join(', ')})`, year);
  const byStudent = async <T>(name: keyof Shapes, shape: z.ZodType<T>) => {
    const told = z.array(z.looseObject({ student_key: text })).parse(await rows(sql[name]));
    const found = new Map<string, T[]>();
    for (const { student_key, ...row } of told) {
      const before = found.get(student_key);
      const read = shape.parse(row);
      if (before === undefined) found.set(student_key, [read]);
      else before.push(read);
    }
    return found;
  };
  const years = await byStudent('years', shapes.years);
  const missed = await byStudent('missed', shapes.missed);
  const marks = await byStudent('marks', shapes.marks);
  const days = await byStudent('days', shapes.days);
  const weeks = await byStudent('weeks', shapes.weeks);
  const courses = await byStudent('courses', shapes.courses);
  const tests = await byStudent('tests', shapes.tests);
  const contacts = await byStudent('contacts', shapes.contacts);
  const schools = await byStudent('schools', shapes.schools);
  return new Map(
    studentKeys.map((key) => [
      key,
      {
        years: years.get(key) ?? [],
        missed: missed.get(key) ?? [],
        marks: marks.get(key) ?? [],
        days: days.get(key) ?? [],
        weeks: weeks.get(key) ?? [],
        courses: courses.get(key) ?? [],
        tests: tests.get(key) ?? [],
        contacts: contacts.get(key) ?? [],
        schools: schools.get(key) ?? [],
      },
    ]),
  );
}
