// Lays out the Lambda layers: the native modules for Linux on x64, and the definitions that the steps read.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { HomeroomError } from '../../src/errors/homeroom-error.ts';
import { place } from './place.ts';

/** Packages of a layer; the last of each holds the native module. */
const NATIVE = {
  duckdb: ['@duckdb/node-api', '@duckdb/node-bindings', '@duckdb/node-bindings-linux-x64'],
  typst: ['@myriaddreamin/typst-ts-node-compiler', '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu'],
} as const;

/** What the steps read at run time; HOMEROOM_DEFINITIONS names the folder that holds these (else: this repository). */
const DEFINITIONS = {
  modules: /\.(ya?ml|sql)$/,
  sql: /\.(ya?ml|sql|json)$/,
  metrics: /\.ya?ml$/,
  // The features step reads what a task asks, and tells by the code whether yesterday's model is of another kind.
  models: /\.(ya?ml|toml|sql|py)$/,
  // Pages, their words, and what a model is told.
  layout: /\.(css|js|typ)$/,
  words: /\.ya?ml$/,
  prompts: /\.(md|json)$/,
} as const;

export class LayerError extends HomeroomError {}

/** `<out>/layers/<layer>/nodejs/node_modules`, which Lambda puts on NODE_PATH. */
export function layNative(root: string, out: string, layer: keyof typeof NATIVE): void {
  const packages = NATIVE[layer];
  const binding = join(root, 'node_modules', packages.at(-1) ?? '', 'package.json');
  if (!existsSync(binding)) {
    throw new LayerError(
      `${layer.toUpperCase()}_LAYER`,
      `The native module "${layer}" for Linux on x64 is not installed, and the functions run there.`,
      {
        where: binding,
        mend: 'On another machine: npm ci --os=linux --cpu=x64 --libc=glibc in a copy of the repository, and bundle there.',
      },
    );
  }
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(binding, 'utf8')));
  lay(join(out, 'layers', layer), version, (folder) => {
    for (const name of packages) {
      cpSync(join(root, 'node_modules', name), join(folder, 'nodejs', 'node_modules', name), {
        recursive: true,
        filter: (path) => !/\.(d\.ts|map|md)$/.test(path),
      });
    }
  });
}

/**
 * `<out>/layers/definitions/homeroom`, seen by a function as /opt/homeroom.
 * Of districts/ only the district files and the calendars they name go along: an opt-out list names students.
 */
export function layDefinitions(root: string, out: string): void {
  const files = [
    ...Object.entries(DEFINITIONS).flatMap(([name, wanted]) => filesOf(join(root, name), wanted)),
    ...filesOf(join(root, 'districts'), /\.json$/),
    ...calendarsOf(join(root, 'districts')),
  ];
  const hash = createHash('sha256');
  for (const file of files)
    hash.update(`${relative(root, file)}\0${statSync(file).mtimeMs}\0${statSync(file).size}\0`);
  lay(join(out, 'layers', 'definitions'), hash.digest('hex'), (folder) => {
    for (const file of files) cpSync(file, join(folder, 'homeroom', relative(root, file)));
  });
}

/** `<out>/models`: the package that jobs run, with its lock; wheels come beside it by bin/wheels.ts. */
export function layModels(root: string, out: string): void {
  const files = filesOf(join(root, 'models'), /\.(py|toml|yaml|sql|sh|lock)$/).filter(
    (file) => !/(^|\/)(test_[^/]+|conftest)\.py$|\/(bench|long)\//.test(file),
  );
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${relative(root, file)}\0${readFileSync(file, 'utf8')}\0`);
  const wheels = join(out, 'wheels');
  const brought = existsSync(wheels) ? readdirSync(wheels).sort() : [];
  hash.update(brought.join('\0'));
  lay(join(out, 'models'), hash.digest('hex'), (folder) => {
    for (const file of files) cpSync(file, join(folder, relative(root, file)));
    if (brought.length > 0) cpSync(wheels, join(folder, 'wheels'), { recursive: true });
  });
}

/** Lays a folder anew only when the stamp beside it differs. */
function lay(folder: string, stamp: string, fill: (folder: string) => void): void {
  const stampFile = `${folder}.stamp`;
  if (existsSync(folder) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  place(folder, fill);
  place(stampFile, (file) => writeFileSync(file, stamp));
}

function filesOf(folder: string, wanted: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const namesCalendar = z.object({ calendar: z.object({ days: z.string() }) });

function calendarsOf(districts: string): string[] {
  return filesOf(districts, /\.json$/).flatMap((file) => {
    const named = namesCalendar.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return named.success ? [join(districts, named.data.calendar.days)] : [];
  });
}
