// Rules of Choice, Pass, Wait, Succeed and Fail.
import { describe, expect, it } from '@jest/globals';
import type { StateEvent } from './events.ts';
import { levelOf, outputOf, run } from './example-machine.ts';

const done = { Done: { Type: 'Succeed' }, Other: { Type: 'Succeed', Output: 'other' } };

describe('Choice', () => {
  const rule = (Condition: unknown, fields: Record<string, unknown> = {}) => ({
    Condition,
    Next: 'Done',
    ...fields,
  });
  const choose = (Choices: unknown[], fields: Record<string, unknown> = { Default: 'Other' }) =>
    outputOf(run({ Which: { Type: 'Choice', Choices, ...fields }, ...done }, { n: 5 }));

  it('takes the first rule that holds, and hands on its input', async () => {
    expect(
      await choose([rule('{% $states.input.n > 9 %}', { Next: 'Other' }), rule('{% $states.input.n > 1 %}')]),
    ).toEqual({ n: 5 });
  });

  it('takes the Default when none holds', async () => {
    expect(await choose([rule('{% $states.input.n > 9 %}')])).toBe('other');
  });

  it('without Default fails with States.NoChoiceMatched, which a state around it may catch', async () => {
    const level = levelOf({
      Which: { Type: 'Choice', Choices: [rule('{% false %}')] },
      Done: { Type: 'Succeed' },
    });
    const Catch = [{ ErrorEquals: ['States.NoChoiceMatched'], Output: 'caught', Next: 'End' }];
    const states = {
      Around: { Type: 'Parallel', Branches: [level], Catch, Next: 'End' },
      End: { Type: 'Succeed' },
    };
    expect(await outputOf(run(states))).toBe('caught');
  });

  it('a rule has Output and Assign of its own', async () => {
    const Choices = [rule('{% true %}', { Assign: { x: 'set' }, Output: 'by rule', Next: 'Show' })];
    const Show = { Type: 'Pass', Output: '{% $states.input & " " & $x %}', End: true };
    expect(await outputOf(run({ Which: { Type: 'Choice', Choices }, Show }))).toBe('by rule set');
  });

  it('Output and Assign of the state belong to the Default', async () => {
    const fields = { Default: 'Done', Output: 'by state' };
    expect(await choose([rule('{% false %}', { Next: 'Other' })], fields)).toBe('by state');
    expect(await choose([rule('{% true %}'), rule('{% true %}', { Next: 'Other' })], fields)).toEqual({
      n: 5,
    });
  });

  it('a Condition that is not true or false fails with States.QueryEvaluationError', async () => {
    expect(await choose([rule('{% $states.input.n %}'), rule('{% true %}', { Next: 'Other' })])).toBe(
      'FAILED States.QueryEvaluationError',
    );
  });

  it.each([
    [{ Choices: [] }, 'needs at least one rule'],
    [{ Choices: [{ Condition: 'yes', Next: 'Done' }] }, 'Condition'],
    [{ Choices: [{ Variable: '$.a', StringEquals: 'b', Next: 'Done' }] }, 'Variable: belongs to JSONPath'],
    [{ Choices: [{ Condition: '{% true %}' }] }, 'Next'],
    [{ Choices: [{ Condition: '{% true %}', Next: 'Nowhere' }] }, 'leads to "Nowhere"'],
    [{ Choices: [{ Condition: '{% true %}', Next: 'Done' }], Default: 'Nowhere' }, 'leads to "Nowhere"'],
    [{ Choices: [{ Condition: '{% true %}', Next: 'Done' }], End: true }, 'End: unknown field'],
  ])('is refused before the run: %j', async (fields, reason) => {
    await expect(run({ Which: { Type: 'Choice', ...fields }, Done: { Type: 'Succeed' } })).rejects.toThrow(
      reason,
    );
  });
});

