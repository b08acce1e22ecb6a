// What a student's sheet shows besides numbers: days, courses, supports and contacts, as the sources record them.
import { z } from 'zod';
import { DAY_KINDS } from '../charts/calendar-strip.ts';

const day = z.iso.date();

export const studentRecordSchema = z.strictObject({
  /** Worded, best first; kept in the page's language. */
  strengths: z.array(z.string()),
  days: z.array(z.strictObject({ date: day, kind: z.enum(DAY_KINDS) })),
  /** The last weeks, newest first: days of those that are known. */
  weeks: z.array(
    z.strictObject({
      monday: day,
      here: z.strictObject({ days: z.int(), of: z.int() }).nullable(),
      online: z.strictObject({ days: z.int(), of: z.int() }).nullable(),
      minutes: z.number().nullable(),
    }),
  ),
  courses: z.array(
    z.strictObject({
      name: z.string(),
      standing: z.enum(['passing', 'not_yet', 'no_mark']),
      mark: z.string().nullable(),
    }),
  ),
  /** Overall results, newest first, each beside the student's own one before. */
  tests: z.array(z.strictObject({ name: z.string(), date: day, score: z.string(), since: z.string() })),
  /** Why a check-in, item by item, as the list says it. */
  listed: z.array(
    z.strictObject({
      task: z.string(),
      reasons: z.array(z.string()),
      sure: z.string(),
      step: z.string(),
      tried: z.string(),
      lapses: z.string(),
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
