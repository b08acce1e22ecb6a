// The columns that together best tell every record of a sample from every other: as few as possible, three at most.
import type { SampleColumn } from './sample-columns.ts';

export interface KeyGuess {
  readonly columns: readonly string[];
  /** Records whose key an earlier record has. */
  readonly repeats: number;
}

const mostColumns = 12;
/** So many records rule out most sets; only one that they do not rule out is tried on all. */
const firstRecords = 2_000;

/** The first smallest set without repeats, else the set with the fewest; `columns` in the order of preference. */
export function keyGuess(columns: readonly SampleColumn[], records: number): KeyGuess {
  let best: KeyGuess = { columns: [], repeats: records };
  for (const size of [1, 2, 3]) {
    for (const set of combinations(columns.slice(0, mostColumns), size)) {
      const first = repeatsOf(set, firstRecords);
      const repeats = first === 0 ? repeatsOf(set, records) : first;
      if (repeats < best.repeats) best = { columns: set.map((c) => c.name), repeats };
      if (repeats === 0) return best;
    }
  }
  return best;
}

function repeatsOf(columns: readonly SampleColumn[], most: number): number {
  const seen = new Set<string>();
  const length = Math.min(most, columns[0]?.values.length ?? 0);
  for (let i = 0; i < length; i++) seen.add(columns.map((c) => c.values[i] ?? '').join('\u0001'));
  return length - seen.size;
}

function* combinations<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i < list.length; i++) {
    const one = list[i];
    if (one === undefined) continue;
    for (const rest of combinations(list, size - 1, i + 1)) yield [one, ...rest];
  }
}
