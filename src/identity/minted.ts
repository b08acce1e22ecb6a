// The log of student keys: each was minted once, for the id that stood for its student then; oldest first.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import type { Minted } from './resolve.ts';

const mintedKey = 'identity/minted.jsonl';

const mintedSchema = z.object({ student_key: z.string(), anchor: z.string(), run_id: z.string().optional() });

export async function readMinted(lake: Lake): Promise<Minted[]> {
  const text = (await lake.readText(mintedKey)) ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => mintedSchema.parse(JSON.parse(line)));
}

export async function addMinted(
  lake: Lake,
  before: readonly Minted[],
  minted: readonly Minted[],
  runId: string,
): Promise<void> {
  if (minted.length === 0) return;
  const lines = [...before, ...minted.map((m) => ({ ...m, run_id: runId }))];
  await lake.writeText(mintedKey, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
