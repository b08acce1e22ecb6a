// Every number that the overview tells of a choice, by name: what its cards, charts and tables are made from.
import type { Extract } from './extract.ts';
import { type Filter, isTaught, type Numbers, numbersAt } from './select.ts';

/** Null is hidden. */
export type Told = Readonly<Record<string, number | null>>;

/** Null where nothing may be told, or nothing is there. */
export function toldOf(extract: Extract, filter: Filter): Told | null {
  const numbers = numbersAt(extract, filter);
  if (numbers === null) return null;
  const someone = (school: number | null, grade: number | null) =>
    isTaught(extract, school, grade) && (numbersAt(extract, filter, school, grade)?.students ?? 0) > 0;
  return named(extract, numbers, placesOf(extract, filter, someone));
}

/** Schools and grades of a choice where there is someone. */
export function placesOf(
  extract: Extract,
  filter: Filter,
  someone: (school: number | null, grade: number | null) => boolean,
): Places {
  const within = (all: readonly unknown[], chosen: number | null) =>
    all.map((_, i) => i).filter((i) => chosen === null || chosen === i);
  return {
    schools: within(extract.schools, filter.school).filter((s) => someone(s, filter.grade)).length,
    grades: within(extract.grades, filter.grade).filter((g) => someone(filter.school, g)).length,
  };
}

interface Places {
  readonly schools: number;
  readonly grades: number;
}

export function named(extract: Extract, numbers: Omit<Numbers, 'left' | 'weeksLeft'>, places: Places): Told {
  const { sources, ...own } = numbers;
  return {
    students: own.students,
    schools: places.schools,
    grades: places.grades,
    'days enrolled': own.enrolled,
    'days with attendance': own.attendance,
    'days in person': own.inPerson,
    'days that those in person are of': own.inPersonOf,
    'days covered online': own.covered,
    'days online': own.digital,
    'minutes online': own.minutes,
    'students with attendance': own.judged,
    'students at the target': own.meeting,
    ...Object.fromEntries(
      sources.flatMap((s) => {
        const module = extract.sources[s.source]?.module ?? '';
        return [
          [`days covered by ${module}`, s.covered],
          [`days online with ${module}`, s.digital],
          [`minutes online with ${module}`, s.minutes],
        ];
      }),
    ),
  };
}
