// Choice: the first rule whose condition holds decides where to go.
import { type Step, takeExit } from './exit.ts';
import type { ChoiceState } from './machine.ts';
import { StateFailure, wrongKind } from './state-failure.ts';
import { bindingsOf, type Visit } from './visit.ts';

export async function runChoice(state: ChoiceState, visit: Visit): Promise<Step> {
  const bindings = bindingsOf(visit);
  for (const rule of state.rules) {
    const holds = await rule.condition.evaluate(bindings);
    if (typeof holds !== 'boolean') throw wrongKind(rule.condition.where, 'true or false', holds);
    if (holds) return takeExit(rule.exit, bindings, visit.input, state.where);
  }
  if (state.otherwise !== undefined) return takeExit(state.otherwise, bindings, visit.input, state.where);
  const reason = `No rule of ${state.where} holds, and it has no Default.`;
  throw new StateFailure('States.NoChoiceMatched', reason, state.where);
}
