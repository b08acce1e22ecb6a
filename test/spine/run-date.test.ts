// The day of a run is checked by the step that every run begins with, whoever starts it: a person, a clock, another program.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { handler as plan } from '../../lambdas/plan/handler.ts';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { readDistrict } from '../../src/district/district-home.ts';
import { emptyManifest } from '../../src/release/manifest.ts';
import { publishRelease } from '../../src/release/release-store.ts';
import { heldLease } from '../../src/run/lease.ts';
import { runDay } from '../../src/runtime/run-day.ts';
import { repository, type TrialDistrict, trialDistrict } from './trial-district.ts';

let district: TrialDistrict;
beforeEach(async () => {
  district = trialDistrict(['contoso_sis']);
  const releaseId = 'r000001-2026-03-16';
  await publishRelease(directoryLake(district.home), {
    ...emptyManifest(district.name),
    releaseId,
    runId: releaseId,
    date: '2026-03-16',
  });
});
afterEach(() => district.remove());

describe('Plan', () => {
  it.each([
    [{ date: '2026-03-08' }, 'more than 7 days before the release that readers see'],
    [{ date: '2099-03-17' }, 'lies in the future'],
    [{ time: '2026-03-01T10:30:00Z' }, 'more than 7 days before the release that readers see'],
  ])('refuses %j, and lets the next run begin', async (given, told) => {
    await expect(plan({ district: district.name, ...given })).rejects.toThrow(told);
    expect(await heldLease(directoryLake(district.home))).toBeUndefined();
    expect(await plan({ district: district.name, date: '2026-03-17' })).toMatchObject({
      runId: 'r000002-2026-03-17',
    });
  });

  it('refuses it on this machine too, with its code and what to do', async () => {
    const { district: own } = readDistrict(district.name, repository);
    await expect(runDay({ district: own, date: '2026-03-08' })).rejects.toMatchObject({
      code: 'RUN_DATE',
      mend: expect.stringContaining('Name a day from 2026-03-09 on.'),
    });
  });
});
