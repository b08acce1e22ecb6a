// A mean is hidden where fewer than three days are on one side of it.
import { describe, expect, it } from '@jest/globals';
import { oneSided } from './mean-sides.ts';

describe('a mean of days', () => {
  it('is shown with three days or more on each side', () => {
    expect(oneSided(0.93, 2000)).toBeUndefined();
    expect(oneSided(1 - 3 / 200, 200)).toBeUndefined();
    expect(oneSided(3 / 200, 200)).toBeUndefined();
  });

  it('is hidden with fewer: they may all be one student’s', () => {
    expect(oneSided(1 - 2 / 200, 200)).toBe('protects_another');
    expect(oneSided(2.5 / 200, 200)).toBe('protects_another');
    expect(oneSided(0, 200)).toBe('protects_another');
  });

  it('is hidden where it is printed as 0 or 100 %, however many days, or if nobody knows how many', () => {
    expect(oneSided(1 - 4 / 20_000, 20_000)).toBe('protects_another');
    expect(oneSided(1, null)).toBe('protects_another');
    expect(oneSided(0.5, null)).toBeUndefined();
  });

  it('that nobody could work out is no hidden one', () => {
    expect(oneSided(null, 0)).toBeUndefined();
  });
});
