// What a student's sheet shows besides numbers: days, courses, supports and contacts, as the sources record them.
import { z } from 'zod';
import { DAY_KINDS } from '../charts/calendar-strip.ts';

const day = z.iso.date();

export const studentRecordSchema = z.strictObject({
  /** Worded, best first; kept in the page's language. */
  strengths: z.array(z.string()),
  days: z.array(z.strictObject({ date: day, kind: z.enum(DAY_KINDS) })),
  courses: z.array(
    z.strictObject({
      name: z.string(),
      standing: z.enum(['passing', 'not_yet', 'no_mark']),
      mark: z.string().nullable(),
    }),
  ),
  supports: z.array(
    z.strictObject({
      name: z.string(),
      from: day,
      to: day.nullable(),
      who: z.string(),
      since: z.string().nullable(),
    }),
  ),
  contacts: z.array(z.strictObject({ date: day, how: z.string(), who: z.string(), outcome: z.string() })),
});
export type StudentRecord = z.output<typeof studentRecordSchema>;

/** Names come from the list writer alone; without them a page shows the student's key. */
export interface Names {
  readonly student: string;
}
