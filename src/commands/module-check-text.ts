// The check of samples against a contract as a person reads it.
import type { SampleCheck } from '../sample/check-sample.ts';
import { textTable } from './text-table.ts';

export function sampleText(check: SampleCheck): string {
  const where = check.table === '' ? 'no table' : `table ${check.table} (by its ${check.known_by})`;
  if (check.status !== 'accepted') return `${check.file}: ${where}\n  ${check.status}: ${check.reason}`;
  const bad = check.quarantined.reduce((n, r) => n + r.rows, 0);
  const lines = [
    `${check.file}: ${where}, ${check.encoding}, as of ${check.as_of || 'the day it comes'}`,
    `  ${check.rows} rows: ${check.accepted} accepted, ${bad} quarantined, ${check.superseded} superseded by a row of the same key.`,
    ...check.quarantined.map(
      (r) => `  ${r.rows} rows break ${r.rule}${r.column === '' ? '' : ` (${r.column})`}`,
    ),
    ...named('  not in the contract, dropped', check.unknown_columns),
    ...named('  in the contract, not in the file', check.missing_columns),
  ];
  if (check.columns.length === 0) return lines.join('\n');
  const table = textTable(
    ['column', 'type', 'privacy', 'values', 'empty', 'fit'],
    check.columns.map((c) => [
      c.name,
      c.type,
      c.privacy,
      String(c.values),
      String(c.nulls),
      `${floorPercent(c.share)}%`,
    ]),
  );
  return [...lines, '', table].join('\n');
}

/** 100 % only where every value fits. */
function floorPercent(share: number): string {
  return (Math.floor(share * 1000) / 10).toFixed(1);
}

function named(what: string, list: readonly string[]): string[] {
  return list.length === 0 ? [] : [`${what}: ${list.join(', ')}`];
}
