// Runs several inner levels side by side, a limited number at a time, until one failure too many.
import { StateFailure } from './state-failure.ts';

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: StateFailure };

/**
 * Gives one outcome for each index that was started, in order of index. `stopWhen` hears each failure; when it says
 * true, nothing more is started, the signal is aborted, and what still runs is awaited: no orphan works on while
 * the machine has moved to another state.
 */
export async function fanOut<T>(
  count: number,
  limit: number,
  parent: AbortSignal,
  work: (index: number, signal: AbortSignal) => Promise<T>,
  stopWhen: (failure: StateFailure) => boolean,
): Promise<Outcome<T>[]> {
  const outcomes = new Map<number, Outcome<T>>();
  const stop = new AbortController();
  const signal = AbortSignal.any([parent, stop.signal]);
  let next = 0;
  const worker = async () => {
    while (next < count && !signal.aborted) {
      const index = next;
      next += 1;
      try {
        outcomes.set(index, { ok: true, value: await work(index, signal) });
      } catch (thrown) {
        if (!(thrown instanceof StateFailure)) {
          stop.abort();
          throw thrown;
        }
        // What fails because it was stopped says nothing new.
        if (signal.aborted) return;
        outcomes.set(index, { ok: false, failure: thrown });
        if (stopWhen(thrown)) stop.abort();
      }
    }
  };
  const workers = await Promise.allSettled(Array.from({ length: Math.min(limit, count) }, worker));
  for (const settled of workers) if (settled.status === 'rejected') throw settled.reason;
  // Without this an unfinished list would pass for the whole.
  if (parent.aborted)
    throw new StateFailure('States.Timeout', 'Stopped with the level around it.', 'execution');
  return [...outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome);
}
