// One column a grade with its number above; lying down when there are more grades than numbers fit above columns.
import * as Plot from '@observablehq/plot';
import { type Chart, type ChartWords, cell, chart, type Datum, head, known } from './chart.ts';
import { draw, hatch, WIDTH } from './draw.ts';
import type { Theme } from './theme.ts';

export interface GradePoint extends Datum {
  readonly grade: string;
}

/** Above this many a column is narrower than its number. */
const STANDING = 5;
const ROW = 20;

function standing(words: ChartWords, grades: readonly GradePoint[], theme: Theme): string {
  const most = Math.max(1, ...known(grades).map((g) => g.value));
  return draw(words, theme, {
    height: 120,
    marginTop: 18,
    marginBottom: 22,
    marginLeft: 2,
    marginRight: 2,
    x: { type: 'band', domain: grades.map((g) => g.grade), padding: 0.3 },
    y: { domain: [0, most] },
    marks: [
      Plot.barY(known(grades), { x: 'grade', y: 'value', fill: theme.accent }),
      Plot.barY(
        grades.filter((g) => g.state === 'hidden'),
        { x: 'grade', y: most / 2, fill: hatch(words), stroke: theme.grey },
      ),
      ...[-6, 0, 6].map((dx) =>
        Plot.dot(
          grades.filter((g) => g.state === 'no_data'),
          { x: 'grade', y: 0, dx, dy: -5, r: 1.3, fill: theme.grey },
        ),
      ),
      Plot.text(known(grades), { x: 'grade', y: 'value', text: 'text', dy: -8 }),
      Plot.ruleY([0], { stroke: theme.ink }),
      Plot.text(grades, { x: 'grade', text: 'grade', frameAnchor: 'bottom', dy: 18 }),
    ],
  });
}

function lying(words: ChartWords, grades: readonly GradePoint[], theme: Theme): string {
  const most = Math.max(1, ...known(grades).map((g) => g.value));
  return draw(words, theme, {
    width: WIDTH,
    height: grades.length * ROW + 4,
    marginTop: 2,
    marginBottom: 2,
    marginLeft: 34,
    marginRight: 48,
    x: { domain: [0, most] },
    y: { type: 'band', domain: grades.map((g) => g.grade), padding: 0.3 },
    marks: [
      Plot.barX(known(grades), { y: 'grade', x: 'value', fill: theme.accent }),
      Plot.barX(
        grades.filter((g) => g.state === 'hidden'),
        { y: 'grade', x: most / 2, fill: hatch(words), stroke: theme.grey },
      ),
      ...[6, 12, 18].map((dx) =>
        Plot.dot(
          grades.filter((g) => g.state === 'no_data'),
          { y: 'grade', x: 0, dx, r: 1.3, fill: theme.grey },
        ),
      ),
      Plot.text(known(grades), { y: 'grade', x: 'value', text: 'text', dx: 4, textAnchor: 'start' }),
      Plot.ruleX([0], { stroke: theme.ink }),
      Plot.text(grades, { y: 'grade', text: 'grade', frameAnchor: 'left', dx: -6, textAnchor: 'end' }),
    ],
  });
}

export function gradeColumns(words: ChartWords, grades: readonly GradePoint[]): Chart {
  const rows = grades.map((g) => [head(g.grade), cell(g)]);
  const picture = grades.length > STANDING ? lying : standing;
  return chart(words, rows, known(grades).length > 0, (theme) => picture(words, grades, theme));
}
