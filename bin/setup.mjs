// First-run set-up without dependencies: packages by lock, Node 24, and with --python the Python environment by hash lock.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const least = { node: 20, python: [3, 11] };

/** Makes node_modules equal to the lock; does nothing when it already is. */
export function setUpPackages() {
  if (Number(process.versions.node.split('.')[0]) < least.node) {
    stop(`Node ${process.versions.node} is too old.`, `Install Node ${least.node} or newer and try again.`);
  }
  const stamp = join(root, 'node_modules', '.homeroom-stamp');
  const wanted = hashOf('package-lock.json') + process.platform + process.arch;
  if (isStamped(stamp, wanted)) return;
  say('Installing packages (once, about half a minute) …');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  run(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], 'npm ci');
  writeFileSync(stamp, wanted);
}

/** Makes .venv equal to requirements.lock; does nothing when it already is. */
export function setUpPython() {
  const stamp = join(root, '.venv', '.homeroom-stamp');
  const wanted = hashOf('requirements.lock');
  if (isStamped(stamp, wanted)) return;
  const python = findPython();
  say('Installing the Python environment (once, about a quarter of a minute) …');
  run(python, ['-m', 'venv', '.venv'], 'python3 -m venv');
  const own = join(root, '.venv', 'bin', 'python');
  const uvLock = join(root, '.venv', 'uv.lock.txt');
  writeFileSync(uvLock, lockEntry('uv'));
  const quiet = ['-q', '--disable-pip-version-check', '--no-input'];
  run(
    own,
    [
      '-m',
      'pip',
      'install',
      ...quiet,
      '--require-hashes',
      '--no-deps',
      '--only-binary',
      ':all:',
      '-r',
      uvLock,
    ],
    'pip install uv',
  );
  run(
    join(root, '.venv', 'bin', 'uv'),
    [
      'pip',
      'sync',
      '-q',
      '--python',
      own,
      '--system-certs',
      '--require-hashes',
      '--only-binary',
      ':all:',
      'requirements.lock',
    ],
    'uv pip sync',
  );
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function findPython() {
  for (const name of ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python']) {
    const found = spawnSync(name, ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], {
      encoding: 'utf8',
    });
    const [major = 0, minor = 0] = (found.stdout ?? '').trim().split('.').map(Number);
    if (major === least.python[0] && minor >= least.python[1]) return name;
  }
  return stop(
    'No Python 3.11 or newer was found.',
    'Install Python 3.11 with its venv module and try again.',
  );
}

/** The lines of one package in the hash lock. */
function lockEntry(name) {
  const lines = readFileSync(join(root, 'requirements.lock'), 'utf8').split('\n');
  const from = lines.findIndex((l) => l.startsWith(`${name}==`));
  const to = lines.findIndex((l, i) => i > from && !l.startsWith('    '));
  return `${lines.slice(from, to < 0 ? undefined : to).join('\n')}\n`;
}

function hashOf(file) {
  return createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex');
}

function isStamped(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

function run(command, args, what) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout ?? ''}${done.stderr ?? done.error?.message ?? ''}\n`);
  stop(`${what} failed.`, 'See the lines above. Is the package registry reachable, and is the disk full?');
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(what, mend) {
  process.stderr.write(`${what}\n${mend}\n`);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUpPackages();
  if (process.argv.includes('--python')) setUpPython();
}
