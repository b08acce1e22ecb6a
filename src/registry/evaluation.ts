// The part of evaluation.json that people are told of.
import { z } from 'zod';

export const evaluationSchema = z.object({
  task: z.object({ sentence: z.string(), not_used: z.array(z.string()) }),
  model: z.object({ name: z.string(), chosen: z.string() }),
  data: z.object({
    cohorts: z.object({ test: z.array(z.string()) }),
    judged_students: z.number(),
    /** The one day on which lists are judged, each student once. */
    judged_day: z.string().nullish(),
  }),
  measures: z.record(z.string(), z.record(z.string(), z.number().nullable())),
  trial: z.array(z.object({ share: z.number(), sentence: z.string() })).default([]),
});

export type Evaluation = z.infer<typeof evaluationSchema>;

/** Where the level was moved to the newest outcomes, these are the chances that are shown. */
const MENDED = 'level mended';

/** What was measured of the chances, or forecasts, that are shown. */
export function measuredOf({ measures, model }: Evaluation): Readonly<Record<string, number | null>> {
  return measures[MENDED] ?? measures[model.chosen] ?? {};
}
