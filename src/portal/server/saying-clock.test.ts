// A word said in the portal of an old release is said on that release's day, or its next run would wait for it for ever.
import { describe, expect, it } from '@jest/globals';
import { looksBack, sayingClock } from './saying-clock.ts';

const at = (now: string) => () => new Date(now);

describe('the clock of what is said', () => {
  it('is the real one while the lists of the release are alive', () => {
    expect(sayingClock('2026-03-13', at('2026-03-16T15:00:30Z'))().toISOString()).toBe(
      '2026-03-16T15:00:30.000Z',
    );
    expect(looksBack('2026-03-13', new Date('2026-03-27T09:00:00Z'))).toBe(false);
  });

  it('stands on the day of an older release', () => {
    expect(sayingClock('2026-03-13', at('2026-11-21T15:00:30Z'))().toISOString()).toBe(
      '2026-03-13T15:00:30.000Z',
    );
    expect(looksBack('2026-03-13', new Date('2026-11-21T15:00:30Z'))).toBe(true);
  });
});
