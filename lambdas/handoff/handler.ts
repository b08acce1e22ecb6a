// Step "Handoff": the items of the release to the case-management system that the district file names; answers how many.
import { z } from 'zod';
import { handoffPorts } from '../../src/checkin/handoff/handoff-ports.ts';
import { handOffRelease } from '../../src/checkin/handoff/handoff-step.ts';
import { openContext } from '../../src/district/context.ts';
import { readManifest } from '../../src/release/release-store.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

const handoffEvent = stepEvent.extend({ releaseId: z.string() });

export const handler = step(async (event: unknown) => {
  const { district, releaseId } = handoffEvent.parse(event);
  const context = await openContext(district);
  const manifest = await readManifest(context.lake, releaseId);
  if (!manifest) return { delivered: 0 };
  return handOffRelease(context, manifest, () => handoffPorts(context.district.district));
});
