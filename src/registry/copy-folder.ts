// Copies and removes all files under a prefix of the lake.
import { copyFileSync } from 'node:fs';
import type { Lake } from '../lake/lake.ts';

export async function copyFolder(lake: Lake, from: string, to: string): Promise<void> {
  for (const key of await lake.list(`${from}/`)) {
    const scratch = await lake.scratch('copy');
    copyFileSync(await lake.fetch(key), scratch);
    await lake.publish(scratch, `${to}/${key.slice(from.length + 1)}`);
  }
}

export async function removeFolder(lake: Lake, prefix: string): Promise<void> {
  for (const key of await lake.list(`${prefix}/`)) await lake.remove(key);
}
