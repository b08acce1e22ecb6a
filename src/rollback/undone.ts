// What a rollback takes back: the releases after the one that readers will see, and the files that those had taken in.
import { deliveryOfKey, rawKey } from '../intake/delivery.ts';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { filesOf } from '../release/prune.ts';
import { readManifest, releaseIds } from '../release/release-store.ts';
import { planSchema, readFacts } from '../run/facts.ts';
import type { Replay } from '../run/replay.ts';

/** Every kept release that builds on `target`, oldest first. */
export async function releasesAfter(lake: Lake, target: string): Promise<Manifest[]> {
  const built = new Set([target]);
  const after: Manifest[] = [];
  // Ids sort by the order of runs, so a release always comes after the one it builds on.
  for (const id of await releaseIds(lake)) {
    const manifest = await readManifest(lake, id);
    if (!manifest || manifest.previous === null || !built.has(manifest.previous)) continue;
    built.add(id);
    after.push(manifest);
  }
  return after;
}

/** The wishes that would make the next run read again what these releases had read, newly or once more. */
export async function readingsOf(lake: Lake, releases: readonly Manifest[]): Promise<Replay[]> {
  const readings = new Map<string, Replay>();
  for (const { runId, consumed, date } of releases) {
    const { replays } = await readFacts(lake, runId, 'plan', planSchema);
    const fresh = consumed.map(({ key, sha256 }) => ({
      raw: rawKey(deliveryOfKey(key, date), sha256),
      replaces: [],
    }));
    for (const reading of [...fresh, ...replays]) {
      // What was first read and then read again since has nothing to replace in the earlier release.
      if (!readings.has(reading.raw)) readings.set(reading.raw, reading);
    }
  }
  return [...readings.values()].sort((a, b) => (a.raw < b.raw ? -1 : 1));
}

/** Files of a release that are no longer there. */
export async function missingFiles(lake: Lake, manifest: Manifest): Promise<string[]> {
  const missing: string[] = [];
  for (const key of filesOf(manifest)) if (!(await lake.exists(key))) missing.push(key);
  return missing;
}
