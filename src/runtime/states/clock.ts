// Time as the machine sees it, so that waits can be skipped and timeouts can be tested.

export interface Clock {
  /** Time of day, in milliseconds since 1970. */
  now(): number;
  /** Milliseconds that really passed since some fixed point; never skips. */
  elapsed(): number;
  /** Returns when the given milliseconds are over on this clock. */
  sleep(milliseconds: number): Promise<void>;
  /** Calls `fire` after the given milliseconds of real work; the returned function takes it back. */
  timer(milliseconds: number, fire: () => void): () => void;
}

/**
 * The default: Wait states and pauses between retries move the clock forward instead of sleeping.
 * Timeouts still run in real time, because handlers do. Waits of parallel branches add up instead of overlapping.
 */
export function skippingClock(start?: number): Clock {
  const real = realClock();
  let skipped = start === undefined ? 0 : start - real.now();
  return {
    ...real,
    now: () => real.now() + skipped,
    sleep: (milliseconds) => {
      skipped += milliseconds;
      return Promise.resolve();
    },
  };
}

/** Really sleeps; for a run that must keep the pauses of its definition. */
export function realClock(): Clock {
  return {
    now: () => Date.now(),
    elapsed: () => performance.now(),
    sleep: (milliseconds) => new Promise((wake) => void setTimeout(wake, milliseconds)),
    timer: (milliseconds, fire) => {
      // setTimeout overflows past 2^31-1 ms and would fire at once.
      const handle = setTimeout(fire, Math.min(milliseconds, 2_147_483_647));
      return () => clearTimeout(handle);
    },
  };
}