describe('Pass', () => {
  it('hands on its input, or its Output of any kind', async () => {
    expect(await outputOf(run({ Only: { Type: 'Pass', End: true } }, { a: 1 }))).toEqual({ a: 1 });
    for (const Output of [true, 42, null, 'text', [], {}]) {
      expect(await outputOf(run({ Only: { Type: 'Pass', Output, End: true } }))).toEqual(Output);
    }
  });

  it('has no Result in JSONata', async () => {
    await expect(run({ Only: { Type: 'Pass', Result: 1, End: true } })).rejects.toThrow(
      'Result: belongs to JSONPath',
    );
  });
});

describe('Wait', () => {
  const clockAfter = async (fields: Record<string, unknown>, input: unknown = {}) => {
    const end = await run({ Only: { Type: 'Wait', ...fields, End: true } }, input);
    return end.status === 'SUCCEEDED' ? end.stoppedAt.slice(0, 16) : end.error;
  };

  it('lets Seconds pass on the clock without sleeping', async () => {
    expect(await clockAfter({ Seconds: 7200 })).toBe('2022-02-15T07:30');
    expect(await clockAfter({ Seconds: '{% $states.input.s %}' }, { s: 3600 })).toBe('2022-02-15T06:30');
  });

  it('waits until a Timestamp, and not at all when it is over', async () => {
    expect(await clockAfter({ Timestamp: '2022-02-16T00:00:00Z' })).toBe('2022-02-16T00:00');
    expect(await clockAfter({ Timestamp: '{% $states.input.t %}' }, { t: '2022-02-16T00:00:00-05:00' })).toBe(
      '2022-02-16T05:00',
    );
    expect(await clockAfter({ Timestamp: '2020-01-01T00:00:00Z' })).toBe('2022-02-15T05:30');
  });

  it('fails with States.QueryEvaluationError on a time that is none', async () => {
    expect(await clockAfter({ Seconds: '{% -1 %}' })).toBe('States.QueryEvaluationError');
    expect(await clockAfter({ Timestamp: '{% "tomorrow" %}' })).toBe('States.QueryEvaluationError');
  });

  it.each([[{}], [{ Seconds: 1, Timestamp: '2022-02-16T00:00:00Z' }]])(
    'takes exactly one of the two: %j',
    async (fields) => {
      await expect(clockAfter(fields)).rejects.toThrow('exactly one of Seconds and Timestamp');
    },
  );

  it('hands on its input, or its Output', async () => {
    expect(await outputOf(run({ Only: { Type: 'Wait', Seconds: 0, End: true } }, 'in'))).toBe('in');
    expect(await outputOf(run({ Only: { Type: 'Wait', Seconds: 0, Output: 'out', End: true } }, 'in'))).toBe(
      'out',
    );
  });
});

describe('Succeed', () => {
  it('ends its level with its input, or its Output', async () => {
    expect(await outputOf(run({ Only: { Type: 'Succeed' } }, 'in'))).toBe('in');
    expect(await outputOf(run({ Only: { Type: 'Succeed', Output: 'out' } }, 'in'))).toBe('out');
  });

  it.each(['Next', 'End', 'Assign'])('has no %s', async (field) => {
    await expect(run({ Only: { Type: 'Succeed', [field]: true } })).rejects.toThrow(
      `${field}: unknown field`,
    );
  });
});

describe('Fail', () => {
  it('ends the execution with Error and Cause, which may be expressions', async () => {
    const Fail = { Type: 'Fail', Error: 'Gate', Cause: "{% 'held: ' & $states.input.n %}" };
    expect(await run({ Only: Fail }, { n: 2 })).toMatchObject({
      status: 'FAILED',
      error: 'Gate',
      cause: 'held: 2',
    });
  });

  it('may say nothing', async () => {
    expect(await run({ Only: { Type: 'Fail' } })).toMatchObject({ status: 'FAILED', error: '', cause: '' });
  });

  it('is reported as failed', async () => {
    const events: StateEvent[] = [];
    await run({ Only: { Type: 'Fail', Error: 'Gate' } }, {}, undefined, {
      onEvent: (event) => events.push(event),
    });
    expect(events.map((event) => [event.type, event.error])).toEqual([
      ['entered', undefined],
      ['failed', 'Gate'],
    ]);
  });
});
