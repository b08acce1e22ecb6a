/// <reference lib="dom" />
// The overview's filters in the browser: a choice makes every number anew and is kept in the address.
import { ASKED, filterOf, queryOf } from '../overview/address.ts';
import type { Extract } from '../overview/extract.ts';
import type { Filter } from '../overview/select.ts';
import { type Talk, talkIn } from '../overview/talk.ts';
import { overviewRegions, REGIONS } from '../overview/view.ts';
import { sortable } from './sort.ts';

interface Texts {
  readonly locale: string;
  readonly texts: Readonly<Record<string, string>>;
}

export async function startOverview(): Promise<void> {
  const form = document.querySelector<HTMLFormElement>('form[data-extract]');
  if (form === null) return;
  const answer = await fetch(form.dataset.extract ?? '');
  if (!answer.ok) return;
  const { extract, words }: { extract: Extract; words: Texts } = await answer.json();
  const talk = talkIn(words.locale, words.texts);
  form.hidden = false;
  fillIn(form, extract, new URLSearchParams(location.search));
  const show = () => {
    const filter = chosen(form, extract);
    history.replaceState(null, '', queryOf(extract, filter) || location.pathname);
    draw(extract, filter, talk, form.dataset.schools ?? '');
  };
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
  form.addEventListener('reset', () => setTimeout(show));
  addEventListener('popstate', () => {
    fillIn(form, extract, new URLSearchParams(location.search));
    show();
  });
  show();
}

const field = (form: HTMLFormElement, name: string): HTMLSelectElement | null =>
  form.querySelector<HTMLSelectElement>(`select[name="${name}"]`);

/** What the address asks for, where there is such a thing; the rest is everything. */
function fillIn(form: HTMLFormElement, extract: Extract, asked: URLSearchParams): void {
  for (const name of ASKED) {
    const select = field(form, name);
    const value = asked.get(name);
    const option = [...(select?.options ?? [])].find((o) => o.value === value);
    if (select !== null && option !== undefined) select.value = option.value;
  }
  const [from, to] = [field(form, 'from'), field(form, 'to')];
  if (from && to && extract.weeks.indexOf(from.value) > extract.weeks.indexOf(to.value))
    to.value = from.value;
}

const chosen = (form: HTMLFormElement, extract: Extract): Filter =>
  filterOf(extract, (name) => field(form, name)?.value ?? null);

function draw(extract: Extract, filter: Filter, talk: Talk, schools: string): void {
  const regions = overviewRegions(extract, filter, talk, (slug) => `${schools}${slug}/index.html`);
  for (const name of REGIONS) {
    const place = document.getElementById(`region-${name}`);
    if (place === null) continue;
    const open = place.querySelector('details')?.open ?? false;
    place.innerHTML = regions[name].html.text;
    const details = place.querySelector('details');
    if (details !== null) details.open = open;
    const file = document.querySelector<HTMLAnchorElement>(`a[data-file="${name}"]`);
    if (file !== null) keepFile(file, regions[name].rows);
  }
  sortable();
}

/** The file of what is shown now, made when it is asked for. */
function keepFile(link: HTMLAnchorElement, rows: readonly (readonly string[])[]): void {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const text = `\ufeff${rows.map((r) => `${r.map(cell).join(',')}\r\n`).join('')}`;
  if (link.href.startsWith('blob:')) URL.revokeObjectURL(link.href);
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${link.dataset.file ?? 'table'}.csv`;
}
