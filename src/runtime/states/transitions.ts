// Every state must lead somewhere, be reachable, and the level must be able to end.
import type { DefinitionFault } from './definition-error.ts';
import { join } from './definition-faults.ts';
import type { State } from './machine.ts';

/** @param names all names of the level, also of states that were refused for other reasons */
export function transitionFaults(
  startAt: string,
  names: readonly string[],
  states: ReadonlyMap<string, State>,
  ends: ReadonlySet<string>,
  where: string,
): DefinitionFault[] {
  const known = new Set(names);
  const faults: DefinitionFault[] = [];
  const fault = (place: string, problem: string, mend: string) => faults.push({ where: place, problem, mend });
  if (!known.has(startAt)) fault(join(where, 'StartAt'), `there is no state "${startAt}"`, 'Name a state of this level.');
  for (const state of states.values()) {
    for (const target of targets(state)) {
      if (!known.has(target)) fault(state.where, `leads to "${target}", which is no state of this level`, 'Mend Next.');
    }
    if (!needsFlow(state)) continue;
    if (state.exit.next === undefined && !ends.has(state.name)) fault(state.where, 'has neither Next nor End', 'Give one.');
    if (state.exit.next !== undefined && ends.has(state.name)) fault(state.where, 'has both Next and End', 'Drop one.');
  }
  // A refused state has no known way out, so nothing sure can be said about the rest.
  if (states.size < names.length || faults.length > 0) return faults;
  const reached = reachable(startAt, states);
  for (const name of names) {
    if (!reached.has(name)) fault(join(where, 'States', name), 'is never reached', 'Lead to it, or remove it.');
  }
  if (![...reached].some((name) => isTerminal(states.get(name)))) {
    fault(join(where, 'States'), 'no state ends this level', 'Give a state "End": true, or add Succeed or Fail.');
  }
  return faults;
}

function targets(state: State): string[] {
  switch (state.type) {
    case 'Task':
    case 'Map':
    case 'Parallel':
      return [state.exit.next, ...state.catch.map((catcher) => catcher.exit.next)].filter((name) => name !== undefined);
    case 'Choice':
      return [...state.rules.map((rule) => rule.exit.next), state.otherwise?.next].filter((name) => name !== undefined);
    case 'Fail':
      return [];
    default:
      return state.exit.next === undefined ? [] : [state.exit.next];
  }
}

function needsFlow(state: State): state is Exclude<State, { type: 'Choice' | 'Succeed' | 'Fail' }> {
  return state.type !== 'Choice' && state.type !== 'Succeed' && state.type !== 'Fail';
}

function isTerminal(state: State | undefined): boolean {
  return state !== undefined && targets(state).length === 0 ? true : needsFlowEnd(state);
}

function needsFlowEnd(state: State | undefined): boolean {
  return state !== undefined && needsFlow(state) && state.exit.next === undefined;
}

function reachable(startAt: string, states: ReadonlyMap<string, State>): Set<string> {
  const reached = new Set<string>();
  const waiting = [startAt];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const state = states.get(name);
    if (state !== undefined) waiting.push(...targets(state));
  }
  return reached;
}
