// How the check-in lists are made: what each does, does not use, beats, how often it is wrong, and how old it is.
import { type Cell, head } from '../../charts/chart.ts';
import { taskName } from '../../checkin/item-words.ts';
import { type Html, html } from '../../pages/html.ts';
import { looksInWords } from '../../registry/in-words.ts';
import { type DataTable, tableFile, tableHtml } from '../data-table.ts';
import { framed } from '../frame.ts';
import type { SiteFile } from '../site-file.ts';
import type { Build, ModelInUse } from '../site-input.ts';
import { saidCounts } from './said-counts.ts';
import { districtZone } from './school-zone.ts';

const DAY = 86_400_000;

export function modelPages(build: Build): SiteFile[] {
  const { words, frame, basis, models } = build;
  const zone = districtZone(build);
  const key = `${zone}models.html`;
  const said = saidTable(build, zone);
  const text = framed(frame, {
    key,
    title: words.say('portal.nav.models'),
    kicker: basis.district.name,
    trail: [],
    about: [],
    inAll: true,
    headline: words.say('portal.models.no_certain'),
    body: html`${
      models.length === 0
        ? html`<p class="empty">${words.say('portal.models.none')}</p>`
        : models.map((m) => modelSection(build, m))
    }<section class="zone" aria-labelledby="said"><h2 id="said">${words.say('portal.models.said')}</h2>${tableHtml(words, said)}</section>
<p>${words.say('portal.models.audit')}</p>`,
  });
  return [{ key, text }, tableFile(said)];
}

function modelSection(build: Build, { task, entry, evaluation }: ModelInUse): Html {
  const { words, basis, rows } = build;
  const age = Math.max(0, Math.round((Date.parse(basis.runDate) - Date.parse(entry.since)) / DAY));
  const since = words.say('portal.models.since', { day: entry.since, n: age });
  const id = `task-${task.replaceAll('_', '-')}`;
  if (entry.champion === null || evaluation === undefined) {
    const failed = entry.reasons.filter((r) => r.startsWith('- NO, ')).map((r) => r.slice('- NO, '.length));
    return html`<section class="zone" aria-labelledby="${id}"><h2 id="${id}">${taskName(build.words, task)}</h2><p>${words.say('portal.models.plain')}</p><ul lang="en">${(failed.length > 0 ? failed : entry.reasons.slice(0, 1)).map((r) => html`<li>${r}</li>`)}</ul><p>${since}</p></section>`;
  }
  const list = evaluation.trial[Math.floor(evaluation.trial.length / 2)];
  const right = /Of 100 contacts from this list, (\d+) reached/.exec(list?.sentence ?? '')?.[1];
  const drift = rows.drifts.find((d) => d.task === task);
  return html`<section class="zone" aria-labelledby="${id}"><h2 id="${id}">${taskName(build.words, task)}</h2>
<p lang="en">${evaluation.task.sentence}</p>
<p>${words.say('portal.models.uses')}</p>
<p>${words.say('portal.models.not_used', { what: evaluation.task.not_used.map((n) => n.replaceAll('_', ' ')) })}</p>
${right === undefined ? null : html`<p>${words.say('portal.models.wrong', { n: 100 - Number(right) })}</p>`}
${list === undefined ? null : html`<p lang="en">${list.sentence}</p>`}
<p lang="en">Tested on ${looksInWords(evaluation)}.</p>
<p>${
    drift === undefined || drift.moved === 0
      ? words.say('portal.models.drift_none')
      : words.say('portal.models.drift', { n: drift.moved, of: drift.inputs })
  }</p>
<p>${since} <code>${entry.champion}</code></p></section>`;
}

function saidTable({ words, checkins, basis }: Build, zone: string): DataTable {
  return {
    key: `${zone}said.csv`,
    caption: words.say('portal.models.said_caption'),
    empty: words.say('portal.models.said_none'),
    columns: [
      words.say('portal.models.month'),
      words.say('portal.models.made_by'),
      words.say('portal.models.closed'),
      words.say('portal.models.right'),
      words.say('portal.models.known'),
      words.say('portal.models.wrong_head'),
      words.say('portal.models.unknown'),
    ],
    rows: checkins.precision.map((p): Cell[] => [
      head(p.month),
      { text: p.madeBy },
      ...saidCounts(p, basis.limit).map((n) => ({
        text: typeof n === 'number' ? words.number(n) : words.say(`page.short.${n}`),
        numeric: true,
      })),
    ]),
  };
}
