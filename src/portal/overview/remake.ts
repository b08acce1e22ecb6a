// Makes the numbers of a choice again from the release itself, by sums over its views; of what is hidden it asks nothing.
import { z } from 'zod';
import type { AskRows } from '../../facts/rows.ts';
import { literal } from '../../sql-text/sql-text.ts';
import { slug } from '../zones.ts';
import type { Extract } from './extract.ts';
import { type Filter, reachIsShown, type SourceNumbers, shownParts, spanOf } from './select.ts';
import { named, type Told } from './told.ts';
import { studentWeeksSql } from './week-rows.ts';

const count = z.coerce.number();
const sumsSchema = z.array(
  z.object({
    enrolled: count,
    attendance: count,
    in_person: count,
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

/** Null where the choice has nothing to show. */
export async function remakeOverview(rows: AskRows, extract: Extract, filter: Filter): Promise<Told | null> {
  const span = spanOf(extract, filter);
  const parts = shownParts(extract, filter.school, filter.grade);
  if (span === null || parts.length === 0) return null;
  // As the district wrote it: 93 % is 0.93, not a neighbour of it.
  const target = Number((extract.target / 100).toPrecision(12));
  const { keys, year } = await frameOf(rows, extract);
  const schools = parts.flatMap((p) => (p.school === null ? [] : [keys[p.school] ?? '']));
  // One grade of all schools is added up school by school, everything else is one part.
  const part = filter.school === null && filter.grade !== null ? 'school_key' : "''";
  const place = [
    ...(schools.length === 0 ? [] : [`school_key in (${schools.map(literal).join(', ')})`]),
    ...(filter.grade === null ? [] : [`grade = ${literal(extract.grades[filter.grade] ?? '')}`]),
  ];
  const [from, to] = [extract.weeks[span.from] ?? '', extract.weeks[span.to] ?? ''];
  const weeks = `week_start between date ${literal(from)} and date ${literal(to)}`;
  const where = [`school_year = ${year}`, weeks, ...place].join(' and ');
  // As told: whole minutes of a place and week.
  const minutes = 'round(round(coalesce(sum(digital_minutes), 0), 6))';
  const [sums] = sumsSchema.parse(
    await rows(
      `with weeks as (select ${part} as part, week_start, sum(enrolled_days) as enrolled, sum(attendance_days) as attendance, sum(in_person_days) as in_person, sum(covered_days) as covered, sum(digital_days) as digital, ${minutes} as minutes from school_grade_week where ${where} group by 1, 2)
      select coalesce(sum(enrolled), 0) as enrolled, coalesce(sum(attendance), 0) as attendance, coalesce(sum(in_person), 0) as in_person, coalesce(sum(covered), 0) as covered, coalesce(sum(digital), 0) as digital, coalesce(sum(minutes), 0) as minutes from weeks`,
    ),
  );
  const bySource = sourcesSchema.parse(
    await rows(
      `with weeks as (select ${part} as part, module, week_start, sum(covered_days) as covered, sum(digital_days) as digital, ${minutes} as minutes from school_grade_week_source where ${where} group by 1, 2, 3)
      select module, sum(covered) as covered, sum(digital) as digital, sum(minutes) as minutes from weeks group by module`,
    ),
  );
  const here = studentsSchema.parse(
    await rows(
      `with weeks as (${studentWeeksSql(year)}),
      mine as (select ${part} as part, student_key, week_start, attendance_days, present from weeks${place.length === 0 ? '' : ` where ${place.join(' and ')}`}),
      known as (select part, student_key, min(present) >= 0 as is_known from mine group by part, student_key),
      span as (select part, student_key, sum(attendance_days) as days, sum(greatest(present, 0)) as came from mine where ${weeks} group by part, student_key)
      select s.part, count(*) as students, count_if(k.is_known and s.days > 0) as judged,
        count_if(k.is_known and s.days > 0 and cast(s.came as double) / nullif(s.days, 0) >= cast(${target} as double)) as meeting
      from span as s inner join known as k on k.part = s.part and k.student_key = s.student_key group by s.part`,
    ),
  );
  const present = presentSchema.parse(
    await rows(
      `with weeks as (${studentWeeksSql(year)}) select school_key, grade from weeks where ${weeks} group by school_key, grade`,
    ),
  );
  const reach = new Set(
    parts
      .filter((p) => reachIsShown(extract, p, span))
      .map((p) => (part === "''" ? '' : keys[p.school ?? 0])),
  );
  const shown = here.filter((h) => reach.has(h.part));
  const total = (of: (h: (typeof here)[number]) => number, list = here) =>
    list.reduce((n, h) => n + of(h), 0);
  const sources = extract.sources.flatMap((s, source): SourceNumbers[] => {
    if (filter.source !== null && filter.source !== source) return [];
    const {
      covered = 0,
      digital = 0,
      minutes: spent = 0,
    } = bySource.find((b) => b.module === s.module) ?? {};
    return [{ source, covered, digital, minutes: spent }];
  });
  const online = filter.source === null ? sums : sources[0];
  const someone = (school: number | null, grade: number | null) =>
    shownParts(extract, school, grade).some((p) =>
      present.some(
        (r) =>
          (p.school === null || r.school_key === keys[p.school]) &&
          (p.grade === null || r.grade === extract.grades[p.grade]),
      ),
    );
  const within = (all: readonly unknown[], chosen: number | null) =>
    all.map((_, i) => i).filter((i) => chosen === null || chosen === i);
  return named(
    extract,
    {
      students: total((h) => h.students),
      enrolled: sums?.enrolled ?? 0,
      attendance: sums?.attendance ?? 0,
      inPerson: sums?.in_person ?? 0,
      covered: online?.covered ?? 0,
      digital: online?.digital ?? 0,
      minutes: online?.minutes ?? 0,
      judged: reach.size === 0 ? null : total((h) => h.judged, shown),
      meeting: reach.size === 0 ? null : total((h) => h.meeting, shown),
      sources,
    },
    {
      schools: within(extract.schools, filter.school).filter((s) => someone(s, filter.grade)).length,
      grades: within(extract.grades, filter.grade).filter((g) => someone(filter.school, g)).length,
    },
  );
}

/** The schools' own keys, by their places in the extract, and the school year of its last week. */
async function frameOf(rows: AskRows, extract: Extract) {
  const last = extract.weeks.at(-1) ?? '';
  const [found] = z
    .array(z.object({ year: count }))
    .parse(
      await rows(
        `select max(school_year) as year from school_grade_week where week_start = date ${literal(last)}`,
      ),
    );
  const schools = z
    .array(z.object({ school_key: z.string() }))
    .parse(await rows('select school_key from school_grade_week group by school_key'));
  const bySlug = new Map(schools.map((s) => [slug(s.school_key), s.school_key]));
  return { year: found?.year ?? 0, keys: extract.schools.map((s) => bySlug.get(s.slug)) };
}
