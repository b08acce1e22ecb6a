// Task: evaluates the arguments, calls the resource's handler, and gives it only so much time.
import type { Json } from './json.ts';
import type { TaskState } from './machine.ts';
import { integerFrom } from './number-field.ts';
import { toJson, withinLimit } from './payload.ts';
import type { TaskCall } from './resources.ts';
import { StateFailure } from './state-failure.ts';
import { bindingsOf, pathOf, type Visit } from './visit.ts';

/** Gives the raw result of the resource. */
export async function runTask(state: TaskState, visit: Visit): Promise<Json> {
  const { clock } = visit.level.run;
  const bindings = bindingsOf(visit);
  const input = state.arguments === undefined ? visit.input : await state.arguments.evaluate(bindings);
  withinLimit(input, 'input', state.where);
  const seconds = await integerFrom(state.timeoutSeconds, bindings, 1);
  const stop = new AbortController();
  const signal = AbortSignal.any([visit.level.signal, stop.signal]);
  const { name, resource } = state;
  const call: TaskCall = { resource, state: name, path: pathOf(visit), retryCount: visit.retryCount, signal };

  const started = clock.elapsed();
  try {
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const cancel =
      seconds === undefined ? () => {} : clock.timer(seconds * 1000, () => reject(timedOut(state, seconds)));
    try {
      return await Promise.race([called(state, input, call), tooLate]);
    } finally {
      cancel();
    }
  } catch (thrown) {
    stop.abort(thrown);
    throw thrown;
  } finally {
    visit.timing.handlerMs += clock.elapsed() - started;
  }
}

async function called(state: TaskState, input: Json, call: TaskCall): Promise<Json> {
  let answer: unknown;
  try {
    // The handler gets a copy, as it would over the wire: it cannot change what the machine holds.
    answer = await state.handler(toJson(input), call);
  } catch (thrown) {
    // A handler that chose its error name keeps it; the place is this state's all the same.
    const chosen = thrown instanceof StateFailure ? thrown : undefined;
    const [error, reason] = [chosen?.error ?? 'States.TaskFailed', chosen?.reason ?? describeThrown(thrown)];
    throw new StateFailure(error, reason, state.where, chosen?.cause ?? thrown);
  }
  try {
    return toJson(answer);
  } catch (thrown) {
    const reason = `${state.resource} answered with something that is not JSON.`;
    throw new StateFailure('States.Runtime', reason, state.where, thrown);
  }
}

function timedOut(state: TaskState, seconds: number): StateFailure {
  return new StateFailure('States.Timeout', `${state.where} took longer than ${seconds} s.`, state.where);
}

/** The Cause of a failed call: a JSON object with `errorType` and `errorMessage`. */
export function describeThrown(thrown: unknown): string {
  if (!(thrown instanceof Error))
    return JSON.stringify({ errorType: typeof thrown, errorMessage: String(thrown) });
  return JSON.stringify({ errorType: thrown.name, errorMessage: thrown.message });
}
