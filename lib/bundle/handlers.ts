// Bundles each function's handler into one ES module that needs nothing beside it but the layers of native modules.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';
import { FUNCTIONS, type FunctionName } from '../functions/function-names.ts';
import { layerImport, REQUIRE_BANNER } from './layer-import.ts';
import { place } from './place.ts';

/** Functions whose handler was found; each lies in `<out>/lambdas/<step>/index.mjs`. */
export async function bundleHandlers(root: string, out: string): Promise<FunctionName[]> {
  const found = FUNCTIONS.filter((step) => existsSync(entry(root, step)));
  const stale = found.filter((step) => !isFresh(root, out, step));
  await Promise.all(stale.map((step) => bundleHandler(root, out, step)));
  return found;
}

async function bundleHandler(root: string, out: string, step: FunctionName): Promise<void> {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry(root, step)],
    outfile: bundleFile(out, step),
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    banner: { js: REQUIRE_BANNER },
    plugins: [layerImport(/^(@duckdb|@myriaddreamin)\//)],
    metafile: true,
    logLevel: 'warning',
  });
  const inputs = Object.keys(metafile.inputs).filter((path) => !path.startsWith('layer:'));
  place(inputsFile(out, step), (file) => writeFileSync(file, JSON.stringify(inputs)));
  place(bundleFile(out, step), (file) => writeFileSync(file, outputFiles[0]?.contents ?? ''));
}

/** A bundle is fresh when nothing that went into it, nor the lock file, is newer. */
function isFresh(root: string, out: string, step: FunctionName): boolean {
  const bundle = bundleFile(out, step);
  if (!existsSync(bundle) || !existsSync(inputsFile(out, step))) return false;
  const made = statSync(bundle).mtimeMs;
  const inputs = z.array(z.string()).parse(JSON.parse(readFileSync(inputsFile(out, step), 'utf8')));
  return [...inputs, 'package-lock.json'].every((path) => {
    const file = join(root, path);
    return existsSync(file) && statSync(file).mtimeMs <= made;
  });
}

const entry = (root: string, step: FunctionName) => join(root, 'lambdas', step, 'handler.ts');
const bundleFile = (out: string, step: FunctionName) => join(out, 'lambdas', step, 'index.mjs');
/** Beside the bundle's folder, not in it: what is in it becomes the function. */
const inputsFile = (out: string, step: FunctionName) => join(out, 'inputs', `${step}.json`);
