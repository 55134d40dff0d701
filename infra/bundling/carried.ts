import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Loader, type Plugin } from 'esbuild';

/** Which files of a page come later, each as a part of its own. */
const partsOf = async (root: string, entry: string): Promise<ReadonlySet<string>> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    splitting: true,
    outdir: 'nowhere',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
  });
  const imports = Object.values(metafile.inputs).flatMap(({ imports }) => imports);
  const later = imports.flatMap(({ kind, path }) => (kind === 'dynamic-import' ? [path] : []));
  return new Set([entry, ...later].map((path) => join(root, path)));
};

/**
 * Parts of a page that come later import what its shell carries, so that it is cut into one piece instead of one for every set of
 * parts that share something. Nothing more is carried: what is imported so is in the shell already. Which files are parts is known
 * before the first is read: one that another imports at once is read before anybody says that it comes later elsewhere.
 */
export const carriedBy = (root: string, entry: string, carried: string): Plugin => ({
  name: 'carried',
  setup: async ({ onLoad }) => {
    const parts = await partsOf(root, entry);
    onLoad({ filter: /\/web\/.*\.tsx?$/ }, async ({ path }) => {
      if (!parts.has(path)) return undefined;
      const loader: Loader = path.endsWith('x') ? 'tsx' : 'ts';
      return { contents: `import ${JSON.stringify(carried)};\n${await readFile(path, 'utf8')}`, loader };
    });
  },
});
