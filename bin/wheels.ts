// Fetches the wheels that model jobs install without a network: `node bin/wheels.ts`, once before a deployment.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const wheels = `${root}dist/wheels`;

/** The Python and the C library of SageMaker's XGBoost image. */
const container = [
  '--python-version',
  '3.12',
  '--implementation',
  'cp',
  '--abi',
  'cp312',
  '--abi',
  'abi3',
  '--abi',
  'none',
];
const platforms = [
  'manylinux_2_28_x86_64',
  'manylinux_2_27_x86_64',
  'manylinux_2_17_x86_64',
  'manylinux2014_x86_64',
];

mkdirSync(wheels, { recursive: true });
const done = spawnSync(
  `${root}.venv/bin/python`,
  [
    ...[
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--only-binary',
      ':all:',
      '--no-deps',
    ],
    ...container,
    ...platforms.flatMap((p) => ['--platform', p]),
    ...['--require-hashes', '--requirement', `${root}models/requirements.lock`, '--dest', wheels],
  ],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
if (done.status !== 0) {
  process.stderr.write(
    'The wheels were not fetched. Is the package index reachable, and is there a .venv (node bin/setup.mjs --python)?\n',
  );
  process.exit(1);
}
process.stderr.write(`wheels are in ${wheels}; cdk deploy takes them along\n`);
