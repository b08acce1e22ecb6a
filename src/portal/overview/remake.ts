// Makes the numbers of a choice again from the release itself, by sums over its views; of what is hidden it asks nothing.
import type { AskRows } from '../../facts/rows.ts';
import { slug } from '../zones.ts';
import { askAgain, askFrame } from './ask-again.ts';
import type { Extract } from './extract.ts';
import { type Filter, hiddenWeeks, reachIsShown, type SourceNumbers, shownParts, spanOf } from './select.ts';
import { named, placesOf, type Told, toldOf } from './told.ts';

/** Null where the choice has nothing to show; what the page hides of it is not told here either. */
export async function remakeOverview(rows: AskRows, extract: Extract, filter: Filter): Promise<Told | null> {
  const told = toldOf(extract, filter);
  const made = told === null ? null : await summedUp(rows, extract, filter);
  if (told === null || made === null) return null;
  return Object.fromEntries(
    Object.entries(made).map(([name, value]) => [name, told[name] === null ? null : value]),
  );
}

async function summedUp(rows: AskRows, extract: Extract, filter: Filter): Promise<Told | null> {
  const span = spanOf(extract, filter);
  const parts = shownParts(extract, filter.school, filter.grade);
  if (span === null || parts.length === 0) return null;
  const frame = await askFrame(rows, extract.weeks.at(-1) ?? '');
  const bySlug = new Map(frame.schools.map((key) => [slug(key), key]));
  const keyOf = (school: number | null) =>
    school === null ? undefined : bySlug.get(extract.schools[school]?.slug ?? '');
  const bySchool = filter.school === null && filter.grade !== null;
  const { days, sources, students, present } = await askAgain(rows, {
    year: frame.year,
    schools: parts.flatMap((p) => keyOf(p.school) ?? []),
    grade: filter.grade === null ? null : (extract.grades[filter.grade] ?? ''),
    from: extract.weeks[span.from] ?? '',
    to: extract.weeks[span.to] ?? '',
    bySchool,
    unseen: parts.map((p) => ({
      part: bySchool ? (keyOf(p.school) ?? '') : '',
      weeks: hiddenWeeks(extract, p, span),
    })),
    // As the district wrote it: 93 % is 0.93, not a neighbour of it.
    target: Number((extract.target / 100).toPrecision(12)),
  });
  const sum = <T>(of: readonly T[], pick: (row: T) => number) => of.reduce((n, row) => n + pick(row), 0);
  // Only those parts count of which it may be told who reaches the target.
  const open = parts.filter((p) => reachIsShown(extract, p, span));
  const reach = new Set(open.map((p) => (bySchool ? keyOf(p.school) : '')));
  const judged = students.filter((s) => reach.has(s.part));
  const bySource = extract.sources.flatMap((s, source): SourceNumbers[] => {
    if (filter.source !== null && filter.source !== source) return [];
    const { covered = 0, digital = 0, minutes = 0 } = sources.find((b) => b.module === s.module) ?? {};
    return [{ source, covered, digital, minutes }];
  });
  const [only] = filter.source === null ? [] : bySource;
  const someone = (school: number | null, grade: number | null) =>
    shownParts(extract, school, grade).some((p) =>
      present.some(
        (r) =>
          (p.school === null || r.school_key === keyOf(p.school)) &&
          (p.grade === null || r.grade === extract.grades[p.grade]),
      ),
    );
  const numbers = {
    students: sum(students, (s) => s.students),
    enrolled: sum(days, (d) => d.enrolled),
    attendance: sum(days, (d) => d.attendance),
    inPerson: sum(days, (d) => d.in_person),
    inPersonOf: sum(days, (d) => d.in_person_of),
    covered: only?.covered ?? sum(days, (d) => d.covered),
    digital: only?.digital ?? sum(days, (d) => d.digital),
    minutes: only?.minutes ?? sum(days, (d) => d.minutes),
    judged: open.length === 0 ? null : sum(judged, (s) => s.judged),
    meeting: open.length === 0 ? null : sum(judged, (s) => s.meeting),
    sources: bySource,
  };
  return named(extract, numbers, placesOf(extract, filter, someone));
}
