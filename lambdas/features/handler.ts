// Step "Features": cases as known on their day; answers what there is to learn and to judge.
import { openContext } from '../../src/district/context.ts';
import { featuresRun } from '../../src/features/features-step.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

export const handler = step(async (event: unknown) => {
  const { district, runId } = stepEvent.parse(event);
  return featuresRun(await openContext(district), runId);
});
