// Two runs at once: one is refused, and a run never takes the number of one that came and went beside it.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DistrictContext, openContext } from '../../src/district/context.ts';
import { planRun } from '../../src/intake/plan.ts';
import { freeLease, heldLease, LeaseHeldError } from '../../src/run/lease.ts';
import { attendanceFile, dayMark } from './made-up-files.ts';
import { type TrialDistrict, trialDistrict } from './trial-district.ts';

describe('two runs at once', () => {
  let district: TrialDistrict;
  let context: DistrictContext;

  beforeAll(async () => {
    district = trialDistrict(['contoso_sis']);
    context = await openContext(district.name);
  });

  afterAll(() => district.remove());

  it('one of them plans the day, the other is told that a run is under way', async () => {
    const plans = await Promise.allSettled([planRun(context, '2026-03-02'), planRun(context, '2026-03-02')]);
    const refused = plans.flatMap((p) => (p.status === 'rejected' ? [p.reason] : []));
    expect(refused).toEqual([expect.any(LeaseHeldError)]);
    expect(await heldLease(context.lake)).toEqual({ runId: 'r000001-2026-03-02', alive: true });
    await freeLease(context.lake, 'r000001-2026-03-02');
  });

  it('a run that came and went while this one waited at the door keeps its number to itself', async () => {
    const { lake } = context;
    const passing: DistrictContext = {
      ...context,
      lake: {
        ...lake,
        async createText(key, text) {
          // Between the choice of the number and the lease, a whole day goes by in another process.
          district.landText(
            'contoso_sis',
            'studentattendance.csv',
            attendanceFile([dayMark('a', '2026-03-02')]),
          );
          await district.run('2026-03-02');
          return lake.createText(key, text);
        },
      },
    };
    const before = (await district.manifest()).releaseId;
    await expect(planRun(passing, '2026-03-02')).rejects.toThrow(LeaseHeldError);
    const after = (await district.manifest()).releaseId;
    expect(after).not.toBe(before);
    expect(await heldLease(lake)).toBeUndefined();
    expect((await planRun(context, '2026-03-02')).previous).toBe(after);
  });
});
