// Every transition must lead to a state, every state must be reachable, and the level must be able to end.
import type { DefinitionFault } from './definition-error.ts';
import { join } from './definition-faults.ts';
import type { State } from './machine.ts';

/** @param names all names of the level, also of states that were refused for other reasons */
export function transitionFaults(
  startAt: string,
  names: readonly string[],
  states: ReadonlyMap<string, State>,
  where: string,
): DefinitionFault[] {
  const known = new Set(names);
  const faults: DefinitionFault[] = [];
  const fault = (place: string, problem: string, mend: string) =>
    faults.push({ where: place, problem, mend });
  if (!known.has(startAt))
    fault(join(where, 'StartAt'), `there is no state "${startAt}"`, 'Name a state of this level.');
  for (const state of states.values()) {
    for (const target of targets(state)) {
      if (!known.has(target))
        fault(state.where, `leads to "${target}", which is no state of this level`, 'Mend Next.');
    }
  }
  // A refused state has no known way out, so nothing sure can be said about the rest.
  if (states.size < names.length || faults.length > 0) return faults;
  const reached = reachable(startAt, states);
  for (const name of names) {
    if (!reached.has(name))
      fault(join(where, 'States', name), 'is never reached', 'Lead to it, or remove it.');
  }
  if (![...states.values()].some(canEnd)) {
    fault(
      join(where, 'States'),
      'no state ends this level',
      'Give a state "End": true, or add Succeed or Fail.',
    );
  }
  return faults;
}

function exits(state: State): (string | undefined)[] {
  switch (state.type) {
    case 'Task':
    case 'Map':
    case 'Parallel':
      return [state.exit.next, ...state.catch.map((catcher) => catcher.exit.next)];
    case 'Choice':
      return [
        ...state.rules.map((rule) => rule.exit.next),
        ...(state.otherwise ? [state.otherwise.next] : []),
      ];
    case 'Fail':
      return [undefined];
    default:
      return [state.exit.next];
  }
}

function targets(state: State): string[] {
  return exits(state).filter((name) => name !== undefined);
}

function canEnd(state: State): boolean {
  return exits(state).includes(undefined);
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
