// Bundles the portal's script into one file of the definitions (layout/portal.js), which drift checks compare.
import { join } from 'node:path';
import { buildSync } from 'esbuild';

export function browserScript(root: string): string {
  const built = buildSync({
    entryPoints: [join(root, 'src', 'portal', 'browser', 'main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'none',
  });
  return built.outputFiles[0]?.text ?? '';
}
