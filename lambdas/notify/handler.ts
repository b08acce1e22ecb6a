// Step "Notify": digests and letters of the release, each once.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

const notifyEvent = stepEvent.extend({ releaseId: z.string() });

export const handler = step(async (event: unknown) => {
  const { district } = notifyEvent.parse(event);
  await openContext(district);
  return { mails: 0 };
});
