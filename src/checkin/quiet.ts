// Why a student who needs a check-in is not listed today: somebody has spoken of the student, and it still holds.
import type { CheckinSettings } from '../../lib/checkin-schema.ts';
import { addDays } from './days.ts';
import type { Act, Candidate, Item, Kind } from './item.ts';

export interface Past {
  /** The student's items, their states of today. */
  readonly items: readonly Item[];
  /** The student's acts, oldest first. */
  readonly acts: readonly Act[];
}

type Days = Pick<CheckinSettings, 'quietDays' | 'restDays' | 'retryDays' | 'lapseDays' | 'changePoints'>;

/** Words about one task; the others are about the student. */
const OF_TASK: ReadonlySet<Kind> = new Set(['known', 'wrong', 'undetermined']);

export function isQuiet(candidate: Candidate, { items, acts }: Past, today: string, days: Days): boolean {
  const owned = items.filter((i) => ['open', 'handled', 'escalated'].includes(i.state));
  // A matter of safety is not answered by an item about something else.
  if (owned.some((i) => (candidate.safety ? i.safety && i.task === candidate.task : !i.safety))) return true;
  return acts.some((act) => {
    if (!act.counts || addDays(act.actedOn, daysOf(act.kind, candidate.safety, days)) < today) return false;
    if (OF_TASK.has(act.kind) && act.task !== candidate.task) return false;
    return !factsChanged(candidate, act, items, days.changePoints);
  });
}

function daysOf(kind: Kind, safety: boolean, days: Days): number {
  if (safety || kind === 'could_not_reach') return days.retryDays;
  if (kind === 'undetermined') return days.lapseDays;
  return OF_TASK.has(kind) ? days.quietDays : days.restDays;
}

/** Three more days missed, say, since staff last saw the item; a contact without an item has nothing to compare with. */
function factsChanged(candidate: Candidate, act: Act, items: readonly Item[], by: number): boolean {
  const item = items.find((i) => i.itemId === act.itemId);
  return !candidate.safety && item !== undefined && candidate.points >= item.points + by;
}
