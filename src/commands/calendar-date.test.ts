// A date is a day of the calendar, written one way.
import { expect, it } from '@jest/globals';
import { isCalendarDate } from './calendar-date.ts';

it.each([
  ['2022-02-15', true],
  ['2024-02-29', true],
  ['2022-02-29', false],
  ['2022-2-15', false],
  ['2022-13-01', false],
  ['yesterday', false],
])('%s: %s', (text, is) => {
  expect(isCalendarDate(text)).toBe(is);
});
