// The part of a district file that says what reports show, who writes them and whom they reach.
import { z } from 'zod';
import { mailKeys } from './mail-schema.ts';

const word = z.string().trim().min(1);

const narrator = z
  .strictObject({
    by: z
      .enum(['template', 'bedrock'])
      .default('template')
      .describe(
        'Who writes the sentences: the grammar alone, or a model on Bedrock with the grammar as fall-back.',
      ),
    models: z
      .array(
        z.strictObject({ id: word.describe('Model or inference profile.'), regions: z.array(word).min(1) }),
      )
      .max(3)
      .default([])
      .describe('In the order in which they are tried; each with the regions that it may route to.'),
    tokens: z.int().min(1000).max(5_000_000).default(200_000).describe('Tokens a run may use in all.'),
    usd: z.number().min(0).max(1000).default(2).describe('What a run may cost at most.'),
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
  })
  .describe('Pages, mails and the portal.');
