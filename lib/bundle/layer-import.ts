// Makes a bundled ES module find packages of a Lambda layer: only `require` looks along NODE_PATH, `import` does not.
import type { Plugin } from 'esbuild';

/** Put before every bundle; CommonJS packages inside it need `require` as well. */
export const REQUIRE_BANNER =
  "import { createRequire as layerRequire } from 'node:module'; const require = layerRequire(import.meta.url);";

export function layerImport(packages: RegExp): Plugin {
  return {
    name: 'layer-import',
    setup(build) {
      build.onResolve({ filter: packages }, ({ path, namespace }) =>
        namespace === 'layer' ? { path, external: true } : { path, namespace: 'layer' },
      );
      build.onLoad({ filter: /.*/, namespace: 'layer' }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(path)});`,
        loader: 'js',
      }));
    },
  };
}
