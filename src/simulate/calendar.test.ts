/** The school year runs from 15 August to 5 June without weekends, holidays and snow days. */
import { describe, expect, it } from '@jest/globals';
import { isOpenFor, schoolYear } from './calendar.ts';
import { dayOf, isoDate, weekday } from './dates.ts';

const whole = (year: number) => schoolYear(year, 5, 7, dayOf(`${year}-06-30`));

describe.each([2022, 2023, 2024, 2025, 2026])('The school year that ends in %d', (year) => {
  const calendar = whole(year);

  it('has 175 to 190 school days, none of them on a weekend or a holiday', () => {
    expect(calendar.days.length).toBeGreaterThanOrEqual(175);
    expect(calendar.days.length).toBeLessThanOrEqual(190);
    expect(calendar.days.filter((day) => weekday(day) > 5 || calendar.events.has(day))).toEqual([]);
  });

  it('begins on or after 15 August and ends on or before 5 June', () => {
    expect(isoDate(calendar.days[0] ?? 0) >= `${year - 1}-08-15`).toBe(true);
    expect(isoDate(calendar.days.at(-1) ?? 0) <= `${year}-06-05`).toBe(true);
  });

  it('is closed at Thanksgiving and between the years', () => {
    expect(calendar.days.map(isoDate)).not.toContain(`${year - 1}-12-25`);
    expect([...calendar.events.values()].filter((name) => name === 'Thanksgiving')).toHaveLength(3);
  });

  it('closes the schools for at most two storms and teaches from home in at most three more', () => {
    expect([...calendar.events.values()].filter((name) => name === 'Snow day').length).toBeLessThanOrEqual(2);
    expect(calendar.remote.size).toBeLessThanOrEqual(3);
  });

  it('gives each school one closure of its own', () => {
    for (let school = 0; school < 5; school += 1) {
      const closed = calendar.days.filter((_, position) => !isOpenFor(calendar, school, position));
      expect(closed).toHaveLength(1);
    }
  });
});

it('A year that is still running stops at the end date', () => {
  const running = schoolYear(2026, 5, 7, dayOf('2026-03-13'));
  expect(isoDate(running.days.at(-1) ?? 0)).toBe('2026-03-13');
});
