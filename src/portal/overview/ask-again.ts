// Asks a release for the sums behind a choice of the overview, place by place as its extract adds them up.
import { z } from 'zod';
import type { AskRows } from '../../facts/rows.ts';
import { literal } from '../../sql-text/sql-text.ts';
import { studentWeeksSql } from './week-rows.ts';

/** What to sum up: the parts are told apart where each is rounded or hidden by itself. */
export interface Question {
  readonly year: number;
  /** Empty is the district. */
  readonly schools: readonly string[];
  readonly grade: string | null;
  /** Mondays, both included. */
  readonly from: string;
  readonly to: string;
  /** School by school, where a grade of all schools is asked for. */
  readonly bySchool: boolean;
  /** Weeks of a part whose days in person are hidden: they are never asked for. */
  readonly unseen: readonly { readonly part: string; readonly weeks: readonly string[] }[];
  /** Share of days with attendance, 0 to 1. */
  readonly target: number;
}

const count = z.coerce.number();
const daysSchema = z.array(
  z.object({
    part: z.string(),
    enrolled: count,
    attendance: count,
    in_person: count,
    in_person_of: count,
    covered: count,
    digital: count,
    minutes: count,
  }),
);
const sourcesSchema = z.array(
  z.object({ module: z.string(), covered: count, digital: count, minutes: count }),
);
const studentsSchema = z.array(
  z.object({ part: z.string(), students: count, judged: count, meeting: count }),
);
const presentSchema = z.array(z.object({ school_key: z.string(), grade: z.string() }));

/** As the extract tells them: whole minutes of a place and week. */
const MINUTES = 'round(round(coalesce(sum(digital_minutes), 0), 6))';

export async function askAgain(rows: AskRows, question: Question) {
  const { year, schools, grade, from, to, bySchool, unseen, target } = question;
  const part = bySchool ? 'school_key' : "''";
  const place = [
    ...(schools.length === 0 ? [] : [`school_key in (${schools.map(literal).join(', ')})`]),
    ...(grade === null ? [] : [`grade = ${literal(grade)}`]),
  ];
  const weeks = `week_start between date ${literal(from)} and date ${literal(to)}`;
  const where = [`school_year = ${year}`, weeks, ...place].join(' and ');
  const hidden = unseen
    .filter((u) => u.weeks.length > 0)
    .map(
      (u) =>
        `${part} = ${literal(u.part)} and week_start in (${u.weeks.map((w) => `date ${literal(w)}`).join(', ')})`,
    );
  const seen = (column: string) =>
    hidden.length === 0
      ? `sum(${column})`
      : `sum(case when ${hidden.join(' or ')} then 0 else ${column} end)`;
  const ofStudents = `weeks as (${studentWeeksSql(year)})`;
  const days = await rows(
    `with weeks as (select ${part} as part, week_start, sum(enrolled_days) as enrolled, sum(attendance_days) as attendance, ${seen('in_person_days')} as in_person, ${seen('attendance_days')} as in_person_of, sum(covered_days) as covered, sum(digital_days) as digital, ${MINUTES} as minutes from school_grade_week where ${where} group by 1, 2)
    select part, sum(enrolled) as enrolled, sum(attendance) as attendance, sum(in_person) as in_person, sum(in_person_of) as in_person_of, sum(covered) as covered, sum(digital) as digital, sum(minutes) as minutes from weeks group by part`,
  );
  const sources = await rows(
    `with weeks as (select ${part} as part, module, week_start, sum(covered_days) as covered, sum(digital_days) as digital, ${MINUTES} as minutes from school_grade_week_source where ${where} group by 1, 2, 3)
    select module, sum(covered) as covered, sum(digital) as digital, sum(minutes) as minutes from weeks group by module`,
  );
  const students = await rows(
    `with ${ofStudents},
    mine as (select ${part} as part, student_key, week_start, attendance_days, present from weeks${place.length === 0 ? '' : ` where ${place.join(' and ')}`}),
    known as (select part, student_key, min(present) >= 0 as is_known from mine group by part, student_key),
    span as (select part, student_key, sum(attendance_days) as days, sum(greatest(present, 0)) as came from mine where ${weeks} group by part, student_key)
    select s.part, count(*) as students, count_if(k.is_known and s.days > 0) as judged,
      count_if(k.is_known and s.days > 0 and cast(s.came as double) / nullif(s.days, 0) >= cast(${target} as double)) as meeting
    from span as s inner join known as k on k.part = s.part and k.student_key = s.student_key group by s.part`,
  );
  const present = await rows(
    `with ${ofStudents} select school_key, grade from weeks where ${weeks} group by school_key, grade`,
  );
  return {
    days: daysSchema.parse(days),
    sources: sourcesSchema.parse(sources),
    students: studentsSchema.parse(students),
    /** Where anybody was in these weeks. */
    present: presentSchema.parse(present),
  };
}

/** The schools' own keys, and the school year of a week. */
export async function askFrame(rows: AskRows, week: string) {
  const [found] = z
    .array(z.object({ year: count }))
    .parse(
      await rows(
        `select max(school_year) as year from school_grade_week where week_start = date ${literal(week)}`,
      ),
    );
  const schools = z
    .array(z.object({ school_key: z.string() }))
    .parse(await rows('select school_key from school_grade_week group by school_key'));
  return { year: found?.year ?? 0, schools: schools.map((s) => s.school_key) };
}
