/// <reference lib="dom" />
// Sorts a table by the column whose head is pressed; the head says which way.

/** Gives every table that asks for it heads that sort, once. */
export function sortable(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sort]')) {
    const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
    heads.forEach((head, i) => {
      if (head.querySelector('button') !== null) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => sortBy(table, heads, i));
    });
  }
}

function sortBy(table: HTMLTableElement, heads: readonly HTMLTableCellElement[], i: number): void {
  const body = table.tBodies[0];
  const head = heads[i];
  if (body === undefined || head === undefined) return;
  const down = head.getAttribute('aria-sort') === 'ascending';
  for (const other of heads) other.removeAttribute('aria-sort');
  head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row.cells[i]?.textContent ?? '') }));
  rows.sort((a, b) => (down ? -1 : 1) * compare(a.key, b.key));
  body.append(...rows.map((r) => r.row));
}

/** What is no number, such as "hidden", stands behind all numbers. */
function keyOf(text: string): number | string {
  const digits = text.replace(/[,\s%]/g, '');
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? Number(digits) : text;
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return a.localeCompare(b);
}
