// A receipt is found by its whole id and by nothing less.
import { describe, expect, it } from '@jest/globals';
import { receiptLines } from '../reports/keep-receipts.ts';
import { findReceipt } from './receipts.ts';

const id = 'r-0123456789abcdef';
const kept = receiptLines([
  {
    receipt: id,
    metric: 'enrollment',
    version: '0'.repeat(12),
    recipe: {
      view: 'measure_count',
      row: { level: 'district', school_key: '', grade: '', school_year: 2026, metric: 'on_track' },
      value: 'students',
    },
    state: 'known',
    value: 812,
  },
]);

describe('a receipt', () => {
  it('is found by its id', () => {
    expect(findReceipt(kept, id)?.value).toBe(812);
  });

  it.each(['', 'enrollment', 'district', 'r-', 'r-0123456789abcde', 'r-fedcba9876543210'])(
    'is not found by %j',
    (other) => {
      expect(findReceipt(kept, other)).toBeUndefined();
    },
  );
});
