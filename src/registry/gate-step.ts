// The gate step of a run: takes the verdicts of the evaluation, moves champions, and keeps the registry.
import { z } from 'zod';
import type { DistrictContext } from '../district/context.ts';
import { HomeroomError } from '../errors/homeroom-error.ts';
import { featuresSchema } from '../features/features-step.ts';
import type { Lake } from '../lake/lake.ts';
import { readFacts, writeFacts } from '../run/facts.ts';
import { copyFolder, removeFolder } from './copy-folder.ts';
import { approve, decide, neverJudged, type Verdict } from './decide.ts';
import { AGAIN, parsedAs } from './model-file.ts';
import { waitsSentence } from './origin.ts';

import {
  archivePrefix,
  championPrefix,
  type Registry,
  readRegistry,
  type TaskEntry,
  writeRegistry,
} from './registry.ts';
import { faultyFile, SUMS } from './sound-model.ts';

const verdictSchema = z.object({
  task: z.string(),
  model_id: z.string().nullable(),
  passed: z.boolean(),
  waits: z.boolean(),
  use: z.enum(['challenger', 'champion', 'plain rule']),
  reasons: z.array(z.string()),
});

export const evaluationPrefix = (runId: string) => `runs/${runId}/evaluation`;

/** The number of tasks that have a champion afterwards. */
export async function gateRun(context: DistrictContext, runId: string, date: string): Promise<number> {
  const { lake, district } = context;
  const features = await readFacts(lake, runId, 'features', featuresSchema);
  const before = await readRegistry(lake);
  const byHand = (await context.modelPackages?.approvedByHand(before)) ?? new Set<string>();
  const tasks: Record<string, TaskEntry> = {};
  const mended = new Set<string>();
  for (const [name, { digest, version, plan, cohorts }] of Object.entries(features.tasks)) {
    const entry = approve(before.tasks[name] ?? neverJudged(date), byHand, date);
    const said = await verdictOf(lake, runId, name);
    const faulty = entry.champion === null ? undefined : await faultyFile(lake, championPrefix(name));
    const kept = faulty === undefined || (await archiveIsSound(lake, name, entry.champion));
    if (faulty !== undefined && kept) mended.add(name);
    const verdict = faulty === undefined ? said : withoutFiles(said, entry.champion, faulty, kept);
    tasks[name] = withoutVerdict(entry, plan, cohorts.length);
    if (verdict === undefined) continue;
    tasks[name] = decide(entry, { verdict, runId, date, digest, version });
    if (verdict.modelId !== null) await keepFiles(lake, runId, name, verdict.modelId);
  }
  const after: Registry = { format: 1, tasks: { ...before.tasks, ...tasks } };
  await moveChampions(lake, before, after, mended);
  await writeRegistry(lake, after);
  await context.modelPackages?.show(after);
  const champions = Object.values(after.tasks).filter((t) => t.champion !== null).length;
  const put = [...mended].filter((name) => after.tasks[name]?.champion === before.tasks[name]?.champion);
  await writeFacts(lake, runId, 'gate', { champions, mended: put });
  return district.models.use ? champions : 0;
}

async function archiveIsSound(lake: Lake, name: string, champion: string | null): Promise<boolean> {
  if (champion === null) return false;
  return (await faultyFile(lake, `${archivePrefix(name, champion)}/candidate`)) === undefined;
}

/**
 * The judges could not read the model in use. Where the archive still holds it, it goes on: only its copy was damaged.
 * Where not, people hear why the plain list stands.
 */
function withoutFiles(
  said: Verdict | undefined,
  champion: string | null,
  faulty: string,
  kept: boolean,
): Verdict | undefined {
  if (said?.use !== 'plain rule') return said;
  if (kept) return { ...said, use: 'champion' };
  const why = `The files of ${champion} are not what was written (${faulty}), so it cannot score.`;
  return { ...said, reasons: [why, ...said.reasons] };
}

async function verdictOf(lake: Lake, runId: string, name: string): Promise<Verdict | undefined> {
  const key = `${evaluationPrefix(runId)}/${name}/decision.json`;
  const text = await lake.readText(key);
  // A family whose training failed leaves no verdict: the champion goes on, and tomorrow tries again.
  if (text === undefined) return undefined;
  const { model_id: modelId, ...verdict } = parsedAs(verdictSchema, text, key, AGAIN);
  return { ...verdict, modelId };
}

function withoutVerdict(entry: TaskEntry, plan: string, cohorts: number): TaskEntry {
  if (entry.champion !== null || plan !== 'history_too_short') return entry;
  const years = cohorts === 1 ? '1 year has' : `${cohorts} years have`;
  return {
    ...entry,
    reasons: [
      `${years} outcomes so far; training, calibrating and testing need a year each. The plain list stands.`,
      ...entry.models.filter((m) => m.approval === 'PendingManualApproval').map(waitsSentence),
    ],
  };
}

async function keepFiles(lake: Lake, runId: string, name: string, modelId: string): Promise<void> {
  const from = `${evaluationPrefix(runId)}/${name}`;
  await copyFolder(lake, from, archivePrefix(name, modelId));
}

/** Files of the champion first, the registry that names it last. */
export async function moveChampions(
  lake: Lake,
  before: Registry,
  after: Registry,
  mended: ReadonlySet<string> = new Set(),
): Promise<void> {
  for (const [name, { champion }] of Object.entries(after.tasks)) {
    const from = champion === null ? undefined : `${archivePrefix(name, champion)}/candidate`;
    const kept = from === undefined ? [] : await namesBelow(lake, from);
    if (champion === (before.tasks[name]?.champion ?? null)) {
      // One whose move broke off half way is made whole; what its files hold, its checksums say.
      const there = new Set(await namesBelow(lake, championPrefix(name)));
      if (kept.every((file) => there.has(file)) && !mended.has(name)) continue;
    } else if (champion !== null && !kept.includes(SUMS)) throw new ModelNotKeptError(name, champion);
    await removeFolder(lake, championPrefix(name));
    if (from !== undefined) await copyFolder(lake, from, championPrefix(name));
  }
}

async function namesBelow(lake: Lake, prefix: string): Promise<string[]> {
  return (await lake.list(`${prefix}/`)).map((key) => key.slice(prefix.length + 1));
}

export class ModelNotKeptError extends HomeroomError {
  constructor(task: string, modelId: string) {
    super('MODEL_NOT_KEPT', `The files of ${modelId} are not there any more; ${task} stays as it is.`, {
      where: `${archivePrefix(task, modelId)}/candidate`,
      mend: `Put the folder back, or learn again: npx homeroom train --task ${task}`,
    });
  }
}
