// `npm test`: formatters, linters, types, drift checks and every fast test; each says what it found and how long it took.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const root = dirname(import.meta.dirname);
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const venv = (name: string) => join(root, '.venv', 'bin', name);
const results = join(root, 'dist', 'test');

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Two lanes, one a core: the long one of Jest, and everything else. */
const quick: readonly Check[] = [
  { name: 'format and lint (biome)', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: 'types (tsc)', command: bin('tsc'), args: ['-p', '.'] },
  { name: 'format (ruff)', command: venv('ruff'), args: ['format', '--check', '.'] },
  { name: 'lint (ruff)', command: venv('ruff'), args: ['check', '.'] },
  { name: 'types (mypy)', command: venv('mypy'), args: ['sqlgen', 'glue-jobs', 'models'] },
  {
    name: 'SQL: lint and generated files (sqlgen)',
    command: venv('python'),
    args: ['-m', 'sqlgen', 'build', '--check'],
  },
  {
    name: 'Python tests (pytest)',
    command: venv('pytest'),
    args: ['-q', `--junitxml=${join(results, 'pytest.xml')}`],
  },
];

const jest: Check = {
  name: 'TypeScript tests (jest)',
  command: process.execPath,
  args: [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
    '--maxWorkers=2',
    '--json',
    `--outputFile=${join(results, 'jest.json')}`,
    ...process.argv.slice(2),
  ],
};

async function passes(check: Check): Promise<boolean> {
  const started = performance.now();
  let text = '';
  const child = spawn(check.command, [...check.args], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  const keep = (part: Buffer) => {
    text += part.toString();
  };
  child.stdout.on('data', (part: Buffer) => {
    // With --json Jest sends its document to standard output too; the file is enough.
    if (check !== jest) keep(part);
  });
  child.stderr.on('data', keep);
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)\n`);
  if (code !== 0 || check === jest) process.stdout.write(`${text.trimEnd()}\n`);
  return code === 0;
}

async function inOrder(checks: readonly Check[]): Promise<boolean[]> {
  const outcomes: boolean[] = [];
  for (const check of checks) outcomes.push(await passes(check));
  return outcomes;
}

const jestResult = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

function counts(): { passed: number; failed: number; skipped: number } {
  const j = jestResult.parse(JSON.parse(readFileSync(join(results, 'jest.json'), 'utf8')));
  const xml = readFileSync(join(results, 'pytest.xml'), 'utf8');
  const of = (name: string) => Number(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`).exec(xml)?.[1] ?? 0);
  const broken = of('failures') + of('errors');
  return {
    passed: j.numPassedTests + of('tests') - broken - of('skipped'),
    failed: j.numFailedTests + broken,
    skipped: j.numPendingTests + of('skipped'),
  };
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
const outcomes = (await Promise.all([inOrder(quick), inOrder([jest])])).flat();
const { passed, failed, skipped } = counts();
process.stdout.write(
  `\nchecks: ${outcomes.filter(Boolean).length} ok, ${outcomes.filter((o) => !o).length} not ok\n`,
);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
if (outcomes.includes(false) || passed === 0) process.exit(1);
