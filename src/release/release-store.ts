// Reads and moves releases: a manifest is written first, then one small pointer, so that a reader sees the old day or the new.
import type { Lake } from '../lake/lake.ts';
import {
  currentKey,
  currentSchema,
  emptyManifest,
  type Manifest,
  manifestKey,
  manifestSchema,
} from './manifest.ts';

export async function currentReleaseId(lake: Lake): Promise<string | undefined> {
  const text = await lake.readText(currentKey);
  return text === undefined ? undefined : currentSchema.parse(JSON.parse(text)).releaseId;
}

export async function readManifest(lake: Lake, releaseId: string): Promise<Manifest | undefined> {
  const text = await lake.readText(manifestKey(releaseId));
  return text === undefined ? undefined : manifestSchema.parse(JSON.parse(text));
}

/** The released day, or an empty one before the first run. */
export async function currentManifest(lake: Lake, district: string): Promise<Manifest> {
  const id = await currentReleaseId(lake);
  return (id === undefined ? undefined : await readManifest(lake, id)) ?? emptyManifest(district);
}

export async function publishRelease(lake: Lake, manifest: Manifest): Promise<void> {
  await lake.writeText(manifestKey(manifest.releaseId), JSON.stringify(manifest));
  await moveRelease(lake, manifest.releaseId);
}

export async function moveRelease(lake: Lake, releaseId: string): Promise<void> {
  await lake.writeText(currentKey, JSON.stringify({ releaseId }));
}

/** Ids of all kept releases, oldest first. */
export async function releaseIds(lake: Lake): Promise<string[]> {
  const keys = await lake.list('releases');
  return keys
    .filter((k) => k.endsWith('/manifest.json'))
    .map((k) => k.split('/')[1] ?? '')
    .sort();
}
