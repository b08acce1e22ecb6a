// The guard speaks only when both limits of the district file are passed.
import { describe, expect, it } from '@jest/globals';
import { tooManyGone } from './deletion-guard.ts';

const limits = { rows: 10, share: 0.1 };

describe('the deletion guard', () => {
  it.each([
    { gone: 10, before: 12, held: false, why: 'no more rows than may always go' },
    { gone: 11, before: 110, held: false, why: 'exactly the share' },
    { gone: 11, before: 109, held: true, why: 'a row and a share more' },
    { gone: 500, before: 10_000, held: false, why: 'many rows, a small share' },
    { gone: 0, before: 0, held: false, why: 'nothing to lose' },
  ])('$gone of $before gone, held: $held ($why)', ({ gone, before, held }) => {
    expect(tooManyGone({ gone, before, limits }) !== undefined).toBe(held);
  });

  it('says how many of how many, and what share', () => {
    expect(tooManyGone({ gone: 20, before: 40, limits })).toMatch(/20 of 40 .*50 %/);
  });
});
