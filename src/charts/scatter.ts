// Schools or grades by in-person and digital share, the size of a circle for the number of students.
import * as Plot from '@observablehq/plot';
import { type Chart, type ChartWords, cell, chart, type Datum, head } from './chart.ts';
import { draw } from './draw.ts';
import type { Theme } from './theme.ts';

export interface ScatterPoint {
  readonly name: string;
  /** Per cent, 0 to 100. */
  readonly x: Datum;
  /** Per cent, 0 to 100. */
  readonly y: Datum;
  readonly students: Datum;
  readonly here: boolean;
}

export interface ScatterWords extends ChartWords {
  readonly x: string;
  readonly y: string;
}

const SIDE = 280;
const TICKS = [0, 25, 50, 75, 100];
const TARGET = 90;

function picture(words: ScatterWords, points: readonly ScatterPoint[], theme: Theme): string {
  // Small circles last, so that a large one never covers them; the school of the page on top.
  const drawn = points
    .filter((p) => p.x.value !== null && p.y.value !== null)
    .toSorted((a, b) => Number(a.here) - Number(b.here) || (b.students.value ?? 0) - (a.students.value ?? 0));
  return draw(words, theme, {
    width: SIDE,
    height: SIDE,
    marginTop: 30,
    marginLeft: 34,
    marginBottom: 42,
    marginRight: 16,
    x: { domain: [0, 100] },
    y: { domain: [0, 100] },
    r: { domain: [0, Math.max(1, ...drawn.map((p) => p.students.value ?? 0))], range: [0, 14] },
    marks: [
      Plot.ruleX([TARGET], { stroke: theme.grey, strokeDasharray: '3 3' }),
      Plot.ruleY([TARGET], { stroke: theme.grey, strokeDasharray: '3 3' }),
      Plot.ruleX([0], { stroke: theme.grey }),
      Plot.ruleY([0], { stroke: theme.grey }),
      Plot.text(TICKS, { x: (t: number) => t, y: 0, dy: 13, text: (t: number) => String(t) }),
      Plot.text(TICKS, {
        x: 0,
        y: (t: number) => t,
        dx: -8,
        textAnchor: 'end',
        text: (t: number) => String(t),
      }),
      Plot.dot(drawn, {
        x: (p: ScatterPoint) => p.x.value,
        y: (p: ScatterPoint) => p.y.value,
        r: (p: ScatterPoint) => Math.max(1, p.students.value ?? 0),
        fill: (p: ScatterPoint) => (p.here ? theme.accent : theme.paper),
        fillOpacity: (p: ScatterPoint) => (p.here ? 1 : 0.5),
        stroke: (p: ScatterPoint) => (p.here ? theme.accent : theme.ink),
        strokeWidth: 1.25,
      }),
      Plot.text([words.x], { frameAnchor: 'bottom', dy: 34 }),
      Plot.text([words.y], { frameAnchor: 'top-left', dx: -30, dy: -22, textAnchor: 'start' }),
    ],
  });
}

export function scatter(words: ScatterWords, points: readonly ScatterPoint[]): Chart {
  const rows = points.map((p) => [head(p.name), cell(p.x), cell(p.y), cell(p.students)]);
  const anything = points.some((p) => p.x.state === 'known' && p.y.state === 'known');
  return chart(words, rows, anything, (theme) => picture(words, points, theme));
}
