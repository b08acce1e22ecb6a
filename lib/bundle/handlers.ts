// Bundles each step's handler into one ES module that needs nothing beside it but the DuckDB layer.
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { STEPS, type Step } from '../pipeline/steps.ts';
import { layerImport, REQUIRE_BANNER } from './layer-import.ts';

/** Steps whose handler was found; each lies in `<out>/lambdas/<step>/index.mjs`. */
export async function bundleHandlers(root: string, out: string): Promise<Step[]> {
  const found = STEPS.filter((step) => existsSync(entry(root, step)));
  const stale = found.filter((step) => !isFresh(root, out, step));
  await Promise.all(stale.map((step) => bundleHandler(root, out, step)));
  return found;
}

async function bundleHandler(root: string, out: string, step: Step): Promise<void> {
  const folder = join(out, 'lambdas', step);
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry(root, step)],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    banner: { js: REQUIRE_BANNER },
    plugins: [layerImport(/^@duckdb\//)],
    metafile: true,
    logLevel: 'warning',
  });
  mkdirSync(join(out, 'inputs'), { recursive: true });
  const inputs = Object.keys(metafile.inputs).filter((path) => !path.startsWith('layer:'));
  writeFileSync(
    inputsFile(out, step),
    JSON.stringify(inputs.map((path) => relative(root, join(root, path)))),
  );
}

/** A bundle is fresh when nothing that went into it, nor the lock file, is newer. */
function isFresh(root: string, out: string, step: Step): boolean {
  const bundle = join(out, 'lambdas', step, 'index.mjs');
  if (!existsSync(bundle) || !existsSync(inputsFile(out, step))) return false;
  const made = statSync(bundle).mtimeMs;
  const inputs: string[] = JSON.parse(readFileSync(inputsFile(out, step), 'utf8'));
  return [...inputs, 'package-lock.json'].every((path) => {
    const file = join(root, path);
    return existsSync(file) && statSync(file).mtimeMs <= made;
  });
}

const entry = (root: string, step: Step) => join(root, 'lambdas', step, 'handler.ts');
const inputsFile = (out: string, step: Step) => join(out, 'inputs', `${step}.json`);
