// Step "Gate": which model scores from now on, by the written rule or by hand; answers how many tasks have one.
import { openContext } from '../../src/district/context.ts';
import { gateRun } from '../../src/registry/gate-step.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

export const handler = step(async (event: unknown) => {
  const { district, runId, date } = stepEvent.parse(event);
  return { champions: await gateRun(await openContext(district), runId, date) };
});
