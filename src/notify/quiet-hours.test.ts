// No mail arrives in quiet hours, and none waits longer than it must: also over midnight and when the clock is changed.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockOf, dueAt, isQuiet } from './quiet-hours.ts';

const zone = 'America/New_York';
const night = { from: '19:00', to: '07:00' };
const due = (at: string, quiet = night, timezone = zone) =>
  dueAt(new Date(at), timezone, quiet).toISOString().replace('.000Z', 'Z');

describe('a mail that is ready', () => {
  it.each([
    ['by day goes at once', '2026-03-10T15:00:30Z', '2026-03-10T15:00:30Z'],
    ['before midnight waits for the next morning', '2026-03-11T02:30:00Z', '2026-03-11T11:00:00Z'],
    ['after midnight waits for the same morning', '2026-03-11T09:30:00Z', '2026-03-11T11:00:00Z'],
    [
      'in the night in which an hour is skipped comes at seven',
      '2026-03-08T03:00:00Z',
      '2026-03-08T11:00:00Z',
    ],
    [
      'in the night in which an hour comes twice comes at seven',
      '2026-11-01T03:00:00Z',
      '2026-11-01T12:00:00Z',
    ],
    ['at the last minute of the quiet hours waits a minute', '2026-03-11T10:59:00Z', '2026-03-11T11:00:00Z'],
  ])('%s', (_, ready, at) => expect(due(ready)).toBe(at));

  it('waits past an end that the clock skips', () => {
    // On that night 02:30 is no time of the day: the clock goes from 01:59 to 03:00.
    expect(due('2026-03-08T06:50:00Z', { from: '01:00', to: '02:30' })).toBe('2026-03-08T07:00:00Z');
  });

  it('knows quiet hours within a day, and none', () => {
    expect(due('2026-03-10T16:30:00Z', { from: '12:00', to: '13:00' })).toBe('2026-03-10T17:00:00Z');
    expect(due('2026-03-11T04:00:00Z', { from: '07:00', to: '07:00' })).toBe('2026-03-11T04:00:00Z');
  });

  it('never comes in quiet hours, and every minute before it was quiet', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
    const instant = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2027-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(zone, 'America/Phoenix', 'Pacific/Honolulu', 'Australia/Lord_Howe', 'UTC');
    fc.assert(
      fc.property(instant, time, time, zones, (now, from, to, timezone) => {
        const clock = clockOf(timezone);
        const quiet = { from, to };
        const at = dueAt(now, timezone, quiet);
        expect(isQuiet(clock(at), quiet)).toBe(false);
        if (at > now) expect(isQuiet(clock(new Date(at.getTime() - 60_000)), quiet)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
