// An item as another system gets it. Keys only: no name, no id of a source, no words of facts; those stay in the district.
import type { Item, ItemState } from '../item.ts';

/** States in which somebody still has something to do. */
const ACTIVE: ReadonlySet<ItemState> = new Set(['open', 'handled', 'escalated']);

export const isActive = (item: Item) => ACTIVE.has(item.state);

/** Columns in the manner of OneRoster: camel case, `sourcedId`, and `status` that says when a row is no more. */
export function caseRow(item: Item, district: string) {
  return {
    sourcedId: item.itemId,
    status: isActive(item) ? 'active' : 'tobedeleted',
    dateLastModified: `${item.stateOn}T00:00:00.000Z`,
    userSourcedId: item.studentKey,
    orgSourcedId: item.schoolKey,
    districtSourcedId: district,
    beginDate: item.madeOn,
    endDate: item.lapsesOn,
    task: item.task,
    listSource: item.source,
    madeBy: item.madeBy,
    priority: item.safety ? 'safety' : 'list',
    outOf20: item.outOf20,
    reasons: item.reasons.map((r) => r.fact).join(' '),
    nextStep: item.nextStep,
    who: item.who,
    minutes: item.minutes,
    state: item.state,
    stateDate: item.stateOn,
    owner: item.owner,
    dueDate: item.dueOn,
  };
}

export type CaseRow = ReturnType<typeof caseRow>;

/**
 * The same item in the same state since the same day is the same message, however often it is sent. An item that is
 * opened again after its end is open since another day, so that it is another message.
 */
export const idempotencyKey = (item: Item) => `${item.itemId}:${item.state}:${item.stateOn}`;
