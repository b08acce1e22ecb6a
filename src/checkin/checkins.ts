// A day's check-in lists and their ledger, from the facts of the day, yesterday's items and what staff said. Pure.
import type { CheckinSettings } from '../../lib/checkin-schema.ts';
import { addDays } from './days.ts';
import { fillPlaces, lineOf } from './fill-places.ts';
import type { Act, Candidate, Disposition, Item, Need } from './item.ts';
import { itemId } from './item-id.ts';
import { lapsed, stateOn } from './item-state.ts';
import { compare, judge } from './judge.ts';
import { nextStep } from './next-step.ts';
import { isQuiet } from './quiet.ts';

export interface SchoolDay {
  readonly schoolKey: string;
  /** Open check-ins that the team can act on. */
  readonly capacity: number;
  /** The first day of the span in which a contact is still one. */
  readonly noContactSince: string;
}

export interface CheckinInput {
  readonly today: string;
  readonly settings: CheckinSettings;
  /** Everybody who needs a check-in today, once a task; those of safety among them. */
  readonly candidates: readonly Candidate[];
  /** Items of the release before. */
  readonly items: readonly Item[];
  readonly dispositions: readonly Disposition[];
  readonly schools: readonly SchoolDay[];
  readonly isEnrolled: (studentKey: string, schoolKey: string) => boolean;
}

export interface Checkins {
  readonly items: readonly Item[];
  readonly acts: readonly Act[];
  readonly needs: readonly Need[];
}

type Needed = ReadonlyMap<string, Candidate>;

export function makeCheckins(given: CheckinInput): Checkins {
  const here = given.candidates.filter((c) => given.isEnrolled(c.studentKey, c.schoolKey));
  const input = { ...given, candidates: here };
  const acts = judge(input.dispositions, input.items, { ...input.settings, today: input.today });
  const needed: Needed = new Map(input.candidates.map((c) => [needKey(c), c]));
  const standing = withinPlaces(itemsToday(input, acts, needed), input, needed);
  const itemsOf = Map.groupBy(standing, (i) => i.studentKey);
  const actsOf = Map.groupBy(acts, (a) => a.studentKey);
  const candidates = Map.groupBy(input.candidates, (c) => c.schoolKey);
  const made: Item[] = [];
  const needs: Need[] = [];
  for (const school of input.schools.toSorted((a, b) => compare(a.schoolKey, b.schoolKey))) {
    const { chosen, need } = schoolList({
      input,
      school,
      open: standing.filter((i) => i.schoolKey === school.schoolKey && isOnBudget(i)),
      candidates: candidates.get(school.schoolKey) ?? [],
      needed,
      itemsOf: (student) => itemsOf.get(student) ?? [],
      actsOf: (student) => actsOf.get(student) ?? [],
    });
    made.push(...chosen.map((c) => newItem(c, input, actsOf.get(c.studentKey) ?? [])));
    needs.push(need);
  }
  return { items: inPlaces([...standing, ...made], needed), acts, needs };
}

/** Yesterday's items as they stand today. */
function itemsToday(input: CheckinInput, acts: readonly Act[], needed: Needed): Item[] {
  const actsOf = Map.groupBy(acts, (a) => a.itemId ?? '');
  return input.items.map((item) => {
    const candidate = needed.get(needKey(item));
    const now = stateOn(item, actsOf.get(item.itemId) ?? [], {
      today: input.today,
      isHere: input.isEnrolled(item.studentKey, item.schoolKey),
      isNeeded: candidate !== undefined,
      settings: input.settings,
    });
    return now.state === 'open' && candidate !== undefined ? { ...now, points: candidate.points } : now;
  });
}

/** Where a school's places were taken away, its last items go back into the need. */
function withinPlaces(items: readonly Item[], { schools, today }: CheckinInput, needed: Needed): Item[] {
  const capacities = new Map(schools.map((s) => [s.schoolKey, s.capacity]));
  const surplus = new Set<string>();
  for (const [school, open] of Map.groupBy(items.filter(isOnBudget), (i) => i.schoolKey)) {
    const ordered = open.toSorted((a, b) => inOrder(a, b, needed));
    for (const item of ordered.slice(capacities.get(school) ?? 0)) surplus.add(item.itemId);
  }
  return items.map((item) => (surplus.has(item.itemId) ? lapsed(item, today) : item));
}

