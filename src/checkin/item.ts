// What a check-in list is made of: the students who may stand on it, its items, and what staff said of them.

/** A fact of the student as a person can check it; `fact` is its name, `words` holds the number. */
export interface Fact {
  readonly fact: string;
  readonly words: string;
}

/** A student who needs a check-in for a task, by the model or by a rule. Days are YYYY-MM-DD, of the school. */
export interface Candidate {
  readonly studentKey: string;
  readonly schoolKey: string;
  readonly task: string;
  readonly source: 'model' | 'rule';
  /** The model's id, or the name of the rule. */
  readonly madeBy: string;
  /** A matter of safety: it is listed at once, beside the places of the team. */
  readonly safety: boolean;
  /** Of 20 students with records like this, about so many; null where no model speaks. */
  readonly outOf20: number | null;
  /** Days missed plus courses not yet passed. */
  readonly points: number;
  readonly asOf: string;
  /** At most three. */
  readonly reasons: readonly Fact[];
  readonly strength: Fact | null;
  /** Whatever the student does until the end of the year, the outcome of the task stays what it is. */
  readonly settled: boolean;
  /** 1 is who comes first in the task. */
  readonly order: number;
}

export const ITEM_STATES = [
  'open',
  'known',
  'wrong',
  'done',
  'could_not_reach',
  'handled',
  'undetermined',
  'lapsed',
  'escalated',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What staff's last word makes of the list that named the student. */
export const VERDICTS = ['right', 'known', 'wrong', 'unknown'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Item {
  readonly itemId: string;
  readonly studentKey: string;
  readonly schoolKey: string;
  readonly madeOn: string;
  /** The last day on which the team may leave it open. */
  readonly lapsesOn: string;
  readonly task: string;
  readonly source: 'model' | 'rule';
  readonly madeBy: string;
  readonly safety: boolean;
  /** On the school's list of the day; null once it is not open. */
  readonly place: number | null;
  readonly outOf20: number | null;
  readonly asOf: string;
  /** As of the last day on which it was open. */
  readonly points: number;
  readonly reasons: readonly Fact[];
  readonly strength: Fact | null;
  readonly nextStep: string;
  readonly who: string;
  readonly minutes: number;
  readonly state: ItemState;
  readonly stateOn: string;
  /** A key of a member of staff, or a role. */
  readonly owner: string;
  readonly dueOn: string | null;
  /** When staff first said what became of it. */
  readonly closedOn: string | null;
  readonly verdict: Verdict | null;
}

export const KINDS = [
  'known',
  'wrong',
  'done',
  'could_not_reach',
  'being_handled',
  'undetermined',
  'contacted',
  'plan_started',
] as const;
export type Kind = (typeof KINDS)[number];

/** Codes that say that the student or the family was met or spoken with; the rest of the menu does not. */
export const CONTACT_CODES = [
  'met_student',
  'spoke_family',
  'home_visit',
  'meeting_held',
  'message_answered',
  'support_given',
] as const;
export const NOTE_CODES = [
  ...CONTACT_CODES,
  'left_message',
  'letter_sent',
  'no_answer',
  'reason_known',
  'record_mistaken',
  'other_staff',
  'moved_away',
  'unclear',
] as const;

export interface Disposition {
  readonly dispositionId: string;
  /** Null for a contact that no list asked for. */
  readonly itemId: string | null;
  readonly studentKey: string;
  readonly schoolKey: string;
  /** An instant, ISO 8601 in UTC. */
  readonly actedAt: string;
  readonly actedOn: string;
  readonly byKey: string;
  readonly kind: Kind;
  readonly noteCode: string | null;
  readonly hasContactCode: boolean;
  readonly nextStep: string | null;
  readonly owner: string | null;
  readonly dueOn: string | null;
}

export const WHY_NOT = [
  'no_contact_code',
  'burst',
  'other_student',
  'before_the_item',
  'after_the_day',
] as const;

/** A disposition as it was judged. */
export interface Act extends Disposition {
  readonly task: string | null;
  readonly madeBy: string | null;
  readonly isContact: boolean;
  readonly counts: boolean;
  readonly whyNot: (typeof WHY_NOT)[number] | null;
}

/** What a school's team can do and what is needed of it. */
export interface Need {
  readonly schoolKey: string;
  readonly capacity: number;
  /** Students who hold an open item or could. */
  readonly need: number;
  readonly beyondCapacity: number;
  /** In need, and somebody has spoken of them lately. */
  readonly resting: number;
  readonly settled: number;
}
