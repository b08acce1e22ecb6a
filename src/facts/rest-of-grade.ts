// The classes of a course beside the grades of their students: none gives away a hidden grade or the few who are not in the course.
import type { HiddenBecause } from '../suppress/cell.ts';
import { FEWEST_VALUES, groupIsSmall } from '../suppress/small-group.ts';
import type { GradeRolls } from './grade-rolls.ts';
import type { SectionRow } from './hidden-sections.ts';

type Reasons = ReadonlyMap<SectionRow, HiddenBecause>;

/**
 * Only more is hidden, and only less is said of why: what was protected before stays so.
 * @param sections of one course and term
 * @param hidden those that are hidden for their own sake and for each other's
 */
export function hideBesideGrades(
  sections: readonly SectionRow[],
  hidden: Reasons,
  rolls: GradeRolls,
  limit: number,
): Reasons {
  const why = new Map(hidden);
  for (const s of sections) if (mayBeHiddenGrade(s, rolls)) why.set(s, 'protects_another');
  const groups = gradeGroups(sections, rolls);
  for (let again = true; again; ) {
    again = false;
    for (const { whole, inside } of groups) {
      const shown = () => inside.filter((s) => !why.has(s));
      const left = () => shown().reduce((sum, s) => sum - s.students, whole);
      if (!groupIsSmall(left(), limit)) continue;
      // With fewer left over, "not a small group" would pin the last class that was hidden.
      while (left() < limit + FEWEST_VALUES) {
        const smallest = shown().sort(bySize)[0];
        if (smallest === undefined) break;
        why.set(smallest, 'protects_another');
        again = true;
      }
    }
  }
  // Where the grade has room for little else, "not a small group" said of each hidden class would pin them.
  for (const { whole, inside } of groups) {
    if (whole >= (inside.length + 1) * limit) continue;
    for (const s of inside) if (why.has(s)) why.set(s, 'protects_another');
  }
  return why;
}

/** A class of shown grades alone says nothing of a hidden one. */
function mayBeHiddenGrade(section: SectionRow, rolls: GradeRolls): boolean {
  if (rolls.allTold(section)) return false;
  const grades = rolls.gradesOf(section);
  return grades === undefined || rolls.studentsOf(section, grades) === undefined;
}

interface GradeGroup {
  /** Students of these grades. */
  readonly whole: number;
  /** Classes of these grades alone. */
  readonly inside: readonly SectionRow[];
}

/** Each set of grades that has a class of its own, and all grades of the course together. */
function gradeGroups(sections: readonly SectionRow[], rolls: GradeRolls): GradeGroup[] {
  const [first] = sections;
  if (first === undefined) return [];
  const taught = sections.map((section) => ({ section, grades: rolls.gradesOf(section) ?? null }));
  const known = taught.flatMap(({ grades }) => (grades === null ? [] : [grades]));
  const sets = new Map(
    [...known, [...new Set(known.flat())].sort()].map((set) => [JSON.stringify(set), set]),
  );
  return [...sets.values()].flatMap((set) => {
    const whole = rolls.studentsOf(first, set);
    if (whole === undefined) return [];
    const among = new Set(set);
    const inside = taught.filter(({ grades }) => grades?.every((g) => among.has(g)) === true);
    return [{ whole, inside: inside.map((t) => t.section) }];
  });
}

const bySize = (a: SectionRow, b: SectionRow) =>
  a.students - b.students || (a.section_key < b.section_key ? -1 : 1);
