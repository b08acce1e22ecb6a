// Least privilege, both ways: a step may touch what a recorded run of it touches, and only intake, identify and list see names.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STEP_ACCESS } from '../../lib/pipeline/step-access.ts';
import { STEPS } from '../../lib/pipeline/steps.ts';
import { IDENTITY_ROLES } from '../../lib/storage/identity-roles.ts';
import { ROOT } from './synth.ts';

let touched: string[] = [];

const home = mkdtempSync(join(tmpdir(), 'homeroom-trace-'));

beforeAll(() => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, HOMEROOM_HOME: home },
    }).toString();
  const out = join(home, 'made');
  run(
    'bin/homeroom.ts',
    'simulate',
    '--students',
    '20',
    '--schools',
    '1',
    '--years',
    '1',
    '--seed',
    '3',
    '--out',
    out,
  );
  touched = z
    .array(z.string())
    .parse(JSON.parse(run('test/infrastructure/trace-zones.ts', join(out, 'exports'))));
}, 480_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

describe('the access of a step', () => {
  const granted = STEPS.flatMap((step) => {
    const { reads, writes, deletes = [] } = STEP_ACCESS[step];
    return [
      ...[...reads, ...deletes].map((zone) => `${step} reads ${zone}`),
      ...writes.map((zone) => `${step} writes ${zone}`),
      ...deletes.map((zone) => `${step} deletes ${zone}`),
    ];
  });

  it('covers all that the step does on a few real days', () => {
    expect(touched.filter((use) => !granted.includes(use))).toEqual([]);
  });

  it('writes nowhere that the step never writes', () => {
    const writes = granted.filter((use) => use.includes(' writes '));
    expect(writes.filter((use) => !touched.includes(use))).toEqual([]);
  });

  it('opens the identity store to the three steps that need it', () => {
    const open = STEPS.filter((step) =>
      granted.some((use) => use.startsWith(`${step} `) && use.endsWith(' identity')),
    );
    expect(open).toEqual([...IDENTITY_ROLES]);
  });
});
