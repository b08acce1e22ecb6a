// The district's prediction tasks, by the files that define them; each file's name is also its outcome's column.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A forecast has no list: it is told beside it. */
export const FORECAST_TASK = 'gpa_next_term';

const folder = (root: string) => join(root, 'models', 'tasks', 'district');

export function districtTasks(root: string): string[] {
  return readdirSync(folder(root))
    .filter((file) => file.endsWith('.toml'))
    .map((file) => file.slice(0, -'.toml'.length))
    .sort();
}

/** Changes with any line of the models' code or of a task: then yesterday's model is of another kind. */
export function modelsDigest(root: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'models'), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(py|toml|sql|yaml)$/.test(e.name) && !/^(test_|make_)/.test(e.name))
    .map((e) => join(e.parentPath, e.name))
    .sort();
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
