// Step "Report": the pages of the release that the day has just moved to; answers how many there are.
import { z } from 'zod';
import { openContext } from '../../src/district/context.ts';
import { makePortal } from '../../src/portal/make-portal.ts';
import { readManifest } from '../../src/release/release-store.ts';
import { narratorOf } from '../../src/reports/narrator-of.ts';
import { reportRelease } from '../../src/reports/report-step.ts';
import { stepEvent } from '../../src/run/event.ts';
import { step } from '../../src/run/step.ts';

const reportEvent = stepEvent.extend({ releaseId: z.string() });

export const handler = step(async (event: unknown) => {
  const { district, releaseId } = reportEvent.parse(event);
  const context = await openContext(district);
  const manifest = await readManifest(context.lake, releaseId);
  if (!manifest || !context.district.reports.use) return { pages: 0 };
  const write = narratorOf(context.district, {
    guardrail: process.env.HOMEROOM_GUARDRAIL,
    log: (entry) => console.log(JSON.stringify({ narrator: entry })),
  });
  const { pages } = await reportRelease(context, manifest, write, ({ session, basis }) =>
    // Marks stay where names will stand: the list writer alone may know them.
    makePortal({ lake: context.lake, session, district: context.district, basis, names: null }),
  );
  return { pages: pages.length };
});
