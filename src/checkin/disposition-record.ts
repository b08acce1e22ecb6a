// What a member of staff says of an item: the form as it is sent, checked at the door, and its line in the landing zone.
import { z } from 'zod';
import { mayBeDue } from './due-day.ts';
import { CONTACT_CODES, KINDS, NOTE_CODES } from './item.ts';
import { CLAIMS } from './judge.ts';

const blankIsNull = <T extends z.ZodType>(of: T) =>
  z.preprocess((v) => (v === '' || v === undefined ? null : v), of);

/** Codes only: free text is not taken. */
export const saidSchema = z.strictObject({
  /** Where the page was served without a mark of the visit, the same word in the same minute is the same. */
  disposition_id: z.preprocess(
    (v) => (typeof v === 'string' && v.includes('@@') ? undefined : v),
    z
      .string()
      .regex(/^[0-9A-Za-z_-]{8,64}$/)
      .optional(),
  ),
  item_id: z.string().regex(/^i[0-9a-f]{19}$/),
  school_key: z.string().regex(/^[^@]{1,100}$/),
  student_key: z.string().regex(/^s[0-9a-f]{19}$/),
  kind: z.enum(KINDS),
  note_code: blankIsNull(z.enum(NOTE_CODES).nullable()),
  next_step: blankIsNull(
    z
      .string()
      .regex(/^[a-z][a-z0-9_]{1,39}$/)
      .nullable(),
  ),
  due: blankIsNull(z.iso.date().nullable()),
});
export type Said = z.output<typeof saidSchema>;

/** What of a word does not fit; each has its sentence in the text files. */
export type Unfit = 'bad_note_code' | 'bad_next_step' | 'bad_due';

export interface Door {
  /** The day at the schools. */
  readonly today: string;
  /** Steps of the district's menu, and the item's own, which may be of an older menu. */
  readonly steps: readonly string[];
}

const contactCodes: ReadonlySet<string> = new Set(CONTACT_CODES);

export function unfitOf(said: Said, { today, steps }: Door): Unfit | undefined {
  if (CLAIMS.has(said.kind) && !contactCodes.has(said.note_code ?? '')) return 'bad_note_code';
  if (said.next_step !== null && !steps.includes(said.next_step)) return 'bad_next_step';
  if (said.due !== null && !mayBeDue(said.due, today)) return 'bad_due';
  return undefined;
}

/** A line of landing/check_in, as modules/check_in/module.yaml reads it. */
export const dispositionLine = (
  said: Said,
  { id, district, by, now }: { id: string; district: string; by: string; now: Date },
): string =>
  `${JSON.stringify({
    disposition_id: id,
    item_id: said.item_id,
    district,
    school_key: said.school_key,
    student_key: said.student_key,
    as_of: now.toISOString(),
    by,
    kind: said.kind,
    next_step: said.next_step,
    owner: null,
    due: said.due,
    note_code: said.note_code,
  })}\n`;
