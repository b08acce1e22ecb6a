// What a run may spend on a model, in tokens and in money: a call that could go beyond it is not made.
import type { NarratorSettings, PricedModel } from './settings.ts';

export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

export interface Budget {
  /** Whether a call of at most so many tokens still fits. */
  allows(model: PricedModel, most: Usage): boolean;
  spend(model: PricedModel, used: Usage): void;
  readonly spent: { readonly tokens: number; readonly usd: number };
}

export function budgetOf({ tokens, usd }: NarratorSettings['budget']): Budget {
  const spent = { tokens: 0, usd: 0 };
  return {
    spent,
    allows: (model, most) => spent.tokens + sum(most) <= tokens && spent.usd + priceOf(model, most) <= usd,
    spend(model, used) {
      spent.tokens += sum(used);
      spent.usd += priceOf(model, used);
    },
  };
}

const sum = (u: Usage) => u.input + u.output + u.cacheRead + u.cacheWrite;

export function priceOf({ usdPerMillion: p }: PricedModel, u: Usage): number {
  return (
    (u.input * p.input + u.output * p.output + u.cacheRead * p.cacheRead + u.cacheWrite * p.cacheWrite) / 1e6
  );
}
