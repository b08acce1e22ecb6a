// A line of up to five years: this year in the accent, hidden years hatched, years without data as dots; each point says its number.
import * as Plot from '@observablehq/plot';
import { type Chart, type ChartWords, cell, chart, type Datum, head, known } from './chart.ts';
import { draw, hatch, WIDTH } from './draw.ts';
import type { Theme } from './theme.ts';

/** One year, the oldest first; the last is the year that the page is about. */
export interface YearPoint extends Datum {
  readonly year: string;
}

const HEIGHT = 68;

/** A range of at least ten units, so that noise is not drawn as a cliff. */
function range(values: readonly number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const spare = Math.max(0, 10 - (high - low)) / 2;
  return [low - spare, high + spare];
}

function picture(words: ChartWords, years: readonly YearPoint[], theme: Theme, width = WIDTH): string {
  const points = known(years);
  const last = years.at(-1)?.year;
  const [low, high] = range(points.map((p) => p.value));
  return draw(words, theme, {
    width,
    height: HEIGHT,
    marginTop: 24,
    marginBottom: 22,
    marginLeft: 26,
    marginRight: 26,
    x: { type: 'point', domain: years.map((y) => y.year), padding: 0 },
    y: { domain: [low, high] },
    r: { type: 'identity' },
    marks: [
      Plot.ruleX(
        years.filter((y) => y.state === 'hidden'),
        { x: 'year', y1: low, y2: high, stroke: hatch(words), strokeWidth: 22 },
      ),
      ...[-6, 0, 6].map((dx) =>
        Plot.dot(
          years.filter((y) => y.state === 'no_data'),
          { x: 'year', y: (low + high) / 2, dx, r: 1.3, fill: theme.grey },
        ),
      ),
      Plot.line(years, { x: 'year', y: 'value', stroke: theme.grey, strokeWidth: 1.5 }),
      Plot.dot(points, {
        x: 'year',
        y: 'value',
        r: (p: YearPoint) => (p.year === last ? 4.5 : 3),
        fill: (p: YearPoint) => (p.year === last ? theme.accent : theme.paper),
        stroke: (p: YearPoint) => (p.year === last ? theme.accent : theme.grey),
        strokeWidth: 1.5,
      }),
      Plot.text(points, { x: 'year', y: 'value', text: 'text', dy: -13, fill: theme.ink }),
      Plot.text(years, { x: 'year', text: 'year', frameAnchor: 'bottom', dy: 19, fill: theme.ink }),
    ],
  });
}

export function fiveYearLine(words: ChartWords, years: readonly YearPoint[]): Chart {
  const shown = years.slice(-5);
  const rows = shown.map((y) => [head(y.year), cell(y)]);
  return chart(words, rows, known(shown).length > 0, (theme, width) => picture(words, shown, theme, width));
}
