// What a definition may say: everything else is refused before the run, with place and reason.
import { describe, expect, it, jest } from '@jest/globals';
import aslValidator from 'asl-validator';
import { DefinitionError } from './definition-error.ts';
import { levelOf, machineOf, run, workTask } from './example-machine.ts';
import { LAMBDA_INVOKE } from './lambda-invoke.ts';
import { runMachine } from './run-machine.ts';

const resources = { [LAMBDA_INVOKE]: () => null };
const pass = { Type: 'Pass', End: true };
const each = { Type: 'Map', Items: [], ItemProcessor: levelOf({ One: pass }), End: true };
const both = { Type: 'Parallel', Branches: [levelOf({ One: pass })], End: true };
const one = (state: Record<string, unknown>) => machineOf({ Only: state });

/** A copy goes in, because the validator writes the query language into every state. */
const otherAccepts = (definition: unknown) => aslValidator(JSON.parse(JSON.stringify(definition))).isValid;

/** Machines that break one public rule each, with a part of the reason given. */
const BROKEN: readonly [rule: string, definition: unknown, reason: string][] = [
  ['the state type is known', one({ Type: 'Loop', End: true }), 'unknown state type "Loop"'],
  ['a state has no unknown field', one({ ...pass, Timeout: 1 }), 'States.Only.Timeout: unknown field'],
  ['a machine has no unknown field', machineOf({ Only: pass }, { Starts: 1 }), 'Starts: unknown field'],
  [
    'a Retrier has no unknown field',
    one(workTask({ Retry: [{ ErrorEquals: ['A'], Intervall: 1 }], End: true })),
    'Retry.0.Intervall',
  ],
  ['JSONPath fields are refused', one({ ...pass, InputPath: '$' }), 'InputPath: belongs to JSONPath'],
  [
    'ResultPath is refused',
    one(workTask({ ResultPath: '$.a', End: true })),
    'ResultPath: belongs to JSONPath',
  ],
  ['a state says Next or End', one({ Type: 'Pass' }), 'exactly one of Next and End'],
  [
    'a state does not say both',
    machineOf({ Only: { ...pass, Next: 'B' }, B: pass }),
    'exactly one of Next and End',
  ],
  ['End is true or absent', one({ Type: 'Pass', End: false }), 'End: can only be true'],
  ['Next names a state', machineOf({ Only: { Type: 'Pass', Next: 'Nowhere' } }), 'leads to "Nowhere"'],
  [
    'StartAt names a state',
    { QueryLanguage: 'JSONata', StartAt: 'Nowhere', States: { Only: pass } },
    'there is no state "Nowhere"',
  ],
  ['StartAt is given', { QueryLanguage: 'JSONata', States: { Only: pass } }, 'StartAt: is missing'],
  ['every state is reached', machineOf({ Only: pass, Lost: pass }), 'States.Lost: is never reached'],
  [
    'a level can end',
    machineOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } }),
    'no state ends this level',
  ],
  ['a state name has at most 80 characters', machineOf({ ['x'.repeat(81)]: pass }), 'States'],
  [
    'names are unique over the whole machine',
    machineOf({ One: { ...each, Next: 'End', End: undefined }, End: pass }),
    'the name is taken by',
  ],
  [
    'a branch leads to its own states only',
    machineOf({
      Only: { ...both, Branches: [levelOf({ B: { Type: 'Pass', Next: 'C' } })], Next: 'C', End: undefined },
      C: pass,
    }),
    'Branches.0.States.B: leads to "C"',
  ],
  ['a Map has a processor', one({ Type: 'Map', Items: [], End: true }), 'ItemProcessor'],
  ['a Task has a resource', one({ Type: 'Task', End: true }), 'Resource: is missing'],
  [
    'a Task has a handler',
    one({ Type: 'Task', Resource: 'arn:aws:states:::sns:publish', End: true }),
    'unknown resource',
  ],
  [
    'TimeoutSeconds is a positive integer',
    one(workTask({ TimeoutSeconds: 0, End: true })),
    'TimeoutSeconds: must be an integer from 1',
  ],
  [
    'MaxConcurrency is not negative',
    one({ ...each, MaxConcurrency: -1 }),
    'MaxConcurrency: must be an integer from 0',
  ],
  ['a percentage is at most 100', one({ ...each, ToleratedFailurePercentage: 101 }), 'from 0 to 100'],
  [
    'the query language is known',
    machineOf({ Only: pass }, { QueryLanguage: 'XPath' }),
    'the query language is XPath',
  ],
  ['an expression is JSONata', one({ ...pass, Output: '{% $sum( %}' }), 'is not JSONata'],
];

const UNKNOWN_FIELD: readonly [type: string, state: Record<string, unknown>][] = [
  ['Task', workTask()],
  ['Map', each],
  ['Parallel', both],
  ['Pass', pass],
  ['Wait', { Type: 'Wait', Seconds: 1, End: true }],
  ['Succeed', { Type: 'Succeed' }],
  ['Fail', { Type: 'Fail' }],
];

/** Rules that the other validator does not check; the last is about this process alone. */
const OURS_ALONE = new Set([
  'a Retrier has no unknown field',
  'a state name has at most 80 characters',
  'a Task has a handler',
]);

