// The release step of a run: writes the manifest, moves the pointer and the catalog, and only then clears what is no
// longer needed.
import { checkInTables } from '../checkin/check-in-tables.ts';
import type { DistrictContext } from '../district/context.ts';
import { checkSchema, harmonizeSchema, planSchema, readFacts, writeFacts } from '../run/facts.ts';
import { freeLease } from '../run/lease.ts';
import { rebuildDone } from '../run/rebuild.ts';
import { replaysDone } from '../run/replay.ts';
import { scoreTables } from '../scores/score-tables.ts';
import type { Manifest } from './manifest.ts';
import { checkFolders } from './part-folder.ts';
import { pruneReleases } from './prune.ts';
import { publishRelease } from './release-store.ts';

export async function releaseRun(context: DistrictContext, runId: string): Promise<Manifest> {
  const { lake, district } = context;
  const plan = await readFacts(lake, runId, 'plan', planSchema);
  const check = await readFacts(lake, runId, 'check', checkSchema);
  const made = await readFacts(lake, runId, 'harmonize', harmonizeSchema);
  const scored = { ...made.tables, ...(await scoreTables(context, runId, made.tables, plan.date)) };
  const listed = await checkInTables(context, {
    runId,
    date: plan.date,
    previous: plan.previous,
    tables: scored,
  });
  const manifest: Manifest = {
    releaseId: runId,
    runId,
    district: district.district,
    date: plan.date,
    previous: plan.previous,
    batches: check.batches,
    tables: { ...scored, ...listed },
    consumed: check.consumed,
    fingerprint: made.fingerprint,
  };
  checkFolders(manifest.tables);
  await publishRelease(lake, manifest);
  // Readers by manifest have the new day; tables of the catalog follow one by one, before any old file may go.
  await context.catalog?.show(manifest);
  for (const { key } of check.consumed) await lake.remove(key);
  // From here on a file of the same name is a new delivery: see plan.
  await writeFacts(lake, runId, 'release', { releaseId: manifest.releaseId });
  if (plan.rebuild) await rebuildDone(lake);
  await replaysDone(lake, plan.replays);
  await pruneReleases(lake, district.retention.releases);
  await freeLease(lake, runId);
  return manifest;
}
