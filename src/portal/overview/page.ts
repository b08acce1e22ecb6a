// The page of the overview: everything at once as the server knows it, with the form that the script brings to life.

import { type Html, html } from '../../pages/html.ts';
import { LOCALES } from '../../words/languages.ts';
import type { Words } from '../../words/words.ts';
import { at, type PortalPage } from '../frame.ts';
import type { SiteFile } from '../site-file.ts';
import type { Extract } from './extract.ts';
import { gradeName, sourceName } from './region.ts';
import { everything, numbersAt } from './select.ts';
import { LABELS, type Label, type Talk, talkIn } from './talk.ts';
import { overviewRegions, type REGIONS } from './view.ts';

/** The texts as the browser gets them: placeholders still in their places. */
export function overviewTexts(words: Words): Record<string, string> {
  return Object.fromEntries(
    Object.entries(LABELS).map(([label, names]) => [
      label,
      words.say(`portal.overview.${label}`, Object.fromEntries(names.map((n: string) => [n, `{${n}}`]))),
    ]),
  );
}

const FILES = ['scatter', 'columns', 'pivot', 'trend', 'table'] as const;

export function overviewPage(
  words: Words,
  extract: Extract,
  zone: { readonly district: string; readonly schools: string },
  definitions: Html,
): { page: Omit<PortalPage, 'trail' | 'kicker'>; files: SiteFile[] } {
  const texts = overviewTexts(words);
  const talk = talkIn(LOCALES[words.lang], texts);
  const regions = overviewRegions(extract, everything(extract), talk, (slug) =>
    at(`${zone.schools}${slug}/index.html`),
  );
  const data = `${zone.district}overview.json`;
  const csv = (name: string) => `${zone.district}overview-${name}.csv`;
  const region = (name: (typeof REGIONS)[number]) =>
    html`<div id="region-${name}">${regions[name].html}</div>`;
  const download = (name: (typeof FILES)[number]) => {
    const table = texts[name === 'scatter' ? 'scatter_schools' : name] ?? name;
    return html`<p class="download"><a href="${at(csv(name))}" data-file="${name}" download>${talk.say('csv', { table: table.replace('{target}', talk.percent(extract.target)) })}</a></p>`;
  };
  const all = numbersAt(extract, everything(extract));
  const say = (label: Label) => talk.say(label);
  const section = (id: (typeof FILES)[number], title: string, half = false) =>
    html`<section class="zone${half ? ' half' : ''}" aria-labelledby="h-${id}"><h2 id="h-${id}">${title}</h2>${region(id)}${download(id)}</section>`;
  return {
    page: {
      key: `${zone.district}overview.html`,
      title: words.say('portal.nav.overview'),
      about: [words.say('portal.about.students', { n: all?.students ?? 0 })],
      headline: null,
      script: true,
      body: html`${form(words, extract, talk, data, zone.schools)}
<noscript><p class="empty">${words.say('portal.overview_plain')}</p></noscript>
<section class="zone" aria-labelledby="h-cards"><h2 id="h-cards">${words.say('portal.overview_cards')}</h2><div aria-live="polite">${region('choice')}</div>${region('cards')}</section>
${section('trend', talk.say('trend', { target: talk.percent(extract.target) }))}
${section('scatter', say('scatter'), true)}
${section('columns', say('columns'), true)}
${section('pivot', say('pivot'))}
${section('table', say('table'))}
${definitions}`,
    },
    files: [
      {
        key: data,
        text: JSON.stringify({ extract, words: { locale: LOCALES[words.lang], texts } }),
      },
      ...FILES.map((name) => ({
        key: csv(name),
        text: `\ufeff${regions[name].rows.map((r) => `${r.map(csvCell).join(',')}\r\n`).join('')}`,
      })),
    ],
  };
}

function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hidden until the script shows it: without a script it would do nothing. */
function form(words: Words, extract: Extract, talk: Talk, data: string, schools: string): Html {
  const option = (value: string, text: string, selected = false) =>
    selected
      ? html`<option value="${value}" selected>${text}</option>`
      : html`<option value="${value}">${text}</option>`;
  const select = (name: string, options: readonly Html[]) =>
    html`<label>${words.say(`portal.filter.${name}`)} <select name="${name}">${options}</select></label>`;
  const weeks = extract.weeks.map((w) => ({ value: w, text: talk.date(w) }));
  return html`<form class="filters" data-extract="${at(data)}" data-schools="${at(schools)}" aria-label="${words.say('portal.filter.title')}" hidden>
${select('school', [option('', talk.say('all_schools')), ...extract.schools.map((s) => option(s.slug, s.name))])}
${select('grade', [option('', talk.say('all_grades')), ...extract.grades.map((g) => option(g, gradeName(talk, g)))])}
${select(
  'from',
  weeks.map((w, i) => option(w.value, w.text, i === 0)),
)}
${select(
  'to',
  weeks.map((w, i) => option(w.value, w.text, i === weeks.length - 1)),
)}
${select('source', [option('', talk.say('all_sources')), ...extract.sources.map((s) => option(s.module, sourceName(s.module)))])}
<button type="reset">${words.say('portal.filter.reset')}</button>
<p class="how">${words.say('portal.filter.how')}</p>
</form>`;
}
