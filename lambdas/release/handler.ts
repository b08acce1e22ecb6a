// Step "Release": moves readers from yesterday to today.
import { openContext } from '../../src/district/context.ts';
import { releaseRun } from '../../src/release/release-step.ts';
import { stepEvent } from '../../src/run/event.ts';

export async function handler(event: unknown) {
  const { district, runId } = stepEvent.parse(event);
  const { releaseId } = await releaseRun(await openContext(district), runId);
  return { releaseId };
}
