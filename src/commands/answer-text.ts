// Prints the answer of a query as a table, as CSV (RFC 4180) or as JSON.
import type { Answer } from '../query/release-session.ts';
import { textTable } from './text-table.ts';

export const formats: readonly string[] = ['table', 'csv', 'json'];

export function answerText(answer: Answer, format: string): string {
  if (format === 'json')
    return JSON.stringify(
      answer.rows.map((row) => Object.fromEntries(answer.columns.map((c, i) => [c, row[i]]))),
    );
  const rows = answer.rows.map((row) => row.map(cellText));
  if (format === 'csv') return [answer.columns, ...rows].map((row) => row.map(quoted).join(',')).join('\n');
  return `${textTable(answer.columns, rows)}\n(${answer.rows.length} ${answer.rows.length === 1 ? 'row' : 'rows'})`;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
