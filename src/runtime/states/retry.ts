// Whether a failed state is tried again, and after which pause.
import { coversError } from './error-names.ts';
import type { Retrier } from './machine.ts';
import type { Random } from './random.ts';

/** Counts the retries of one visit, separately for each Retrier. */
export class RetryCounter {
  readonly #retriers: readonly Retrier[];
  readonly #used = new Map<Retrier, number>();

  constructor(retriers: readonly Retrier[]) {
    this.#retriers = retriers;
  }

  /** Seconds to pause before the next try; undefined when the error is not to be retried any more. */
  next(error: string, random: Random): number | undefined {
    // Only the first Retrier that names the error has a say, also when its attempts are used up.
    const retrier = this.#retriers.find((candidate) => coversError(candidate.errorEquals, error));
    if (retrier === undefined) return undefined;
    const used = this.#used.get(retrier) ?? 0;
    if (used >= retrier.maxAttempts) return undefined;
    this.#used.set(retrier, used + 1);
    return delaySeconds(retrier, used, random);
  }
}

/** @param used retries that this Retrier has made before */
export function delaySeconds(retrier: Retrier, used: number, random: Random): number {
  const grown = retrier.intervalSeconds * retrier.backoffRate ** used;
  const capped = Math.min(grown, retrier.maxDelaySeconds ?? Infinity);
  return retrier.jitter === 'FULL' ? capped * random() : capped;
}
