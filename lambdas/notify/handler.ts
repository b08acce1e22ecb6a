// Step "Notify": digests and letters of the release, each once; what waited for its hour goes with them.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { mailPorts } from '../../src/notify/mail-ports.ts';
import { notifyStep } from '../../src/notify/notify-step.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

const notifyEvent = stepEvent.extend({ releaseId: z.string() });

export const handler = step(async (event: unknown) => {
  const { district, releaseId } = notifyEvent.parse(event);
  const context = await openContext(district);
  if (!context.district.reports.use) return { mails: 0 };
  const { posted } = await notifyStep(context, releaseId, await mailPorts(context.district.district));
  return { mails: posted.length };
});
