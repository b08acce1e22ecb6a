// Step "Identify": one student, one key, over all id systems.
import { openContext } from '../../src/district/context.ts';
import { identifyRun } from '../../src/identity/identify-step.ts';
import { stepEvent } from '../../src/run/event.ts';

export async function handler(event: unknown) {
  const { district, runId } = stepEvent.parse(event);
  const { students, idsSeen, idsMatched } = await identifyRun(await openContext(district), runId);
  return { students, idsSeen, idsMatched };
}
