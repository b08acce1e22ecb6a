// The definition of a measure as its file in metrics/ says it, beside the numbers that are made by it.
import { readMetrics } from '../../metrics/registry.ts';
import { type Html, html } from '../../pages/html.ts';
import type { Words } from '../../words/words.ts';

/** Folded below numbers, open on the page that explains. */
export function definitions(
  words: Words,
  metrics: readonly string[],
  limits: Readonly<Record<string, unknown>>,
  open = false,
): Html {
  const all = readMetrics().filter((m) => metrics.length === 0 || metrics.includes(m.metric));
  const list = all.map(
    (m) => html`<section lang="en"><h3 id="m-${m.metric}">${m.title}</h3>
<p>${m.sentence}</p>
<p>${words.say('portal.define.unit', { unit: m.unit })} ${words.say('portal.define.edge', { text: m.boundary })}</p>
<ul>${Object.entries(m.thresholds).map(
      ([name, t]) =>
        html`<li>${name.replaceAll('_', ' ')}: ${String(limits[name] ?? t.value)} (${t.unit}). ${t.reason}</li>`,
    )}</ul>
<p class="how">${m.authority.map((a) => words.say('portal.define.source', { source: a.source })).join(' · ')}</p></section>`,
  );
  const title = words.say('portal.define.title');
  return open
    ? html`<section class="zone" aria-labelledby="define"><h2 id="define">${title}</h2>${list}</section>`
    : html`<section class="zone" aria-labelledby="define"><h2 id="define">${title}</h2><details><summary>${all.map((m) => m.title).join(', ')}</summary>${list}</details></section>`;
}
