// Rules of Retry.
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import type { StateEvent } from './events.ts';
import { named, outputOf, run, workTask } from './example-machine.ts';
import { seededRandom } from './random.ts';
import { delaySeconds } from './retry.ts';

const always = (name: string) =>
  jest.fn(() => {
    throw named(name);
  });

/** Seconds of pause before each retry. */
async function delays(
  Retry: unknown[],
  work: (payload: unknown) => unknown,
): Promise<(number | undefined)[]> {
  const seen: StateEvent[] = [];
  await run({ Only: workTask({ Retry, End: true }) }, {}, work, { onEvent: (event) => seen.push(event) });
  return seen.filter((event) => event.type === 'retried').map((event) => event.delaySeconds);
}

describe('Retry', () => {
  it('defaults to 3 attempts, after 1, 2 and 4 seconds', async () => {
    const work = always('Broken');
    expect(await delays([{ ErrorEquals: ['Broken'] }], work)).toEqual([1, 2, 4]);
    expect(work).toHaveBeenCalledTimes(4);
  });

  it('IntervalSeconds, BackoffRate and MaxAttempts shape the pauses; MaxDelaySeconds caps them', async () => {
    const shape = {
      ErrorEquals: ['Broken'],
      IntervalSeconds: 3,
      BackoffRate: 1.5,
      MaxAttempts: 4,
      MaxDelaySeconds: 5,
    };
    expect(await delays([shape], always('Broken'))).toEqual([3, 4.5, 5, 5]);
  });

  it('MaxAttempts 0 means that the error is never retried', async () => {
    expect(
      await delays(
        [{ ErrorEquals: ['Broken'], MaxAttempts: 0 }, { ErrorEquals: ['States.ALL'] }],
        always('Broken'),
      ),
    ).toEqual([]);
  });

  it('JitterStrategy FULL takes a random part of the pause, the same for the same seed', async () => {
    const shape = { ErrorEquals: ['Broken'], IntervalSeconds: 10, BackoffRate: 1, JitterStrategy: 'FULL' };
    const first = await delays([shape], always('Broken'));
    expect(first).toEqual(await delays([shape], always('Broken')));
    expect(new Set(first).size).toBe(3);
  });

  it('never pauses longer than the cap, nor a negative time', () => {
    const retrier = fc.record({
      errorEquals: fc.constant(['States.ALL']),
      intervalSeconds: fc.integer({ min: 1, max: 1000 }),
      maxAttempts: fc.constant(99),
      backoffRate: fc.double({ min: 1, max: 10, noNaN: true }),
      maxDelaySeconds: fc.integer({ min: 1, max: 100_000 }),
      jitter: fc.constantFrom('FULL' as const, 'NONE' as const),
    });
    fc.assert(
      fc.property(retrier, fc.nat(400), fc.nat(), (shape, used, seed) => {
        const delay = delaySeconds(shape, used, seededRandom(seed));
        return delay >= 0 && delay <= shape.maxDelaySeconds;
      }),
    );
  });

  it('tries until it works, with the count in $states.context.State.RetryCount', async () => {
    const work = jest.fn((tries: unknown) => {
      if (tries === 2) return 'worked';
      throw named('Broken');
    });
    const Arguments = { FunctionName: 'work', Payload: '{% $states.context.State.RetryCount %}' };
    const states = {
      Only: workTask({
        Arguments,
        Retry: [{ ErrorEquals: ['Broken'] }],
        Output: '{% $states.result.Payload %}',
        End: true,
      }),
    };
    expect(await outputOf(run(states, {}, work))).toBe('worked');
    expect(work.mock.calls).toEqual([[0], [1], [2]]);
  });

  it('the first Retrier that names the error decides; each counts for itself', async () => {
    const errors = ['A', 'B', 'A', 'B', 'A'];
    const work = () => {
      throw named(errors.shift() ?? 'C');
    };
    const Retry = [
      { ErrorEquals: ['A'], IntervalSeconds: 10, MaxAttempts: 2 },
      { ErrorEquals: ['B'], IntervalSeconds: 1 },
      { ErrorEquals: ['States.ALL'], IntervalSeconds: 99 },
    ];
    expect(await delays(Retry, work)).toEqual([10, 1, 20, 2]);
  });

  it('moves the clock instead of sleeping', async () => {
    const Retry = [{ ErrorEquals: ['Broken'], IntervalSeconds: 3600, MaxAttempts: 1 }];
    const end = await run({ Only: workTask({ Retry, End: true }) }, {}, always('Broken'));
    expect(Date.parse(end.stoppedAt) - Date.parse(end.startedAt)).toBeGreaterThanOrEqual(3_600_000);
    expect(end.durationMs).toBeLessThan(60_000);
  });

  it('after the last attempt Catch has its turn', async () => {
    const Catch = [{ ErrorEquals: ['Broken'], Output: 'caught', Next: 'Done' }];
    const states = {
      Only: workTask({ Retry: [{ ErrorEquals: ['Broken'] }], Catch, Next: 'Done' }),
      Done: { Type: 'Succeed' },
    };
    expect(await outputOf(run(states, {}, always('Broken')))).toBe('caught');
  });

  it.each([
    [{ ErrorEquals: [] }, 'ErrorEquals'],
    [{ ErrorEquals: ['A'], IntervalSeconds: 0 }, 'IntervalSeconds'],
    [{ ErrorEquals: ['A'], BackoffRate: 0.5 }, 'BackoffRate'],
    [{ ErrorEquals: ['A'], MaxAttempts: -1 }, 'MaxAttempts'],
    [{ ErrorEquals: ['A'], IntervalSeconds: 5, MaxDelaySeconds: 5 }, 'MaxDelaySeconds'],
    [{ ErrorEquals: ['A'], JitterStrategy: 'SOME' }, 'JitterStrategy'],
    [{ ErrorEquals: ['A'], MaxAttempt: 1 }, 'MaxAttempt'],
    [{ ErrorEquals: ['States.ALL', 'A'] }, 'must stand alone'],
    [{ ErrorEquals: ['States.TaskFail'] }, 'not a reserved error name'],
  ])('is refused before the run: %j', async (retrier, reason) => {
    await expect(run({ Only: workTask({ Retry: [retrier], End: true }) })).rejects.toThrow(reason);
  });

  it('States.ALL must come last', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'] }, { ErrorEquals: ['A'] }];
    await expect(run({ Only: workTask({ Retry, End: true }) })).rejects.toThrow('States.ALL must come last');
  });
});
