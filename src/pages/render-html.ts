// Writes a page model as one HTML document that needs no script and no other file.
import type { Cell, Chart, Table } from '../charts/chart.ts';
import { screen } from '../charts/theme.ts';
import { definitionsRoot, definitionText } from '../definitions/definitions.ts';
import { type Footnotes, footnotes } from './footnotes.ts';
import { address, type Html, html, made, type Value } from './html.ts';
import type { Block, PageModel, Zone } from './page-model.ts';
import type { Sentence } from './sentence.ts';

/** The style sheet of every page, for who serves it as a file of its own. */
export const pageCss = (): string => definitionText(definitionsRoot(), 'layout', 'page.css');

export interface HtmlOptions {
  /** Address of the style sheet; without it the page carries the sheet itself. */
  readonly stylesheet?: string;
}

/** @returns a whole document, UTF-8, under 100 kB for a school of any size */
export function renderHtml(model: PageModel, options: HtmlOptions = {}): string {
  const notes = footnotes(model.receipts);
  const zones = model.zones.map((z) => zone(z, notes));
  const foot = model.foot.map((b) => block(b, notes));
  const style =
    options.stylesheet === undefined
      ? html`<style>${made(pageCss())}</style>`
      : html`<link rel="stylesheet" href="${address(options.stylesheet)}">`;
  return `<!doctype html>\n${html`<html lang="${model.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${model.title}</title>
${style}
</head>
<body class="${model.kind}">
<a class="skip" href="#page">${model.skip}</a>
${header(model)}
<main id="page" tabindex="-1">
<p class="headline">${model.headline}</p>
${zones}
</main>
<footer>
${foot.length === 0 ? null : html`<h2>${model.footTitle}</h2>`}
${foot}
${receipts(model, notes)}
</footer>
</body>
</html>
`}`;
}

function header(model: PageModel): Html {
  return html`<header>
<p class="kicker">${model.kicker}</p>
<h1>${model.name}</h1>
${model.mark === null ? null : html`<p class="mark">${model.mark}</p>`}
<p class="about">${model.about.map((a) => html`<span>${a}</span> `)}</p>
<section aria-labelledby="ages"><h2 id="ages">${model.agesTitle}</h2>
<ul class="ages">${model.ages.map((a) => html`<li${made(a.late ? ' class="late"' : '')}>${a.text}</li>`)}</ul></section>
${languages(model)}
</header>`;
}

function languages(model: PageModel): Value {
  if (model.languages.length === 0) return null;
  const links = model.languages.map(
    (l) => html`<a href="${address(l.href)}" lang="${l.lang}" hreflang="${l.lang}">${l.name}</a> `,
  );
  return html`<p class="languages">${model.languagesTitle} ${links}</p>`;
}

export function zone({ id, title, blocks, half }: Zone, notes: Footnotes): Html {
  const facts = blocks.some((b) => b.kind === 'fact');
  const inside = blocks.map((b) => block(b, notes));
  return html`<section class="zone${half ? ' half' : ''}" aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${facts ? html`<div class="facts">${inside}</div>` : inside}
</section>
`;
}

export function block(b: Block, notes: Footnotes): Html {
  switch (b.kind) {
    case 'text':
      return html`<p>${b.sentences.map((s) => html`${sentence(s, notes)} `)}</p>`;
    case 'list':
      return html`<ul>${b.items.map((s) => html`<li>${sentence(s, notes)}</li>`)}</ul>`;
    case 'fact':
      return html`<article class="fact"><h3>${b.title}</h3>
<p class="${b.known ? 'number' : 'number none'}">${sentence(b.number, notes)}</p>
${b.lines.map((l) => html`<p>${sentence(l, notes)}</p>`)}
${b.charts.map((c) => figure(c, notes, true))}</article>`;
    case 'chart':
      return figure(b.chart, notes, false);
    case 'table':
      return scrolling(b.table, notes);
    case 'terms':
      return html`<dl>${b.items.map((i) => html`<div><dt>${i.term}</dt><dd>${sentence(i.text, notes)}</dd></div>`)}</dl>`;
    case 'write':
      return html`<div class="write"><p>${b.label}</p>${Array.from({ length: b.lines }, () => html`<div class="line"></div>`)}${
        b.owner === null ? null : html`<p class="owner">${b.owner}</p>`
      }</div>`;
  }
}

/** A picture with its table right under it; of a small picture the table is folded, and opens without a script. */
export function figure(chart: Chart, notes: Footnotes, folded: boolean): Html {
  if (chart.empty !== null) {
    return html`<figure><figcaption>${chart.title}</figcaption><p class="empty">${chart.empty}</p></figure>`;
  }
  const table = scrolling(chart.table, notes);
  return html`<figure><figcaption>${chart.title}</figcaption>
${made(chart.draw(screen))}
${folded ? html`<details><summary>${chart.table.caption}</summary>${table}</details>` : table}</figure>`;
}

/** A wide table scrolls inside a box that the keyboard reaches. */
function scrolling({ caption, columns, rows }: Table, notes: Footnotes): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${columns.map((c, i) => html`<th scope="col"${made(numeric(rows, i) ? ' class="n"' : '')}>${c}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((c, i) => cell(c, numeric(rows, i), notes))}</tr>
`,
  )}</tbody></table></div>`;
}

/** A column of numbers has its heading on their side. */
const numeric = (rows: Table['rows'], i: number): boolean => rows.some((row) => row[i]?.numeric);

function cell(c: Cell, right: boolean, notes: Footnotes): Html {
  if (c.heads) return html`<th scope="row">${c.text}</th>`;
  const kind = right ? ' class="n"' : '';
  if (c.receipt == null) return html`<td${made(kind)}>${c.text}</td>`;
  notes.of(c.receipt);
  return html`<td${made(kind)} data-receipt="${c.receipt}">${c.text}</td>`;
}

function sentence(pieces: Sentence, notes: Footnotes): Value[] {
  return pieces.map((p) =>
    typeof p === 'string'
      ? p
      : html`<span data-receipt="${p.receipt}">${p.text}</span><sup><a href="#${p.receipt}" title="${p.receipt}">${notes.of(
          p.receipt,
        )}</a></sup>`,
  );
}

export function receipts(
  model: Pick<PageModel, 'receiptsTitle' | 'receiptsNote' | 'receiptsOpen'>,
  notes: Footnotes,
): Html {
  const lines = notes.lines();
  const list = html`<ol>${lines.map(
    (l) => html`<li id="${l.receipt}"><code>${l.receipt}</code> ${l.says}</li>
`,
  )}</ol>`;
  return html`<section class="receipts" aria-labelledby="receipts"><h2 id="receipts">${model.receiptsTitle}</h2>
<p>${model.receiptsNote}</p>
${lines.length === 0 ? null : html`<details><summary>${model.receiptsOpen}</summary>${list}</details>`}</section>`;
}
