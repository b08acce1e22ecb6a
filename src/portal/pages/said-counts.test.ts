// No count from one to below the limit stands on the page, and the whole never gives one away.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { saidCounts } from './said-counts.ts';

const month = (right: number, known: number, wrong: number, unknown: number) => ({
  madeBy: 'plain_list',
  source: 'rule',
  task: 'dropout',
  month: '2026-03',
  closed: right + known + wrong + unknown,
  right,
  known,
  wrong,
  unknown,
});

describe('what staff said in a month', () => {
  it.each([
    ['one item, and it was right', month(1, 0, 0, 0), ['small_group', 'small_group', 0, 0, 0]],
    ['a part of a few', month(12, 2, 0, 0), ['protects_another', 12, 'small_group', 0, 0]],
    ['many of each', month(12, 10, 10, 0), [32, 12, 10, 10, 0]],
    ['nothing', month(0, 0, 0, 0), [0, 0, 0, 0, 0]],
  ])('%s', (_, said, told) => {
    expect(saidCounts(said, 10)).toEqual(told);
  });

  it('shows no small count, and no whole beside a hidden part', () => {
    const few = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(few, few, few, few, fc.integer({ min: 4, max: 20 }), (a, b, c, d, limit) => {
        const [whole, ...parts] = saidCounts(month(a, b, c, d), limit);
        for (const n of [whole, ...parts]) expect(typeof n === 'number' && n > 0 && n < limit).toBe(false);
        if (parts.some((p) => typeof p !== 'number')) expect(typeof whole).toBe('string');
      }),
    );
  });
});
