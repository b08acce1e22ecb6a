// One run at a time: whoever creates the lease file runs; a lease whose process is gone may be taken over.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { z } from 'zod';
import { HomeroomError } from '../errors/homeroom-error.ts';
import type { Lake } from '../lake/lake.ts';

const leaseKey = 'runs/lease.json';
const leaseSchema = z.strictObject({
  runId: z.string(),
  host: z.string(),
  pid: z.number(),
  until: z.string(),
  /** Makes every lease another text. */
  token: z.string().optional(),
});

/** Longer than any day's run; after it a lease counts as abandoned wherever its process was. */
const leaseHours = 6;

export class LeaseHeldError extends HomeroomError {
  constructor(runId: string) {
    super('RUN_IN_PROGRESS', 'Another run of this district is under way.', {
      where: `run ${runId}`,
      mend: 'Wait until it has ended, then run again. A run that has died frees its place by itself.',
    });
  }
}

/** @throws LeaseHeldError while another run is alive. */
export async function takeLease(lake: Lake, runId: string, now = new Date()): Promise<void> {
  const until = new Date(now.getTime() + leaseHours * 3_600_000).toISOString();
  const mine = JSON.stringify({ runId, host: hostname(), pid: process.pid, until, token: randomUUID() });
  if (await lake.createText(leaseKey, mine)) return;
  const text = await lake.readText(leaseKey);
  if (text === undefined) {
    // It was let go between the two looks.
    if (!(await lake.createText(leaseKey, mine))) throw new LeaseHeldError('unknown');
    return;
  }
  const held = leaseSchema.parse(JSON.parse(text));
  // Removing it first would let a second contender remove what the first one has just written.
  if (alive(held, now) || !(await lake.replaceText(leaseKey, text, mine)))
    throw new LeaseHeldError(held.runId);
}

/** Who holds the lease, and whether that run still lives; undefined where nobody does. */
export async function heldLease(
  lake: Lake,
  now = new Date(),
): Promise<{ runId: string; alive: boolean } | undefined> {
  const text = await lake.readText(leaseKey);
  if (text === undefined) return undefined;
  const lease = leaseSchema.parse(JSON.parse(text));
  return { runId: lease.runId, alive: alive(lease, now) };
}

export async function freeLease(lake: Lake, runId: string): Promise<void> {
  const text = await lake.readText(leaseKey);
  if (text !== undefined && leaseSchema.parse(JSON.parse(text)).runId === runId) await lake.remove(leaseKey);
}

function alive(lease: z.infer<typeof leaseSchema>, now: Date): boolean {
  if (lease.until < now.toISOString()) return false;
  if (lease.host !== hostname()) return true;
  if (lease.pid === process.pid) return true;
  try {
    process.kill(lease.pid, 0);
    return true;
  } catch {
    return false;
  }
}
