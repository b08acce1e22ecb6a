// How often the lists were right, counted afresh from the ledger alone; the view check_in_precision must say the same.
import type { Act, Kind, Verdict } from './item.ts';
import { verdictOf } from './item-state.ts';

export interface Precision {
  readonly madeBy: string;
  readonly task: string;
  /** YYYY-MM in which staff first spoke of the items. */
  readonly month: string;
  readonly closed: number;
  readonly right: number;
  readonly known: number;
  readonly wrong: number;
  readonly unknown: number;
}

/** @param acts oldest first, as `judge` gives them; what does not count is left out here too */
export function precisionOf(acts: readonly Act[]): Precision[] {
  const ended = new Map<string, { first: Act; last: Kind }>();
  for (const act of acts) {
    if (!act.counts || act.itemId === null || act.task === null) continue;
    const { itemId } = act;
    ended.set(itemId, { first: ended.get(itemId)?.first ?? act, last: act.kind });
  }
  const groups = Map.groupBy(ended.values(), ({ first }) =>
    [first.madeBy ?? '', first.task ?? '', first.actedOn.slice(0, 7)].join('|'),
  );
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, list]) => {
      const [madeBy = '', task = '', month = ''] = key.split('|');
      const count = (verdict: Verdict) => list.filter(({ last }) => verdictOf(last) === verdict).length;
      return {
        madeBy,
        task,
        month,
        closed: list.length,
        right: count('right'),
        known: count('known'),
        wrong: count('wrong'),
        unknown: count('unknown'),
      };
    });
}
