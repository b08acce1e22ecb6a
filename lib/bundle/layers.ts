// Lays out the two Lambda layers: DuckDB's binding for Linux on x64, and the definitions that the steps read.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HomeroomError } from '../../src/errors/homeroom-error.ts';

const DUCKDB = ['@duckdb/node-api', '@duckdb/node-bindings', '@duckdb/node-bindings-linux-x64'] as const;

/** What the steps read at run time; HOMEROOM_DEFINITIONS names the folder that holds these (default: this repository). */
const DEFINITIONS = ['modules', 'sql', 'metrics', 'districts'] as const;

export class LayerError extends HomeroomError {}

/** `<out>/layers/duckdb/nodejs/node_modules`, which Lambda puts on NODE_PATH. */
export function layDuckdb(root: string, out: string): void {
  const folder = join(out, 'layers', 'duckdb');
  const stamp = join(out, 'layers', 'duckdb.version');
  const version = versionOf(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version && existsSync(folder)) return;
  rmSync(folder, { recursive: true, force: true });
  for (const name of DUCKDB) {
    cpSync(join(root, 'node_modules', name), join(folder, 'nodejs', 'node_modules', name), {
      recursive: true,
      filter: (path) => !/\.(d\.ts|map|md)$/.test(path),
    });
  }
  writeFileSync(stamp, version);
}

/** `<out>/layers/definitions/homeroom`, seen by a function as /opt/homeroom. */
export function layDefinitions(root: string, out: string): void {
  const folder = join(out, 'layers', 'definitions');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'homeroom'), { recursive: true });
  for (const name of DEFINITIONS) {
    const source = join(root, name);
    if (!existsSync(source)) continue;
    // Opt-out lists may lie beside the district files; they name students and must never travel with the code.
    const wanted = name === 'districts' ? /(^|\/)[^.]+$|\.json$/ : /(^|\/)[^.]+$|\.(ya?ml|sql|json)$/;
    cpSync(source, join(folder, 'homeroom', name), {
      recursive: true,
      filter: (path) => path === source || wanted.test(path),
    });
  }
  // An empty layer can't be published.
  if (readdirSync(join(folder, 'homeroom')).length === 0)
    writeFileSync(join(folder, 'homeroom', 'empty'), '');
}

function versionOf(root: string): string {
  const file = join(root, 'node_modules', '@duckdb/node-bindings-linux-x64', 'package.json');
  if (!existsSync(file)) {
    throw new LayerError(
      'duckdb_layer',
      'DuckDB for Linux on x64 is not installed, and the functions run there.',
      {
        where: file,
        mend: 'Run: npm ci --os=linux --cpu=x64 --libc=glibc in a copy of the repository and bundle there.',
      },
    );
  }
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
