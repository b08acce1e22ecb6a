// Rules of the Map state, inline mode.
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { levelOf, named, outputOf, run, workTask } from './example-machine.ts';

const PAYLOAD = '{% $states.result.Payload %}';
const each = (fields: Record<string, unknown> = {}) => ({
  Each: {
    Type: 'Map',
    ItemProcessor: levelOf({ One: workTask({ Output: PAYLOAD, End: true }) }),
    End: true,
    ...fields,
  },
});
const failOn =
  (...bad: unknown[]) =>
  (item: unknown) => {
    if (bad.includes(item)) throw named('Broken');
    return item;
  };

describe('Map', () => {
  it('runs the processor for each item, and keeps the order of the items', async () => {
    const slowest = async (item: unknown) => {
      for (let left = 5 - Number(item); left > 0; left -= 1) await turn();
      return Number(item) * 10;
    };
    expect(await outputOf(run(each(), [1, 2, 3], slowest))).toEqual([10, 20, 30]);
  });

  it('without Items takes the state input, which must be an array', async () => {
    expect(await outputOf(run(each(), []))).toEqual([]);
    expect(await outputOf(run(each(), { a: 1 }))).toBe('FAILED States.QueryEvaluationError');
  });

  it('Items may be an array with expressions, or one expression', async () => {
    expect(await outputOf(run(each({ Items: [1, '{% $states.input.two %}'] }), { two: 2 }))).toEqual([1, 2]);
    expect(await outputOf(run(each({ Items: '{% $states.input.all %}' }), { all: [3] }))).toEqual([3]);
  });

  it('Items that collapse to one value fail with States.QueryEvaluationError: wrap them in brackets', async () => {
    const input = { files: [{ name: 'a' }] };
    expect(await outputOf(run(each({ Items: '{% $states.input.files.name %}' }), input))).toBe(
      'FAILED States.QueryEvaluationError',
    );
    expect(await outputOf(run(each({ Items: '{% [$states.input.files.name] %}' }), input))).toEqual(['a']);
  });

  it('ItemSelector shapes each item from $states.context.Map.Item and the input of the Map', async () => {
    const ItemSelector = {
      value: '{% $states.context.Map.Item.Value %}',
      index: '{% $states.context.Map.Item.Index %}',
      date: '{% $states.input.date %}',
    };
    const states = each({ Items: '{% $states.input.all %}', ItemSelector });
    expect(await outputOf(run(states, { all: ['x', 'y'], date: 'today' }))).toEqual([
      { value: 'x', index: 0, date: 'today' },
      { value: 'y', index: 1, date: 'today' },
    ]);
  });

  it('shows the item to the states of the processor', async () => {
    const ItemProcessor = levelOf({
      One: { Type: 'Pass', Output: '{% $states.context.Map.Item.Index %}', End: true },
    });
    expect(await outputOf(run(each({ ItemProcessor }), ['a', 'b']))).toEqual([0, 1]);
  });

  it.each([
    [1, 1],
    [3, 3],
    ['{% 2 %}', 2],
    [0, 40],
    [undefined, 40],
  ])('MaxConcurrency %j runs at most %d items at once', async (MaxConcurrency, most) => {
    let [running, peak] = [0, 0];
    const work = async () => {
      running += 1;
      peak = Math.max(peak, running);
      await turn();
      await turn();
      running -= 1;
    };
    await run(
      each(MaxConcurrency === undefined ? {} : { MaxConcurrency }),
      Array.from({ length: 60 }, () => 0),
      work,
    );
    expect(peak).toBe(most);
  });

  it('reads $states.result in Output', async () => {
    expect(await outputOf(run(each({ Output: '{% $sum($states.result) %}' }), [1, 2]))).toBe(3);
  });

  it('fails with States.DataLimitExceeded when the results are too large together', async () => {
    expect(await outputOf(run(each(), [1, 2], () => 'x'.repeat(140_000)))).toBe(
      'FAILED States.DataLimitExceeded',
    );
  });
});

describe('a failing item', () => {
  it('fails the Map with its own error when nothing is tolerated', async () => {
    expect(await outputOf(run(each(), [1, 2, 3], failOn(2)))).toBe('FAILED Broken');
  });

  it('stops new items, and the Map ends only when the running ones have ended', async () => {
    const log: string[] = [];
    const work = async (item: unknown) => {
      log.push(`start ${item}`);
      if (item === 1) throw named('Broken');
      await turn();
      log.push(`end ${item}`);
    };
    await run(each({ MaxConcurrency: 2 }), [1, 2, 3, 4], work);
    expect(log).toEqual(['start 1', 'start 2', 'end 2']);
  });

  it('may be caught inside the processor, so that the Map goes on', async () => {
    const Catch = [{ ErrorEquals: ['Broken'], Output: 'held', Next: 'Held' }];
    const ItemProcessor = levelOf({
      One: workTask({ Output: PAYLOAD, Catch, Next: 'Held' }),
      Held: { Type: 'Succeed' },
    });
    expect(await outputOf(run(each({ ItemProcessor }), [1, 2], failOn(2)))).toEqual([1, 'held']);
  });

  it('lets the whole Map be retried', async () => {
    let left = 1;
    const work = (item: unknown) => {
      if (item === 2 && left > 0) {
        left -= 1;
        throw named('Broken');
      }
      return item;
    };
    expect(await outputOf(run(each({ Retry: [{ ErrorEquals: ['Broken'] }] }), [1, 2], work))).toEqual([1, 2]);
  });
});

describe('tolerated failures', () => {
  const EXCEEDED = 'FAILED States.ExceedToleratedFailureThreshold';

  it('ToleratedFailureCount lets that many fail; the output holds the others', async () => {
    expect(await outputOf(run(each({ ToleratedFailureCount: 1 }), [1, 2, 3], failOn(2)))).toEqual([1, 3]);
    expect(await outputOf(run(each({ ToleratedFailureCount: 1 }), [1, 2, 3], failOn(2, 3)))).toBe(EXCEEDED);
  });

  it('ToleratedFailurePercentage is a share of all items; the exact share is tolerated', async () => {
    expect(await outputOf(run(each({ ToleratedFailurePercentage: 50 }), [1, 2, 3, 4], failOn(1, 2)))).toEqual(
      [3, 4],
    );
    expect(await outputOf(run(each({ ToleratedFailurePercentage: 49 }), [1, 2, 3, 4], failOn(1, 2)))).toBe(
      EXCEEDED,
    );
  });

  it('with both, exceeding either fails the Map', async () => {
    const both = { ToleratedFailureCount: '{% 1 %}', ToleratedFailurePercentage: 100 };
    expect(await outputOf(run(each(both), [1, 2, 3], failOn(1, 2)))).toBe(EXCEEDED);
  });

  it('a threshold of 0 is a threshold', async () => {
    expect(await outputOf(run(each({ ToleratedFailureCount: 0 }), [1, 2], failOn(1)))).toBe(EXCEEDED);
  });

  it('a Catch may take States.ExceedToleratedFailureThreshold', async () => {
    const Catch = [
      { ErrorEquals: ['States.ExceedToleratedFailureThreshold'], Output: 'caught', Next: 'Done' },
    ];
    const states = { ...each({ ToleratedFailureCount: 0, Catch }), Done: { Type: 'Succeed' } };
    expect(await outputOf(run(states, [1], failOn(1)))).toBe('caught');
  });
});
