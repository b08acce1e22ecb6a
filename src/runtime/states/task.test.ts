// Rules of the Task state.
import { describe, expect, it, jest } from '@jest/globals';
import { impatientClock, named, outputOf, run, workTask } from './example-machine.ts';
import { StateFailure } from './state-failure.ts';

describe('Task', () => {
  it('hands its Arguments to the resource, and the raw result on as its output', async () => {
    const work = jest.fn((payload: unknown) => ({ got: payload }));
    const end = await run({ Only: workTask() }, { a: 1 }, work);
    expect(work).toHaveBeenCalledWith({ a: 1 });
    expect(end).toMatchObject({
      status: 'SUCCEEDED',
      output: { ExecutedVersion: '$LATEST', Payload: { got: { a: 1 } }, StatusCode: 200 },
    });
  });

  it('without Arguments hands on the state input', async () => {
    const resources = { 'arn:aws:states:::glue:startJobRun.sync': (input: unknown) => ({ saw: input }) };
    const states = { Only: { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun.sync', End: true } };
    expect(await outputOf(run(states, { a: 1 }, undefined, { resources }))).toEqual({ saw: { a: 1 } });
  });

  it('reads $states.result in Output and Assign', async () => {
    const Output = '{% $states.result.Payload.n + $states.input.n %}';
    expect(await outputOf(run({ Only: workTask({ Output, End: true }) }, { n: 1 }, () => ({ n: 41 })))).toBe(
      42,
    );
  });

  it('finds its handler by pattern, the first that fits', async () => {
    const resources = { 'arn:aws:states:::athena:*': () => 'athena', '*': () => 'any' };
    const task = (Resource: string) => ({ Only: { Type: 'Task', Resource, End: true } });
    const athena = run(task('arn:aws:states:::athena:startQueryExecution.sync'), {}, undefined, {
      resources,
    });
    expect(await outputOf(athena)).toBe('athena');
    expect(await outputOf(run(task('arn:aws:states:::sns:publish'), {}, undefined, { resources }))).toBe(
      'any',
    );
  });

  it('refuses an unknown resource before the run, naming it and the state', async () => {
    const work = jest.fn();
    const states = {
      First: workTask({ Next: 'Second' }),
      Second: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', End: true },
    };
    await expect(run(states, {}, work)).rejects.toThrow(
      'States.Second.Resource: unknown resource arn:aws:states:::sqs:sendMessage',
    );
    expect(work).not.toHaveBeenCalled();
  });

  it('gives handlers a copy: they cannot change what the machine holds', async () => {
    const spoil = (payload: unknown) => (Array.isArray(payload) ? payload.push('spoilt') : 0);
    const states = { Only: workTask({ Output: '{% $states.input %}', End: true }) };
    expect(await outputOf(run(states, [1], spoil))).toEqual([1]);
  });

  it('takes results as JSON: dates become text, undefined fields vanish, nothing becomes null', async () => {
    const Output = '{% $states.result.Payload %}';
    const answer = () => ({ at: new Date(0), gone: undefined });
    expect(await outputOf(run({ Only: workTask({ Output, End: true }) }, {}, answer))).toEqual({
      at: '1970-01-01T00:00:00.000Z',
    });
    expect(await outputOf(run({ Only: workTask({ Output, End: true }) }, {}, () => undefined))).toBeNull();
  });

  it('fails with States.Runtime when the result is not JSON, and nothing catches that', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
    const states = { Only: workTask({ Catch, End: true }), Caught: { Type: 'Succeed' } };
    expect(await outputOf(run(states, {}, () => 10n))).toBe('FAILED States.Runtime');
  });
});

describe('a failing Lambda function', () => {
  it('fails the state with the name of its error, and a Cause of errorType and errorMessage', async () => {
    const thrown = named('DeletionGuardError', 'the file shrank');
    const end = await run({ Only: workTask() }, {}, () => Promise.reject(thrown));
    expect(end).toMatchObject({
      status: 'FAILED',
      error: 'DeletionGuardError',
      cause: '{"errorType":"DeletionGuardError","errorMessage":"the file shrank"}',
      where: 'States.Only',
    });
    expect(end.status === 'FAILED' && end.failure.cause).toBe(thrown);
  });

  it('gets FunctionName and Payload only; other arguments are refused', async () => {
    const Arguments = { FunctionName: 'work', InvocationType: 'Event' };
    expect(await outputOf(run({ Only: workTask({ Arguments, End: true }) }))).toBe('FAILED States.Runtime');
  });
});

describe('another failing resource', () => {
  const states = { Only: { Type: 'Task', Resource: 'any', End: true } };
  const failing = (thrown: unknown) => ({ resources: { any: () => Promise.reject(thrown) } });

  it('fails the state with States.TaskFailed', async () => {
    const end = await run(states, {}, undefined, failing(named('Broken', 'no disk')));
    expect(end).toMatchObject({
      error: 'States.TaskFailed',
      cause: '{"errorType":"Broken","errorMessage":"no disk"}',
    });
  });

  it('fails it with a name of its own choice by throwing StateFailure', async () => {
    const end = run(
      states,
      {},
      undefined,
      failing(new StateFailure('Glue.ConcurrentRunsExceededException', 'busy', 'any')),
    );
    expect(await outputOf(end)).toBe('FAILED Glue.ConcurrentRunsExceededException');
  });
});

describe('TimeoutSeconds', () => {
  const never = () => new Promise(() => {});

  it('fails the state with States.Timeout when the resource takes longer', async () => {
    const end = await run({ Only: workTask({ TimeoutSeconds: 60, End: true }) }, {}, never, {
      clock: impatientClock(60_000),
    });
    expect(end).toMatchObject({
      status: 'FAILED',
      error: 'States.Timeout',
      cause: 'States.Only took longer than 60 s.',
    });
  });

  it('may be an expression, of an integer of 1 or more', async () => {
    const task = (TimeoutSeconds: string) => ({ Only: workTask({ TimeoutSeconds, End: true }) });
    const clock = impatientClock(60_000);
    expect(await outputOf(run(task('{% $states.input.t %}'), { t: 30 }, never, { clock }))).toBe(
      'FAILED States.Timeout',
    );
    for (const t of [0, 1.5, '30', null]) {
      expect(await outputOf(run(task('{% $states.input.t %}'), { t }))).toBe(
        'FAILED States.QueryEvaluationError',
      );
    }
  });

  it('aborts the signal that the handler was given', async () => {
    const signals: AbortSignal[] = [];
    const wait = (_input: unknown, call: { signal: AbortSignal }) => {
      signals.push(call.signal);
      return never();
    };
    const states = { Only: { Type: 'Task', Resource: 'any', TimeoutSeconds: 1, End: true } };
    await run(states, {}, undefined, { resources: { any: wait }, clock: impatientClock(1000) });
    expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  });
});
