// Rules of the Parallel state.
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { levelOf, named, outputOf, run, workTask } from './example-machine.ts';

const branch = (Output: unknown) =>
  levelOf({ [`Pass ${JSON.stringify(Output)}`]: { Type: 'Pass', Output, End: true } });

describe('Parallel', () => {
  it('gives every branch the same input, and their outputs in the order of the branches', async () => {
    const Branches = [branch('{% $states.input.a %}'), branch('second')];
    expect(await outputOf(run({ Both: { Type: 'Parallel', Branches, End: true } }, { a: 1 }))).toEqual([
      1,
      'second',
    ]);
  });

  it('Arguments replace the input of the branches; Output reads $states.result', async () => {
    const state = {
      ...{
        Type: 'Parallel',
        Branches: [branch('{% $states.input.n + 1 %}'), branch('{% $states.input.n + 2 %}')],
      },
      Arguments: { n: '{% $states.input.a %}' },
      Output: '{% {"sum": $sum($states.result), "a": $states.input.a} %}',
      End: true,
    };
    expect(await outputOf(run({ Both: state }, { a: 10 }))).toEqual({ sum: 23, a: 10 });
  });

  it('runs its branches at the same time', async () => {
    const order: string[] = [];
    const task = (name: string) =>
      levelOf({ [name]: workTask({ Arguments: { FunctionName: 'work', Payload: name }, End: true }) });
    const work = async (name: unknown) => {
      order.push(`start ${name}`);
      await turn();
      order.push(`end ${name}`);
    };
    await run({ Both: { Type: 'Parallel', Branches: [task('a'), task('b')], End: true } }, {}, work);
    expect(order).toEqual(['start a', 'start b', 'end a', 'end b']);
  });

  it('fails with the error of the first branch that fails, and the others go no further', async () => {
    const begun: unknown[] = [];
    const task = (name: string, fields: Record<string, unknown>) =>
      workTask({ Arguments: { FunctionName: 'work', Payload: name }, ...fields });
    const Branches = [
      levelOf({ Slow: task('slow', { Next: 'Later' }), Later: task('later', { End: true }) }),
      levelOf({ Bad: task('bad', { End: true }) }),
    ];
    const work = async (name: unknown) => {
      begun.push(name);
      if (name === 'bad') throw named('Broken');
      await turn();
    };
    expect(await outputOf(run({ Both: { Type: 'Parallel', Branches, End: true } }, {}, work))).toBe(
      'FAILED Broken',
    );
    expect(begun).toEqual(['slow', 'bad']);
  });

  it('is tried again as a whole', async () => {
    let left = 1;
    const work = () => {
      left -= 1;
      if (left === 0) throw named('Broken');
      return 'worked';
    };
    const Branches = [levelOf({ Only: workTask({ Output: '{% $states.result.Payload %}', End: true }) })];
    const states = { Both: { Type: 'Parallel', Branches, Retry: [{ ErrorEquals: ['Broken'] }], End: true } };
    expect(await outputOf(run(states, {}, work))).toEqual(['worked']);
  });

  it('needs at least one branch', async () => {
    await expect(run({ Both: { Type: 'Parallel', Branches: [], End: true } })).rejects.toThrow(
      'needs at least one branch',
    );
  });
});
