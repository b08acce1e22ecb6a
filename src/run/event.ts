// The event that every step of the day is called with.
import { z } from 'zod';

export const stepEvent = z.object({
  district: z.string(),
  date: z.iso.date(),
  runId: z.string(),
  chunk: z.number().int().optional(),
  year: z.number().int().optional(),
});

export const planEvent = z.object({ district: z.string(), date: z.string().optional() });
