// Record numbers as people write them: runs as a range, and how many more there are.
export interface Ranges {
  readonly ranges: readonly string[];
  /** Records that no range names. */
  readonly more: number;
}

/** @param numbers in any order; each counts once */
export function recordRanges(numbers: readonly number[], total: number, most = 12): Ranges {
  const runs: [number, number][] = [];
  for (const n of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && n === last[1] + 1) last[1] = n;
    else runs.push([n, n]);
  }
  const shown = runs.slice(0, most);
  const named = shown.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  return {
    ranges: shown.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)),
    more: Math.max(0, total - named),
  };
}
