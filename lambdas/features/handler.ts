// Step "Features": cases as known on their day; answers what there is to learn and to judge.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { featuresRun } from '../../src/features/features-step.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

/** `again`: a task that learns although nothing is new; empty in the usual run. */
const featuresEvent = stepEvent.extend({ again: z.string().default('') });

export const handler = step(async (event: unknown) => {
  const { district, runId, again } = featuresEvent.parse(event);
  return featuresRun(await openContext(district), runId, again);
});
