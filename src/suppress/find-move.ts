// Looks for another table in which one cell differs, at the least cost in further hidden cells.
import type { Model } from './model.ts';
import { MoveQueue } from './move-queue.ts';
import type { Move } from './ranges.ts';

export interface Search {
  readonly model: Model;
  /** The cost of using the cell: little when it is hidden, infinite when it must stay as it is. */
  readonly cost: (cell: number) => number;
  /** What a relation that does not hold yet is thought to cost. */
  readonly perBroken: number;
  /** Unfinished moves looked at before giving up. */
  readonly patience: number;
}

interface Unfinished {
  readonly move: Move;
  /** How far the sums of the relations have moved. */
  readonly changes: ReadonlyMap<number, number>;
  readonly cost: number;
}

export interface Found {
  readonly move: Move;
  readonly cost: number;
}

/** Best first: the cell is changed, then each relation that no longer holds is mended by another of its cells. */
export function findMove(search: Search, cell: number, step: number): Found | undefined {
  const { model, patience } = search;
  const queue = new MoveQueue<Unfinished>();
  const seen = new Set<string>();
  const first = changed(search, { move: new Map(), changes: new Map(), cost: 0 }, cell, step);
  if (first === undefined) return undefined;
  queue.push(0, first.next);
  for (let looked = 0; looked < patience; looked++) {
    const current = queue.pop();
    if (current === undefined) return undefined;
    const broken = firstBroken(model, current.changes);
    if (broken === undefined) return { move: current.move, cost: current.cost };
    const key = [...current.move].sort(([a], [b]) => a - b).join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    const { cells, times } = broken.known;
    for (let k = 0; k < cells.length; k++) {
      const mender = cells[k];
      if (mender === undefined || current.move.has(mender)) continue;
      const by = -broken.excess / (times[k] ?? 1);
      if (!Number.isInteger(by)) continue;
      const option = changed(search, current, mender, by);
      if (option !== undefined) queue.push(option.next.cost + search.perBroken * option.broken, option.next);
    }
  }
  return undefined;
}

function changed(
  search: Search,
  from: Unfinished,
  cell: number,
  step: number,
): { next: Unfinished; broken: number } | undefined {
  const { model } = search;
  const value = (model.cells[cell]?.value ?? 0) + step;
  const cost = search.cost(cell);
  if (cost === Number.POSITIVE_INFINITY) return undefined;
  if (value < (model.low[cell] ?? 0) || value > (model.high[cell] ?? 0)) return undefined;
  const changes = new Map(from.changes);
  for (const { relation, times } of model.at[cell] ?? []) {
    const change = (changes.get(relation) ?? 0) + times * step;
    if (change === 0) changes.delete(relation);
    else changes.set(relation, change);
  }
  let broken = 0;
  for (const [relation, change] of changes) if (excess(model, relation, change) !== 0) broken++;
  return { next: { move: new Map(from.move).set(cell, step), changes, cost: from.cost + cost }, broken };
}

/** The relation with the fewest cells: it leaves the fewest ways to go on. */
function firstBroken(model: Model, changes: ReadonlyMap<number, number>) {
  let best: { known: Model['known'][number]; excess: number; relation: number } | undefined;
  for (const [relation, change] of changes) {
    const known = model.known[relation];
    const over = excess(model, relation, change);
    if (known === undefined || over === 0) continue;
    const fewer = best === undefined ? 1 : best.known.cells.length - known.cells.length;
    if (best === undefined || fewer > 0 || (fewer === 0 && relation < best.relation)) {
      best = { known, excess: over, relation };
    }
  }
  return best;
}

/** By how much the sum is above the most or below the least that is known of it. */
function excess(model: Model, relation: number, change: number): number {
  const known = model.known[relation];
  if (known === undefined) return 0;
  const sum = known.now + change;
  return sum > known.most ? sum - known.most : sum < known.least ? sum - known.least : 0;
}
