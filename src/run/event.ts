// The event that every step of the day is called with.
import { z } from 'zod';
import { localDate } from './local-date.ts';

export const stepEvent = z.object({
  district: z.string(),
  date: z.iso.date(),
  runId: z.string(),
  chunk: z.number().int().optional(),
  year: z.number().int().optional(),
});

/** `time` is the instant for which a scheduled start was due. */
export const planEvent = z.object({
  district: z.string(),
  date: z.iso.date().optional(),
  time: z.iso.datetime({ offset: true }).optional(),
});

/** The local school date that a run is for: a start that came late is still for its own day. */
export function dayOf({ date, time }: z.infer<typeof planEvent>, timezone: string, now = new Date()): string {
  return date ?? localDate(time === undefined ? now : new Date(time), timezone);
}
