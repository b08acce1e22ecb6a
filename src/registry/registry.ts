// The registry of models: which one scores each task and since when, what came before it, and why it was decided so.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import { type Evaluation, evaluationSchema } from './evaluation.ts';
import { AGAIN, parsedAs } from './model-file.ts';

/** SageMaker's own words for a package of models. */
export const APPROVAL = ['Approved', 'PendingManualApproval', 'Rejected'] as const;

const origin = z.strictObject({ district: z.string(), approvedOn: z.iso.date(), broughtInOn: z.iso.date() });

const model = z.strictObject({
  modelId: z.string(),
  runId: z.string(),
  decidedOn: z.iso.date(),
  approval: z.enum(APPROVAL),
  /** 'import': the rule of this district has not judged it. */
  decision: z.enum(['promote', 'keep', 'plain', 'import']),
  reasons: z.array(z.string()),
  /** See featuresVersion; absent of models judged before it was written down. */
  version: z.string().optional(),
  /** Where a model was approved that this district did not train. */
  origin: origin.optional(),
});

const task = z.strictObject({
  /** The model that scores; null is the plain list. */
  champion: z.string().nullable(),
  since: z.iso.date(),
  /** Why it is so, in words. */
  reasons: z.array(z.string()),
  /** What was learnt from last: see FrameFacts.digests. */
  learnt: z.string(),
  models: z.array(model),
});

export const registrySchema = z.strictObject({ format: z.literal(1), tasks: z.record(z.string(), task) });

export type Registry = z.infer<typeof registrySchema>;
export type TaskEntry = z.infer<typeof task>;
export type ModelEntry = z.infer<typeof model>;
export type Origin = z.infer<typeof origin>;

export const registryKey = 'model/registry.json';
export const championPrefix = (name: string) => `model/champions/${name}`;
export const archivePrefix = (name: string, modelId: string) => `model/archive/${name}/${modelId}`;

export const emptyRegistry: Registry = { format: 1, tasks: {} };

export async function readRegistry(lake: Lake): Promise<Registry> {
  const text = await lake.readText(registryKey);
  if (text === undefined) return emptyRegistry;
  return parsedAs(
    registrySchema,
    text,
    registryKey,
    'Put it back from a copy. Without one remove it: the next run learns anew, and the plain list stands until then.',
  );
}

export async function writeRegistry(lake: Lake, registry: Registry): Promise<void> {
  await lake.writeText(registryKey, JSON.stringify(registry, null, 1));
}

/** What the judging of a model measured; undefined without one. */
export async function evaluationOf(
  lake: Lake,
  name: string,
  modelId: string | null,
): Promise<Evaluation | undefined> {
  if (modelId === null) return undefined;
  const key = `${archivePrefix(name, modelId)}/evaluation.json`;
  const text = await lake.readText(key);
  return text === undefined ? undefined : parsedAs(evaluationSchema, text, key, AGAIN);
}
