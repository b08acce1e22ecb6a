// The bundles that the infrastructure tests synthesize with: the real ones, made as `cdk synth` makes them.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './synth.ts';

export async function bundleForTests(): Promise<string> {
  if (process.env.TMP_BUNDLES) return process.env.TMP_BUNDLES;
  // In a process of its own: esbuild refuses to run inside Jest's sandbox.
  await promisify(execFile)(process.execPath, [join(ROOT, 'bin', 'bundle.ts')], { cwd: ROOT });
  return join(ROOT, 'dist');
}
