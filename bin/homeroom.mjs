#!/usr/bin/env node
// The door for any Node: sets up what is missing, then hands over to the project's own Node 24.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUpPackages } from './setup.mjs';

const bin = dirname(fileURLToPath(import.meta.url));
setUpPackages();
const node = join(bin, '..', 'node_modules', '.bin', 'node');
const child = spawn(
  node,
  ['--disable-warning=ExperimentalWarning', join(bin, 'homeroom.ts'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
