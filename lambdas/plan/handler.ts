// Step "Plan": takes the lease and lists what came in.
import { openContext } from '../../src/district/context.ts';
import { planRun } from '../../src/intake/plan.ts';
import { planEvent } from '../../src/run/event.ts';
import { localDate } from '../../src/run/local-date.ts';

export async function handler(event: unknown) {
  const { district, date } = planEvent.parse(event);
  const context = await openContext(district);
  const plan = await planRun(context, date ?? localDate(new Date(), context.district.timezone));
  return {
    runId: plan.runId,
    date: plan.date,
    chunks: plan.chunks.map((_, chunk) => ({ chunk })),
    bytes: plan.chunks.flat().reduce((sum, f) => sum + f.bytes, 0),
  };
}
