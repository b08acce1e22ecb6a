// Puts bytes that were made in memory, such as a PDF, into the lake.
import { writeFile } from 'node:fs/promises';
import type { Lake } from '../lake/lake.ts';

export async function putBytes(lake: Lake, key: string, bytes: Uint8Array): Promise<void> {
  const path = await lake.scratch('page');
  await writeFile(path, bytes);
  await lake.publish(path, key);
}
