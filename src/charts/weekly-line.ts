// A line by week with last year in grey behind it and a mark at the week in which something began.
import * as Plot from '@observablehq/plot';
import { type Chart, type ChartWords, cell, chart, type Datum, head, known } from './chart.ts';
import { draw, WIDTH } from './draw.ts';
import type { Theme } from './theme.ts';

export interface WeekPoint {
  /** As people read it, for example "Mar 9". */
  readonly week: string;
  readonly now: Datum;
  /** The same week of the school year before. */
  readonly before: Datum;
}

export interface WeeklyWords extends ChartWords {
  readonly now: string;
  readonly before: string;
}

/** Where a support or a change began. */
export interface Began {
  readonly week: string;
  readonly label: string;
}

const HEIGHT = 150;

function picture(words: WeeklyWords, weeks: readonly WeekPoint[], began: Began | null, theme: Theme): string {
  const numbered = weeks.map((w, at) => ({ ...w, at }));
  const values = known(weeks.flatMap((w) => [w.now, w.before])).map((d) => d.value);
  const last = numbered.findLast((w) => w.now.value !== null);
  const lastBefore = numbered.findLast((w) => w.before.value !== null);
  const mark = numbered.filter((w) => w.week === began?.week);
  const ends = numbered.filter((w) => w.at === 0 || w.at === weeks.length - 1);
  const right = began !== null && (mark[0]?.at ?? 0) > weeks.length / 2;
  return draw(words, theme, {
    width: WIDTH,
    height: HEIGHT,
    marginTop: 30,
    marginBottom: 24,
    marginLeft: 12,
    marginRight: 64,
    x: { domain: [0, Math.max(1, weeks.length - 1)] },
    y: { domain: [Math.min(...values), Math.max(...values)], nice: true },
    marks: [
      Plot.frame({ anchor: 'bottom', stroke: theme.grey }),
      Plot.ruleX(mark, { x: 'at', stroke: theme.ink, strokeWidth: 1.5, strokeDasharray: '4 3' }),
      Plot.text(mark, {
        x: 'at',
        text: () => began?.label ?? '',
        frameAnchor: 'top',
        dy: -20,
        textAnchor: right ? 'end' : 'start',
      }),
      Plot.line(numbered, {
        x: 'at',
        y: (w: WeekPoint) => w.before.value,
        stroke: theme.grey,
        strokeWidth: 1.5,
        strokeDasharray: '2 2',
      }),
      Plot.line(numbered, {
        x: 'at',
        y: (w: WeekPoint) => w.now.value,
        stroke: theme.accent,
        strokeWidth: 2.5,
      }),
      Plot.dot(
        numbered.filter((w) => w.now.state === 'no_data'),
        { x: 'at', frameAnchor: 'bottom', dy: -4, r: 1.3, fill: theme.grey },
      ),
      Plot.text(last === undefined ? [] : [last], {
        x: weeks.length - 1,
        y: (w: WeekPoint) => w.now.value,
        text: () => words.now,
        dx: 6,
        textAnchor: 'start',
        fontWeight: 600,
      }),
      Plot.text(lastBefore === undefined ? [] : [lastBefore], {
        x: weeks.length - 1,
        y: (w: WeekPoint) => w.before.value,
        text: () => words.before,
        dx: 6,
        textAnchor: 'start',
        fill: theme.grey,
        dy: last !== undefined && lastBefore !== undefined && near(last, lastBefore, values) ? 14 : 0,
      }),
      Plot.text(ends.slice(0, 1), {
        x: 'at',
        text: 'week',
        frameAnchor: 'bottom',
        dy: 18,
        textAnchor: 'start',
      }),
      Plot.text(ends.slice(1), { x: 'at', text: 'week', frameAnchor: 'bottom', dy: 18, textAnchor: 'end' }),
    ],
  });
}

/** Labels at the ends of both lines would overlap. */
function near(now: WeekPoint, before: WeekPoint, values: readonly number[]): boolean {
  const span = Math.max(...values) - Math.min(...values) || 1;
  return Math.abs((now.now.value ?? 0) - (before.before.value ?? 0)) / span < 0.15;
}

export function weeklyLine(words: WeeklyWords, weeks: readonly WeekPoint[], began: Began | null): Chart {
  const rows = weeks.map((w) => [head(w.week), cell(w.now), cell(w.before)]);
  return chart(words, rows, known(weeks.map((w) => w.now)).length > 0, (theme) =>
    picture(words, weeks, began, theme),
  );
}
