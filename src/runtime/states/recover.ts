// Runs a Task, Map or Parallel until it succeeds, is caught, or fails for good.
import { coversError } from './error-names.ts';
import { type Step, takeExit } from './exit.ts';
import type { Json } from './json.ts';
import type { RecoverableState } from './machine.ts';
import { withinLimit } from './payload.ts';
import { RetryCounter } from './retry.ts';
import { StateFailure } from './state-failure.ts';
import { bindingsOf, report, type Visit } from './visit.ts';

export interface RecoveredStep extends Step {
  /** The failure that a Catcher took, when one did. */
  readonly caught?: StateFailure;
}

/** @param work gives the state's raw result, or throws StateFailure */
export async function withRecovery(
  state: RecoverableState,
  visit: Visit,
  work: (attempt: Visit) => Promise<Json>,
): Promise<RecoveredStep> {
  const retries = new RetryCounter(state.retry);
  for (let retryCount = 0; ; retryCount += 1) {
    const attempt = { ...visit, retryCount };
    try {
      const result = withinLimit(await work(attempt), 'result', state.where);
      return await takeExit(state.exit, bindingsOf(attempt, { result }), result, state.where);
    } catch (thrown) {
      if (!(thrown instanceof StateFailure) || isStopping(visit)) throw thrown;
      const delay = retries.next(thrown.error, visit.level.run.random);
      if (delay === undefined) return await takeCatcher(state, attempt, thrown);
      report(attempt, 'retried', { error: thrown.error, cause: thrown.reason, delaySeconds: delay });
      await visit.level.run.clock.sleep(delay * 1000);
    }
  }
}

// A level that is being stopped, or an execution that is out of time, tries nothing any more.
function isStopping({ level }: Visit): boolean {
  return level.signal.aborted || level.run.clock.now() > level.run.deadline;
}

async function takeCatcher(
  state: RecoverableState,
  attempt: Visit,
  failure: StateFailure,
): Promise<RecoveredStep> {
  const catcher = state.catch.find((candidate) => coversError(candidate.errorEquals, failure.error));
  if (catcher === undefined) throw failure;
  const errorOutput = failure.output;
  const step = await takeExit(catcher.exit, bindingsOf(attempt, { errorOutput }), errorOutput, state.where);
  return { ...step, caught: failure };
}
