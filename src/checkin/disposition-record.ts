// What a member of staff says of an item, from the form to the landing zone: codes only, checked at the door.
import { z } from 'zod';
import type { CheckinSettings } from '../../lib/checkin-schema.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Lake } from '../lake/lake.ts';
import { addDays } from './days.ts';
import { CONTACT_CODES, type Item, KINDS, NOTE_CODES } from './item.ts';
import { CLAIMS } from './judge.ts';

const day = z.iso.date();
const staff = /^t[0-9a-f]{19}$/;

/** What the page sends. `disposition_id` is made by the page, so that a word sent twice is one word. */
export const dispositionForm = z.strictObject({
  disposition_id: z.string().regex(/^[0-9A-Za-z_-]{8,64}$/),
  item_id: z.string().regex(/^i[0-9a-f]{19}$/),
  kind: z.enum(KINDS),
  note_code: z.enum(NOTE_CODES),
  next_step: z.string().nullish(),
  owner: z.string().nullish(),
  due: day.nullish(),
});

export type DispositionForm = z.input<typeof dispositionForm>;

/** A line of landing/check_in, as modules/check_in/module.yaml reads it. */
export interface DispositionRecord {
  readonly disposition_id: string;
  readonly item_id: string;
  readonly district: string;
  readonly school_key: string;
  readonly student_key: string;
  readonly as_of: string;
  readonly by: string;
  readonly kind: string;
  readonly next_step: string | null;
  readonly owner: string | null;
  readonly due: string | null;
  readonly note_code: string;
}

export class DispositionRefusedError extends HomeroomError {
  constructor(field: string, mend: string) {
    super('DISPOSITION_REFUSED', `The note was not taken: ${field} does not fit.`, { where: field, mend });
  }
}

export interface Said {
  readonly form: unknown;
  /** The item as the release has it; the form's own word for student and school is never taken. */
  readonly item: Item;
  readonly district: string;
  readonly by: string;
  readonly now: Date;
  /** The day at the schools. */
  readonly today: string;
  readonly settings: Pick<CheckinSettings, 'steps'>;
}

/** Days ahead that an item may be put off. */
const LONGEST = 120;
const contactCodes: ReadonlySet<string> = new Set(CONTACT_CODES);

/** @throws DispositionRefusedError, which names the field and never repeats what stood there */
export function dispositionRecord({
  form,
  item,
  district,
  by,
  now,
  today,
  settings,
}: Said): DispositionRecord {
  const read = dispositionForm.safeParse(form);
  if (!read.success) {
    const field = String(read.error.issues[0]?.path[0] ?? 'form');
    throw new DispositionRefusedError(field, 'Choose one of the codes of the menu; free text is not taken.');
  }
  const said = read.data;
  if (said.item_id !== item.itemId) throw new DispositionRefusedError('item_id', 'Open the list again.');
  if (!staff.test(by)) throw new DispositionRefusedError('by', 'Sign in again.');
  if (CLAIMS.has(said.kind) && !contactCodes.has(said.note_code)) {
    throw new DispositionRefusedError(
      'note_code',
      'Say how the student or the family was met or spoken with.',
    );
  }
  const roles = new Set(settings.steps.map((s) => s.who));
  if (said.next_step && !settings.steps.some((s) => s.code === said.next_step)) {
    throw new DispositionRefusedError('next_step', "Choose a step of the district's menu.");
  }
  if (said.owner && !staff.test(said.owner) && !roles.has(said.owner)) {
    throw new DispositionRefusedError('owner', 'Choose a role of the menu, or a member of staff.');
  }
  if (said.due && (said.due < today || said.due > addDays(today, LONGEST))) {
    throw new DispositionRefusedError('due', `Choose a day from today on, at most ${LONGEST} days ahead.`);
  }
  return {
    disposition_id: said.disposition_id,
    item_id: item.itemId,
    district,
    school_key: item.schoolKey,
    student_key: item.studentKey,
    as_of: now.toISOString(),
    by,
    kind: said.kind,
    next_step: said.next_step ?? null,
    owner: said.owner ?? null,
    due: said.due ?? null,
    note_code: said.note_code,
  };
}

/** One file a word: two people who write at the same time never meet. */
export function dispositionKey({
  disposition_id,
  as_of,
}: Pick<DispositionRecord, 'disposition_id' | 'as_of'>): string {
  return `landing/check_in/${as_of.slice(0, 10)}/${disposition_id}.jsonl`;
}

/** False where the same word lies there already, which is as good. */
export async function landDisposition(
  lake: Pick<Lake, 'createText'>,
  record: DispositionRecord,
): Promise<boolean> {
  return lake.createText(dispositionKey(record), `${JSON.stringify(record)}\n`);
}
