// Invented tables to attack: schools by grades in the shapes of real districts, from a seed.
import type { SchoolGradeRow } from '../../src/suppress/school-grade-table.ts';

/** A number from 0 up to 1, the same for the same seed. */
export type Dice = () => number;

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const SPANS: readonly (readonly [number, number])[] = [
  [0, 5],
  [6, 8],
  [9, 12],
  [0, 5],
  [0, 8],
];

/** Elementary, middle and high schools, one in eight of them tiny, a few students in two schools. */
export function districtRows(schools: number, metrics: readonly string[], roll: Dice): SchoolGradeRow[] {
  const enrolled = Array.from({ length: schools }, (_, s) => {
    const [from, to] = s === schools - 1 ? [0, 12] : (SPANS[s % SPANS.length] ?? [0, 5]);
    const size = s % 8 === 3 ? 14 : 40 + 80 * roll();
    return Array.from({ length: to - from + 1 }, (_, g) => ({
      grade: String(from + g).padStart(2, '0'),
      students: Math.round(size * (0.4 + roll())),
    }));
  });
  return metrics.flatMap((metric) =>
    withTotals(
      metric,
      enrolled.flatMap((grades, s) =>
        grades.map(({ grade, students }) => {
          const judged = Math.max(0, students - Math.floor(3 * roll()));
          return {
            school: `s${s}`,
            grade,
            judged,
            meeting: Math.round(judged * (0.05 + 0.4 * roll() * roll())),
          };
        }),
      ),
      roll,
    ),
  );
}

/** A small full table; `most` students a cell. */
export function smallRows(schools: number, grades: number, most: number, roll: Dice): SchoolGradeRow[] {
  const cells = Array.from({ length: schools * grades }, (_, i) => {
    const judged = Math.floor((most + 1) * roll() * roll());
    return {
      school: `s${Math.floor(i / grades)}`,
      grade: `g${i % grades}`,
      judged,
      meeting: Math.floor((judged + 1) * roll()),
    };
  });
  return withTotals('chronic_absence', cells, roll);
}

interface Count {
  readonly school: string;
  readonly grade: string;
  readonly judged: number;
  readonly meeting: number;
}

/** Totals of schools, of grades and of the district; of some grades one student attends two schools. */
function withTotals(metric: string, cells: readonly Count[], roll: Dice): SchoolGradeRow[] {
  const line = (
    school: string | null,
    grade: string | null,
    of: readonly Count[],
    twice = 0,
  ): SchoolGradeRow => {
    const judged = of.reduce((sum, c) => sum + c.judged, 0);
    const meeting = of.reduce((sum, c) => sum + c.meeting, 0);
    const [less, lessMeeting] = judged - meeting > twice ? [twice, 0] : [0, 0];
    return {
      school,
      grade,
      metric,
      year: '2025-26',
      judged: judged - less,
      meeting: meeting - lessMeeting,
    };
  };
  const grades = [...Map.groupBy(cells, (c) => c.grade)].map(([grade, of]) =>
    line(null, grade, of, of.length > 1 && roll() < 0.3 ? 1 : 0),
  );
  return [
    ...cells.map((c) => line(c.school, c.grade, [c])),
    ...[...Map.groupBy(cells, (c) => c.school)].map(([school, of]) => line(school, null, of)),
    ...grades,
    {
      school: null,
      grade: null,
      metric,
      year: '2025-26',
      judged: grades.reduce((sum, g) => sum + g.judged, 0),
      meeting: grades.reduce((sum, g) => sum + g.meeting, 0),
    },
  ];
}
