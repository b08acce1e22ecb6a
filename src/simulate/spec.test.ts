/** A spec is checked before anything is made. */
import { describe, expect, it } from '@jest/globals';
import { isoDate } from './dates.ts';
import { planOf, SimulateSpecError } from './spec.ts';

const small = { students: 40, schools: 2, years: 1, seed: 7 };

describe('A spec', () => {
  it('ends on 13 March 2026 unless it says otherwise', () => {
    expect(isoDate(planOf({ ...small, years: 5 }).endDate)).toBe('2026-03-13');
    expect(planOf({ ...small, years: 5 }).schoolYears).toEqual([2022, 2023, 2024, 2025, 2026]);
  });

  it('may name the first school year', () => {
    const plan = planOf({ ...small, years: 2, firstYear: 2020 });
    expect(plan.schoolYears).toEqual([2020, 2021]);
    expect(isoDate(plan.endDate)).toBe('2021-03-13');
  });

  it.each([
    ['too few students', { ...small, students: 3 }],
    ['half a school', { ...small, schools: 1.5 }],
    ['more schools than students fill', { ...small, schools: 20 }],
    ['a date that does not exist', { ...small, endDate: '2026-02-30' }],
    ['years that do not reach the end date', { ...small, firstYear: 2020, endDate: '2026-03-13' }],
  ])('is refused for %s, with a way out', (_, spec) => {
    expect(() => planOf(spec)).toThrow(SimulateSpecError);
    try {
      planOf(spec);
    } catch (error) {
      expect(error).toMatchObject({ code: 'simulate_spec', mend: expect.stringMatching(/.{10}/) });
    }
  });
});
