// Rules of a whole execution: events, limits, timeouts and repeatability.
import { describe, expect, it, jest } from '@jest/globals';
import { skippingClock } from './clock.ts';
import type { StateEvent } from './events.ts';
import { impatientClock, levelOf, machineOf, named, outputOf, run, workTask } from './example-machine.ts';
import { LAMBDA_INVOKE, lambdaInvoke } from './lambda-invoke.ts';
import { PAYLOAD_LIMIT_BYTES } from './payload.ts';
import { runMachine } from './run-machine.ts';

const pass = { Type: 'Pass', End: true };
// A JSON text of n bytes is n - 2 letters between quotation marks.
const textOf = (bytes: number) => 'x'.repeat(bytes - 2);

async function eventsOf(
  states: Record<string, Record<string, unknown>>,
  input: unknown,
  work?: (payload: unknown) => unknown,
) {
  const events: StateEvent[] = [];
  await run(states, input, work, { onEvent: (event) => events.push(event) });
  return events;
}

describe('events', () => {
  it('tell the way of every state, through iterations and branches', async () => {
    const Branches = [levelOf({ Read: workTask() }), levelOf({ Count: pass })];
    const inner = levelOf({ Both: { Type: 'Parallel', Branches, End: true } });
    const events = await eventsOf(
      { Intake: { Type: 'Map', Items: [1], ItemProcessor: inner, End: true } },
      {},
    );
    expect(events.map(({ type, path }) => `${type} ${path}`)).toEqual([
      'entered Intake',
      'entered Intake/0/Both',
      'entered Intake/0/Both/0/Read',
      'entered Intake/0/Both/1/Count',
      'exited Intake/0/Both/1/Count',
      'exited Intake/0/Both/0/Read',
      'exited Intake/0/Both',
      'exited Intake',
    ]);
  });

  it('tell each retry and what became of the failure', async () => {
    const Retry = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1, IntervalSeconds: 5 }];
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Worse' }];
    const states = { Try: workTask({ Retry, Catch, Next: 'Worse' }), Worse: workTask() };
    const events = await eventsOf(states, {}, () => Promise.reject(named('Broken')));
    expect(events.map(({ type, state, error, delaySeconds }) => [type, state, error, delaySeconds])).toEqual([
      ['entered', 'Try', undefined, undefined],
      ['retried', 'Try', 'Broken', 5],
      ['caught', 'Try', 'Broken', undefined],
      ['entered', 'Worse', undefined, undefined],
      ['failed', 'Worse', 'Broken', undefined],
    ]);
  });

  it('time the state and its handler in real milliseconds, all tries together', async () => {
    let now = 0;
    const clock = { ...skippingClock(0), elapsed: () => now };
    const work = () => {
      now += 40;
      if (now === 40) throw named('Broken');
    };
    const events: StateEvent[] = [];
    const states = {
      Only: workTask({ Retry: [{ ErrorEquals: ['Broken'], IntervalSeconds: 99 }], End: true }),
    };
    await run(states, {}, work, { clock, onEvent: (event) => events.push(event) });
    expect(events.map(({ type, handlerMs, durationMs }) => [type, handlerMs, durationMs])).toEqual([
      ['entered', 0, 0],
      ['retried', 40, 40],
      ['exited', 80, 80],
    ]);
  });
});

describe('the payload limit of 262,144 bytes', () => {
  it.each([
    [PAYLOAD_LIMIT_BYTES, 'SUCCEEDED'],
    [PAYLOAD_LIMIT_BYTES + 1, 'FAILED'],
  ])('an input of %d bytes: %s', async (bytes, status) => {
    expect(await run({ Only: pass }, textOf(bytes))).toMatchObject({ status });
  });

  it('counts bytes of UTF-8, not letters', async () => {
    expect(await run({ Only: pass }, 'ä'.repeat(140_000))).toMatchObject({
      error: 'States.DataLimitExceeded',
    });
  });

  it.each([
    [
      'Arguments of a Task',
      { Only: workTask({ Arguments: { a: '{% $states.input %}', b: '{% $states.input %}' }, End: true }) },
    ],
    ['Output', { Only: { ...pass, Output: '{% $states.input & $states.input %}' } }],
    [
      'an item of a Map',
      {
        Only: {
          Type: 'Map',
          Items: [1],
          ItemSelector: '{% $states.input & $states.input %}',
          ItemProcessor: levelOf({ One: pass }),
          End: true,
        },
      },
    ],
    [
      'the input of branches',
      {
        Only: {
          Type: 'Parallel',
          Arguments: '{% $states.input & $states.input %}',
          Branches: [levelOf({ One: pass })],
          End: true,
        },
      },
    ],
  ])('holds for %s', async (_what, states) => {
    expect(await outputOf(run(states, textOf(200_000)))).toBe('FAILED States.DataLimitExceeded');
  });

  it('holds for the result of a Task, also when Output would shorten it', async () => {
    const states = { Only: workTask({ Output: 'short', End: true }) };
    expect(await outputOf(run(states, {}, () => textOf(300_000)))).toBe('FAILED States.DataLimitExceeded');
  });
});

describe('TimeoutSeconds of the machine', () => {
  const resources = { [LAMBDA_INVOKE]: lambdaInvoke(() => new Promise(() => {})) };

  it('ends an execution whose task hangs', async () => {
    const definition = machineOf({ Only: workTask() }, { TimeoutSeconds: 60 });
    const end = await runMachine(definition, {}, { resources, clock: impatientClock(60_000) });
    expect(end).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout', where: 'TimeoutSeconds' });
  });

  it('counts skipped waits too, and nothing catches it', async () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Done' }];
    const Branches = [levelOf({ Long: { Type: 'Wait', Seconds: 61, Next: 'Never' }, Never: pass })];
    const states = { Around: { Type: 'Parallel', Branches, Catch, Next: 'Done' }, Done: { Type: 'Succeed' } };
    const end = await runMachine(machineOf(states, { TimeoutSeconds: 60 }), {}, { resources });
    expect(end).toMatchObject({ status: 'TIMED_OUT' });
  });
});

describe('an execution', () => {
  it('is the same for the same seed and input', async () => {
    const states = { Only: { ...pass, Output: '{% [$random(), $uuid()] %}' } };
    expect(await outputOf(run(states))).toEqual(await outputOf(run(states)));
  });

  it('carries the names that the caller gives', async () => {
    const Output = '{% [$states.context.Execution.Name, $states.context.Execution.Id] %}';
    const names = { executionName: 'run-7', machineName: 'contoso' };
    expect(await outputOf(run({ Only: { ...pass, Output } }, {}, undefined, names))).toEqual([
      'run-7',
      'arn:aws:states:local:000000000000:execution:contoso:run-7',
    ]);
  });

  it('does not hide a fault of the caller: what onEvent throws comes out', async () => {
    const onEvent = jest.fn(() => {
      throw new RangeError('drawing failed');
    });
    const states = { Each: { Type: 'Map', Items: [1], ItemProcessor: levelOf({ One: pass }), End: true } };
    await expect(run(states, {}, undefined, { onEvent })).rejects.toThrow('drawing failed');
  });
});
