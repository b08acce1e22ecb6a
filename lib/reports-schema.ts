// The part of a district file that says what reports show, who writes them and whom they reach.
import { z } from 'zod';
import { mailKeys } from './mail-schema.ts';
import { portalKeys } from './portal-schema.ts';

const word = z.string().trim().min(1);

const usd = z.number().nonnegative();

const model = z.strictObject({
  id: word.describe('Model id or inference profile, for example "us.<maker>.<model>-v1:0".'),
  foundation: word.optional().describe('The foundation model behind a profile, for its permission.'),
  regions: z
    .array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region'))
    .default([])
    .describe('Regions that a profile may route to; none for the own region alone.'),
  usdPerMillion: z
    .strictObject({ input: usd, output: usd, cacheRead: usd, cacheWrite: usd })
    .describe('Prices in US dollars per million tokens, as the price list of the region has them.'),
});

const narrator = z
  .strictObject({
    by: z
      .enum(['template', 'bedrock'])
      .default('template')
      .describe(
        'Who writes the sentences: the grammar alone, or a model on Bedrock with the grammar as fall-back.',
      ),
    models: z.array(model).max(3).default([]).describe('The one to ask first, then those to fall back to.'),
    maxTokens: z.int().min(256).max(8192).default(2000).describe('Tokens of one answer at most.'),
    timeoutSeconds: z.int().min(1).max(300).default(60).describe('For one call.'),
    budget: z
      .strictObject({ tokens: z.int().positive(), usd: z.number().positive() })
      .default({ tokens: 400_000, usd: 2 })
      .describe('For one run, all pages together.'),
  })
  .refine(
    (n) => n.by === 'template' || n.models.length > 0,
    'a narrator on Bedrock needs at least one model',
  );

export const reportsSchema = z
  .strictObject({
    use: z.boolean().default(true).describe('Without it a day ends with its release.'),
    smallGroup: z
      .int()
      .min(8)
      .max(100)
      .default(10)
      .describe('Fewest students of a group whose numbers may be shown.'),
    lateDays: z
      .int()
      .min(1)
      .max(90)
      .default(7)
      .describe('Calendar days after which a source of daily data counts as late.'),
    languages: z
      .array(z.enum(['en', 'es']))
      .min(1)
      .default(['en', 'es'])
      .describe('Pages are made in each; the first is that of the staff.'),
    contacts: z
      .array(z.strictObject({ name: word, reach: word }))
      .default([])
      .describe('Whom a reader calls, as the foot of each page names them.'),
    portal: z.url('must be an address, with https://').optional().describe('Address of the portal.'),
    narrator: narrator.prefault({}),
    ...mailKeys,
    ...portalKeys,
  })
  .describe('Pages, mails and the portal.');
