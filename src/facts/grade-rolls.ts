// Of which grades the students of a class are, and how many students of those grades a reader knows of.
import type { HiddenBecause } from '../suppress/cell.ts';
import { measureCell } from './count-table.ts';
import { ENROLLMENT } from './measure-ties.ts';
import type { FactRows } from './rows.ts';

type SectionRow = FactRows['sections'][number];
type Place = Pick<SectionRow, 'school_key' | 'school_year'>;

export interface GradeRolls {
  /** Sorted; undefined where the rosters do not say the grade of each of its students. */
  gradesOf(section: SectionRow): readonly string[] | undefined;
  /** All students of these grades; undefined where a reader is not told, or nobody is. */
  studentsOf(place: Place, grades: readonly string[]): number | undefined;
  /** Whether a reader is told how many the school has, and each of its grades. */
  allTold(place: Place): boolean;
}

/** @param hidden what is hidden of the counts of measures, enrollment among them */
export function gradeRolls(
  { rosters, measures }: Pick<FactRows, 'rosters' | 'measures'>,
  hidden: ReadonlyMap<string, HiddenBecause>,
): GradeRolls {
  const told = new Map<string, number>();
  const untold = new Set<string>();
  for (const m of measures) {
    if (m.level === 'district') continue;
    if (hidden.has(measureCell({ ...m, metric: ENROLLMENT }, 'judged'))) untold.add(schoolOf(m));
    else told.set(gradeOf(m, m.grade), m.students);
  }
  const classes = Map.groupBy(rosters, classOf);
  return {
    gradesOf(section) {
      const of = (classes.get(classOf(section)) ?? []).filter((r) => r.students > 0);
      const stated = of.reduce((sum, r) => sum + r.students, 0);
      return stated < section.students ? undefined : of.map((r) => r.grade).sort();
    },
    studentsOf(place, grades) {
      const rolls = grades.map((grade) => told.get(gradeOf(place, grade)));
      return rolls.every((n) => n !== undefined) ? rolls.reduce((sum, n) => sum + n, 0) : undefined;
    },
    allTold: (place) => !untold.has(schoolOf(place)),
  };
}

const schoolOf = (place: Place) => JSON.stringify([place.school_key, place.school_year]);
const gradeOf = (place: Place, grade: string) => JSON.stringify([place.school_key, place.school_year, grade]);
const classOf = (row: Pick<SectionRow, 'section_key' | 'school_year'>) =>
  JSON.stringify([row.section_key, row.school_year]);
