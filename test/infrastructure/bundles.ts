// The bundles that the infrastructure tests synthesize with: the real ones, made as `cdk synth` makes them.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './synth.ts';

export async function bundleForTests(): Promise<string> {
  // In a process of its own: esbuild refuses to run inside Jest's sandbox.
  await promisify(execFile)(process.execPath, [join(ROOT, 'bin', 'bundle.ts')], { cwd: ROOT });
  return join(ROOT, 'dist');
}
