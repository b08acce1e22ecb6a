// Small machines for the tests of this folder.
import { type Clock, skippingClock } from './clock.ts';
import { LAMBDA_INVOKE, lambdaInvoke } from './lambda-invoke.ts';
import { seededRandom } from './random.ts';
import { type Execution, type RunOptions, runMachine } from './run-machine.ts';

type Fields = Record<string, unknown>;

/** A machine that begins with the first of the given states. */
export function machineOf(states: Record<string, Fields>, fields: Fields = {}): Fields {
  return { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...fields };
}

/** A level inside a Map or Parallel state. */
export function levelOf(states: Record<string, Fields>): Fields {
  return { StartAt: Object.keys(states)[0], States: states };
}

/** A Task that invokes the function `work` with the state's input. */
export function workTask(fields: Fields = { End: true }): Fields {
  const Arguments = { FunctionName: 'work', Payload: '{% $states.input %}' };
  return { Type: 'Task', Resource: LAMBDA_INVOKE, Arguments, ...fields };
}

/** Runs the states, first one first; `work` answers every Lambda call. Waits are skipped and chance is seeded. */
export function run(
  states: Record<string, Fields>,
  input: unknown = {},
  work: (payload: unknown) => unknown = (payload) => payload,
  options: Partial<RunOptions> = {},
): Promise<Execution> {
  const resources = { [LAMBDA_INVOKE]: lambdaInvoke(({ Payload }) => work(Payload)) };
  const clock = skippingClock(Date.parse('2022-02-15T05:30:00Z'));
  return runMachine(machineOf(states), input, { resources, clock, random: seededRandom(7), ...options });
}

/** The output, or the failure as a short text. */
export async function outputOf(execution: Promise<Execution>): Promise<unknown> {
  const end = await execution;
  return end.status === 'SUCCEEDED' ? end.output : `${end.status} ${end.error}`;
}

/** An error with a name of its own, as a Lambda function would throw. */
export function named(name: string, message = 'did not work'): Error {
  return Object.assign(new Error(message), { name });
}

/** A clock whose timers fire at once when they are due within the given time. */
export function impatientClock(milliseconds: number): Clock {
  const timer: Clock['timer'] = (after, fire) => {
    if (after <= milliseconds) queueMicrotask(fire);
    return () => {};
  };
  return { ...skippingClock(), timer };
}
