// What the lists of a day are made from, asked of the day's tables: who needs a check-in and why, and who is enrolled.
import { z } from 'zod';
import type { CheckinSettings } from '../../lib/checkin-schema.ts';
import type { Session } from '../adapters/duckdb.ts';
import { literal } from '../sql-text/sql-text.ts';
import { addDays } from './days.ts';
import type { Candidate, Fact } from './item.ts';

export interface DayFacts {
  readonly candidates: readonly Candidate[];
  /** "student|school" of every enrollment of the day. */
  readonly enrolled: ReadonlySet<string>;
  readonly schools: readonly {
    readonly schoolKey: string;
    readonly name: string;
    readonly noContactSince: string;
  }[];
  /** Students over the line of chronic absence so far this year, each at the home school. */
  readonly highAbsence: readonly { readonly studentKey: string; readonly schoolKey: string }[];
}

const fact = z.object({ fact: z.string(), words: z.string() });
const candidateRow = z.object({
  student_key: z.string(),
  school_key: z.string(),
  task: z.string(),
  basis: z.string(),
  model_id: z.string().nullable(),
  out_of_20: z.number().nullable(),
  points: z.number(),
  as_of: z.string(),
  list_order: z.number(),
  reasons: z.array(fact),
  strength: fact.nullable(),
  missed: z.number().nullable(),
  days: z.number().nullable(),
  settled: z.boolean(),
});
const safetyRow = z.object({
  student_key: z.string(),
  school_key: z.string(),
  as_of: z.string(),
  points: z.number(),
  words: z.string(),
});

const gradeRow = z.object({ student_key: z.string(), grade: z.string().nullable() });

const atSchool = (on: string) =>
  `begin_date <= ${on} and (end_date is null or end_date > ${on}) and student_key is not null`;

/** A list of leaving school is not for a child of seven; a student whose grade nobody knows is left out of none. */
function isFor({ grades }: CheckinSettings, task: string, grade: string | null | undefined): boolean {
  const wanted = Object.hasOwn(grades, task) ? grades[task] : undefined;
  return wanted === undefined || grade === null || grade === undefined || wanted.includes(grade);
}

/** The relations that the questions read; no other has to be bound. */
export const READS = [
  'calendar_day',
  'enrollment',
  'incident',
  'policy',
  'school',
  'school_year_span',
  'student_day_fact',
  'student_district_engagement',
  'student_risk',
  'student_risk_reason',
  'check_in_disposition',
] as const;

export async function readDayFacts(
  session: Session,
  today: string,
  settings: CheckinSettings,
): Promise<DayFacts> {
  const on = `date ${literal(today)}`;
  const enrolled = `select distinct student_key, school_key, is_home from enrollment where ${atSchool(on)}`;
  await session.run(`create or replace temp table checkin_enrolled as ${enrolled}`);
  await session.run(`create or replace temp table checkin_year as ${yearSql(on)}`);
  const ask = async <T>(schema: z.ZodType<T>, sql: string) => z.array(schema).parse(await session.rows(sql));
  const pair = z.object({ student_key: z.string(), school_key: z.string() });
  const grades = new Map(
    (
      await ask(
        gradeRow,
        `select student_key, max(grade_level) as grade from enrollment where ${atSchool(on)} group by all`,
      )
    ).map((r) => [r.student_key, r.grade]),
  );
  const candidates = [
    ...(await ask(candidateRow, candidatesSql(on, settings)))
      .filter((row) => isFor(settings, row.task, grades.get(row.student_key)))
      .map(listed),
    ...(await ask(safetyRow, unseenSql(on, today, settings))).map((row) =>
      safety(row, 'safety_unseen', 'unseen'),
    ),
    ...(await ask(safetyRow, incidentSql(on, settings))).map((row) =>
      safety(row, 'safety_incident', 'incident'),
    ),
  ];
  const schools = await ask(
    z.object({ school_key: z.string(), name: z.string(), since: z.string() }),
    schoolsSql(on, today, settings.noContactDays),
  );
  const high = await ask(
    pair,
    'select y.student_key, e.school_key from checkin_year as y join checkin_enrolled as e using (student_key) where e.is_home and y.chronically_absent order by all',
  );
  const here = await ask(pair, 'select distinct student_key, school_key from checkin_enrolled');
  return {
    candidates,
    enrolled: new Set(here.map((r) => `${r.student_key}|${r.school_key}`)),
    schools: schools.map((s) => ({ schoolKey: s.school_key, name: s.name, noContactSince: s.since })),
    highAbsence: high.map((r) => ({ studentKey: r.student_key, schoolKey: r.school_key })),
  };
}

/** Days of this school year so far, and whether the line is crossed whatever comes: see docs/check-ins.md. */
function yearSql(on: string): string {
  return `
with year as (select school_year from school_year_span where year_begin <= ${on} and year_end > ${on}),
span as (
  select school_key, school_year, count(*) as school_days, count_if(has_elapsed) as elapsed
  from calendar_day where is_school_day group by all
),
ahead as (
  -- a calendar that nobody has written to its end is taken to be as long as last year's
  select s.school_key, greatest(s.school_days, coalesce(b.school_days, 0)) - s.elapsed as days_ahead,
    b.school_days is not null or s.school_days > s.elapsed as is_known
  from span as s join year using (school_year)
  left join span as b on b.school_key = s.school_key and b.school_year = s.school_year - 1
)
select e.student_key, e.chronically_absent, e.attendance_days as days, e.attendance_days - e.in_person_days as missed,
  max(a.days_ahead) filter (a.is_known) as days_ahead
from student_district_engagement as e
join year using (school_year)
left join checkin_enrolled as h on h.student_key = e.student_key and h.is_home
left join ahead as a on a.school_key = h.school_key
group by all`;
}

