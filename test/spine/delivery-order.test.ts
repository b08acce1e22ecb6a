// The picture does not depend on the order or repetition of deliveries; the books balance in every file.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Simulated, simulated } from './simulated.ts';
import { picture, type TrialDistrict, trialDistrict } from './trial-district.ts';

const modules = ['contoso_sis', 'insights', 'clever'];

describe('deliveries in any order', () => {
  let source: Simulated;
  let straight: TrialDistrict;
  let last: string;
  let expected: Record<string, string[]>;

  beforeAll(async () => {
    source = await simulated(24);
    last = source.days.at(-1)?.run_date ?? '';
    straight = trialDistrict(modules);
    for (const { day, run_date } of source.days) {
      source.land(straight, day, modules);
      await straight.run(run_date);
    }
    expected = await picture(straight);
  });

  afterAll(() => straight.remove());

  it('shows every student that the first load brought', () => {
    expect(expected.student_engagement?.length).toBeGreaterThanOrEqual(24);
  });

  it('balances every file: rows in = accepted + quarantined + superseded + held', async () => {
    const broken = await straight.rows(
      'select file_name from load_report where rows_in <> accepted + quarantined + superseded + held',
    );
    expect(broken).toEqual([]);
  });

  it('is the same when days come late, twice and all mixed up', async () => {
    const mixed = trialDistrict(modules);
    for (const day of ['day-0', 'day-3', 'day-1', 'day-3', 'day-2']) {
      source.land(mixed, day, modules);
      await mixed.run(last);
    }
    expect(await picture(mixed)).toEqual(expected);
    mixed.remove();
  });

  it('is the same when everything comes at once', async () => {
    const once = trialDistrict(modules);
    for (const { day } of source.days) source.land(once, day, modules);
    await once.run(last);
    expect(await picture(once)).toEqual(expected);
    once.remove();
  });

  it('changes nothing when nothing comes', async () => {
    const report = await straight.run(last);
    expect(report.files).toEqual([]);
    expect(await picture(straight)).toEqual(expected);
  });
});
