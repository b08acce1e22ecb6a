// What staff say of an item, as it is sent, checked and kept: the same here and in the cloud.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { KINDS, NOTE_CODES } from '../checkin/item.ts';
import type { Lake } from '../lake/lake.ts';
import { maySpeak, type Viewer } from './access.ts';

const blankIsNull = <T extends z.ZodType>(of: T) =>
  z.preprocess((v) => (v === '' || v === undefined ? null : v), of);

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

export type Kept = 'kept' | 'kept before' | 'refused';

/** Whether an item is one of the school's list; known by whoever serves the list. */
export type IsListed = (said: Pick<Said, 'item_id' | 'school_key' | 'student_key'>) => Promise<boolean>;

export interface Keeping {
  readonly lake: Lake;
  readonly district: string;
  readonly now: () => Date;
  readonly isListed: IsListed;
}

/** Appends the word to the landing zone as a file of its own, once for each id, however often it is sent. */
export async function keepSaid(keeping: Keeping, viewer: Viewer, said: Said): Promise<Kept> {
  if (!maySpeak(viewer, said.school_key) || !(await keeping.isListed(said))) return 'refused';
  const { lake, district, now } = keeping;
  const id = said.disposition_id ?? idOf(viewer, said, now());
  const line = {
    disposition_id: id,
    item_id: said.item_id,
    district,
    school_key: said.school_key,
    student_key: said.student_key,
    as_of: now().toISOString(),
    by: viewer.by,
    kind: said.kind,
    next_step: said.next_step,
    owner: null,
    due: said.due,
    note_code: said.note_code,
  };
  const made = await lake.createText(saidKey(id), `${JSON.stringify(line)}\n`);
  return made ? 'kept' : 'kept before';
}

function idOf(viewer: Viewer, said: Said, now: Date): string {
  const told = [said.item_id, viewer.by, said.kind, said.note_code ?? '', now.toISOString().slice(0, 16)];
  return `d-${createHash('sha256').update(told.join('|')).digest('hex').slice(0, 24)}`;
}

export const saidKey = (id: string): string => `landing/check_in/portal/${id}.jsonl`;
