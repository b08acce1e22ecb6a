// Step "Release": moves readers from yesterday to today; called by a person, back to an earlier release.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { releaseRun } from '../../src/release/release-step.ts';
import { rollBack } from '../../src/rollback/rollback.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

/** It goes through the step that already holds every right that moving a release takes. */
const rollbackEvent = z.strictObject({
  district: z.string(),
  rollback: z.strictObject({ release: z.string().optional(), replay: z.boolean().default(false) }),
});

export const handler = step(async (event: unknown) => {
  const back = rollbackEvent.safeParse(event);
  if (back.success) {
    const { lake, catalog } = await openContext(back.data.district);
    return rollBack({ lake, catalog, district: back.data.district, ...back.data.rollback });
  }
  const { district, runId } = stepEvent.parse(event);
  const { releaseId } = await releaseRun(await openContext(district), runId);
  return { releaseId };
});
