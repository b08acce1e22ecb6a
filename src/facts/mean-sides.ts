// Whether a mean says nearly the same of everybody: that all were there on all days, or that nobody was online.
import type { HiddenBecause } from '../suppress/cell.ts';
import { FEWEST_ON_A_SIDE } from '../suppress/small-group.ts';
import { percent } from './draft.ts';

/** Sums of parts of days are not whole to the last digit. */
const CLOSE = 1e-6;

/** @param days what the rate (0 to 1) is a part of; where fewer than three are on a side, or it reads as 0 or 100 %, it is hidden */
export function oneSided(rate: number | null, days: number | null): HiddenBecause | undefined {
  if (rate === null) return undefined;
  const printed = percent(rate, 1);
  const few = days !== null && Math.min(rate, 1 - rate) * days < FEWEST_ON_A_SIDE - CLOSE;
  return few || printed === 0 || printed === 100 ? 'protects_another' : undefined;
}
