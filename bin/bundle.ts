// Bundles the functions and their layers into dist/; quick when nothing changed. `node bin/bundle.ts`
import { fileURLToPath } from 'node:url';
import { bundleHandlers } from '../lib/bundle/handlers.ts';
import { layDefinitions, layModels, layNative } from '../lib/bundle/layers.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

export async function bundle(out = `${root}dist`): Promise<void> {
  layNative(root, out, 'duckdb');
  layNative(root, out, 'typst');
  layDefinitions(root, out);
  layModels(root, out);
  const steps = await bundleHandlers(root, out);
  console.error(`bundled ${steps.length === 0 ? 'no handlers yet' : steps.join(', ')}`);
}

if (import.meta.main) await bundle();
