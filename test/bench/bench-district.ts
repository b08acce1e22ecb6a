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
});
export type Day = z.infer<typeof daySchema>;

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
  writeFileSync(file, JSON.stringify({ ...district, $schema: undefined }));
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
    run: (date) => child('day-child.ts', [name, date], daySchema, { HOMEROOM_HOME: home }),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
