// A field that holds an integer, written down or computed.
import type { Bindings } from './expression.ts';
import { queryFailure, wrongKind } from './state-failure.ts';
import type { Template } from './template.ts';

/** Undefined when the field is absent; fails with States.QueryEvaluationError when it is no integer in range. */
export async function integerFrom(
  template: Template | undefined,
  bindings: Bindings,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): Promise<number | undefined> {
  if (template === undefined) return undefined;
  const value = await template.evaluate(bindings);
  if (typeof value !== 'number') throw wrongKind(template.where, 'a number', value);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw queryFailure(template.where, `expected an integer from ${least} to ${most}`);
}
