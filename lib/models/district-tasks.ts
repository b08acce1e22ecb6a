// The district's prediction tasks, by the files that define them; each file's name is also its outcome's column.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A forecast has no list: it is told beside it, and is the trees' work alone. */
export const FORECAST_TASK = 'gpa_next_term';

/** @param definitions folder that holds models/ */
export function districtTasks(definitions: string): string[] {
  return readdirSync(join(definitions, 'models', 'tasks', 'district'))
    .filter((file) => file.endsWith('.toml'))
    .map((file) => file.slice(0, -'.toml'.length))
    .sort();
}
