// Rules of Catch, and of the reserved error names.
import { describe, expect, it } from '@jest/globals';
import { coversError, RESERVED_ERRORS } from './error-names.ts';
import { levelOf, named, outputOf, run, workTask } from './example-machine.ts';
import { StateFailure } from './state-failure.ts';

const throwing = (name: string) => () => {
  throw named(name);
};
const failing = (error: string) => () => {
  throw new StateFailure(error, 'because', 'work');
};
const caughtBy = (
  ErrorEquals: string[],
  work: (payload: unknown) => unknown,
  fields: Record<string, unknown> = {},
) =>
  outputOf(
    run(
      {
        Only: workTask({ Catch: [{ ErrorEquals, Next: 'Done', ...fields }], Next: 'Done' }),
        Done: { Type: 'Succeed' },
      },
      { day: 1 },
      work,
    ),
  );

describe('Catch', () => {
  it('without Output hands on the error output: Error and Cause', async () => {
    const Cause = '{"errorType":"Broken","errorMessage":"did not work"}';
    expect(await caughtBy(['Broken'], throwing('Broken'))).toEqual({ Error: 'Broken', Cause });
  });

  it('reads $states.errorOutput and the original $states.input in Output', async () => {
    const Output = { error: '{% $states.errorOutput.Error %}', day: '{% $states.input.day %}' };
    expect(await caughtBy(['Broken'], throwing('Broken'), { Output })).toEqual({ error: 'Broken', day: 1 });
  });

  it('the first Catcher that names the error is taken', async () => {
    const Catch = ['A', 'B', 'States.ALL'].map((name) => ({
      ErrorEquals: [name],
      Output: `by ${name}`,
      Next: 'Done',
    }));
    const states = { Only: workTask({ Catch, Next: 'Done' }), Done: { Type: 'Succeed' } };
    expect(await outputOf(run(states, {}, throwing('B')))).toBe('by B');
    expect(await outputOf(run(states, {}, throwing('C')))).toBe('by States.ALL');
  });

  it('compares names with regard to case, and lets others through', async () => {
    expect(await caughtBy(['broken'], throwing('Broken'))).toBe('FAILED Broken');
  });

  it.each(['Arguments', 'Output', 'Assign'])(
    'covers a failed expression in the %s of its own state',
    async (field) => {
      const value = field === 'Assign' ? { x: '{% $states.input.missing %}' } : '{% $states.input.missing %}';
      const Catch = [{ ErrorEquals: ['States.QueryEvaluationError'], Output: 'caught', Next: 'Done' }];
      const end = run({ Only: workTask({ [field]: value, Catch, Next: 'Done' }), Done: { Type: 'Succeed' } });
      expect(await outputOf(end)).toBe('caught');
    },
  );

  it('does not cover its own Output', async () => {
    expect(
      await caughtBy(['States.ALL'], throwing('Broken'), { Output: '{% $states.input.missing %}' }),
    ).toBe('FAILED States.QueryEvaluationError');
  });

  it('belongs to Task, Map and Parallel only', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Done' }];
    const states = { Only: { Type: 'Pass', Catch, Next: 'Done' }, Done: { Type: 'Succeed' } };
    await expect(run(states)).rejects.toThrow('States.Only.Catch: unknown field');
  });

  it('on a Parallel takes the error of the branch that failed', async () => {
    const Branches = [levelOf({ Bad: { Type: 'Fail', Error: 'Gate', Cause: 'too few rows' } })];
    const Catch = [{ ErrorEquals: ['Gate'], Next: 'Done' }];
    const states = { Both: { Type: 'Parallel', Branches, Catch, Next: 'Done' }, Done: { Type: 'Succeed' } };
    expect(await outputOf(run(states))).toEqual({ Error: 'Gate', Cause: 'too few rows' });
  });
});

describe('reserved error names', () => {
  const covered = (name: string) =>
    [...RESERVED_ERRORS, 'Broken'].filter((error) => error !== 'States.ALL' && !coversError([name], error));

  it('States.ALL covers all but States.DataLimitExceeded and States.Runtime', () => {
    expect(covered('States.ALL')).toEqual(['States.DataLimitExceeded', 'States.Runtime']);
  });

  it('States.TaskFailed covers the same but for timeouts', () => {
    const left = ['States.DataLimitExceeded', 'States.HeartbeatTimeout', 'States.Runtime', 'States.Timeout'];
    expect(covered('States.TaskFailed')).toEqual(left);
  });

  it('States.Timeout covers States.HeartbeatTimeout too', async () => {
    expect(await caughtBy(['States.Timeout'], failing('States.HeartbeatTimeout'))).toMatchObject({
      Error: 'States.HeartbeatTimeout',
    });
    expect(await caughtBy(['States.HeartbeatTimeout'], failing('States.Timeout'))).toBe(
      'FAILED States.Timeout',
    );
  });

  it('States.DataLimitExceeded is caught by its own name alone', async () => {
    const large = () => 'x'.repeat(300_000);
    expect(await caughtBy(['States.ALL'], large)).toBe('FAILED States.DataLimitExceeded');
    expect(await caughtBy(['States.DataLimitExceeded'], large, { Output: 'caught' })).toBe('caught');
  });

  it('States.Runtime always ends the execution, also when it is named', async () => {
    expect(await caughtBy(['States.Runtime'], failing('States.Runtime'))).toBe('FAILED States.Runtime');
  });

  it.each(['States.Permissions', 'States.QueryEvaluationError', 'States.ExceedToleratedFailureThreshold'])(
    '%s is caught by its name',
    async (error) => {
      expect(await caughtBy([error], failing(error))).toEqual({ Error: error, Cause: 'because' });
    },
  );
});
