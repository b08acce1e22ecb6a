// Sources of chance: seeded for runs that must repeat, else the machine's own.
import { randomInt } from 'node:crypto';

/** Gives the next number n, 0 ≤ n < 1. */
export type Random = () => number;

/** Unpredictable numbers. */
export const freshRandom: Random = () => randomInt(281_474_976_710_655) / 281_474_976_710_655;

/** The same seed gives the same numbers on every machine (mulberry32). Not for secrets. */
export function seededRandom(seed: number): Random {
  let state = Math.floor(seed) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
