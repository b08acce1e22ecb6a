// Walks one level of states from its start to its end.
import { runChoice } from './choice.ts';
import { takeExit } from './exit.ts';
import { runFail } from './fail.ts';
import type { Json } from './json.ts';
import type { Machine } from './machine.ts';
import { runMap } from './map.ts';
import { runParallel } from './parallel.ts';
import { type RecoveredStep, withRecovery } from './recover.ts';
import { StateFailure } from './state-failure.ts';
import { runTask } from './task.ts';
import { bindingsOf, type Level, openVisit, report, type Visit } from './visit.ts';
import { runWait } from './wait.ts';

/** Gives the output of the state that ends the level, or throws the StateFailure that ended it. */
export async function runLevel(machine: Machine, input: Json, level: Level): Promise<Json> {
  let name: string | undefined = machine.startAt;
  let payload = input;
  while (name !== undefined) {
    const step: RecoveredStep = await visitState(machine, name, payload, level);
    level.variables.assign(step.assign);
    payload = step.output;
    name = step.next;
  }
  return payload;
}

async function visitState(machine: Machine, name: string, input: Json, level: Level): Promise<RecoveredStep> {
  const state = machine.states.get(name);
  if (state === undefined) throw new RangeError(`no state ${name}`);
  if (level.run.clock.now() > level.run.deadline || level.signal.aborted) {
    throw new StateFailure(
      'States.Timeout',
      'The execution was stopped before this state began.',
      state.where,
    );
  }
  const visit = openVisit(level, state, input);
  report(visit, 'entered');
  let step: RecoveredStep;
  try {
    step = await execute(visit);
  } catch (thrown) {
    if (thrown instanceof StateFailure)
      report(visit, 'failed', { error: thrown.error, cause: thrown.reason });
    throw thrown;
  }
  const { caught } = step;
  if (caught === undefined) report(visit, 'exited');
  else report(visit, 'caught', { error: caught.error, cause: caught.reason });
  return step;
}

function execute(visit: Visit): Promise<RecoveredStep> {
  const { state } = visit;
  switch (state.type) {
    case 'Task':
      return withRecovery(state, visit, (attempt) => runTask(state, attempt));
    case 'Map':
      return withRecovery(state, visit, (attempt) => runMap(state, attempt));
    case 'Parallel':
      return withRecovery(state, visit, (attempt) => runParallel(state, attempt));
    case 'Choice':
      return runChoice(state, visit);
    case 'Wait':
      return runWait(state, visit);
    case 'Fail':
      return runFail(state, visit);
    case 'Pass':
    case 'Succeed':
      return takeExit(state.exit, bindingsOf(visit), visit.input, state.where);
  }
}
