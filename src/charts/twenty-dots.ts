// "7 of 20 students like this": twenty dots, some filled; people read counts better than percentages.
import * as Plot from '@observablehq/plot';
import { type Chart, type ChartWords, cell, chart, type Datum, head } from './chart.ts';
import { draw } from './draw.ts';
import type { Theme } from './theme.ts';

export const OF = 20;
const STEP = 18;

function picture(words: ChartWords, filled: number, theme: Theme): string {
  return draw(words, theme, {
    width: 10 * STEP + 4,
    height: 2 * STEP + 4,
    margin: 0,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      Plot.dot([...Array(OF).keys()], {
        x: (i: number) => 2 + ((i % 10) + 0.5) * STEP,
        y: (i: number) => 2 + (Math.floor(i / 10) + 0.5) * STEP,
        r: 6,
        fill: (i: number) => (i < filled ? theme.accent : theme.paper),
        stroke: theme.ink,
        strokeWidth: 1.25,
      }),
    ],
  });
}

/** @param name what the filled dots are; `count` is of 20, rounded by the model that says it */
export function twentyDots(words: ChartWords, name: string, count: Datum): Chart {
  const filled = Math.max(0, Math.min(OF, Math.round(count.value ?? 0)));
  return chart(words, [[head(name), cell(count)]], count.state === 'known', (theme) =>
    picture(words, filled, theme),
  );
}
