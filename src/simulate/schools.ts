/** The district's schools: which grades they hold and how many of each grade's students they draw. */
import { schoolName } from './names.ts';
import { guid, stream } from './random.ts';

export type School = {
  readonly index: number;
  readonly id: string;
  /** The number that the student information system prints beside the id. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'elementary' | 'middle' | 'high' | 'unit';
  readonly lowest: number;
  readonly highest: number;
  /** Share of a grade's students relative to the other schools with that grade. */
  readonly weight: number;
};

/** Grades are 0 (kindergarten) to 12. */
export const highestGrade = 12;

const shapes = {
  elementary: { label: 'Elementary', lowest: 0, highest: 5 },
  middle: { label: 'Middle', lowest: 6, highest: 8 },
  high: { label: 'High', lowest: 9, highest: 12 },
  unit: { label: 'School', lowest: 0, highest: 12 },
} as const;

const kindsFor = (count: number): School['kind'][] => {
  if (count < 3) return Array.from({ length: count }, () => 'unit' as const);
  const high = Math.max(1, Math.round(count * 0.2));
  const middle = Math.max(1, Math.round(count * 0.25));
  return Array.from({ length: count }, (_, i) => {
    if (i < high) return 'high';
    return i < high + middle ? 'middle' : 'elementary';
  });
};

export const schoolsOf = (count: number, seed: number): School[] => {
  const ids = stream(seed, 'school id');
  return kindsFor(count).map((kind, index) => {
    const { label, lowest, highest } = shapes[kind];
    // The last school of a district is a small one: its grades and groups fall below any reporting minimum.
    const weight = count > 3 && index === count - 1 ? 0.2 : 1;
    return {
      index,
      id: guid(ids, index),
      code: `${5001 + index}`,
      name: schoolName(index, label),
      kind,
      lowest,
      highest,
      weight,
    };
  });
};

/** The school for a grade, drawn by weight; `u` in [0, 1). */
export const drawSchool = (schools: readonly School[], grade: number, u: number, except = -1): number => {
  const open = schools.filter((s) => s.lowest <= grade && grade <= s.highest && s.index !== except);
  const total = open.reduce((sum, s) => sum + s.weight, 0);
  let left = u * total;
  for (const school of open) {
    left -= school.weight;
    if (left < 0) return school.index;
  }
  return open.at(-1)?.index ?? -1;
};
