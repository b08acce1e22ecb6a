// What each step of a run found out, written beside the run so that the next step, and a person, can read it.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import { batchSchema } from '../release/manifest.ts';
import { replaySchema } from './replay.ts';

export const planSchema = z.strictObject({
  runId: z.string(),
  date: z.string(),
  previous: z.string().nullable(),
  chunks: z.array(z.array(z.strictObject({ key: z.string(), bytes: z.number() }))),
  rebuild: z.boolean(),
  replays: z.array(replaySchema).default([]),
});

export const fileFactsSchema = z.strictObject({
  module: z.string(),
  table: z.string(),
  fileName: z.string(),
  landingKey: z.string(),
  sha256: z.string(),
  status: z.enum(['accepted', 'held', 'refused', 'repeated', 'not_read']),
  reason: z.string(),
  rowsIn: z.number(),
  accepted: z.number(),
  quarantined: z.record(z.string(), z.number()),
  superseded: z.number(),
  held: z.number(),
  blankLines: z.number(),
  headerLines: z.number(),
  assumed: z.number(),
  unknownColumns: z.array(z.string()),
  encoding: z.string(),
  reader: z.enum(['fast', 'exact', 'none']),
  seconds: z.number(),
  batchTable: z.string(),
  batch: batchSchema.nullable(),
  seenKey: z.string().nullable(),
});

export const intakeSchema = z.strictObject({
  consumed: z.array(z.strictObject({ key: z.string(), sha256: z.string() })),
  files: z.array(fileFactsSchema),
});

export const checkSchema = z.strictObject({
  files: z.array(fileFactsSchema),
  consumed: z.array(z.strictObject({ key: z.string(), sha256: z.string() })),
  batches: z.record(z.string(), z.array(batchSchema)),
  newMonths: z.record(z.string(), z.array(z.string())),
  years: z.array(z.number()),
  bytes: z.number(),
  changed: z.boolean(),
});

export const identifySchema = z.strictObject({
  students: z.number(),
  minted: z.number(),
  merged: z.number(),
  idsSeen: z.number(),
  idsMatched: z.number(),
  links: z.record(z.string(), z.number()),
  review: z.number(),
  optOuts: z.strictObject({ listed: z.number(), unknown: z.number(), fingerprint: z.string() }),
  changed: z.boolean(),
  parts: z.record(
    z.string(),
    z.record(z.string(), z.array(z.strictObject({ key: z.string(), rows: z.number() }))),
  ),
});

export const harmonizeSchema = z.strictObject({
  tables: z.record(
    z.string(),
    z.strictObject({
      partition: z.enum(['month', 'school_year', 'all']),
      parts: z.record(z.string(), z.array(z.strictObject({ key: z.string(), rows: z.number() }))),
    }),
  ),
  fingerprint: z.string(),
  made: z.array(z.strictObject({ table: z.string(), seconds: z.number() })),
});

export type Plan = z.infer<typeof planSchema>;
export type FileFacts = z.infer<typeof fileFactsSchema>;
export type IntakeFacts = z.infer<typeof intakeSchema>;
export type CheckFacts = z.infer<typeof checkSchema>;
export type IdentifyFacts = z.infer<typeof identifySchema>;
export type HarmonizeFacts = z.infer<typeof harmonizeSchema>;

export const factsKey = (runId: string, step: string) => `runs/${runId}/${step}.json`;

export async function writeFacts(lake: Lake, runId: string, step: string, facts: unknown): Promise<void> {
  await lake.writeText(factsKey(runId, step), JSON.stringify(facts));
}

export async function readFacts<T>(
  lake: Lake,
  runId: string,
  step: string,
  schema: z.ZodType<T>,
): Promise<T> {
  const text = await lake.readText(factsKey(runId, step));
  if (text === undefined) throw new Error(`The facts of step ${step} of run ${runId} are not there.`);
  return schema.parse(JSON.parse(text));
}
