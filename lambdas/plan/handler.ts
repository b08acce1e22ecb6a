// Step "Plan": takes the lease and lists what came in.
import { openContext } from '../../src/district/context.ts';
import { planRun } from '../../src/intake/plan.ts';
import { dayOf, planEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

export const handler = step(async (event: unknown) => {
  const given = planEvent.parse(event);
  const context = await openContext(given.district);
  const plan = await planRun(context, dayOf(given, context.district.timezone));
  return {
    runId: plan.runId,
    date: plan.date,
    chunks: plan.chunks.map((_, chunk) => ({ chunk })),
    bytes: plan.chunks.flat().reduce((sum, f) => sum + f.bytes, 0),
  };
});
