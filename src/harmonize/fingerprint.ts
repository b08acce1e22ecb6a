// Tells whether everything has to be made again: the digest of the SQL, the code maps and the thresholds of a release.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DistrictContext } from '../district/context.ts';
import type { ReferenceRows } from '../reference/reference-rows.ts';

/** What every table depends on beside the batches; a change of it remakes everything. */
export function fingerprintOf(context: DistrictContext, rows: ReferenceRows, optOuts: string): string {
  const { policy, ...stable } = rows;
  // The run's date is the first value of the policy row and changes every day by nature.
  const thresholds = policy?.map((row) => row.slice(1));
  const modules = context.contracts.map((c) => [c.module, context.district.modules[c.module]?.idSystems]);
  const hash = createHash('sha256').update(JSON.stringify({ thresholds, stable, optOuts, modules }));
  for (const text of sqlTexts(context)) hash.update(text);
  return hash.digest('hex').slice(0, 16);
}

/** The SQL of all tables, and of the mappings and histories of the modules in use, in the order of their paths. */
function sqlTexts({ root, contracts }: DistrictContext): string[] {
  const folders = [['sql'], ...contracts.map((c) => ['modules', c.module])];
  const files = folders.flatMap((path) => {
    const folder = join(root, ...path, 'generated', 'duckdb');
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name).slice(root.length + 1));
  });
  return files.sort().map((file) => `${file}\n${readFileSync(join(root, file), 'utf8')}`);
}
