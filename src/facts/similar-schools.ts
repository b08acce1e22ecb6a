// Which schools a school is set beside: those of the same grades and nearest in size, never the best or the worst.
import type { MeasureRow } from './count-table.ts';

/** How many schools stand beside one. */
const BESIDE = 3;

interface School {
  readonly key: string;
  readonly students: number;
  readonly grades: ReadonlySet<string>;
}

/** Keys of the other schools that share at least one grade, nearest in number of students first. */
export function similarSchools(measures: readonly MeasureRow[], school: string, year: number): string[] {
  const schools = new Map<string, School>();
  const one = measures[0]?.metric;
  for (const row of measures) {
    if (row.school_year !== year || row.metric !== one || row.level === 'district') continue;
    const before = schools.get(row.school_key) ?? { key: row.school_key, students: 0, grades: new Set() };
    schools.set(row.school_key, {
      key: row.school_key,
      students: row.level === 'school' ? row.students : before.students,
      grades: row.level === 'grade' ? new Set([...before.grades, row.grade]) : before.grades,
    });
  }
  const own = schools.get(school);
  if (!own) return [];
  const far = (other: School) => Math.abs(other.students - own.students);
  return [...schools.values()]
    .filter((other) => other.key !== school && [...other.grades].some((g) => own.grades.has(g)))
    .sort((a, b) => far(a) - far(b) || (a.key < b.key ? -1 : 1))
    .slice(0, BESIDE)
    .map((s) => s.key);
}
