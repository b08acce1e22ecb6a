// Step "Tell": frees the lease and leaves word of what failed and why; yesterday's release stays as it is.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { tellFailure } from '../../src/run/tell.ts';

const tellEvent = z.object({
  district: z.string(),
  runId: z.string().nullish(),
  failure: z.object({ state: z.string(), error: z.string(), cause: z.string() }),
});

export async function handler(event: unknown) {
  const told = tellEvent.parse(event);
  if (told.runId != null)
    await tellFailure((await openContext(told.district)).lake, told.runId, told.failure);
  return { told: true };
}
