// Items, acts and needs as the rows of their tables, and back.
import { z } from 'zod';
import type { Act, Disposition, Fact, Item, Need } from './item.ts';
import { ITEM_STATES, KINDS, VERDICTS } from './item.ts';

export type TextRow = Readonly<Record<string, string | number | boolean | null>>;

const text = z.string().nullable();

const recordRow = z.object({
  item_id: z.string(),
  student_key: z.string(),
  school_key: z.string(),
  made_on: z.string(),
  lapses_on: z.string(),
  task: z.string(),
  source: z.enum(['model', 'rule']),
  made_by: z.string(),
  bypasses_budget: z.boolean(),
  place: z.number().nullable(),
  out_of_20: z.number().nullable(),
  as_of: z.string(),
  points: z.number(),
  fact_1: text,
  reason_1: text,
  fact_2: text,
  reason_2: text,
  fact_3: text,
  reason_3: text,
  strength_fact: text,
  strength: text,
  next_step: z.string(),
  who: z.string(),
  minutes: z.number(),
  state: z.enum(ITEM_STATES),
  state_on: z.string(),
  owner: z.string(),
  due_on: text,
  closed_on: text,
  verdict: z.enum(VERDICTS).nullable(),
});

/** A row of check_in_record; its days as text. */
export function itemOf(row: unknown): Item {
  const r = recordRow.parse(row);
  const pairs: [string | null, string | null][] = [
    [r.fact_1, r.reason_1],
    [r.fact_2, r.reason_2],
    [r.fact_3, r.reason_3],
  ];
  return {
    itemId: r.item_id,
    studentKey: r.student_key,
    schoolKey: r.school_key,
    madeOn: r.made_on,
    lapsesOn: r.lapses_on,
    task: r.task,
    source: r.source,
    madeBy: r.made_by,
    safety: r.bypasses_budget,
    place: r.place,
    outOf20: r.out_of_20,
    asOf: r.as_of,
    points: r.points,
    reasons: pairs.flatMap(([fact, words]) => factOf(fact, words) ?? []),
    strength: factOf(r.strength_fact, r.strength),
    nextStep: r.next_step,
    who: r.who,
    minutes: r.minutes,
    state: r.state,
    stateOn: r.state_on,
    owner: r.owner,
    dueOn: r.due_on,
    closedOn: r.closed_on,
    verdict: r.verdict,
  };
}

function factOf(fact: string | null, words: string | null): Fact | null {
  return fact === null || words === null ? null : { fact, words };
}

export function recordRowOf(item: Item): TextRow {
  const [a, b, c] = item.reasons;
  return {
    item_id: item.itemId,
    student_key: item.studentKey,
    school_key: item.schoolKey,
    made_on: item.madeOn,
    lapses_on: item.lapsesOn,
    task: item.task,
    source: item.source,
    made_by: item.madeBy,
    bypasses_budget: item.safety,
    place: item.place,
    out_of_20: item.outOf20,
    as_of: item.asOf,
    points: item.points,
    fact_1: a?.fact ?? null,
    reason_1: a?.words ?? null,
    fact_2: b?.fact ?? null,
    reason_2: b?.words ?? null,
    fact_3: c?.fact ?? null,
    reason_3: c?.words ?? null,
    strength_fact: item.strength?.fact ?? null,
    strength: item.strength?.words ?? null,
    next_step: item.nextStep,
    who: item.who,
    minutes: item.minutes,
    state: item.state,
    state_on: item.stateOn,
    owner: item.owner,
    due_on: item.dueOn,
    closed_on: item.closedOn,
    verdict: item.verdict,
  };
}

const dispositionRow = z.object({
  disposition_id: z.string(),
  item_id: text,
  student_key: z.string(),
  school_key: z.string(),
  acted_at: z.string(),
  acted_on: z.string(),
  by_key: z.string(),
  kind: z.enum(KINDS),
  note_code: text,
  has_contact_code: z.boolean(),
  next_step: text,
  owner: text,
  due_on: text,
});

/** A row of check_in_disposition; days as text, the instant as ISO 8601 in UTC. */
export function dispositionOf(row: unknown): Disposition {
  const r = dispositionRow.parse(row);
  return {
    dispositionId: r.disposition_id,
    itemId: r.item_id,
    studentKey: r.student_key,
    schoolKey: r.school_key,
    actedAt: r.acted_at,
    actedOn: r.acted_on,
    byKey: r.by_key,
    kind: r.kind,
    noteCode: r.note_code,
    hasContactCode: r.has_contact_code,
    nextStep: r.next_step,
    owner: r.owner,
    dueOn: r.due_on,
  };
}

export function actRowOf(act: Act): TextRow {
  return {
    disposition_id: act.dispositionId,
    item_id: act.itemId,
    student_key: act.studentKey,
    school_key: act.schoolKey,
    task: act.task,
    made_by: act.madeBy,
    acted_at: act.actedAt,
    acted_on: act.actedOn,
    by_key: act.byKey,
    kind: act.kind,
    note_code: act.noteCode,
    next_step: act.nextStep,
    owner: act.owner,
    due_on: act.dueOn,
    is_contact: act.isContact,
    counts: act.counts,
    why_not: act.whyNot,
  };
}

export interface SchoolNeed extends Need {
  readonly highAbsence: number;
  readonly noContact: number;
  readonly noContactSince: string;
}

export function needRowOf(need: SchoolNeed, madeOn: string, ledgerSince: string | null): TextRow {
  return {
    school_key: need.schoolKey,
    made_on: madeOn,
    capacity: need.capacity,
    need: need.need,
    beyond_capacity: need.beyondCapacity,
    resting: need.resting,
    settled: need.settled,
    high_absence: need.highAbsence,
    no_contact: need.noContact,
    no_contact_since: need.noContactSince,
    ledger_since: ledgerSince,
  };
}
