// A day begins with a date, or with an instant from which the district's own calendar gives the date.
import { describe, expect, it } from '@jest/globals';
import { dayOf, planEvent } from './event.ts';

const now = new Date('2026-07-01T12:00:00Z');
const day = (event: object, zone: string) =>
  dayOf(planEvent.parse({ district: 'maple', ...event }), zone, now);

describe('the date of a run', () => {
  it.each([
    ['2026-03-10T09:30:00Z', 'America/New_York', '2026-03-10'],
    // Evening in Los Angeles is already tomorrow in UTC, in winter and in summer.
    ['2026-01-15T07:59:59Z', 'America/Los_Angeles', '2026-01-14'],
    ['2026-01-15T08:00:00Z', 'America/Los_Angeles', '2026-01-15'],
    ['2026-06-15T06:59:59Z', 'America/Los_Angeles', '2026-06-14'],
    ['2026-06-15T07:00:00Z', 'America/Los_Angeles', '2026-06-15'],
    ['2026-03-10T20:00:00Z', 'Pacific/Auckland', '2026-03-11'],
  ])('of a start at %s in %s is %s', (time, zone, date) => {
    expect(day({ time }, zone)).toBe(date);
  });

  it('is the one that was asked for, whatever the hour', () => {
    expect(day({ date: '2022-02-15', time: '2026-03-10T09:30:00Z' }, 'America/New_York')).toBe('2022-02-15');
  });

  it("is today's without either", () => {
    expect(day({}, 'America/New_York')).toBe('2026-07-01');
  });

  it('must be a date of the calendar', () => {
    expect(() => day({ date: '2022-02-30' }, 'UTC')).toThrow();
    expect(() => day({ time: 'yesterday' }, 'UTC')).toThrow();
  });
});
