// One unfinished move laid out: which cells it changes, how far each relation's sum has moved, which no longer hold.
import type { Known, Model } from './model.ts';
import type { Move } from './ranges.ts';

export interface Broken {
  readonly relation: number;
  readonly known: Known;
  /** By how much the sum is above the most or below the least that is known of it. */
  readonly excess: number;
}

export class Workbench {
  readonly #model: Model;
  readonly #steps = new Map<number, number>();
  readonly #changes = new Map<number, number>();

  constructor(model: Model) {
    this.#model = model;
  }

  clear(): void {
    this.#steps.clear();
    this.#changes.clear();
  }

  put(cell: number, step: number): void {
    this.#steps.set(cell, step);
    for (const { relation, times } of this.#model.at[cell] ?? []) {
      this.#changes.set(relation, (this.#changes.get(relation) ?? 0) + times * step);
    }
  }

  has(cell: number): boolean {
    return this.#steps.has(cell);
  }

  move(): Move {
    return new Map(this.#steps);
  }

  /** The same for the same move, in whatever order it was found. */
  name(): string {
    return [...this.#steps]
      .sort(([a], [b]) => a - b)
      .flat()
      .join(' ');
  }

  /** Whether the cell's value stays among those that a reader thinks possible. */
  may(cell: number, step: number): boolean {
    const { cells, low, high } = this.#model;
    const value = (cells[cell]?.value ?? 0) + step;
    return value >= (low[cell] ?? 0) && value <= (high[cell] ?? 0);
  }

  /** The relations that no longer hold, in the order of the table. */
  broken(): Broken[] {
    const broken: Broken[] = [];
    for (const [relation, change] of this.#changes) {
      const known = this.#model.known[relation];
      const excess = this.#excess(relation, change);
      if (known !== undefined && excess !== 0) broken.push({ relation, known, excess });
    }
    return broken.sort((a, b) => a.known.cells.length - b.known.cells.length || a.relation - b.relation);
  }

  /** How many more (or fewer) would not hold after this step. */
  breaks(cell: number, step: number): number {
    let more = 0;
    for (const { relation, times } of this.#model.at[cell] ?? []) {
      const change = this.#changes.get(relation) ?? 0;
      if (this.#excess(relation, change) !== 0) more--;
      if (this.#excess(relation, change + times * step) !== 0) more++;
    }
    return more;
  }

  /** Which relations do not hold and by how much. */
  brokenBy(): string {
    const broken: string[] = [];
    for (const [relation, change] of this.#changes) {
      const over = this.#excess(relation, change);
      if (over !== 0) broken.push(`${relation}:${over}`);
    }
    return broken.length === 1 ? (broken[0] ?? '') : broken.sort().join(' ');
  }

  /** By how much the sum is above the most or below the least that is known of it. */
  #excess(relation: number, change: number): number {
    const known = this.#model.known[relation];
    if (known === undefined) return 0;
    const sum = known.now + change;
    return sum > known.most ? sum - known.most : sum < known.least ? sum - known.least : 0;
  }
}
