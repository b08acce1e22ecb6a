// Reads the versions of this machine's tools.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Versions } from './versions.ts';

const watched = ['@duckdb/node-api', 'aws-cdk'] as const;

const versions = z.record(z.string(), z.string()).default({});
const packageFile = z.object({
  version: z.string().optional(),
  dependencies: versions,
  devDependencies: versions,
});

export function readVersions(root: string): Versions {
  const own = packageOf(join(root, 'package.json'));
  const wanted = { ...own?.dependencies, ...own?.devDependencies };
  const python = join(root, '.venv', 'bin', 'python');
  const told = existsSync(python) ? askPython(python) : undefined;
  return {
    node: process.versions.node,
    packages: Object.fromEntries(
      watched.map((name) => [
        name,
        [wanted[name], packageOf(join(root, 'node_modules', name, 'package.json'))?.version],
      ]),
    ),
    python: told?.[0],
    sqlglot: [lockedVersion(join(root, 'requirements.lock'), 'sqlglot'), told?.[1]],
    stamps: {
      node_modules: stamp(
        join(root, 'node_modules'),
        hashOf(root, 'package-lock.json') + process.platform + process.arch,
      ),
      '.venv': stamp(join(root, '.venv'), hashOf(root, 'requirements.lock')),
    },
  };
}

function packageOf(file: string): z.infer<typeof packageFile> | undefined {
  return existsSync(file) ? packageFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

function askPython(python: string): [string, string | undefined] | undefined {
  const program =
    'import sys\nprint("%d.%d.%d" % sys.version_info[:3])\nimport sqlglot\nprint(sqlglot.__version__)';
  const { stdout } = spawnSync(python, ['-c', program], { encoding: 'utf8' });
  const [version, sqlglot] = (stdout ?? '').trim().split('\n');
  return version ? [version, sqlglot] : undefined;
}

function lockedVersion(lock: string, name: string): string | undefined {
  if (!existsSync(lock)) return undefined;
  return new RegExp(`^${name}(?:\\[[^\\]]*\\])?==([^\\s\\\\;]+)`, 'm').exec(readFileSync(lock, 'utf8'))?.[1];
}

function stamp(folder: string, wanted: string): boolean | undefined {
  const file = join(folder, '.homeroom-stamp');
  return existsSync(file) ? readFileSync(file, 'utf8') === wanted : undefined;
}

function hashOf(root: string, file: string): string {
  const path = join(root, file);
  return existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
}
