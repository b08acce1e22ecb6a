// Map: runs the processor once for each item, inline.
import { fanOut } from './fan-out.ts';
import type { Json, JsonObject } from './json.ts';
import type { MapState } from './machine.ts';
import { integerFrom } from './number-field.ts';
import { withinLimit } from './payload.ts';
import { runLevel } from './run-level.ts';
import { StateFailure, wrongKind } from './state-failure.ts';
import { Variables } from './variables.ts';
import { bindingsOf, pathOf, type Visit } from './visit.ts';

/** What the service runs at once when MaxConcurrency is absent or 0, for the inline mode. */
const INLINE_CONCURRENCY = 40;

/** Gives the results in the order of the items; items whose failure is tolerated have none. */
export async function runMap(state: MapState, visit: Visit): Promise<Json> {
  const bindings = bindingsOf(visit);
  const items = state.items === undefined ? visit.input : await state.items.evaluate(bindings);
  if (!Array.isArray(items))
    throw wrongKind(state.items?.where ?? `${state.where} (its input)`, 'an array', items);
  const limit = (await integerFrom(state.maxConcurrency, bindings, 0)) || INLINE_CONCURRENCY;
  const tolerance = {
    count: await integerFrom(state.toleratedFailureCount, bindings, 0),
    percentage: await integerFrom(state.toleratedFailurePercentage, bindings, 0, 100),
  };

  let failed = 0;
  const tooMany = () => {
    failed += 1;
    return isTooMany(failed, items.length, tolerance);
  };
  const iterate = (index: number, signal: AbortSignal) =>
    iteration(state, visit, items[index] ?? null, index, signal);
  const outcomes = await fanOut(items.length, limit, visit.level.signal, iterate, tooMany);
  if (isTooMany(failed, items.length, tolerance))
    throw failureOf(state, outcomes.find((o) => !o.ok)?.failure, tolerance);
  return outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
}

interface Tolerance {
  readonly count: number | undefined;
  readonly percentage: number | undefined;
}

// Without a threshold no failure is tolerated; a threshold that is not given limits nothing.
function isTooMany(failed: number, total: number, { count, percentage }: Tolerance): boolean {
  if (count === undefined && percentage === undefined) return failed > 0;
  return failed > (count ?? Infinity) || (100 * failed) / Math.max(total, 1) > (percentage ?? Infinity);
}

// A Map with a threshold reports the threshold; one without fails with the error of its first failed item.
function failureOf(state: MapState, first: StateFailure | undefined, tolerance: Tolerance): StateFailure {
  const hasThreshold = tolerance.count !== undefined || tolerance.percentage !== undefined;
  if (first !== undefined && !hasThreshold) return first;
  const reason = `More items of ${state.where} failed than are tolerated; the first with ${first?.message ?? 'no reason'}.`;
  return new StateFailure('States.ExceedToleratedFailureThreshold', reason, state.where, first);
}

async function iteration(
  state: MapState,
  visit: Visit,
  value: Json,
  index: number,
  signal: AbortSignal,
): Promise<Json> {
  const map: JsonObject = { Item: { Index: index, Value: value } };
  const selected =
    state.itemSelector === undefined ? value : await state.itemSelector.evaluate(bindingsOf(visit, {}, map));
  const input = withinLimit(selected, 'item', state.where);
  const variables = new Variables(visit.level.variables);
  const path = `${pathOf(visit)}/${index}/`;
  return runLevel(state.processor, input, { ...visit.level, variables, path, map, signal });
}
