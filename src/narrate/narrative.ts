// What a narrator writes: a headline, sentences by measure, what the numbers cannot say, questions for the meeting.
import { z } from 'zod';
import type { FactsDocument } from '../facts/facts-document.ts';
import type { Language } from '../words/languages.ts';

export const NARRATIVE_SCHEMA = 'homeroom-narrative/1';

const sentence = z.string().trim().min(1).max(400);

export const narrativeSchema = z.strictObject({
  headline: sentence,
  paragraphs: z
    .array(z.strictObject({ about: z.string().max(60), sentences: z.array(sentence).min(1).max(8) }))
    .max(12),
  cannot_say: z.array(sentence).length(2),
  questions: z.array(sentence).length(3),
});
export type Narrative = z.output<typeof narrativeSchema>;

/** Whoever writes: it sees the facts and nothing else. */
export type Narrator = (facts: FactsDocument, lang: Language) => Promise<Narrative>;

/** The same shape for a model that writes by schema; limits of length stay with zod, which models' schemas lack. */
export function narrativeJsonSchema(metrics: readonly string[]): string {
  const text = { type: 'string' };
  const list = { type: 'array', items: text };
  const object = (properties: Record<string, unknown>) => ({
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  });
  return JSON.stringify(
    object({
      headline: text,
      paragraphs: {
        type: 'array',
        items: object({ about: { type: 'string', enum: [...metrics] }, sentences: list }),
      },
      cannot_say: list,
      questions: list,
    }),
  );
}
