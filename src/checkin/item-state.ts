// Where an item stands on a day: by staff's last word that counts, else by the clock.
import type { CheckinSettings } from '../../lib/checkin-schema.ts';
import { addDays } from './days.ts';
import { mayBeDue } from './due-day.ts';
import type { Act, Item, ItemState, Kind, Verdict } from './item.ts';

/** Who answers for an item that nobody ended in time. */
export const LEADER = 'school_leader';

const ends: Readonly<Record<Kind, readonly [ItemState, Verdict]>> = {
  known: ['known', 'known'],
  wrong: ['wrong', 'wrong'],
  done: ['done', 'right'],
  contacted: ['done', 'right'],
  plan_started: ['handled', 'right'],
  being_handled: ['handled', 'right'],
  could_not_reach: ['could_not_reach', 'unknown'],
  undetermined: ['undetermined', 'unknown'],
};

export function verdictOf(kind: Kind): Verdict {
  return ends[kind][1];
}

export interface Surroundings {
  readonly today: string;
  /** The student is enrolled at the school of the item. */
  readonly isHere: boolean;
  /** The list would name the student today. */
  readonly isNeeded: boolean;
  readonly settings: Pick<CheckinSettings, 'lapseDays' | 'noContactDays'>;
}

/** @param acts those of the item, oldest first */
export function stateOn(item: Item, acts: readonly Act[], around: Surroundings): Item {
  const counting = acts.filter((a) => a.counts);
  const last = counting.at(-1);
  if (last === undefined) return byClock(item, around);
  const [state, verdict] = ends[last.kind];
  // A day of a file that no form would take is as good as none.
  const due = last.dueOn !== null && mayBeDue(last.dueOn, last.actedOn) ? last.dueOn : null;
  const said = {
    ...item,
    place: null,
    state,
    stateOn: last.actedOn,
    owner: last.owner ?? last.byKey,
    dueOn: due,
    closedOn: counting[0]?.actedOn ?? last.actedOn,
    verdict,
  };
  if (state !== 'handled') return said;
  // Both come back: a plan to be looked at again, and what is in hand to be ended.
  const { noContactDays, lapseDays } = around.settings;
  const dueOn = due ?? addDays(last.actedOn, last.kind === 'plan_started' ? noContactDays : lapseDays);
  if (dueOn >= around.today) return { ...said, dueOn };
  return around.isHere
    ? { ...said, dueOn, state: 'escalated', stateOn: addDays(dueOn, 1), owner: LEADER }
    : { ...said, dueOn, state: 'lapsed', stateOn: addDays(dueOn, 1) };
}

/** Where nobody's word counts; also where a note once did and is now known to stand for nothing. */
function byClock(before: Item, { today, isHere, isNeeded }: Surroundings): Item {
  if (before.state === 'lapsed') return before;
  const item = { ...before, owner: before.who, dueOn: null, closedOn: null, verdict: null };
  if (!isHere) return lapsed(item, today);
  if (before.state === 'escalated') return before;
  // Whoever was told of its end hears that it is open again, and since when.
  const isAgain = before.state !== 'open';
  if (today <= item.lapsesOn) return isAgain ? { ...item, state: 'open', stateOn: today } : before;
  const over = isAgain ? today : addDays(item.lapsesOn, 1);
  if (!isNeeded) return lapsed(item, over);
  return { ...item, place: null, state: 'escalated', stateOn: over, owner: LEADER };
}

export function lapsed(item: Item, on: string): Item {
  return { ...item, place: null, state: 'lapsed', stateOn: on };
}
