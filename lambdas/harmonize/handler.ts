// Step "Harmonize": core and mart tables, only what the day touched; for Spark, the plan of what it has to do.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { harmonizeRun, planSparkRun } from '../../src/harmonize/harmonize-step.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

const harmonizeEvent = stepEvent.extend({ prepare: z.literal('spark').optional() });

export const handler = step(async (event: unknown) => {
  const { district, runId, year, prepare } = harmonizeEvent.parse(event);
  const context = await openContext(district);
  if (prepare === 'spark') return { planned: (await planSparkRun(context, runId)).steps.length };
  return { made: (await harmonizeRun(context, runId, year)).made.length };
});
