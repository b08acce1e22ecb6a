// Step "Harmonize": core and mart tables, only what the day touched.
import { openContext } from '../../src/district/context.ts';
import { harmonizeRun } from '../../src/harmonize/harmonize-step.ts';
import { stepEvent } from '../../src/run/event.ts';

export async function handler(event: unknown) {
  const { district, runId } = stepEvent.parse(event);
  const { made } = await harmonizeRun(await openContext(district), runId);
  return { made: made.length };
}
