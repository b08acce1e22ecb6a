// A run that fails, dies or collides leaves yesterday readable, and the next run heals it.

import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { freeLease, LeaseHeldError, takeLease } from '../../src/run/lease.ts';
import { type Simulated, simulated } from './simulated.ts';
import { picture, repository, type TrialDistrict, trialDistrict } from './trial-district.ts';

const modules = ['contoso_sis', 'clever'];
const views = ['student_engagement', 'student_day', 'load_report'] as const;

/** Runs a day in a process of its own and kills it after `ms`; true if it ended by itself. */
async function killedRun(district: TrialDistrict, date: string, ms: number): Promise<boolean> {
  const words = [
    '--disable-warning=ExperimentalWarning',
    join(repository, 'bin', 'homeroom.ts'),
    'run',
    '--district',
    district.name,
    '--date',
    date,
    '--json',
  ];
  const child = spawn(process.execPath, words, {
    cwd: repository,
    env: { ...process.env, HOMEROOM_HOME: join(district.home, '..') },
    stdio: 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), ms);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(timer);
  return code === 0;
}

describe('a run that does not end well', () => {
  let source: Simulated;
  let undisturbed: Record<string, string[]>;
  let first: string;
  let second: string;

  beforeAll(async () => {
    source = await simulated(20, 5);
    first = source.days[0]?.run_date ?? '';
    second = source.days[2]?.run_date ?? '';
    const calm = trialDistrict(modules);
    source.land(calm, 'day-0', modules);
    await calm.run(first);
    source.land(calm, 'day-2', modules);
    await calm.run(second);
    undisturbed = withoutRunIds(await picture(calm, views));
    calm.remove();
  });

  afterAll(() => rmSync(source.folder, { recursive: true, force: true }));

  it('equals the undisturbed lake after ten kills at different moments', async () => {
    const district = trialDistrict(modules);
    source.land(district, 'day-0', modules);
    await district.run(first);
    source.land(district, 'day-2', modules);
    const started = performance.now();
    const probe = trialDistrict(modules);
    source.land(probe, 'day-0', modules);
    await killedRun(probe, first, 600_000);
    probe.remove();
    const whole = performance.now() - started;
    let ended = 0;
    for (let i = 1; i <= 10; i++) {
      if (await killedRun(district, second, (whole * i) / 10)) ended += 1;
      // Whatever happened, a reader finds a whole release.
      expect(
        Number((await district.rows('select count(*) from student_engagement'))[0]?.[0]),
      ).toBeGreaterThan(0);
    }
    expect(ended).toBeLessThan(10);
    await district.run(second);
    expect(withoutRunIds(await picture(district, ['student_engagement', 'student_day']))).toEqual({
      student_engagement: undisturbed.student_engagement,
      student_day: undisturbed.student_day,
    });
    district.remove();
  });

  it('refuses a second run while one is under way, and lets go of a dead one', async () => {
    const district = trialDistrict(modules);
    const lake = directoryLake(district.home);
    await takeLease(lake, 'r000001-2026-01-01');
    await expect(takeLease(lake, 'r000002-2026-01-01')).rejects.toThrow(LeaseHeldError);
    await freeLease(lake, 'r000001-2026-01-01');
    await takeLease(lake, 'r000003-2026-01-01');
    district.remove();
  });

  it('keeps yesterday when a step throws, and heals when the cause is gone', async () => {
    const district = trialDistrict(modules);
    source.land(district, 'day-0', modules);
    await district.run(first);
    const before = await picture(district, views);
    source.land(district, 'day-2', modules);
    const memory = process.env.HOMEROOM_DEFINITIONS;
    process.env.HOMEROOM_DEFINITIONS = join(district.home, 'nowhere');
    await expect(district.run(second)).rejects.toThrow();
    if (memory === undefined) delete process.env.HOMEROOM_DEFINITIONS;
    else process.env.HOMEROOM_DEFINITIONS = memory;
    expect(await picture(district, views)).toEqual(before);
    await district.run(second);
    expect(withoutRunIds(await picture(district, views))).toEqual(undisturbed);
    district.remove();
  });
});

/** Run ids differ where runs failed in between; nothing else may. */
function withoutRunIds(all: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(all).map(([view, rows]) => [
      view,
      rows.map((r) => r.replaceAll(/r\d{6}-\d{4}-\d{2}-\d{2}/g, 'run')).sort(),
    ]),
  );
}
