// What the regions of the overview share: their shape, names, dates, shares, and tables.
import { type Html, html, made } from '../../pages/html.ts';
import type { Extract } from './extract.ts';
import { type Filter, type Numbers, percentOf, spanOf } from './select.ts';
import type { Talk } from './talk.ts';

export interface Region {
  readonly html: Html;
  /** Rows of its table as they are shown, the heads first; for the file. */
  readonly rows: readonly (readonly string[])[];
}

/** The first and last day of the weeks chosen. */
export const days = (extract: Extract, filter: Filter, talk: Talk) => {
  const span = spanOf(extract, filter) ?? { from: filter.from, to: filter.to };
  const last = new Date(`${extract.weeks[span.to]}T00:00:00Z`);
  last.setUTCDate(last.getUTCDate() + 6);
  const to = last.toISOString().slice(0, 10);
  return { from: talk.date(extract.weeks[span.from] ?? ''), to: talk.date(to) };
};

export const gradeName = (talk: Talk, grade: string): string =>
  talk.say('grade', { grade: grade.replace(/^0+(?=\d)/, '') });

export const sourceName = (module: string): string =>
  module.replaceAll('_', ' ').replace(/^./, (c) => c.toUpperCase());

export function shareText(talk: Talk, part: number, whole: number): string {
  const value = percentOf(part, whole);
  return value === null ? talk.say('none') : talk.percent(value);
}

export const tableHtml = (
  id: string,
  caption: string,
  columns: readonly string[],
  body: readonly Html[],
  sort = false,
): Html =>
  html`<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table id="${id}"${made(sort ? ' data-sort' : '')}><caption>${caption}</caption><thead><tr>${columns.map((c, i) => html`<th scope="col"${made(i > 0 ? ' class="n"' : '')}>${c}</th>`)}</tr></thead><tbody>${body}</tbody></table></div>`;

export const rowHtml = (cells: readonly string[], first?: Html): Html =>
  html`<tr>${cells.map((c, i) => (i === 0 ? html`<th scope="row">${first ?? c}</th>` : html`<td class="n">${c}</td>`))}</tr>`;

/** A number of which hidden parts are left out says so beside it. */
export const withoutHidden = (talk: Talk, what: string, { left }: Pick<Numbers, 'left'>): string =>
  left === 0 ? what : talk.say('without', { what, n: talk.number(left) });
