// Step "Release": moves readers from yesterday to today.
import { openContext } from '../../src/district/context.ts';
import { releaseRun } from '../../src/release/release-step.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

export const handler = step(async (event: unknown) => {
  const { district, runId } = stepEvent.parse(event);
  const { releaseId } = await releaseRun(await openContext(district), runId);
  return { releaseId };
});
