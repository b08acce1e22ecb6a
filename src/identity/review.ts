// The review queue: pairs of pseudonyms that share name and birth date, for a person to call one student or two.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import type { ReviewPair } from './resolve.ts';

const reviewKey = 'identity/review.jsonl';

const pairSchema = z.strictObject({
  a: z.string(),
  b: z.string(),
  student_key_a: z.string().nullable(),
  student_key_b: z.string().nullable(),
  doubt: z.enum(['same_id_system', 'same_source', 'staff_and_student', 'several_candidates']),
});

/** The queue is what the run found, as a whole: a pair goes when it is decided or when the sources settle it. */
export async function writeReview(lake: Lake, pairs: readonly ReviewPair[]): Promise<void> {
  const text = pairs.map((pair) => `${JSON.stringify(pair)}\n`).join('');
  if (text !== ((await lake.readText(reviewKey)) ?? '')) await lake.writeText(reviewKey, text);
}

export async function readReview(lake: Lake): Promise<ReviewPair[]> {
  const text = (await lake.readText(reviewKey)) ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => pairSchema.parse(JSON.parse(line)));
}
