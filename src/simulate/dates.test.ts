/** Dates are plain day numbers. */
import { describe, expect, it } from '@jest/globals';
import { dateOf, dayOf, hoursBehindUtc, isoDate, nthWeekday, shortUsDate, usDate, weekday } from './dates.ts';

describe('Dates', () => {
  it('spells a day and reads it back', () => {
    expect(isoDate(dayOf('2024-02-29'))).toBe('2024-02-29');
    expect(usDate(dateOf(2024, 2, 9))).toBe('02/09/2024');
    expect(shortUsDate(dateOf(2024, 2, 9))).toBe('2/9/2024');
  });

  it('knows the weekday', () => {
    expect(weekday(dayOf('2026-03-13'))).toBe(5);
    expect(weekday(dayOf('1969-12-28'))).toBe(7);
  });

  it('finds the nth and the last weekday of a month', () => {
    expect(isoDate(nthWeekday(2025, 11, 4, 4))).toBe('2025-11-27');
    expect(isoDate(nthWeekday(2026, 5, 1, -1))).toBe('2026-05-25');
  });

  it('moves the clock on the second Sunday of March and the first of November', () => {
    expect(hoursBehindUtc(dayOf('2026-03-07'))).toBe(5);
    expect(hoursBehindUtc(dayOf('2026-03-08'))).toBe(4);
    expect(hoursBehindUtc(dayOf('2026-10-31'))).toBe(4);
    expect(hoursBehindUtc(dayOf('2026-11-01'))).toBe(5);
  });
});
