// Step "Check": guards, counts, and says what the run may use.
import { checkRun } from '../../src/check/check.ts';
import { openContext } from '../../src/district/context.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

export const handler = step(async (event: unknown) => {
  const { district, runId } = stepEvent.parse(event);
  const { changed, bytes, years } = await checkRun(await openContext(district), runId);
  return { changed, bytes, years };
});
