// Plans a run: takes the lease, sees that its day is one, lists what lies in the drop zone, and cuts it into chunks of similar size.
import type { DistrictContext } from '../district/context.ts';
import type { Manifest } from '../release/manifest.ts';
import { currentManifest, releaseIds } from '../release/release-store.ts';
import { factsKey, type Plan, planSchema, writeFacts } from '../run/facts.ts';
import { freeLease, LeaseHeldError, takeLease } from '../run/lease.ts';
import { localDate } from '../run/local-date.ts';
import { rebuildRequested } from '../run/rebuild.ts';
import { requestedReplays } from '../run/replay.ts';
import { checkRunDate } from '../run/run-date.ts';
import { fileSha256 } from './file-sha256.ts';
import { isPassing } from './not-read.ts';

const MIB = 1024 ** 2;
const chunkBytes = 256 * MIB;
const chunkFiles = 200;

/** @throws LeaseHeldError, RunDateError */
export async function planRun(context: DistrictContext, date: string): Promise<Plan> {
  const { lake, district } = context;
  const runId = await nextRunId(context, date);
  await takeLease(lake, runId);
  try {
    // Another run may have come and gone since the number was chosen.
    if ((await nextRunId(context, date)) !== runId) throw new LeaseHeldError(runId);
    const manifest = await currentManifest(lake, district.district);
    const released = manifest.releaseId === 'none' ? undefined : manifest.date;
    checkRunDate(date, released, localDate(new Date(), district.timezone));
    return await plannedRun(context, manifest, runId, date);
  } catch (error) {
    // Nobody else knows the run's name yet, so nobody else could let go.
    await freeLease(lake, runId);
    throw error;
  }
}

async function plannedRun(
  context: DistrictContext,
  manifest: Manifest,
  runId: string,
  date: string,
): Promise<Plan> {
  const { lake } = context;
  const rebuild = await rebuildRequested(lake);
  await clearConsumed(context, manifest);
  const files: { key: string; bytes: number }[] = [];
  const replays = await requestedReplays(lake);
  // A rebuild reads everything again, and what somebody wished to have read again with it.
  const again = rebuild ? await lake.list('raw') : replays.map((r) => r.raw);
  for (const key of [...again, ...(await lake.list('landing'))]) {
    if (!isPassing(key)) files.push({ key, bytes: await lake.size(key) });
  }
  const plan = planSchema.parse({
    runId,
    date,
    previous: manifest.releaseId === 'none' ? null : manifest.releaseId,
    chunks: chunksOf(files),
    rebuild,
    replays,
  });
  await writeFacts(lake, runId, 'plan', plan);
  return plan;
}

/**
 * A run that died between its release and its clearing up leaves files behind that the release already holds. After a
 * run that cleared up, the same file under the same name is a delivery of its own: it is counted, as repeated.
 */
async function clearConsumed({ lake }: DistrictContext, manifest: Manifest): Promise<void> {
  if (await lake.exists(factsKey(manifest.runId, 'release'))) return;
  for (const { key, sha256 } of manifest.consumed) {
    if (!key.startsWith('landing/') || !(await lake.exists(key))) continue;
    if ((await fileSha256(await lake.fetch(key))) === sha256) await lake.remove(key);
  }
}

/** A run id sorts by the order of runs, whatever day a run is for. */
async function nextRunId({ lake }: DistrictContext, date: string): Promise<string> {
  const runs = (await lake.list('runs'))
    .filter((k) => k.endsWith('/plan.json'))
    .map((k) => k.split('/')[1] ?? '');
  const last = [...runs, ...(await releaseIds(lake))]
    .map((id) => Number(id.slice(1, 7)))
    .filter(Number.isFinite);
  return `r${String(Math.max(0, ...last) + 1).padStart(6, '0')}-${date}`;
}

/** In the order of the keys; a chunk ends when it is full. */
export function chunksOf<T extends { readonly bytes: number }>(files: readonly T[]): T[][] {
  const chunks: T[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const last = chunks.at(-1);
    if (!last || bytes + file.bytes > chunkBytes || last.length >= chunkFiles) {
      chunks.push([file]);
      bytes = file.bytes;
    } else {
      last.push(file);
      bytes += file.bytes;
    }
  }
  return chunks;
}
