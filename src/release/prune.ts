// Keeps the last N releases: a file goes only when no kept manifest names it, never because of its age.
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from './manifest.ts';
import { readManifest, releaseIds } from './release-store.ts';

/** The files of a release, staged ones included. */
export function filesOf(manifest: Manifest): Set<string> {
  const tables = Object.values(manifest.tables).flatMap((t) => Object.values(t.parts).flat());
  const staged = Object.values(manifest.batches).flatMap((list) => list.flatMap((b) => b.files));
  return new Set([...tables, ...staged].map((f) => f.key));
}

/** Returns the ids of the releases that were given up. */
export async function pruneReleases(lake: Lake, keep: number): Promise<string[]> {
  const ids = await releaseIds(lake);
  const old = ids.slice(0, Math.max(0, ids.length - keep));
  if (old.length === 0) return [];
  const needed = new Set<string>();
  for (const id of ids.slice(-keep)) {
    const manifest = await readManifest(lake, id);
    if (manifest) for (const key of filesOf(manifest)) needed.add(key);
  }
  for (const id of old) {
    const manifest = await readManifest(lake, id);
    for (const key of manifest ? filesOf(manifest) : []) if (!needed.has(key)) await lake.remove(key);
    await lake.remove(`releases/${id}`);
  }
  return old;
}
