// The overview of a choice as HTML, region by region: made by the server for everything, and by the browser for each filter.
import { html } from '../../pages/html.ts';
import { overviewAddress } from './address.ts';
import { cards } from './cards.ts';
import { columns } from './columns.ts';
import type { Extract } from './extract.ts';
import { pivot } from './pivot.ts';
import { days, gradeName, type Region, sourceName } from './region.ts';
import { scatter } from './scatter.ts';
import { schoolTable } from './school-table.ts';
import { type Filter, spanOf } from './select.ts';
import type { Talk } from './talk.ts';
import { trend } from './trend.ts';

export const REGIONS = ['choice', 'cards', 'scatter', 'columns', 'pivot', 'trend', 'table'] as const;
export type Regions = Readonly<Record<(typeof REGIONS)[number], Region>>;

/** @param linkOf the page of a school */
export function overviewRegions(
  extract: Extract,
  filter: Filter,
  talk: Talk,
  linkOf: (slug: string) => string,
): Regions {
  const span = spanOf(extract, filter);
  const choice = choiceOf(extract, filter, talk);
  if (span === null) {
    const empty: Region = { html: html`<p class="empty">${talk.say('no_weeks')}</p>`, rows: [] };
    return { choice, cards: empty, scatter: empty, columns: empty, pivot: empty, trend: empty, table: empty };
  }
  return {
    choice,
    cards: cards(extract, filter, talk),
    scatter: scatter(extract, filter, talk),
    columns: columns(extract, filter, talk),
    pivot: pivot(extract, filter, talk),
    trend: trend(extract, filter, talk),
    table: schoolTable(extract, filter, talk, linkOf),
  };
}

function choiceOf(extract: Extract, filter: Filter, talk: Talk): Region {
  const school =
    filter.school === null ? talk.say('all_schools') : (extract.schools[filter.school]?.name ?? '');
  const grade =
    filter.grade === null ? talk.say('all_grades') : gradeName(talk, extract.grades[filter.grade] ?? '');
  const source =
    filter.source === null
      ? talk.say('all_sources')
      : sourceName(extract.sources[filter.source]?.module ?? '');
  return {
    html: html`<p>${talk.say('choice', { school, grade, source, ...days(extract, filter, talk) })}</p><p class="how">${talk.say('trace', { address: overviewAddress(extract, filter) })}</p>`,
    rows: [],
  };
}
