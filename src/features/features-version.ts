// Tells whether a model's inputs mean the same here as where it was trained.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalog, tableSql } from '../harmonize/sql-catalog.ts';
import { readPredictionPolicy } from './prediction-policy.ts';

/**
 * Changes with the SQL of a feature, with a number behind predictions, with the task's file or its queries, and with
 * the code that makes rows of a matrix; how models are trained and judged leaves it alone.
 */
export function featuresVersion(root: string, task: string): string {
  const hash = createHash('sha256');
  for (const [name, entry] of Object.entries(readCatalog(root).features).sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${tableSql(root, name, entry)}\0`);
  hash.update(JSON.stringify(readPredictionPolicy(root)));
  const tasks = join(root, 'models', 'tasks', 'district');
  const frame = join(root, 'models', 'frame');
  const files = [
    ...named(tasks, (file) => file === `${task}.toml` || file.endsWith('.sql')),
    ...named(frame, (file) => file.endsWith('.py') && !file.startsWith('test_')),
  ];
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}

function named(folder: string, wanted: (file: string) => boolean): string[] {
  return readdirSync(folder)
    .filter(wanted)
    .sort()
    .map((file) => join(folder, file));
}
