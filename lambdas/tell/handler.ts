// Step "Tell": frees the lease and leaves word of what failed and why; yesterday's release stays as it is.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { tellFailure } from '../../src/run/tell.ts';

const tellEvent = z.object({
  district: z.string(),
  date: z.string().optional(),
  runId: z.string().optional(),
  error: z.string().optional(),
  cause: z.string().optional(),
});

export async function handler(event: unknown) {
  const told = tellEvent.parse(event);
  await tellFailure((await openContext(told.district)).lake, told);
  return { told: true };
}
