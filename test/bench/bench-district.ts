// A district for measuring: a folder of its own, files landed without a copy, days run in processes of their own.
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { defaultDistrict } from '../../lib/district.ts';
import { rememberDistrictFile } from '../../src/district/district-home.ts';
import { child, spentSchema } from './child.ts';

const daySchema = spentSchema.extend({
  /** Seconds of the state machine, and those inside the steps. */
  handler_seconds: z.number(),
  rows: z.number(),
  students: z.number(),
  tables_made: z.number(),
  steps: z.record(z.string(), z.number()),
  step_cpu: z.record(z.string(), z.number()),
});

/** A day's cost up to the release; what the models' features and gate cost stands apart. */
export interface Day extends z.infer<typeof daySchema> {
  readonly models: { readonly seconds: number; readonly cpu: number };
}

const modelSteps: ReadonlySet<string> = new Set([
  'Features',
  'TrainFamily',
  'EvaluateTask',
  'Evaluate',
  'Gate',
  'Score',
]);

export interface BenchDistrict {
  readonly home: string;
  /** `under` is put before the files' paths. */
  land(module: string, folder: string, under?: string): void;
  run(date: string): Promise<Day>;
  remove(): void;
}

export function benchDistrict(work: string, modules: readonly string[]): BenchDistrict {
  mkdirSync(work, { recursive: true });
  const home = mkdtempSync(join(work, 'district-'));
  const name = 'bench';
  const file = join(home, `${name}.json`);
  const district = defaultDistrict({ district: name, modules, timezone: 'America/New_York' });
  // Training is measured by the models' own bench.
  writeFileSync(file, JSON.stringify({ ...district, models: { use: false }, $schema: undefined }));
  const before = process.env.HOMEROOM_HOME;
  process.env.HOMEROOM_HOME = home;
  rememberDistrictFile(name, file);
  if (before === undefined) delete process.env.HOMEROOM_HOME;
  else process.env.HOMEROOM_HOME = before;
  return {
    home,
    land(module, folder, under = '') {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const from = join(entry.parentPath, entry.name);
        const to = join(home, name, 'landing', module, under, relative(folder, from));
        mkdirSync(dirname(to), { recursive: true });
        linkSync(from, to);
      }
    },
    async run(date) {
      const day = await child('day-child.ts', [name, date], daySchema, { HOMEROOM_HOME: home });
      const models = { seconds: ofModels(day.steps), cpu: ofModels(day.step_cpu) };
      return {
        ...day,
        seconds: day.seconds - models.seconds,
        handler_seconds: day.handler_seconds - models.seconds,
        cpu: day.cpu - models.cpu,
        models,
      };
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

function ofModels(steps: Readonly<Record<string, number>>): number {
  return Object.entries(steps).reduce((sum, [step, n]) => (modelSteps.has(step) ? sum + n : sum), 0);
}
