// Fail: ends the level with an error of the definition's own.
import type { Bindings } from './expression.ts';
import type { FailState } from './machine.ts';
import { StateFailure, wrongKind } from './state-failure.ts';
import type { Template } from './template.ts';
import { bindingsOf, type Visit } from './visit.ts';

export async function runFail(state: FailState, visit: Visit): Promise<never> {
  const bindings = bindingsOf(visit);
  const error = await textFrom(state.error, bindings);
  const cause = await textFrom(state.cause, bindings);
  throw new StateFailure(error, cause, state.where);
}

async function textFrom(template: Template | undefined, bindings: Bindings): Promise<string> {
  if (template === undefined) return '';
  const value = await template.evaluate(bindings);
  if (typeof value !== 'string') throw wrongKind(template.where, 'a string', value);
  return value;
}