/** Everybody whom a model or, where none may speak, the plain list names; nothing past its day. */
function candidatesSql(on: string, { need }: CheckinSettings): string {
  return `
with told as (
  select task, student_key, list({fact: fact, words: words} order by place) filter (kind = 'reason') as reasons,
    min({fact: fact, words: words}) filter (kind = 'strength') as strength
  from student_risk_reason group by all
),
strong as (select student_key, min(strength) as strength from told group by all)
select r.student_key, r.school_key, r.task, r.basis, r.model_id, r.out_of_20, coalesce(r.plain_points, 0) as points,
  strftime(r.as_of, '%Y-%m-%d') as as_of, r.list_order, coalesce(t.reasons, []) as reasons,
  coalesce(t.strength, s.strength) as strength, y.missed::double as missed, y.days::double as days,
  r.task = 'chronic_absence'
    and coalesce(y.missed >= p.chronic_absence_share * (y.days + y.days_ahead), false) as settled
from student_risk as r
cross join policy as p
left join told as t on t.task = r.task and t.student_key = r.student_key
left join strong as s on s.student_key = r.student_key
left join checkin_year as y on y.student_key = r.student_key
where r.expires_on >= ${on} and r.school_key is not null
  and case when r.basis = 'model' then r.out_of_20 >= ${need.outOf20} else r.plain_points >= ${need.points} end
order by r.task, r.list_order`;
}

function unseenSql(on: string, today: string, { safety: { unseenDays } }: CheckinSettings): string {
  const from = addDays(today, -4 * unseenDays - 30);
  return `
with days as (
  select student_key, school_key, calendar_date, category, present_fraction,
    row_number() over (partition by student_key, school_key order by calendar_date desc) as back
  from student_day_fact
  where month >= ${literal(from.slice(0, 7))} and calendar_date >= date ${literal(from)} and calendar_date <= ${on} and attendance_taken
)
select d.student_key, d.school_key, strftime(max(d.calendar_date), '%Y-%m-%d') as as_of,
  coalesce(max(y.missed), ${unseenDays})::double as points,
  'school days missed in a row without a reason recorded: at least ${unseenDays}' as words
from days as d
join checkin_enrolled as e on e.student_key = d.student_key and e.school_key = d.school_key
left join checkin_year as y on y.student_key = d.student_key
where d.back <= ${unseenDays}
group by d.student_key, d.school_key
having count(*) = ${unseenDays} and bool_and(d.category = 'absent_unexcused' and d.present_fraction = 0)
order by d.student_key`;
}

function incidentSql(on: string, { safety: { incidents, incidentDays } }: CheckinSettings): string {
  const types = ['', ...incidents.map((t) => t.toLowerCase())].map(literal).join(', ');
  return `
select i.student_key, i.school_key, strftime(max(i.incident_date), '%Y-%m-%d') as as_of, 0::double as points,
  'an incident of ' || strftime(max(i.incident_date), '%Y-%m-%d') || ': ' || max_by(i.incident_type, i.incident_date) as words
from incident as i
join checkin_enrolled as e on e.student_key = i.student_key and e.school_key = i.school_key
where lower(i.incident_type) in (${types}) and i.incident_date <= ${on} and i.incident_date > ${on} - ${incidentDays}
group by i.student_key, i.school_key order by i.student_key`;
}

/** The span in which a contact still counts: so many school days back, or calendar days where no calendar goes so far. */
function schoolsSql(on: string, today: string, noContactDays: number): string {
  return `
with days as (
  select school_key, calendar_date, row_number() over (partition by school_key order by calendar_date desc) as back
  from calendar_day where is_school_day and has_elapsed and calendar_date <= ${on}
),
since as (select school_key, calendar_date from days where back = ${noContactDays})
select e.school_key, coalesce(max(s.school_name), e.school_key) as name,
  coalesce(strftime(max(d.calendar_date), '%Y-%m-%d'), ${literal(addDays(today, -noContactDays))}) as since
from checkin_enrolled as e
left join school as s on s.school_key = e.school_key
left join since as d on d.school_key = e.school_key
where e.school_key is not null
group by e.school_key order by e.school_key`;
}

function listed(row: z.output<typeof candidateRow>): Candidate {
  const byModel = row.basis === 'model';
  return {
    studentKey: row.student_key,
    schoolKey: row.school_key,
    task: row.task,
    source: byModel ? 'model' : 'rule',
    madeBy: byModel ? (row.model_id ?? 'model') : 'plain_list',
    safety: false,
    outOf20: byModel ? row.out_of_20 : null,
    points: row.points,
    asOf: row.as_of,
    reasons: row.reasons.length > 0 ? row.reasons.slice(0, 3) : plainReasons(row),
    strength: row.strength,
    settled: row.settled,
    order: row.list_order,
  };
}

/** The plain list has no parts to show; its two facts are what it adds up. */
function plainReasons({ points, missed, days }: z.output<typeof candidateRow>): Fact[] {
  const sum = {
    fact: 'points',
    words: `school days missed plus courses not yet passed this year: ${points}`,
  };
  if (missed === null || days === null) return [sum];
  return [sum, { fact: 'absence', words: `school days missed: ${missed} of ${days} this year` }];
}

function safety(row: z.output<typeof safetyRow>, rule: string, name: string): Candidate {
  return {
    studentKey: row.student_key,
    schoolKey: row.school_key,
    task: rule,
    source: 'rule',
    madeBy: rule,
    safety: true,
    outOf20: null,
    points: row.points,
    asOf: row.as_of,
    reasons: [{ fact: name, words: row.words }],
    strength: null,
    settled: false,
    order: 0,
  };
}
