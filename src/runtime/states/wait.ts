// Wait: lets the machine's clock pass, for some seconds or until an instant.
import { type Step, takeExit } from './exit.ts';
import type { Bindings } from './expression.ts';
import type { WaitState } from './machine.ts';
import { integerFrom } from './number-field.ts';
import { queryFailure } from './state-failure.ts';
import { bindingsOf, type Visit } from './visit.ts';

export async function runWait(state: WaitState, visit: Visit): Promise<Step> {
  const { clock } = visit.level.run;
  const bindings = bindingsOf(visit);
  const seconds = await integerFrom(state.seconds, bindings, 0);
  const until = seconds === undefined ? await instantFrom(state, bindings) : clock.now() + seconds * 1000;
  // An instant that is over already means no wait at all.
  if (until > clock.now()) await clock.sleep(until - clock.now());
  return takeExit(state.exit, bindings, visit.input, state.where);
}

async function instantFrom(state: WaitState, bindings: Bindings): Promise<number> {
  const value = await state.timestamp?.evaluate(bindings);
  const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
  const instant = typeof value === 'string' && zoned.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant))
    throw queryFailure(`${state.where}.Timestamp`, 'expected an ISO 8601 instant with a zone');
  return instant;
}
