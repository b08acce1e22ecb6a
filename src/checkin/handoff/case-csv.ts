// The hand-off as a CSV file (RFC 4180): one row an item, the whole set each time.
import type { Item } from '../item.ts';
import { caseRow } from './case-row.ts';

const columns = [
  'sourcedId',
  'status',
  'dateLastModified',
  'userSourcedId',
  'orgSourcedId',
  'districtSourcedId',
  'beginDate',
  'endDate',
  'task',
  'listSource',
  'madeBy',
  'priority',
  'outOf20',
  'reasons',
  'nextStep',
  'who',
  'minutes',
  'state',
  'stateDate',
  'owner',
  'dueDate',
] as const;

export function caseCsv(items: readonly Item[], district: string): string {
  const lines = items.map((item) => {
    const row = caseRow(item, district);
    return columns.map((name) => cell(row[name]));
  });
  return [columns, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  // A spreadsheet runs a cell that begins like a formula; no key or code of ours does.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
