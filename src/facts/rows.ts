// The rows that facts are made from, asked of a release once for all pages.
import { z } from 'zod';

const text = z.string();
const whole = z.coerce.number().int();
const number = z.coerce.number();
const maybe = <T extends z.ZodType>(of: T) => z.union([z.null(), of]);

const shapes = {
  measures: z.strictObject({
    level: z.enum(['district', 'school', 'grade']),
    school_key: text,
    grade: text,
    school_year: whole,
    metric: text,
    students: whole,
    judged: whole,
    meeting: whole,
  }),
  groups: z.strictObject({
    school_key: text,
    attribute: text,
    attribute_value: text,
    school_year: whole,
    metric: text,
    judged: whole,
    meeting: whole,
  }),
  schools: z.strictObject({ school_key: text, school_name: maybe(text) }),
  engagement: z.strictObject({
    school_key: maybe(text),
    school_year: whole,
    students: whole,
    students_with_attendance: whole,
    students_with_digital: whole,
    attendance_days: maybe(whole),
    covered_days: maybe(whole),
    in_person_rate: maybe(number),
    digital_rate: maybe(number),
    digital_minutes: maybe(number),
  }),
  years: z.strictObject({ school_year: whole, year_begin: text, year_end: text }),
  checkins: z.strictObject({
    school_key: text,
    open_items: whole,
    beyond_capacity: whole,
    escalated_items: whole,
    high_absence: whole,
    no_contact: whole,
    /** The first day of the span in which somebody could have been met. */
    no_contact_since: maybe(text),
    /** The first word of staff in the district. */
    ledger_since: maybe(text),
  }),
  /** Students on a school's list, those of safety among them. */
  listed: z.strictObject({ school_key: text, students: whole }),
  /** Items of each list that staff could judge. */
  precision: z.strictObject({ task: text, right: whole, judged: whole }),
  sections: z.strictObject({
    section_key: text,
    section_name: maybe(text),
    course_key: maybe(text),
    course_title: maybe(text),
    term_key: maybe(text),
    school_key: text,
    school_year: whole,
    students: whole,
    attendance_days: whole,
    periods_scheduled: maybe(whole),
    covered_days: whole,
    in_person_rate: maybe(number),
    period_rate: maybe(number),
    digital_rate: maybe(number),
    digital_minutes: maybe(number),
  }),
  /** Of which grades the students of a class are, at its school; who was in it in another year may be among them. */
  rosters: z.strictObject({ section_key: text, school_year: whole, grade: text, students: whole }),
  sources: z.strictObject({ module: text, kind: text, last_date: maybe(text), age_days: maybe(whole) }),
} as const;

type Shapes = typeof shapes;
export type FactRows = { readonly [K in keyof Shapes]: readonly z.output<Shapes[K]>[] };

/** Engines hand dates out in forms of their own; as text they are all alike. */
const dates: ReadonlySet<string> = new Set([
  'year_begin',
  'year_end',
  'last_date',
  'no_contact_since',
  'ledger_since',
]);

/** The days are the schools': the district's count is known where the longest of their spans is. */
const ofDistrict = columns('checkins')
  .replace('school_key, ', '')
  .replace(/cast\((no_contact_since|ledger_since) as/g, 'cast((select min($1) from check_in_school) as');

/**
 * In a fixed order: which row tells how many are enrolled, and so its receipt, is the same however often a release is asked.
 * Column lists are those of the shapes, so that a renamed column fails here and not on a page.
 */
const queries = {
  measures: `select ${columns('measures')} from measure_count order by level, school_key, grade, school_year, metric`,
  groups: `select ${columns('groups')} from measure_group_count where school_year = (select max(school_year) from measure_count) and metric in ('chronic_absence', 'attendance_band_good', 'attendance_band_manageable', 'attendance_band_low', 'attendance_band_severe') order by school_key, attribute, attribute_value, school_year, metric`,
  schools: `select ${columns('schools')} from school order by school_key`,
  engagement: `select ${columns('engagement')} from school_engagement union all select null, ${columns('engagement').replace('school_key, ', '')} from district_engagement order by school_key, school_year`,
  years: `select ${columns('years')} from school_year_span order by school_year`,
  checkins: `select ${columns('checkins')} from check_in_school union all select '' as school_key, ${ofDistrict} from check_in_district`,
  listed: `select school_key, count(distinct student_key) as students from check_in_item where state = 'open' group by school_key`,
  precision: `select task, sum(items_right) as "right", sum(items_right + items_known + items_wrong) as judged from check_in_precision group by task order by task`,
  // Classes of the newest year alone: pages show no others.
  sections: `select ${columns('sections')} from section_engagement where school_key is not null order by course_title, section_name, section_key`,
  rosters: `select e.section_key, g.school_year, coalesce(g.grade, 'not stated') as grade, count(distinct e.student_key) as students from section_enrollment as e inner join section as s on s.section_key = e.section_key inner join student_engagement as g on g.student_key = e.student_key and g.school_key = s.school_key inner join school_year_span as y on y.school_year = g.school_year where (e.end_date is null or e.end_date > y.year_begin) and (e.begin_date is null or e.begin_date < y.year_end) group by e.section_key, g.school_year, coalesce(g.grade, 'not stated') order by e.section_key, g.school_year, coalesce(g.grade, 'not stated')`,
  sources: `select ${columns('sources')} from source_age order by kind, module`,
} as const;

function columns(shape: keyof Shapes): string {
  return Object.keys(shapes[shape].shape)
    .map((c) => (dates.has(c) ? `cast(${c} as varchar) as ${c}` : c))
    .join(', ');
}

export type AskRows = (sql: string) => Promise<readonly Record<string, unknown>[]>;

/** Everything that facts of a release rest on; one pass over the views, however many pages follow. */
export async function askFactRows(rows: AskRows): Promise<FactRows> {
  const read = (name: keyof Shapes) => rows(queries[name]);
  return {
    measures: shapes.measures.array().parse(await read('measures')),
    groups: shapes.groups.array().parse(await read('groups')),
    schools: shapes.schools.array().parse(await read('schools')),
    engagement: shapes.engagement.array().parse(await read('engagement')),
    years: shapes.years.array().parse(await read('years')),
    checkins: shapes.checkins.array().parse(await read('checkins')),
    listed: shapes.listed.array().parse(await read('listed')),
    precision: shapes.precision.array().parse(await read('precision')),
    sections: newest(shapes.sections.array().parse(await read('sections'))),
    rosters: newest(shapes.rosters.array().parse(await read('rosters'))),
    sources: shapes.sources.array().parse(await read('sources')),
  };
}

const newest = <T extends { readonly school_year: number }>(rows: readonly T[]): T[] => {
  const last = rows.reduce((year, r) => Math.max(year, r.school_year), 0);
  return rows.filter((r) => r.school_year === last);
};
