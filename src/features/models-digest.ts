// Tells whether a model was made by the code and the tasks that are here now.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes with any line of the models' code or of a task: then yesterday's model is of another kind. */
export function modelsDigest(root: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(root, 'models'), { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && /\.(py|toml|sql|yaml)$/.test(e.name) && !e.name.startsWith('test_'))
    .map((e) => join(e.parentPath, e.name))
    .sort();
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}
