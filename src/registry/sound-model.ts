// Tells whether a model's files are still what was written, by their checksums; scoring refuses any that are not.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Lake } from '../lake/lake.ts';

export const SUMS = 'SHA256SUMS';

/** The first file below `prefix` that is missing or changed, undefined where all is sound. */
export async function faultyFile(lake: Lake, prefix: string): Promise<string | undefined> {
  const names = new Set((await lake.list(`${prefix}/`)).map((key) => key.slice(prefix.length + 1)));
  if (!names.has(SUMS)) return SUMS;
  for (const sums of [...names].filter((name) => name === SUMS || name.endsWith(`/${SUMS}`)).sort()) {
    const folder = sums.slice(0, -SUMS.length);
    const text = (await lake.readText(`${prefix}/${sums}`)) ?? '';
    const lines = text.split('\n').filter((line) => line !== '');
    if (lines.length === 0) return sums;
    for (const line of lines) {
      const [digest, name = ''] = line.split('  ');
      if (!names.has(`${folder}${name}`)) return `${folder}${name}`;
      const bytes = readFileSync(await lake.fetch(`${prefix}/${folder}${name}`));
      if (createHash('sha256').update(bytes).digest('hex') !== digest) return `${folder}${name}`;
    }
  }
  return undefined;
}
