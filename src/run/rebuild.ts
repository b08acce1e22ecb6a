// The wish to make everything again from raw, left for the next run to find.
import type { Lake } from '../lake/lake.ts';

const rebuildKey = 'runs/rebuild.json';

export async function requestRebuild(lake: Lake, reason: string): Promise<void> {
  await lake.writeText(rebuildKey, JSON.stringify({ reason }));
}

export async function rebuildRequested(lake: Lake): Promise<boolean> {
  return (await lake.readText(rebuildKey)) !== undefined;
}

export async function rebuildDone(lake: Lake): Promise<void> {
  await lake.remove(rebuildKey);
}
