// Step "Notify": digests and letters of the release, each once; called by the clock, what waited for the end of quiet hours.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { mailPorts } from '../../src/notify/mail-ports.ts';
import { notifyStep } from '../../src/notify/notify-step.ts';
import { sendDue } from '../../src/notify/send-due.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

const notifyEvent = stepEvent.extend({ releaseId: z.string() });
/** It goes through the step that already holds every right that sending takes. */
const dueEvent = z.strictObject({ district: z.string(), due: z.literal(true) });

export const handler = step(async (event: unknown) => {
  const due = dueEvent.safeParse(event);
  if (due.success) {
    const context = await openContext(due.data.district);
    const changed = await sendDue(context, await mailPorts(context.district.district));
    return { changed: changed.length };
  }
  const { district, releaseId } = notifyEvent.parse(event);
  const context = await openContext(district);
  if (!context.district.reports.use) return { mails: 0 };
  const { posted } = await notifyStep(context, releaseId, await mailPorts(context.district.district));
  return { mails: posted.length };
});
