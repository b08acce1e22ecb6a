// Draws with Observable Plot on a document without a browser, and writes the picture as an accessible, self-contained SVG.
import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Theme } from './theme.ts';

/** Text on screen is never under 12 px; at the natural size on paper that is 9 pt. */
export const TEXT = 12;

/** Fits a telephone of 320 px without scrolling. */
export const WIDTH = 280;

const { document } = parseHTML('<!doctype html><html><body></body></html>');

export interface Named {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** The paint for "hidden"; its pattern is part of every drawing that uses it. */
export const hatch = (named: Named): string => `url(#${named.id}-hatch)`;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function pattern(named: Named, theme: Theme): string {
  return (
    `<defs><pattern id="${named.id}-hatch" width="5" height="5" patternUnits="userSpaceOnUse">` +
    `<path d="M-1,1L1,-1M0,5L5,0M4,6L6,4" stroke="${theme.grey}" stroke-width="1"/></pattern></defs>`
  );
}

const SQUARE =
  /<path d="M(-?[\d.]+),(-?[\d.]+)([hvZ\d.-]+)" transform="translate\((-?[\d.]+),(-?[\d.]+)\)" \/>/g;
const SQUARES = new RegExp(`(?:${SQUARE.source}){2,}`, 'g');

/** Squares of one layer as one path: they are moved there instead of each by its own attribute. */
function together(squares: string): string {
  const tenth = (n: number) => Math.round(10 * n) / 10;
  const moved = [...squares.matchAll(SQUARE)].map(
    ([, left, top, rest = '', x, y]) =>
      `M${tenth(Number(x) + Number(left))},${tenth(Number(y) + Number(top))}${rest.replace(/-?\d+\.\d+/g, (n) => String(tenth(Number(n))))}`,
  );
  return `<path d="${moved.join('')}" />`;
}

/** Attributes lose their long fractions (half the bytes) and Plot's labels of layers, which the description replaces. */
function tidied(svg: string): string {
  return svg
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]+>/g, (tag) =>
      tag
        .replace(/ (?:aria-[a-z]+|class|style)="[^"]*"/g, '')
        .replace(/\d+\.\d{3,}/g, (n) => String(Number(Number(n).toFixed(1)))),
    )
    .replace(/<g>(<text[\s\S]*?<\/text>)<\/g>/g, '$1')
    .replace(SQUARES, together);
}

/** @returns one SVG element with role, title and description; the same bytes for the same arguments */
export function draw(named: Named, theme: Theme, options: Plot.PlotOptions): string {
  if (!/^[a-z][a-z0-9-]*$/i.test(named.id)) throw new TypeError(`not a name for a chart: ${named.id}`);
  const width = options.width ?? WIDTH;
  const drawn: { readonly outerHTML: string } = Plot.plot({
    document,
    width,
    className: 'plot',
    axis: null,
    ...options,
  });
  const body = tidied(drawn.outerHTML)
    .replace(/^<svg[^>]*>/, '')
    .replace(/<\/svg>$/, '');
  const font = theme.font === null ? '' : ` font-family="${theme.font}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${named.id}-t ${named.id}-d"` +
    ` viewBox="0 0 ${width} ${options.height}" width="${width}" height="${options.height}"` +
    ` fill="${theme.ink}" font-size="${TEXT}" text-anchor="middle"${font}>` +
    `<title id="${named.id}-t">${escaped(named.title)}</title>` +
    `<desc id="${named.id}-d">${escaped(named.description)}</desc>` +
    `${body.includes(`#${named.id}-hatch`) ? pattern(named, theme) : ''}${body}</svg>`
  );
}
