// Looks a receipt up and makes its number again from the release that it names, to the last digit.
import { z } from 'zod';
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Receipt } from './draft.ts';
import { receiptId } from './facts-document.ts';
import { recipeSchema, recipeSql } from './recipe.ts';
import type { AskRows } from './rows.ts';

export const receiptSchema = z.strictObject({
  receipt: z.string(),
  metric: z.string(),
  version: z.string(),
  recipe: recipeSchema,
  state: z.enum(['known', 'hidden', 'no_data']),
  value: z.number().nullable(),
});

export class NoReceiptError extends HomeroomError {
  constructor(id: string) {
    super(
      'NO_RECEIPT',
      `No kept report has a number with the receipt ${/^r-[0-9a-f]{16}$/.test(id) ? id : 'you gave'}.`,
      {
        where: 'reports/*/receipts*.ndjson',
        mend: 'A receipt is r- and 16 hex digits, as it stands beside the number. Reports live as long as their release.',
      },
    );
  }
}

/** By its whole id: a part of a line, or nothing at all, names no receipt. */
export function findReceipt(ndjson: string, id: string): Receipt | undefined {
  if (!receiptId.safeParse(id).success) return undefined;
  const line = ndjson.split('\n').find((l) => l.includes(`"receipt":"${id}"`));
  return line === undefined ? undefined : receiptSchema.parse(JSON.parse(line));
}

/** The number as the release gives it today; null where it has none. */
export async function remake(receipt: Pick<Receipt, 'recipe'>, rows: AskRows): Promise<number | null> {
  const found = await rows(recipeSql(receipt.recipe));
  const value = found[0]?.value;
  if (found.length > 1) throw new RangeError('a recipe names one row');
  return value === null || value === undefined ? null : Number(value);
}
