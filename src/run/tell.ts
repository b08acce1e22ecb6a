// Leaves word of a failed run where `homeroom status` and the operator find it.
import { z } from 'zod';
import type { Lake } from '../lake/lake.ts';
import { freeLease } from './lease.ts';

export const failureSchema = z.object({
  state: z.string(),
  error: z.string(),
  cause: z.string(),
  /** The day goes on without what failed: neither models nor reports nor a hand-off ever hold it up. */
  goesOn: z.boolean().default(false),
  without: z.enum(['models', 'reports', 'handoff']).default('models'),
});
export type Failure = z.infer<typeof failureSchema>;

export const failureKey = (runId: string) => `runs/${runId}/failure.json`;
/** Beside the other, so that a day whose models failed too tells all. */
export const reportFailureKey = (runId: string) => `runs/${runId}/report-failure.json`;
export const handoffFailureKey = (runId: string) => `runs/${runId}/handoff-failure.json`;

const keyWithout = { models: failureKey, reports: reportFailureKey, handoff: handoffFailureKey } as const;

export async function tellFailure(lake: Lake, runId: string, failure: Failure): Promise<void> {
  const key = failure.goesOn ? keyWithout[failure.without] : failureKey;
  await lake.writeText(key(runId), JSON.stringify(failure));
  // A day that goes on keeps its lease until it has released.
  if (!failure.goesOn) await freeLease(lake, runId);
}
