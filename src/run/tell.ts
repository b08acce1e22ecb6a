// Leaves word of a failed run where `homeroom status` and the operator find it.
import type { Lake } from '../lake/lake.ts';
import { freeLease } from './lease.ts';

export interface Failure {
  readonly runId?: string | undefined;
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

export async function tellFailure(lake: Lake, { runId, error, cause }: Failure): Promise<void> {
  if (runId === undefined) return;
  await lake.writeText(`runs/${runId}/failure.json`, JSON.stringify({ error: error ?? 'unknown', cause: cause ?? '' }));
  await freeLease(lake, runId);
}