interface SchoolQuestion {
  readonly input: CheckinInput;
  readonly school: SchoolDay;
  readonly open: readonly Item[];
  readonly candidates: readonly Candidate[];
  readonly needed: Needed;
  readonly itemsOf: (student: string) => readonly Item[];
  readonly actsOf: (student: string) => readonly Act[];
}

function schoolList(question: SchoolQuestion): { chosen: Candidate[]; need: Need } {
  const { input, school, open, candidates, needed, itemsOf, actsOf } = question;
  const { today, settings } = input;
  const wasMet = (student: string) =>
    actsOf(student).some((a) => a.isContact && a.actedOn >= school.noContactSince);
  const free = candidates.filter((c) => {
    const items = itemsOf(c.studentKey);
    const id = itemId(c.task, c.studentKey, today);
    return (
      !items.some((i) => i.itemId === id) &&
      !isQuiet(c, { items, acts: actsOf(c.studentKey) }, today, settings)
    );
  });
  const listable = free.filter((c) => !c.safety && !(c.settled && wasMet(c.studentKey)));
  const lines = open.map((item) => {
    const candidate = needed.get(needKey(item));
    return candidate === undefined ? item.task : lineOf(candidate);
  });
  const places = fillPlaces(listable, { capacity: school.capacity, taken: lines });
  const students = (list: readonly { readonly studentKey: string }[]) => list.map((x) => x.studentKey);
  const holding = new Set([...students(open), ...students(places)]);
  const wanting = new Set([...holding, ...students(listable)]);
  const settled = new Set(students(free.filter((c) => !c.safety && !wanting.has(c.studentKey))));
  const all = new Set(students(candidates.filter((c) => !c.safety)));
  return {
    chosen: [...free.filter((c) => c.safety), ...places],
    need: {
      schoolKey: school.schoolKey,
      capacity: school.capacity,
      need: wanting.size,
      beyondCapacity: wanting.size - holding.size,
      resting: [...all].filter((s) => !wanting.has(s) && !settled.has(s)).length,
      settled: settled.size,
    },
  };
}

function newItem(c: Candidate, { today, settings }: CheckinInput, acts: readonly Act[]): Item {
  const step = nextStep(c.task, acts, settings.steps);
  const { settled: _, order: __, ...facts } = c;
  return {
    ...facts,
    itemId: itemId(c.task, c.studentKey, today),
    madeOn: today,
    lapsesOn: addDays(today, settings.lapseDays),
    reasons: c.reasons.slice(0, 3),
    place: null,
    nextStep: step.code,
    who: step.who,
    minutes: step.minutes,
    state: 'open',
    stateOn: today,
    owner: step.who,
    dueOn: null,
    closedOn: null,
    verdict: null,
  };
}

/** A place is counted within the school: safety first, then by need. */
function inPlaces(items: readonly Item[], needed: Needed): Item[] {
  const places = new Map<string, number>();
  const open = items.filter((i) => i.state === 'open');
  for (const list of Map.groupBy(open, (i) => i.schoolKey).values()) {
    const ordered = list.toSorted((a, b) => inOrder(a, b, needed));
    for (const [i, item] of ordered.entries()) places.set(item.itemId, i + 1);
  }
  return items.map((item) => ({ ...item, place: places.get(item.itemId) ?? null }));
}

function inOrder(a: Item, b: Item, needed: Needed): number {
  const order = (i: Item) => needed.get(needKey(i))?.order ?? Number.MAX_SAFE_INTEGER;
  return Number(b.safety) - Number(a.safety) || order(a) - order(b) || compare(a.itemId, b.itemId);
}

function needKey({ task, studentKey, schoolKey }: Pick<Item, 'task' | 'studentKey' | 'schoolKey'>): string {
  return [task, studentKey, schoolKey].join('|');
}

function isOnBudget(item: Item): boolean {
  return item.state === 'open' && !item.safety;
}
