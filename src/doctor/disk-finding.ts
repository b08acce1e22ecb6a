// Whether there is room to work: a run needs a few times the size of its files.
import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Finding, fault, note, ok } from './finding.ts';

const gib = 1024 ** 3;
const least = gib;
const comfortable = 5 * gib;

export function diskFinding(folder: string): Finding {
  let at = folder;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  const { bavail, bsize } = statfsSync(at);
  return roomFinding(bavail * bsize, at);
}

/** `free` in bytes. */
export function roomFinding(free: number, folder: string): Finding {
  const found = `${(free / gib).toFixed(1)} GB free at ${folder}`;
  if (free < least) return fault('disk', found, 'Free at least 1 GB, or set HOMEROOM_HOME to a larger disk.');
  if (free < comfortable)
    return note('disk', found, 'A larger district needs more: a few times the size of its files.');
  return ok('disk', found);
}
