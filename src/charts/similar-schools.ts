// Similar schools as hollow dots on one line with this school filled among them: a spread, never a rank.
import * as Plot from '@observablehq/plot';
import { type Chart, type ChartWords, cell, chart, type Datum, head, known } from './chart.ts';
import { draw, WIDTH } from './draw.ts';
import type { Theme } from './theme.ts';

export interface SchoolPoint extends Datum {
  readonly name: string;
  readonly here: boolean;
}

const HEIGHT = 64;

/** Ends of the line: the lowest and highest number, once each. */
function ends<T extends { value: number }>(points: readonly T[]): T[] {
  const sorted = points.toSorted((a, b) => a.value - b.value);
  const [low, high] = [sorted[0], sorted.at(-1)];
  return low === undefined || high === undefined ? [] : low.value === high.value ? [low] : [low, high];
}

function picture(words: ChartWords, schools: readonly SchoolPoint[], theme: Theme, width = WIDTH): string {
  const points = known(schools);
  const values = points.map((p) => p.value);
  const spare = Math.max(1, 10 - (Math.max(...values) - Math.min(...values))) / 2;
  return draw(words, theme, {
    width,
    height: HEIGHT,
    marginTop: 22,
    marginBottom: 26,
    marginLeft: 26,
    marginRight: 26,
    x: { domain: [Math.min(...values) - spare, Math.max(...values) + spare] },
    y: { domain: [-1, 1] },
    marks: [
      Plot.ruleY([0], { stroke: theme.grey, strokeWidth: 1 }),
      Plot.dot(
        points.filter((p) => !p.here),
        {
          x: 'value',
          y: 0,
          r: 4.5,
          fill: theme.paper,
          fillOpacity: 0.6,
          stroke: theme.grey,
          strokeWidth: 1.5,
        },
      ),
      Plot.dot(
        points.filter((p) => p.here),
        { x: 'value', y: 0, r: 6, symbol: 'diamond', fill: theme.accent, stroke: theme.paper },
      ),
      Plot.text(
        points.filter((p) => p.here),
        { x: 'value', y: 0, text: 'text', dy: -15, fill: theme.ink },
      ),
      Plot.text(ends(points), { x: 'value', y: 0, text: 'text', dy: 19, fill: theme.ink }),
    ],
  });
}

export function similarSchools(words: ChartWords, schools: readonly SchoolPoint[]): Chart {
  const rows = schools.map((s) => [head(s.name), cell(s)]);
  const others = known(schools).some((s) => !s.here);
  return chart(words, rows, others, (theme, width) => picture(words, schools, theme, width));
}
