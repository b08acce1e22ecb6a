// A synthetic district of one school year for the bench: made once, kept, and landed day by day.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type BenchDistrict, benchDistrict, type Day } from './bench-district.ts';
import { child, spentSchema } from './child.ts';

const modules = ['contoso_sis', 'insights', 'clever', 'graph', 'iready'];
const daysSchema = z.array(z.object({ day: z.string(), run_date: z.string() }));
const madeSchema = spentSchema.extend({ rows: z.number(), bytes: z.number(), files: z.number() });
export type Made = z.infer<typeof madeSchema>;

export interface MadeDistrict {
  readonly district: BenchDistrict;
  /** What making the files took, when they were made. */
  readonly made: Made;
  /** Lands and runs the delivery ("day-0" is the first load). */
  run(day: string): Promise<Day>;
}

export async function madeDistrict(work: string, students: number): Promise<MadeDistrict> {
  const folder = join(work, `district-${students}x1`);
  const told = join(folder, 'made.json');
  if (!existsSync(told)) {
    const part = `${folder}.part`;
    mkdirSync(dirname(part), { recursive: true });
    const schools = String(Math.max(2, Math.round(students / 700)));
    const made = await child('simulate-child.ts', [String(students), schools, part], madeSchema);
    writeFileSync(join(part, 'made.json'), JSON.stringify(made));
    renameSync(part, folder);
  }
  const exports = join(folder, 'exports');
  const days = daysSchema.parse(JSON.parse(readFileSync(join(exports, 'days.json'), 'utf8')));
  const district = benchDistrict(work, modules);
  return {
    district,
    made: madeSchema.parse(JSON.parse(readFileSync(told, 'utf8'))),
    run(day) {
      for (const module of readdirSync(join(exports, day))) {
        if (modules.includes(module)) district.land(module, join(exports, day, module), day);
      }
      return district.run(days.find((d) => d.day === day)?.run_date ?? '');
    },
  };
}
