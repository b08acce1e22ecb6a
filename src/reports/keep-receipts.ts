// Keeps receipts beside what was made with them, one a line, and finds one again among all that a release keeps.
import type { Receipt } from '../facts/draft.ts';
import { findReceipt } from '../facts/receipts.ts';
import type { Lake } from '../lake/lake.ts';
import { listReceiptsKey, receiptsKey, sheetsPrefix, studentReceiptsKey } from './report-keys.ts';

export const receiptLines = (receipts: readonly Receipt[]): string =>
  receipts.map((r) => `${JSON.stringify(r)}\n`).join('');

/** Of a page; of a list, whose readers see what pages hide; of a student's page or sheet. */
export async function keptReceipt(lake: Lake, release: string, id: string): Promise<Receipt | undefined> {
  const sheets = (await lake.list(sheetsPrefix(release))).filter((key) => key.endsWith('.ndjson'));
  for (const key of [
    receiptsKey(release),
    listReceiptsKey(release),
    studentReceiptsKey(release),
    ...sheets,
  ]) {
    const text = await lake.readText(key);
    const found = text === undefined ? undefined : findReceipt(text, id);
    if (found) return found;
  }
  return undefined;
}
