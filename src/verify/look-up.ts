// The facts that a target means, and how a value is shown.
import type { Fact, ReceiptId } from '../facts/facts-document.ts';
import type { Judged, Verdict } from './claim.ts';
import type { Target } from './segments.ts';
import { isOfPart, keyOf, type World } from './world.ts';

export function factsOf(world: World, target: Target): readonly Fact[] {
  const labels = new Set(target.periods.map((p) => `${p.kind} ${p.from}`));
  const subject = new Set(target.subjects);
  return world.facts.filter(
    (f) =>
      (target.metrics === null || target.metrics.includes(f.metric)) &&
      labels.has(`${f.period.kind} ${f.period.from}`) &&
      (subject.has(keyOf(f.about)) || isGradeDocument(f, target)) &&
      isOfPart(f, target.part),
  );
}

const isGradeDocument = (f: Fact, target: Target) => f.about.kind === 'grade' && target.part !== 'everyone';

export const receipts = (facts: readonly Fact[]): readonly ReceiptId[] => [
  ...new Set(facts.map((f) => f.receipt)),
];

export const judged = (verdict: Verdict, facts: readonly Fact[], why: string): Judged => ({
  verdict,
  by: receipts(facts),
  why,
});

/** Halves up, as every number is shown. */
export const shown = (value: number, decimals = 1): number =>
  Math.floor(value * 10 ** decimals + 0.5 + 1e-9) / 10 ** decimals;

/** Why nothing can follow: what was looked for is hidden, not known, or not there. */
export function nothingKnown(facts: readonly Fact[], target: Target): Judged {
  if (target.periods.length === 0) return judged('unsupported', [], 'The facts have no such period.');
  const hidden = facts.filter((f) => f.state === 'hidden');
  if (hidden.length > 0) return judged('contradicts', hidden, 'This number is hidden.');
  const missing = facts.filter((f) => f.state === 'no_data');
  if (missing.length > 0) return judged('contradicts', missing, 'There are no data for this number.');
  return judged('unsupported', [], 'The facts have no such number.');
}
