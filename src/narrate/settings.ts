// How a district uses a model: which, at what price, within which limits. Data of the district file, never constants.
import { z } from 'zod';

const usd = z.number().nonnegative();

const modelSchema = z.strictObject({
  id: z.string().min(1).describe('Model id or inference profile, for example "us.<maker>.<model>-v1:0".'),
  usdPerMillion: z
    .strictObject({ input: usd, output: usd, cacheRead: usd, cacheWrite: usd })
    .describe('Prices in US dollars per million tokens, as the price list of the region has them.'),
});

export const narratorSettingsSchema = z.strictObject({
  models: z.array(modelSchema).min(1).max(3).describe('The one to ask first, then those to fall back to.'),
  guardrail: z.strictObject({ id: z.string().min(1), version: z.string().min(1) }),
  maxTokens: z.int().min(256).max(8192).default(2000).describe('Tokens of one answer at most.'),
  timeoutSeconds: z.int().min(1).max(300).default(60).describe('For one call.'),
  attempts: z.int().min(1).max(6).default(3).describe('Calls to one model while it is throttled or cut off.'),
  backoffMs: z
    .int()
    .min(1)
    .max(10_000)
    .default(500)
    .describe('First wait; each one after it is twice as long.'),
  budget: z
    .strictObject({ tokens: z.int().positive(), usd: z.number().positive() })
    .describe('For one run, all pages together.'),
});
export type NarratorSettings = z.output<typeof narratorSettingsSchema>;
export type PricedModel = NarratorSettings['models'][number];