describe('a definition is refused before the run', () => {
  it.each(BROKEN)('unless %s', async (_rule, definition, reason) => {
    const refusal = expect(runMachine(definition, {}, { resources })).rejects;
    await refusal.toThrow(DefinitionError);
    await refusal.toThrow(reason);
  });

  it.each(BROKEN.filter(([rule]) => !OURS_ALONE.has(rule)))(
    'as asl-validator refuses it: %s',
    (_rule, definition) => {
      expect(otherAccepts(definition)).toBe(false);
    },
  );

  it.each(UNKNOWN_FIELD)(
    'when a %s state has an unknown field, as asl-validator refuses it',
    async (_type, state) => {
      expect(otherAccepts(one(state))).toBe(true);
      expect(otherAccepts(one({ ...state, Bogus: 1 }))).toBe(false);
      await expect(runMachine(one({ ...state, Bogus: 1 }), {}, { resources })).rejects.toThrow(
        'States.Only.Bogus: unknown field',
      );
    },
  );

  it('when the language is JSONPath, which is the default', async () => {
    const definition = { StartAt: 'Only', States: { Only: pass } };
    await expect(runMachine(definition, {}, { resources })).rejects.toThrow(
      'States.Only.QueryLanguage: the query language is JSONPath',
    );
  });

  it.each(['HeartbeatSeconds', 'Credentials'])(
    'when a Task asks for %s, which cannot be run here',
    async (field) => {
      await expect(run({ Only: workTask({ [field]: 1, End: true }) })).rejects.toThrow('cannot be run here');
    },
  );

  it.each(['ItemReader', 'ItemBatcher', 'ResultWriter', 'Label'])('when a Map asks for %s', async (field) => {
    await expect(run({ Each: { ...each, [field]: {} } })).rejects.toThrow('cannot be run here');
  });

  it('when a Map is distributed', async () => {
    const ItemProcessor = {
      ...levelOf({ One: pass }),
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    };
    await expect(run({ Each: { ...each, ItemProcessor } })).rejects.toThrow(
      'only the INLINE mode can be run',
    );
  });

  it('when its text is not JSON', async () => {
    await expect(runMachine('{"StartAt":', {}, { resources })).rejects.toThrow('definition: is not JSON');
  });

  it('with all its faults at once, and before any handler is called', async () => {
    const work = jest.fn();
    const refused = run(
      { A: workTask({ Next: 'B', Speed: 1 }), B: { Type: 'Loop' }, C: { ...pass, Output: '{% $x %}' } },
      {},
      work,
    );
    await expect(refused).rejects.toMatchObject({
      code: 'STATES_DEFINITION_INVALID',
      where: 'States.A.Speed',
      faults: [{ where: 'States.A.Speed' }, { where: 'States.B.Type' }, { where: 'States.C.Output' }],
    });
    expect(work).not.toHaveBeenCalled();
  });
});

describe('a definition is accepted', () => {
  const WHOLE = machineOf(
    {
      Intake: {
        ...each,
        ...{ Comment: 'one file after another', End: undefined, Next: 'Enough' },
        ...{
          Items: '{% $states.input.files %}',
          ItemSelector: { file: '{% $states.context.Map.Item.Value %}' },
        },
        ItemProcessor: { ...levelOf({ Read: workTask() }), ProcessorConfig: { Mode: 'INLINE' } },
        ...{
          MaxConcurrency: 4,
          Assign: { read: '{% $count($states.result) %}' },
          Output: { read: '{% $states.result %}' },
        },
        Retry: [
          {
            ErrorEquals: ['States.Timeout'],
            IntervalSeconds: 2,
            MaxAttempts: 2,
            BackoffRate: 2,
            MaxDelaySeconds: 60,
            JitterStrategy: 'FULL',
          },
        ],
        Catch: [{ ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput %}', Next: 'Tell' }],
      },
      Enough: {
        Type: 'Choice',
        Choices: [{ Condition: '{% $read > 0 %}', Next: 'Pause' }],
        Default: 'Nothing',
      },
      Pause: { Type: 'Wait', Seconds: 5, Next: 'Release' },
      Release: workTask({ TimeoutSeconds: 900, Next: 'Nothing' }),
      Nothing: { Type: 'Succeed' },
      Tell: { Type: 'Fail', Error: 'Intake', Cause: '{% $states.input.Cause %}' },
    },
    { Comment: 'the day', TimeoutSeconds: 3600, Version: '1.0' },
  );

  it('with every field that the pipeline uses, as asl-validator accepts it', async () => {
    expect(otherAccepts(WHOLE)).toBe(true);
    const end = await runMachine(JSON.stringify(WHOLE), { files: ['a', 'b'] }, { resources });
    expect(end).toMatchObject({ status: 'SUCCEEDED' });
  });

  it('as an object or as JSON text', async () => {
    expect(await runMachine(JSON.stringify(one(pass)), 1, { resources })).toMatchObject({ output: 1 });
  });

  it('when single states choose JSONata in a machine that does not', async () => {
    const definition = { StartAt: 'Only', States: { Only: { ...pass, QueryLanguage: 'JSONata' } } };
    expect(await runMachine(definition, 1, { resources })).toMatchObject({ output: 1 });
  });
});
