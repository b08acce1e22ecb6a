// Who gets the free places of a school's list: tasks take turns, and one place in five is for those for whom nothing changes.
import type { Candidate } from './item.ts';

const PLACES_A_SETTLED_ONE = 5;

export interface Places {
  readonly capacity: number;
  /** The task of each open item; settled ones by their own name. */
  readonly taken: readonly string[];
}

/** The name under which settled students stand in line, whatever their task. */
export const SETTLED = '(settled)';

/**
 * The task with the fewest items has the next turn, so that no task fills the list. Students who are over the line of
 * their task for the year, and whom nobody has met, share one place in five, and whatever no task wants.
 */
export function fillPlaces(candidates: readonly Candidate[], { capacity, taken }: Places): Candidate[] {
  const lines = Map.groupBy(
    candidates.toSorted((a, b) => a.order - b.order || (a.studentKey < b.studentKey ? -1 : 1)),
    lineOf,
  );
  const counts = new Map([...lines.keys()].map((line) => [line, taken.filter((t) => t === line).length]));
  const picked: Candidate[] = [];
  const named = new Set<string>();
  const most = Math.floor(capacity / PLACES_A_SETTLED_ONE);
  while (taken.length + picked.length < capacity) {
    const waiting = [...lines].filter(([, list]) => {
      while (list[0] !== undefined && named.has(list[0].studentKey)) list.shift();
      return list.length > 0;
    });
    const wanted = waiting.filter(([line]) => line !== SETTLED || (counts.get(SETTLED) ?? 0) < most);
    const [turn] = (wanted.length > 0 ? wanted : waiting).toSorted(
      ([a], [b]) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const next = turn?.[1].shift();
    if (turn === undefined || next === undefined) break;
    picked.push(next);
    named.add(next.studentKey);
    counts.set(turn[0], (counts.get(turn[0]) ?? 0) + 1);
  }
  return picked;
}

export function lineOf(candidate: Candidate): string {
  return candidate.settled ? SETTLED : candidate.task;
}
