// Looks for another table in which one cell differs, at the least cost in further hidden cells.
import type { Model } from './model.ts';
import { MoveQueue } from './move-queue.ts';
import type { Move } from './ranges.ts';
import { type Broken, Workbench } from './workbench.ts';

export interface Search {
  readonly model: Model;
  /** The cost of using the cell: little when it is hidden, infinite when it must stay as it is. */
  readonly cost: (cell: number) => number;
  /** What a relation that does not hold yet is thought to cost: the more, the straighter the way and the dearer. */
  readonly perBroken: number;
  /** Unfinished moves looked at before giving up. */
  readonly patience: number;
  /** Keeps every way to the same broken relations, not the cheapest only: slow, and finds what hangs on a bound. */
  readonly thorough?: boolean;
}

interface Mender {
  readonly cell: number;
  readonly step: number;
}

interface Unfinished {
  readonly from: Unfinished | undefined;
  readonly cell: number;
  readonly step: number;
  readonly cost: number;
}

export interface Found {
  readonly move: Move;
  readonly cost: number;
}

/**
 * Best first: the cell is changed, then each relation that no longer holds is mended by another of its cells, in one
 * step or by 1. Of the unfinished moves that break the same relations by the same amount only the cheapest goes on:
 * in a table of rows and columns that is a shortest path, elsewhere it may miss a move but never finds a wrong one.
 */
export function findMove(search: Search, cell: number, step: number): Found | undefined {
  const { model, patience, perBroken } = search;
  const bench = new Workbench(model);
  const queue = new MoveQueue<Unfinished>();
  const seen = new Set<string>();
  const costs = new Map<number, number>();
  const costOf = (of: number): number => {
    let cost = costs.get(of);
    if (cost === undefined) {
      cost = search.cost(of);
      costs.set(of, cost);
    }
    return cost;
  };
  if (!bench.may(cell, step)) return undefined;
  queue.push(0, { from: undefined, cell, step, cost: costOf(cell) });
  for (let looked = 0; looked < patience; looked++) {
    const current = queue.pop();
    if (current === undefined) return undefined;
    bench.clear();
    for (let at: Unfinished | undefined = current; at !== undefined; at = at.from)
      bench.put(at.cell, at.step);
    const all = bench.broken();
    if (all.length === 0) return { move: bench.move(), cost: current.cost };
    const key = search.thorough === true ? bench.name() : bench.brokenBy();
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { cell: mender, step: by } of fewestMenders(bench, all, costOf)) {
      const cost = current.cost + costOf(mender);
      const left = all.length + bench.breaks(mender, by);
      queue.push(cost + perBroken * left, { from: current, cell: mender, step: by, cost });
    }
  }
  return undefined;
}

/** The ways to mend the broken relation that has the fewest: what is forced comes first, dead ends show at once. */
function fewestMenders(
  bench: Workbench,
  broken: readonly Broken[],
  costOf: (cell: number) => number,
): readonly Mender[] {
  let best: Mender[] | undefined;
  for (const { known, excess } of broken) {
    const menders: Mender[] = [];
    const { cells, times } = known;
    for (let k = 0; k < cells.length; k++) {
      const cell = cells[k];
      const whole = -excess / (times[k] ?? 1);
      if (cell === undefined || bench.has(cell) || !Number.isInteger(whole)) continue;
      if (costOf(cell) === Number.POSITIVE_INFINITY) continue;
      if (bench.may(cell, whole)) menders.push({ cell, step: whole });
      if (Math.abs(whole) > 1 && bench.may(cell, Math.sign(whole))) {
        menders.push({ cell, step: Math.sign(whole) });
      }
      if (best !== undefined && menders.length >= best.length) break;
    }
    if (best === undefined || menders.length < best.length) best = menders;
    if (best.length === 0) return best;
  }
  return best ?? [];
}
