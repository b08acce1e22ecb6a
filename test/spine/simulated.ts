// A small synthetic district's deliveries, written once a test file.
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDistrict } from '../../src/simulate/simulate.ts';
import type { TrialDistrict } from './trial-district.ts';

const daysSchema = z.array(z.object({ day: z.string(), run_date: z.string() }));

export interface Simulated {
  readonly folder: string;
  readonly days: readonly { readonly day: string; readonly run_date: string }[];
  /** Lands a day's files of the modules that the district uses. */
  land(district: TrialDistrict, day: string, modules: readonly string[]): void;
}

export async function simulated(students: number, seed = 11, years = 1): Promise<Simulated> {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-simulated-'));
  await writeDistrict({ students, schools: 2, years, seed }, folder, { onProgress: () => {} });
  const days = daysSchema.parse(JSON.parse(readFileSync(join(folder, 'exports', 'days.json'), 'utf8')));
  return {
    folder,
    days,
    land(district, day, modules) {
      for (const module of readdirSync(join(folder, 'exports', day))) {
        const from = join(folder, 'exports', day, module);
        if (modules.includes(module) && existsSync(from)) district.land(module, from, day);
      }
    },
  };
}
