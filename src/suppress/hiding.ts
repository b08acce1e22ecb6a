// Which cells are hidden so far, and the work of hiding further ones until each is protected.
import { type Found, findMove, type Search } from './find-move.ts';
import type { Model } from './model.ts';
import { agrees, type Move, Ranges } from './ranges.ts';
import { isSmall } from './small-group.ts';

/** One more hidden cell costs this much; a larger number costs up to one unit less than a tenth of it more. */
const ONE_CELL = 1000;
/** Going through a cell that is hidden anyway: shorter moves are easier to keep. */
const HIDDEN_CELL = 1;
/** A move that cannot be reversed or doubled needs a second one. */
const ONE_SIDED = 400;

type Effort = Omit<Search, 'model' | 'cost'>;

/** The cheapest way first; where there is none in reach, ever straighter ones. */
const EFFORTS: readonly Effort[] = [
  { perBroken: ONE_CELL / 2, patience: 400 },
  { perBroken: ONE_CELL / 2, patience: 1500 },
  { perBroken: 3 * ONE_CELL, patience: 3000 },
  { perBroken: 20 * ONE_CELL, patience: 10_000 },
];

export class Hiding {
  readonly model: Model;
  readonly ranges: Ranges;
  readonly #must: Set<number>;
  readonly #hidden = new Set<number>();

  constructor(model: Model, limit: number, hiddenBefore: ReadonlySet<string>) {
    this.model = model;
    this.ranges = new Ranges(model);
    model.cells.forEach((cell, i) => {
      const whole = model.group[i];
      const group = whole === undefined ? undefined : model.cells[whole];
      if (cell.released === true) return;
      const stays = hiddenBefore.has(cell.id) && (group === undefined || group.value > 0);
      if (stays || isSmall(cell, group, limit)) this.hide(i);
    });
    this.#must = new Set(this.#hidden);
  }

  isHidden(i: number): boolean {
    return this.#hidden.has(i);
  }

  /** Whether it is hidden whatever the others do. */
  isFixed(i: number): boolean {
    return this.#must.has(i);
  }

  hidden(): number[] {
    return [...this.#hidden].sort((a, b) => a - b);
  }

  /** A group is hidden with all its parts. */
  hide(i: number): void {
    if (this.model.cells[i]?.released === true) return;
    this.#hidden.add(i);
    for (const part of this.model.parts[i] ?? []) {
      if (this.model.cells[part]?.released !== true) this.#hidden.add(part);
    }
  }

  show(i: number): void {
    this.#hidden.delete(i);
  }

  costOf(i: number): number {
    const cell = this.model.cells[i];
    if (cell === undefined) return 0;
    return (cell.weight ?? 1) * ONE_CELL + (ONE_CELL / 10) * (1 - 1 / (1 + cell.value / 100));
  }

  protectAll(): void {
    for (const effort of EFFORTS) {
      for (let again = true; again; ) {
        again = false;
        for (const i of this.#open()) {
          if (this.#hidden.has(i) && !this.ranges.proven(i)) again = this.#protect(i, effort) || again;
        }
      }
    }
    this.#hideWhatHangsTogether();
  }

  /** Tries with the cells hidden now only. */
  protectWithin(i: number, patience: number, thorough = false): boolean {
    const [least, most] = this.ranges.reach(i);
    const missing = 2 - (most - least);
    if (missing <= 0) return true;
    for (const step of [least - missing, most + missing, least - 1, most + 1]) {
      if (this.ranges.proven(i)) return true;
      const found = findMove(
        this.#search({ perBroken: 3 * HIDDEN_CELL, patience, thorough }, false),
        i,
        step,
      );
      if (found !== undefined) this.ranges.add(found.move);
    }
    return this.ranges.proven(i) || (thorough && this.ranges.combine(i));
  }

  /** Small groups first, then parts; the smaller number first. */
  #open(): number[] {
    const { cells } = this.model;
    return this.hidden()
      .filter((i) => !this.ranges.proven(i))
      .sort((a, b) => rank(a) - rank(b) || (cells[a]?.value ?? 0) - (cells[b]?.value ?? 0) || a - b);
    function rank(i: number): number {
      return cells[i]?.of === undefined ? 0 : 1;
    }
  }

  #protect(i: number, effort: Effort): boolean {
    if (this.protectWithin(i, 200)) return false;
    let best: Found | undefined;
    const [least, most] = this.ranges.reach(i);
    const steps = least === 0 && most === 0 ? [1, -1, 2, -2] : [least - 1, most + 1];
    for (const step of steps) {
      const found = findMove(this.#search(effort), i, step);
      if (found === undefined) continue;
      const cost = found.cost + (this.#enough(found.move, i) ? 0 : ONE_SIDED);
      if (best === undefined || cost < best.cost) best = { move: found.move, cost };
    }
    if (best === undefined) return false;
    for (const cell of best.move.keys()) if (!this.#hidden.has(cell)) this.hide(cell);
    this.ranges.add(best.move);
    return true;
  }

  #enough(move: Move, i: number): boolean {
    const reaches = [...this.ranges.reach(i), move.get(i) ?? 0];
    for (const times of [-1, 2, -2]) {
      if (agrees(this.model, move, times)) reaches.push(times * (move.get(i) ?? 0));
    }
    return Math.max(...reaches) - Math.min(...reaches) >= 2;
  }

  #search(effort: Effort, further = true): Search {
    const { model } = this;
    const cost = (i: number): number => {
      if (this.#hidden.has(i)) return HIDDEN_CELL;
      const cell = model.cells[i];
      if (!further || cell === undefined || cell.released === true) return Number.POSITIVE_INFINITY;
      if (cell.of === undefined && cell.value === 0) return Number.POSITIVE_INFINITY;
      let sum = this.costOf(i);
      for (const part of model.parts[i] ?? []) if (!this.#hidden.has(part)) sum += this.costOf(part);
      return sum;
    };
    return { model, cost, ...effort };
  }

  /** What cannot be protected: everything that a relation ties to it is hidden, step by step, and stays so. */
  #hideWhatHangsTogether(): void {
    for (let open = this.#open(); open.length > 0; open = this.#open()) {
      const before = this.#hidden.size;
      for (const i of open.flatMap((i) => this.#neighbours(i))) this.hide(i);
      for (const i of this.#open()) this.protectWithin(i, 2000) || this.protectWithin(i, 1000, true);
      if (this.#hidden.size > before) continue;
      const tied = this.#open();
      const walked = new Set<number>();
      for (let i = tied.pop(); i !== undefined; i = tied.pop()) {
        if (!this.#hidden.has(i) || walked.has(i)) continue;
        walked.add(i);
        this.#must.add(i);
        tied.push(...this.#neighbours(i));
      }
      return;
    }
  }

  /** Cells that stand in a relation with it; groups of nobody stay shown, they say nothing about anybody. */
  #neighbours(i: number): number[] {
    const { model } = this;
    const of = (model.at[i] ?? []).flatMap(({ relation }) => model.known[relation]?.cells ?? []);
    return [...new Set(of)].filter((c) => (model.cells[model.group[c] ?? c]?.value ?? 0) > 0);
  }
}
