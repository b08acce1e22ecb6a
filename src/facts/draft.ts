// A number before it is shown: what it says, where it comes from, and whether anybody may see it.
import type { HiddenBecause } from '../suppress/cell.ts';
import type { Fact, Period, Subject } from './facts-document.ts';
import { metricVersion } from './metric-version.ts';
import { type Recipe, receiptOf } from './recipe.ts';

export interface Draft {
  readonly metric: string;
  readonly aspect: Fact['aspect'];
  readonly about: Subject;
  readonly group: Fact['group'];
  readonly period: Period;
  readonly unit: Fact['unit'];
  readonly recipe: Recipe;
  readonly value: number | null;
  /** Why there is no value, where it isn't that no source sends it. */
  readonly missing?: 'too_early';
  readonly n: number;
  readonly held_back: number;
  readonly hidden?: HiddenBecause | undefined;
}

/** A receipt: the number and the way to make it again. A hidden number has none to show, so its value stays out. */
export interface Receipt {
  readonly receipt: string;
  readonly metric: string;
  readonly version: string;
  readonly recipe: Recipe;
  readonly state: Fact['state'];
  readonly value: number | null;
}

export function factOf(release: string, draft: Draft): Fact {
  const { metric, aspect, about, group, period, unit, recipe, value, missing, n, held_back, hidden } = draft;
  const head = {
    receipt: receiptOf(release, recipe),
    metric,
    version: metricVersion(metric),
    aspect,
    about,
    group,
    period,
    unit,
  };
  if (hidden !== undefined)
    return { ...head, state: 'hidden', value: null, n: null, held_back: null, why: hidden };
  if (value === null)
    return {
      ...head,
      state: 'no_data',
      value: null,
      n,
      held_back,
      why: missing ?? (n > 0 ? 'no_source' : 'not_judged'),
    };
  return { ...head, state: 'known', value, n, held_back, why: null };
}

export function receiptFor(fact: Fact, recipe: Recipe): Receipt {
  const { receipt, metric, version, state, value } = fact;
  return { receipt, metric, version, recipe, state, value };
}

/** In percent with one decimal, as every metric of the registry rounds a share. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((1000 * part) / whole + 0.5) / 10;
