// A table of the portal: what stands on the page is also a file to download, cell by cell the same.
import type { Cell, Table } from '../charts/chart.ts';
import { type Html, html, made } from '../pages/html.ts';
import type { Words } from '../words/words.ts';
import { at } from './frame.ts';
import type { SiteFile } from './site-file.ts';

export interface DataTable extends Table {
  /** Of the file, below `portal/`; ends with .csv. */
  readonly key: string;
  /** Said in place of a table without rows. */
  readonly empty: string;
  /** Links of row heads, by row. */
  readonly links?: readonly (string | null)[];
  /** A script may sort it by each column. */
  readonly sortable?: boolean;
}

export function tableHtml(words: Words, table: DataTable): Html {
  if (table.rows.length === 0) return html`<p class="empty">${table.empty}</p>`;
  const numeric = (i: number) => table.rows.some((row) => row[i]?.numeric);
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${table.caption}"><table${made(table.sortable ? ' data-sort' : '')}><caption>${table.caption}</caption>
<thead><tr>${table.columns.map((c, i) => html`<th scope="col"${made(numeric(i) ? ' class="n"' : '')}>${c}</th>`)}</tr></thead>
<tbody>${table.rows.map(
    (row, r) => html`<tr>${row.map((c) => cellHtml(c, table.links?.[r] ?? null))}</tr>
`,
  )}</tbody></table></div>
<p class="download"><a href="${at(table.key)}" download>${words.say('portal.csv', { table: table.caption })}</a></p>`;
}

function cellHtml(c: Cell, link: string | null): Html {
  const inside = c.heads && link !== null ? html`<a href="${link}">${c.text}</a>` : c.text;
  if (c.heads) return html`<th scope="row">${inside}</th>`;
  const kind = made(c.numeric ? ' class="n"' : '');
  return c.receipt == null
    ? html`<td${kind}>${c.text}</td>`
    : html`<td${kind} data-receipt="${c.receipt}">${c.text}</td>`;
}

/** RFC 4180, with the mark that tells Excel the encoding; what begins like a formula is text. */
export function tableFile(table: DataTable): SiteFile {
  const lines = [table.columns, ...table.rows.map((row) => row.map((c) => c.text))];
  return {
    key: table.key,
    text: `\ufeff${lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')}`,
  };
}

function csvCell(text: string): string {
  // A name is put in later, whatever it holds.
  if (text.startsWith('@@name:')) return `"${text}"`;
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
