// Numbers the receipts of a page in the order in which a reader meets them.
import type { ReceiptLine } from './page-model.ts';

export interface Footnotes {
  /** The receipt's number on this page, from 1. */
  of(receipt: string): number;
  /** The receipts met so far, in order. */
  lines(): readonly ReceiptLine[];
}

export function footnotes(all: readonly ReceiptLine[]): Footnotes {
  const says = new Map(all.map((l) => [l.receipt, l.says]));
  const met = new Map<string, number>();
  return {
    of(receipt) {
      const number = met.get(receipt) ?? met.size + 1;
      met.set(receipt, number);
      return number;
    },
    lines: () => [...met.keys()].map((receipt) => ({ receipt, says: says.get(receipt) ?? '' })),
  };
}
