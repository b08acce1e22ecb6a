// The unfinished moves, cheapest first; of equal ones the oldest.

interface Entry<T> {
  readonly cost: number;
  readonly order: number;
  readonly item: T;
}

/** A binary heap. */
export class MoveQueue<T> {
  readonly #heap: Entry<T>[] = [];
  #order = 0;

  push(cost: number, item: T): void {
    const heap = this.#heap;
    heap.push({ cost, order: this.#order++, item });
    for (let i = heap.length - 1; i > 0; ) {
      const above = (i - 1) >> 1;
      if (!this.#before(i, above)) return;
      this.#swap(i, above);
      i = above;
    }
  }

  pop(): T | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first?.item;
    heap[0] = last;
    for (let i = 0; ; ) {
      let least = i;
      for (const below of [2 * i + 1, 2 * i + 2]) {
        if (below < heap.length && this.#before(below, least)) least = below;
      }
      if (least === i) return first.item;
      this.#swap(i, least);
      i = least;
    }
  }

  #before(a: number, b: number): boolean {
    const x = this.#heap[a];
    const y = this.#heap[b];
    if (x === undefined || y === undefined) return false;
    return x.cost < y.cost || (x.cost === y.cost && x.order < y.order);
  }

  #swap(a: number, b: number): void {
    const x = this.#heap[a];
    const y = this.#heap[b];
    if (x === undefined || y === undefined) return;
    this.#heap[a] = y;
    this.#heap[b] = x;
  }
}
