// Models over the days: a champion that was damaged, one that left the district and came back in, and a rebuild.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { directoryLake } from '../../src/adapters/directory-lake.ts';
import { commands } from '../../src/commands/all-commands.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { readDistrict } from '../../src/district/district-home.ts';
import { featuresSchema } from '../../src/features/features-step.ts';
import type { Lake } from '../../src/lake/lake.ts';
import { archivePrefix, championPrefix, readRegistry, writeRegistry } from '../../src/registry/registry.ts';
import { faultyFile } from '../../src/registry/sound-model.ts';
import { readFacts } from '../../src/run/facts.ts';
import { requestRebuild } from '../../src/run/rebuild.ts';
import { runReport } from '../../src/run/run-report.ts';
import { runDay } from '../../src/runtime/run-day.ts';
import { type Simulated, simulated } from './simulated.ts';
import { repository, type TrialDistrict, trialDistrict } from './trial-district.ts';

const modules = ['contoso_sis', 'insights'];
/** Trees alone, so it is trained in seconds. */
const TASK = 'gpa_next_term';
const forecasts = 'select student_key, forecast, low, high, model_id from gpa_forecast order by student_key';
const scored = z.object({
  in_use: z.string(),
  origin: z.unknown().optional(),
  students: z.array(z.unknown()),
});

let source: Simulated;
let district: TrialDistrict;
let lake: Lake;
let champion: string;
const dates: string[] = [];

const inUse = async () => (await readRegistry(lake)).tasks[TASK]?.champion ?? '';
const dayOf = async (date: string) => {
  process.env.HOMEROOM_HOME = dirname(district.home);
  const { district: file } = readDistrict(district.name, repository);
  return runReport(lake, await runDay({ district: file, date }));
};

/** One byte in the middle of a file becomes another. */
function spoil(key: string): void {
  const file = join(district.home, key);
  const bytes = readFileSync(file);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

async function homeroom(home: string, ...words: string[]): Promise<string> {
  process.env.HOMEROOM_HOME = home;
  const said: string[] = [];
  const tell = (text: string) => {
    said.push(text);
  };
  const code = await dispatch(commands, [...words, '--district', district.name], { out: tell, err: tell });
  if (code !== 0) throw new Error(said.join('\n'));
  return said.join('\n');
}

beforeAll(async () => {
  source = await simulated(300, 7, 5);
  dates.push(...source.days.map((d) => d.run_date));
  district = trialDistrict(modules);
  lake = directoryLake(district.home);
  source.land(district, 'day-0', modules);
  const { district: file } = readDistrict(district.name, repository);
  const { runId } = await runDay({ district: file, date: dates[0] ?? '', again: TASK });
  champion = await inUse();
  // The other tasks have nothing new to learn, so that a day takes seconds.
  const { tasks } = await readFacts(lake, runId, 'features', featuresSchema);
  const registry = await readRegistry(lake);
  for (const [name, entry] of Object.entries(registry.tasks)) entry.learnt = tasks[name]?.digest ?? '';
  await writeRegistry(lake, registry);
});

afterAll(() => {
  district.remove();
  rmSync(source.folder, { recursive: true, force: true });
  delete process.env.HOMEROOM_HOME;
});

describe('a run asked to train one task', () => {
  it('trains that task alone and names those that have something to learn too', async () => {
    expect(champion).toMatch(/^gpa_next_term-[0-9a-f]{12}$/);
    const { tasks } = await readRegistry(lake);
    expect(Object.values(tasks).map((t) => t.models.length)).toEqual([0, 0, 0, 1]);
  });
});

describe('a model that leaves a district', () => {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-elsewhere-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('scores the same students identically where it was brought in and a person let it score', async () => {
    const here = dirname(district.home);
    const there = join(folder, 'home');
    const packed = join(folder, 'package');
    await homeroom(here, 'models', 'export', TASK, '--to', packed);
    cpSync(district.home, join(there, district.name), { recursive: true });
    rmSync(join(there, district.name, 'model'), { recursive: true });
    await homeroom(there, 'models', 'import', '--from', packed, '--task', TASK);
    expect(await homeroom(there, 'models', 'list')).toContain(`${champion} (from elsewhere)`);
    await homeroom(there, 'models', 'promote', TASK, champion);
    const ask = async (home: string) =>
      scored.parse(JSON.parse(await homeroom(home, 'score', '--task', TASK, '--json')));
    const [own, brought] = [await ask(here), await ask(there)];
    expect(own.students.length).toBeGreaterThan(200);
    expect(brought.students).toEqual(own.students);
    expect(brought.origin).toMatchObject({ district: district.name });
    expect(await homeroom(there, 'models', 'show', TASK)).toContain('not on outcomes of this district');
  });
});

describe('a champion of which one byte was changed', () => {
  it('is put back from the archive, and the day is released with its forecasts', async () => {
    spoil(`${championPrefix(TASK)}/boosted/weights.ubj`);
    source.land(district, 'day-1', modules);
    const report = await dayOf(dates[1] ?? '');
    expect(report).toMatchObject({ models_mended: [TASK], models_failed: null });
    expect(await inUse()).toBe(champion);
    expect(await faultyFile(lake, championPrefix(TASK))).toBeUndefined();
    expect((await district.rows(forecasts)).length).toBeGreaterThan(200);
  });

  it('is learnt again the same day when the archive was damaged too', async () => {
    spoil(`${championPrefix(TASK)}/calibration.json`);
    spoil(`${archivePrefix(TASK, champion)}/candidate/calibration.json`);
    source.land(district, 'day-2', modules);
    const report = await dayOf(dates[2] ?? '');
    expect(report).toMatchObject({ models_mended: [], models_failed: null });
    expect(await faultyFile(lake, championPrefix(TASK))).toBeUndefined();
    expect((await district.rows(forecasts)).length).toBeGreaterThan(200);
  });
});

describe('a rebuild', () => {
  it('keeps the champion, and forecasts what was forecast before', async () => {
    const [before, model] = [await district.rows(forecasts), await inUse()];
    await requestRebuild(lake, 'test');
    await dayOf(dates[2] ?? '');
    expect(await inUse()).toBe(model);
    expect(await district.rows(forecasts)).toEqual(before);
  });
});
