// A small synthetic district taken through the whole pipeline, so that the engines compare rows as a day leaves them.
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { simulated } from '../spine/simulated.ts';
import { trialDistrict } from '../spine/trial-district.ts';

export interface MadeDistrict {
  readonly name: string;
  readonly home: string;
  remove(): void;
}

export async function madeDistrict(students: number): Promise<MadeDistrict> {
  const exports = await simulated(students);
  const modules = [
    ...new Set(exports.days.flatMap(({ day }) => readdirSync(join(exports.folder, 'exports', day)))),
  ].sort();
  const district = trialDistrict(modules);
  for (const { day, run_date: date } of exports.days) {
    exports.land(district, day, modules);
    await district.run(date);
  }
  rmSync(exports.folder, { recursive: true });
  return { name: district.name, home: district.home, remove: district.remove };
}
