// What staff said of a month's items, as every teacher may read it: small counts are hidden, and no sum tells them.
import type { ReadCheckins } from '../../checkin/read-checkins.ts';
import type { HiddenBecause } from '../../suppress/cell.ts';
import { groupIsSmall } from '../../suppress/small-group.ts';

type Month = ReadCheckins['precision'][number];
export type SaidCount = number | HiddenBecause;

/** Closed, and its parts: right, known, wrong, could not be told. Where a part is hidden the whole is too, for it is their sum. */
export function saidCounts(
  { closed, right, known, wrong, unknown }: Month,
  limit: number,
): readonly SaidCount[] {
  const parts = [right, known, wrong, unknown].map(
    (n): SaidCount => (groupIsSmall(n, limit) ? 'small_group' : n),
  );
  const whole = groupIsSmall(closed, limit) ? 'small_group' : closed;
  const isTold = parts.every((p) => typeof p === 'number');
  return [isTold || typeof whole !== 'number' ? whole : 'protects_another', ...parts];
}
