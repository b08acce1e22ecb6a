// A student's days, a column a week: each kind of day has its own shape, so that no colour is needed to tell them apart.
import * as Plot from '@observablehq/plot';
import { type Cell, type Chart, type ChartWords, chart, head } from './chart.ts';
import { draw, WIDTH } from './draw.ts';
import type { Theme } from './theme.ts';

export const DAY_KINDS = ['present', 'part', 'absent', 'no_data'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export interface SchoolDay {
  /** ISO date. */
  readonly date: string;
  readonly kind: DayKind;
}

export interface CalendarWords extends ChartWords {
  readonly kinds: Readonly<Record<DayKind, string>>;
  /** Short names of the months, January first. */
  readonly months: readonly string[];
}

const DAY_MS = 86_400_000;
const CELL = 11;
const TOP = 18;

interface Placed extends SchoolDay {
  readonly week: number;
  readonly weekday: number;
}

function placed(days: readonly SchoolDay[]): Placed[] {
  const number = (date: string) => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
  // 1970-01-01 was a Thursday; +3 makes Monday the first day of its week.
  const monday = (n: number) => Math.floor((n + 3) / 7);
  const first = Math.min(...days.map((d) => monday(number(d.date))));
  return days.map((d) => ({ ...d, week: monday(number(d.date)) - first, weekday: (number(d.date) + 3) % 7 }));
}

/** A label where a month begins, unless it would touch the one before. */
function monthLabels(days: readonly Placed[]): Placed[] {
  const labels: Placed[] = [];
  for (const day of days.toSorted((a, b) => a.date.localeCompare(b.date))) {
    const last = labels.at(-1);
    if (last === undefined) labels.push(day);
    else if (day.date.slice(0, 7) !== last.date.slice(0, 7) && day.week - last.week >= 4) labels.push(day);
  }
  return labels;
}

function shapes(theme: Theme, r: number) {
  return {
    present: { r: r * 0.75, symbol: 'circle', fill: theme.paper, stroke: theme.grey, strokeWidth: 1 },
    part: { r, symbol: 'triangle', fill: theme.paper, stroke: theme.ink, strokeWidth: 1.5 },
    absent: { r, symbol: 'square', fill: theme.accent, stroke: theme.accent, strokeWidth: 1 },
    no_data: { r: 1, symbol: 'circle', fill: theme.grey, stroke: 'none', strokeWidth: 0 },
  } as const;
}

/** Days present are most of a year: the round ends of one path, drawn twice, are a quarter of as many circles. */
function rings(
  id: string,
  at: readonly { readonly x: number; readonly y: number }[],
  theme: Theme,
  r: number,
) {
  const tenth = (n: number) => Math.round(10 * n) / 10;
  const points = at.map(({ x, y }) => `M${tenth(x)},${tenth(y)}h0`).join('');
  const render: Plot.RenderFunction = (_index, _scales, _values, _dimensions, { document }) => {
    const element = (name: 'g' | 'defs' | 'path' | 'use', attributes: Readonly<Record<string, string>>) => {
      const made = document.createElementNS('http://www.w3.org/2000/svg', name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      return made;
    };
    const layer = (stroke: string, width: number) =>
      element('use', { href: `#${id}`, stroke, 'stroke-width': String(tenth(width)) });
    const group = element('g', { 'stroke-linecap': 'round' });
    const once = element('defs', {});
    once.append(element('path', { id, d: points }));
    group.append(once, layer(theme.grey, 2 * r + 1), layer(theme.paper, 2 * r - 1));
    return group;
  };
  return render;
}

function picture(words: CalendarWords, days: readonly SchoolDay[], theme: Theme): string {
  const all = placed(days);
  const weeks = Math.max(...all.map((d) => d.week)) + 1;
  const rows = Math.max(5, ...all.map((d) => d.weekday + 1));
  const wide = Math.min(CELL, (WIDTH - 4) / weeks);
  const bottom = TOP + rows * CELL;
  const shape = shapes(theme, Math.min(4, wide / 2));
  const x = (d: Placed) => (d.week + 0.5) * wide + 2;
  const y = (d: Placed) => TOP + (d.weekday + 0.5) * CELL;
  const keyAt = (i: number) => ({ x: 8 + (i % 2) * (WIDTH / 2), y: bottom + 12 + Math.floor(i / 2) * 18 });
  return draw(words, theme, {
    height: bottom + 40,
    margin: 0,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      Plot.text(monthLabels(all), {
        x: (d: Placed) => Math.min(d.week * wide + 2, WIDTH - 26),
        y: 8,
        text: (d: Placed) => words.months[Number(d.date.slice(5, 7)) - 1] ?? '',
        textAnchor: 'start',
      }),
      rings(
        `${words.id}-present`,
        all.filter((d) => d.kind === 'present').map((d) => ({ x: x(d), y: y(d) })),
        theme,
        shape.present.r,
      ),
      ...DAY_KINDS.flatMap((kind, i) => [
        Plot.dot(
          all.filter((d) => d.kind === kind && kind !== 'present'),
          { x, y, ...shape[kind] },
        ),
        Plot.dot([kind], { x: keyAt(i).x, y: keyAt(i).y, ...shape[kind] }),
        Plot.text([words.kinds[kind]], { x: keyAt(i).x + 10, y: keyAt(i).y, textAnchor: 'start' }),
      ]),
    ],
  });
}

/** The table has a row a month: days of each kind. */
export function calendarStrip(words: CalendarWords, days: readonly SchoolDay[]): Chart {
  const months = [...new Set(days.map((d) => d.date.slice(0, 7)))].sort();
  const rows = months.map((month): Cell[] => [
    head(`${words.months[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`),
    ...DAY_KINDS.map((kind) => {
      const count = days.filter((d) => d.kind === kind && d.date.startsWith(month)).length;
      return { text: String(count), numeric: true };
    }),
  ]);
  return chart(words, rows, days.length > 0, (theme) => picture(words, days, theme));
}
