import { readFile } from 'node:fs/promises';
import type { Loader, Plugin } from 'esbuild';

const ASKED = Symbol('asked by this plugin');

/**
 * Parts of a page that come later import what its shell carries, so that it is cut into one piece instead of one for every set of
 * parts that share something. Nothing more is carried: what is imported so is in the shell already.
 */
export const carriedBy = (carried: string): Plugin => ({
  name: 'carried',
  setup: (build) => {
    const parts = new Set<string>();
    build.onResolve({ filter: /^\./ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === ASKED) return undefined;
      const found = await build.resolve(path, { kind, resolveDir, importer, pluginData: ASKED });
      parts.add(found.path);
      return found;
    });
    build.onLoad({ filter: /\/web\/.*\.tsx?$/ }, async ({ path }) => {
      if (!parts.has(path)) return undefined;
      const loader: Loader = path.endsWith('x') ? 'tsx' : 'ts';
      return { contents: `import ${JSON.stringify(carried)};\n${await readFile(path, 'utf8')}`, loader };
    });
  },
});
