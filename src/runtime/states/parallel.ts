// Parallel: runs every branch on the same input.
import { fanOut } from './fan-out.ts';
import type { Json } from './json.ts';
import type { ParallelState } from './machine.ts';
import { withinLimit } from './payload.ts';
import { runLevel } from './run-level.ts';
import { Variables } from './variables.ts';
import { bindingsOf, pathOf, type Visit } from './visit.ts';

/** Gives the branches' outputs in the order of the branches; the first failure stops the others. */
export async function runParallel(state: ParallelState, visit: Visit): Promise<Json> {
  const given =
    state.arguments === undefined ? visit.input : await state.arguments.evaluate(bindingsOf(visit));
  const input = withinLimit(given, 'input', state.where);
  const { branches } = state;
  const outcomes = await fanOut(
    branches.length,
    branches.length,
    visit.level.signal,
    async (index, signal) => {
      const branch = branches[index];
      if (branch === undefined) throw new RangeError(`no branch ${index}`);
      const variables = new Variables(visit.level.variables);
      const path = `${pathOf(visit)}/${index}/`;
      return runLevel(branch, input, { ...visit.level, variables, path, signal });
    },
    () => true,
  );
  return outcomes.map((outcome) => {
    if (!outcome.ok) throw outcome.failure;
    return outcome.value;
  });
}
