// The comparison of two releases as a person reads it.

import type { BatchChange } from '../diff/batch-changes.ts';
import type { ReleaseDiff, TableDiff } from '../diff/release-diff.ts';
import { textTable } from './text-table.ts';

const mostFiles = 20;

export function diffText(diff: ReleaseDiff): string {
  const { from, to, why, batches } = diff;
  const head = `From ${from.release} (as on ${from.date}) to ${to.release} (as on ${to.date}).`;
  const lines = [head, ...why.map((r) => `- ${r.text}`)];
  for (const [word, list] of [
    ['came', batches.entered],
    ['left', batches.left],
    ['read again', batches.read_again],
  ] as const) {
    lines.push(...list.slice(0, mostFiles).map((b) => `  ${word}: ${fileLine(b)}`));
    if (list.length > mostFiles)
      lines.push(`  … and ${list.length - mostFiles} more that ${word} (--json lists all)`);
  }
  lines.push(...catalogueLines(diff.catalogue));
  if (diff.tables.length === 0) {
    const same = diff.identical ? 'The tables are identical.' : 'The tables of both releases are identical.';
    return [...lines, '', same].join('\n');
  }
  lines.push('', countsTable(diff.tables));
  if (diff.identical) lines.push('', 'No row differs; the same rows only come from other files.');
  for (const table of diff.tables) lines.push(...rowLines(table));
  return lines.join('\n');
}

function catalogueLines({ entered, left, not_compared }: ReleaseDiff['catalogue']): string[] {
  const said = (word: string, list: typeof entered) =>
    list.map((t) => `  table ${word}: ${t.table} (${t.rows} ${t.rows === 1 ? 'row' : 'rows'})`);
  return [
    ...said('entered', entered),
    ...said('left', left),
    ...said('not compared, since no SQL makes it any more', not_compared),
  ];
}

function fileLine(b: BatchChange): string {
  return `${b.table} ${b.file_name || b.batch_id} (${b.rows} rows, as of ${b.as_of.slice(0, 10)})`;
}

function countsTable(tables: readonly TableDiff[]): string {
  const rows = tables.flatMap((t) =>
    t.partitions.map((p, i) => [
      t.table,
      p.partition,
      String(p.added),
      String(p.removed),
      String(p.changed),
      String(p.restated),
      i === 0 ? t.because.join(', ') : '',
    ]),
  );
  return textTable(['table', 'part', 'added', 'removed', 'changed', 'restated', 'because of'], rows);
}

function rowLines({ table, rows = [], added, removed, changed }: TableDiff): string[] {
  if (rows.length === 0) return [];
  const lines = rows.map((r) => {
    const key = Object.entries(r.key).map(([k, v]) => `${k}=${v ?? ''}`);
    const columns = Object.entries(r.columns).map(
      ([c, [a, b]]) => `${c}: ${a ?? '(none)'} → ${b ?? '(none)'}`,
    );
    const file = r.file_name === '' ? '' : `  [${r.file_name}]`;
    return `  ${r.what.padEnd(7)} ${key.join(' ')}${columns.length > 0 ? `  ${columns.join('; ')}` : ''}${file}`;
  });
  const more = added + removed + changed - rows.length;
  return [
    '',
    table,
    ...lines,
    ...(more > 0 ? [`  … ${more} more; --limit ${added + removed + changed} shows all.`] : []),
  ];
}
