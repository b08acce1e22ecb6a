// Which days a run may be for.
import { describe, expect, it } from '@jest/globals';
import { checkRunDate } from './run-date.ts';

const today = '2026-11-21';

describe('the day of a run', () => {
  it.each([
    ['today', today, '2026-11-20'],
    ['a day between the release and today', '2026-05-01', '2026-03-16'],
    ['a week before the release', '2026-03-09', '2026-03-16'],
    ['a first day', '2022-02-15', undefined],
    ['the next day of a calendar ahead of the clock', '2027-03-11', '2027-03-10'],
  ])('may be %s', (_, date, released) => {
    expect(() => checkRunDate(date, released, today)).not.toThrow();
  });

  it.each([
    ['tomorrow is not known yet', '2026-12-25', '2026-11-10', '2026-12-25 lies in the future'],
    ['nor a year that was mistyped', '2062-02-15', undefined, '2062-02-15 lies in the future'],
    ['a release does not lose a week', '2026-03-08', '2026-03-16', 'more than 7 days before the release'],
  ])('%s', (_, date, released, told) => {
    expect(() => checkRunDate(date, released, today)).toThrow(told);
  });
});
