// Why two releases differ: files, rules, the day, people who turned out to be one, or everything made again.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import type { Manifest } from '../release/manifest.ts';
import { factsKey } from '../run/facts.ts';
import type { BatchChanges } from './batch-changes.ts';

export interface Reason {
  readonly kind: 'files' | 'date' | 'rules' | 'rebuild' | 'identities' | 'undone';
  readonly text: string;
}

export interface RunsBetween {
  readonly rebuilds: readonly string[];
  readonly merged: number;
  readonly minted: number;
}

// Runs of an earlier version wrote down other things too; these two answers are enough.
const planned = z.object({ rebuild: z.boolean() });
const identities = z.object({ merged: z.number(), minted: z.number() });

/** What these runs wrote down. */
export async function runsBetween(lake: Lake, runIds: readonly string[]): Promise<RunsBetween> {
  const found = { rebuilds: [] as string[], merged: 0, minted: 0 };
  for (const runId of runIds) {
    const plan = await lake.readText(factsKey(runId, 'plan'));
    if (plan !== undefined && planned.parse(JSON.parse(plan)).rebuild) found.rebuilds.push(runId);
    const identified = await lake.readText(factsKey(runId, 'identify'));
    if (identified === undefined) continue;
    const { merged, minted } = identities.parse(JSON.parse(identified));
    found.merged += merged;
    found.minted += minted;
  }
  return found;
}

export function reasons(
  before: Manifest,
  after: Manifest,
  batches: BatchChanges,
  runs: RunsBetween,
): Reason[] {
  const found: Reason[] = [];
  const say = (kind: Reason['kind'], text: string) => found.push({ kind, text });
  const { entered, left, read_again } = batches;
  if (entered.length > 0)
    say('files', `${counted(entered.length, 'file')} came in with ${rowsOf(entered)} rows.`);
  if (read_again.length > 0)
    say('files', `${counted(read_again.length, 'file')} read again after a correction.`);
  if (left.length > 0) say('files', `${counted(left.length, 'file')} left with ${rowsOf(left)} rows.`);
  if (before.date !== after.date) say('date', `The day moved from ${before.date} to ${after.date}.`);
  if (before.fingerprint !== after.fingerprint) {
    say('rules', 'The rules changed (district file, metrics, modules or SQL): every table was made again.');
  }
  for (const run of runs.rebuilds) say('rebuild', `Run ${run} made everything again from raw.`);
  if (runs.minted > 0) say('identities', `${counted(runs.minted, 'new student')} got a key.`);
  if (runs.merged > 0)
    say('identities', `${counted(runs.merged, 'key')} went, because two students turned out to be one.`);
  if (before.releaseId > after.releaseId)
    say('undone', 'The first release is the later one: read the changes as undone.');
  return found;
}

function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function rowsOf(batches: readonly { readonly rows: number }[]): number {
  return batches.reduce((sum, b) => sum + b.rows, 0);
}
