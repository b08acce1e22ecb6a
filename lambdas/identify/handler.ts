// Step "Identify": one student, one key, over all id systems.
import { openContext } from '../../src/district/context.ts';
import { identifyRun } from '../../src/identity/identify-step.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

export const handler = step(async (event: unknown) => {
  const { district, runId } = stepEvent.parse(event);
  const { students, idsSeen, idsMatched } = await identifyRun(await openContext(district), runId);
  return { students, idsSeen, idsMatched };
});
