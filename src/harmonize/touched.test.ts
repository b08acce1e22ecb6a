import { describe, expect, it } from '@jest/globals';
import {
  monthsBetween,
  monthsOfYear,
  schoolYearOf,
  touchedEverything,
  touchMonths,
  union,
  untouched,
} from './touched.ts';

describe('which months a change touches', () => {
  it('adds up the months of several changes', () => {
    const both = union([touchMonths(['2026-01']), touchMonths(['2026-02']), untouched]);
    expect([...both.months].sort()).toEqual(['2026-01', '2026-02']);
    expect(both).toMatchObject({ everything: false, changed: true });
  });

  it('is everything as soon as one change cannot be told', () => {
    expect(union([touchMonths(['2026-01']), touchedEverything]).everything).toBe(true);
  });

  it('is nothing when nothing changed', () => {
    expect(union([untouched, untouched])).toMatchObject({ everything: false, changed: false });
  });

  it('counts months over the turn of the year, and none backwards', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
  });
});

describe('the school year of a month', () => {
  it('is the year in which it ends', () => {
    expect(schoolYearOf('2025-07', 8)).toBe(2025);
    expect(schoolYearOf('2025-08', 8)).toBe(2026);
    expect(schoolYearOf('2026-07', 8)).toBe(2026);
    expect(schoolYearOf('2026-01', 1)).toBe(2026);
  });

  it('has twelve months that all lie in it', () => {
    for (const first of [1, 7, 8, 9]) {
      const months = [...monthsOfYear(2026, first)];
      expect(months).toHaveLength(12);
      expect(new Set(months.map((m) => schoolYearOf(m, first)))).toEqual(new Set([2026]));
    }
  });
});
