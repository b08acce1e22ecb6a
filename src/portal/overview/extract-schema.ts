// The kept extract of the overview, read back: the numbers that a release's readers got.
import { z } from 'zod';
import type { Extract } from './extract.ts';

const steps = z.array(z.number().nullable());
const lines = z.array(z.array(z.number()));

const extractSchema = z.strictObject({
  release: z.string(),
  weeks: z.array(z.iso.date()),
  daysOff: z.record(z.string(), z.array(z.strictObject({ day: z.iso.date(), name: z.string().nullable() }))),
  schools: z.array(z.strictObject({ slug: z.string(), name: z.string() })),
  grades: z.array(z.string()),
  sources: z.array(z.strictObject({ module: z.string(), from: z.int(), to: z.int(), timed: z.boolean() })),
  target: z.number(),
  online: z.number(),
  taught: z.array(z.array(z.int())),
  places: z.array(
    z.strictObject({
      school: z.int().nullable(),
      grade: z.int().nullable(),
      days: z.array(steps),
      sources: z.array(lines),
      students: z.array(z.number()),
      judged: steps,
      meeting: steps,
    }),
  ),
});

const fileSchema = z.object({ extract: extractSchema });

export const overviewKey = (release: string): string => `portal/${release}/district/overview.json`;

export const readExtract = (text: string): Extract => fileSchema.parse(JSON.parse(text)).extract;
