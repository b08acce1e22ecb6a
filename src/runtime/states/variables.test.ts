// Rules of workflow variables: Assign, evaluation order and scope.
import { describe, expect, it } from '@jest/globals';
import { levelOf, named, outputOf, run, workTask } from './example-machine.ts';

const pass = (fields: Record<string, unknown>) => ({ Type: 'Pass', ...fields });

describe('Assign', () => {
  it('evaluates all expressions with the values at state entry, then assigns', async () => {
    const end = run({
      Start: pass({ Assign: { x: 3, a: 6 }, Next: 'Swap' }),
      Swap: pass({ Assign: { x: '{% $a %}', nextX: '{% $x %}' }, Next: 'Show' }),
      Show: pass({ Output: '{% [$x, $nextX] %}', End: true }),
    });
    expect(await outputOf(end)).toEqual([6, 3]);
  });

  it('does not show new values to the Output of the same state', async () => {
    const end = run({
      Start: pass({ Assign: { x: 'old' }, Next: 'Both' }),
      Both: pass({ Assign: { x: 'new' }, Output: '{% $x %}', End: true }),
    });
    expect(await outputOf(end)).toBe('old');
  });

  it('fails with States.QueryEvaluationError when a variable has no value yet', async () => {
    const end = run({ Only: pass({ Assign: { x: 1, y: '{% $x %}' }, End: true }) });
    expect(await outputOf(end)).toBe('FAILED States.QueryEvaluationError');
  });

  it.each(['x.y', 'x[2]', '2x', 'states', 'x'.repeat(81)])('refuses %j as a name', async (name) => {
    await expect(run({ Only: pass({ Assign: { [name]: 1 }, End: true }) })).rejects.toThrow(`Assign.${name}`);
  });

  it('takes letters of any script as a name', async () => {
    const states = {
      A: pass({ Assign: { größe: 1 }, Next: 'B' }),
      B: pass({ Output: '{% $größe %}', End: true }),
    };
    expect(await outputOf(run(states))).toBe(1);
  });

  it('takes at most 256 KiB together, else States.DataLimitExceeded', async () => {
    const half = 'x'.repeat(140_000);
    const end = run(
      { Only: pass({ Assign: { a: '{% $states.input %}', b: '{% $states.input %}' }, End: true }) },
      half,
    );
    expect(await outputOf(end)).toBe('FAILED States.DataLimitExceeded');
  });

  it('keeps a variable through later states, whatever their output', async () => {
    const end = run({
      Start: pass({ Assign: { x: 1 }, Next: 'Middle' }),
      Middle: pass({ Output: 'other', Next: 'Show' }),
      Show: pass({ Output: '{% $x %}', End: true }),
    });
    expect(await outputOf(end)).toBe(1);
  });
});

describe('scope', () => {
  const inner = levelOf({
    Inner: pass({ Assign: { mine: 2 }, Next: 'Read' }),
    Read: pass({ Output: '{% $x + $mine %}', End: true }),
  });

  it('an iteration reads outer variables, and keeps its own to itself', async () => {
    const end = run({
      Start: pass({ Assign: { x: 1 }, Next: 'Each' }),
      Each: { Type: 'Map', Items: [1, 2], ItemProcessor: inner, End: true },
    });
    expect(await outputOf(end)).toEqual([3, 3]);
  });

  it('reading an inner variable outside is refused before the run', async () => {
    const end = run({
      Start: pass({ Assign: { x: 1 }, Next: 'Both' }),
      Both: { Type: 'Parallel', Branches: [inner], Next: 'Leak' },
      Leak: pass({ Output: '{% $mine %}', End: true }),
    });
    await expect(end).rejects.toThrow('nothing assigns $mine');
  });

  it('a branch cannot read the variables of its sibling', async () => {
    const reader = levelOf({ Other: pass({ Output: '{% $mine %}', End: true }) });
    const writer = levelOf({ Writer: pass({ Assign: { mine: 2 }, End: true }) });
    await expect(run({ Both: { Type: 'Parallel', Branches: [writer, reader], End: true } })).rejects.toThrow(
      '$mine',
    );
  });

  it('an inner level cannot assign a name of an outer level', async () => {
    const shadow = levelOf({ Shadow: pass({ Assign: { x: 2 }, End: true }) });
    const states = {
      Start: pass({ Assign: { x: 1 }, Next: 'Each' }),
      Each: { Type: 'Map', Items: [], ItemProcessor: shadow, End: true },
    };
    await expect(run(states)).rejects.toThrow('already assigned by an outer level, at States.Start.Assign.x');
  });

  it('the Assign of a Catch sets variables of the level in which its state stands', async () => {
    const failing = levelOf({ Bad: workTask() });
    const Catch = [
      { ErrorEquals: ['States.ALL'], Assign: { why: '{% $states.errorOutput.Error %}' }, Next: 'Show' },
    ];
    const end = run(
      {
        Each: { Type: 'Map', Items: [1], ItemProcessor: failing, Catch, Next: 'Show' },
        Show: pass({ Output: '{% $why %}', End: true }),
      },
      {},
      () => {
        throw named('Broken');
      },
    );
    expect(await outputOf(end)).toBe('Broken');
  });

  it('a name that nothing assigns is refused before the run, and local names are not', async () => {
    await expect(run({ Only: pass({ Output: '{% $staes.input %}', End: true }) })).rejects.toThrow('$staes');
    const local = '{% ($y := 2; $sum($map([1, 2], function($v) { $v * $y }))) %}';
    expect(await outputOf(run({ Only: pass({ Output: local, End: true }) }))).toBe(6);
  });
});
