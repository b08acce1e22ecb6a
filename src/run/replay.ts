// Files that the next run takes in again from raw: their bytes and the day they came stay what they were.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';

const prefix = 'runs/replay';

export const replaySchema = z.strictObject({
  /** The file as received: raw/<module>/<received>/<sha12>/<path>. */
  raw: z.string(),
  /** What became of it before: each batch goes when the file of that name is accepted again. */
  replaces: z.array(z.strictObject({ fileName: z.string(), batchId: z.string() })),
});

export type Replay = z.infer<typeof replaySchema>;

/** One small file a wish, named after the file it is about, so that two wishes never overwrite one another. */
function replayKey(raw: string): string {
  return `${prefix}/${createHash('sha256').update(raw).digest('hex').slice(0, 20)}.json`;
}

export async function requestReplay(lake: Lake, replay: Replay): Promise<void> {
  await lake.writeText(replayKey(replay.raw), JSON.stringify(replay));
}

/** What the next run takes in again, in the order of the keys. */
export async function requestedReplays(lake: Lake): Promise<Replay[]> {
  const replays: Replay[] = [];
  for (const key of await lake.list(prefix)) {
    const text = await lake.readText(key);
    if (text !== undefined) replays.push(replaySchema.parse(JSON.parse(text)));
  }
  return replays.sort((a, b) => (a.raw < b.raw ? -1 : 1));
}

/** A wish made while the run was under way stays for the next one. */
export async function replaysDone(lake: Lake, replays: readonly Replay[]): Promise<void> {
  for (const { raw } of replays) await lake.remove(replayKey(raw));
}
