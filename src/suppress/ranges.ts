// What is proven so far: for each cell the smallest and largest value of a whole table that a reader cannot rule out.
import type { Model } from './model.ts';
import { FEWEST_VALUES } from './small-group.ts';

/** Another table that agrees with everything public: cell to the difference from the true one. */
export type Move = ReadonlyMap<number, number>;

/** Whether true table + `times` x move agrees with all that is known; the move changes hidden cells only. */
export function agrees(model: Model, move: Move, times: number): boolean {
  const sums = new Map<number, number>();
  for (const [i, step] of move) {
    const value = (model.cells[i]?.value ?? 0) + times * step;
    if (value < (model.low[i] ?? 0) || value > (model.high[i] ?? 0)) return false;
    for (const { relation, times: often } of model.at[i] ?? []) {
      sums.set(relation, (sums.get(relation) ?? 0) + often * step * times);
    }
  }
  for (const [relation, change] of sums) {
    const known = model.known[relation];
    if (known === undefined || known.now + change < known.least || known.now + change > known.most)
      return false;
  }
  return true;
}

/** So many moves of a cell are tried with each other. */
const PAIRED = 24;

/** Moves with the cells they reach; a move is dropped when one of its cells is shown after all. */
export class Ranges {
  readonly #model: Model;
  readonly #moves = new Map<number, Move>();
  readonly #of: Set<number>[];
  #next = 0;

  constructor(model: Model) {
    this.#model = model;
    this.#of = model.cells.map(() => new Set<number>());
  }

  /** Adds a move and its doubles and reverses, where they agree too. */
  add(move: Move): void {
    for (const times of [1, -1, 2, -2]) {
      if (!agrees(this.#model, move, times)) continue;
      const id = this.#next++;
      this.#moves.set(id, new Map([...move].map(([i, step]) => [i, step * times])));
      for (const i of move.keys()) this.#of[i]?.add(id);
    }
  }

  /** Tries two known moves of the cell at once, or one against another. */
  combine(i: number): boolean {
    const ids = [...(this.#of[i] ?? [])].slice(0, PAIRED);
    for (const a of ids) {
      for (const b of ids) {
        if (a >= b) continue;
        const sum = new Map(this.#moves.get(a));
        for (const [cell, step] of this.#moves.get(b) ?? []) sum.set(cell, (sum.get(cell) ?? 0) + step);
        this.add(new Map([...sum].filter(([, step]) => step !== 0)));
        if (this.proven(i)) return true;
      }
    }
    return false;
  }

  /** Smallest and largest difference from the truth. */
  reach(i: number): readonly [number, number] {
    let least = 0;
    let most = 0;
    for (const id of this.#of[i] ?? []) {
      const step = this.#moves.get(id)?.get(i) ?? 0;
      least = Math.min(least, step);
      most = Math.max(most, step);
    }
    return [least, most];
  }

  proven(i: number): boolean {
    const [least, most] = this.reach(i);
    return most - least >= FEWEST_VALUES - 1;
  }

  /** Takes out every move through the cell; gives them back with the cells they reached. */
  withdraw(i: number): Map<number, Move> {
    const taken = new Map<number, Move>();
    for (const id of [...(this.#of[i] ?? [])]) {
      const move = this.#moves.get(id);
      if (move === undefined) continue;
      taken.set(id, move);
      this.#moves.delete(id);
      for (const cell of move.keys()) this.#of[cell]?.delete(id);
    }
    return taken;
  }

  restore(taken: ReadonlyMap<number, Move>): void {
    for (const [id, move] of taken) {
      this.#moves.set(id, move);
      for (const cell of move.keys()) this.#of[cell]?.add(id);
    }
  }
}
