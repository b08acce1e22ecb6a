// One strip a group, cut into ordered bands by the share of its students; what is hidden is hatched, never left blank.
import * as Plot from '@observablehq/plot';
import { type Chart, type ChartWords, cell, chart, type Datum, head } from './chart.ts';
import { draw, hatch, WIDTH } from './draw.ts';
import type { Theme } from './theme.ts';

export interface GroupStrip {
  readonly name: string;
  readonly size: Datum;
  /** The size in words, for example "412 students", or why there is none. */
  readonly said: string;
  /** Counts of students from the best band to the worst; four at most. */
  readonly bands: readonly Datum[];
}

const ROW = 36;
const BAR = 13;
const KEY = 20;
/** Width of a strip inside a table on paper. */
const SMALL = 160;

interface Piece {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  /** Index of the band; -1 for what is hidden. */
  readonly band: number;
}

/** About what fits above a strip; the table has the whole of it. */
const FITS = 44;

function label({ name, said }: GroupStrip): string {
  const whole = `${name}: ${said}`;
  if (whole.length <= FITS) return whole;
  return name.length <= FITS ? name : `${name.slice(0, FITS - 1)}…`;
}

function pieces(strip: GroupStrip, row: number): Piece[] {
  const sum = strip.bands.reduce((total, b) => total + (b.value ?? 0), 0);
  const some = strip.bands.some((b) => b.state === 'hidden');
  const size = strip.size.value;
  // Without the group's size nobody may learn how the hidden part compares with the shown one.
  if (some && size === null) return [{ row, from: 0, to: 1, band: -1 }];
  const whole = some ? (size ?? sum) : sum;
  if (whole === 0) return [];
  const placed: Piece[] = [];
  let at = 0;
  for (const [band, datum] of strip.bands.entries()) {
    if (datum.value === null || datum.value === 0) continue;
    placed.push({ row, from: at / whole, to: (at + datum.value) / whole, band });
    at += datum.value;
  }
  return at < whole ? [...placed, { row, from: at / whole, to: 1, band: -1 }] : placed;
}

function picture(
  words: ChartWords,
  strips: readonly GroupStrip[],
  names: readonly string[],
  theme: Theme,
): string {
  const all = strips.flatMap(pieces);
  const keys = Math.ceil(names.length / 2);
  const height = strips.length * ROW + keys * KEY + 6;
  const top = (row: number) => row * ROW + 18;
  const keyAt = (i: number) => ({
    x: (i % 2) * (WIDTH / 2),
    y: strips.length * ROW + 6 + Math.floor(i / 2) * KEY,
  });
  const box = { stroke: theme.ink, strokeWidth: 1 };
  return draw(words, theme, {
    height,
    margin: 0,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      Plot.text(strips, {
        x: 1,
        y: (_, i) => top(i) - 9,
        text: label,
        textAnchor: 'start',
      }),
      Plot.rect(all, {
        x1: (p: Piece) => 1 + p.from * (WIDTH - 2),
        x2: (p: Piece) => 1 + p.to * (WIDTH - 2),
        y1: (p: Piece) => top(p.row),
        y2: (p: Piece) => top(p.row) + BAR,
        fill: (p: Piece) => (p.band < 0 ? hatch(words) : (theme.ramp[p.band] ?? theme.paper)),
        ...box,
      }),
      Plot.dot(
        strips.flatMap((s, row) => (pieces(s, row).length === 0 ? [0, 1, 2].map((k) => ({ row, k })) : [])),
        { x: (d) => 8 + d.k * 8, y: (d) => top(d.row) + BAR / 2, r: 1.3, fill: theme.grey },
      ),
      Plot.rect(names, {
        x1: (_, i) => keyAt(i).x + 1,
        x2: (_, i) => keyAt(i).x + 13,
        y1: (_, i) => keyAt(i).y + 2,
        y2: (_, i) => keyAt(i).y + 14,
        fill: (_, i) => theme.ramp[i] ?? theme.paper,
        ...box,
      }),
      Plot.text(names, {
        x: (_, i) => keyAt(i).x + 18,
        y: (_, i) => keyAt(i).y + 8,
        text: (n: string) => n,
        textAnchor: 'start',
      }),
    ],
  });
}

function bar(id: string, words: ChartWords, strip: GroupStrip, theme: Theme): string {
  const named = { ...words, id };
  return draw(named, theme, {
    width: SMALL,
    height: BAR,
    margin: 0,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: [
      Plot.rect(pieces(strip, 0), {
        x1: (p: Piece) => 1 + p.from * (SMALL - 2),
        x2: (p: Piece) => 1 + p.to * (SMALL - 2),
        y1: 1,
        y2: BAR - 1,
        fill: (p: Piece) => (p.band < 0 ? hatch(named) : (theme.ramp[p.band] ?? theme.paper)),
        stroke: theme.ink,
        strokeWidth: 1,
      }),
    ],
  });
}

/** @param names the bands' names in the order of each strip's bands */
export function bandStrips(
  words: ChartWords,
  strips: readonly GroupStrip[],
  names: readonly string[],
): Chart {
  const rows = strips.map((s) => [head(s.name), cell(s.size), ...s.bands.map(cell)]);
  const anything = strips.some((s) => s.bands.some((b) => b.state === 'known' && b.value !== 0));
  return chart(
    words,
    rows,
    anything,
    (theme) => picture(words, strips, names, theme),
    (theme) => strips.map((s, i) => bar(`${words.id}-${i}`, words, s, theme)),
  );
}
