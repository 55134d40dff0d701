import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { consumers } from '../events/subscriptions.ts';
import { contexts } from '../shared/contract.ts';
import { ownSourcesOnly } from './source-map.ts';
import { withoutDocuments } from './without-documents.ts';

const root = join(import.meta.dirname, '..');
const OUT = join(root, 'dist', 'functions');

/** What the distribution asks when the site's bucket has no such file. */
export const MISSING = 'pages/missing';

/** Every function by its file under functions/: one for each context of the contract, and what else is started. */
export const entries: readonly string[] = [
  ...Object.keys(contexts).map((context) => `${context}/api`),
  ...consumers,
  MISSING,
];

export const folderOf = (entry: string): string => entry.replaceAll('/', '-');
/** The folder that is deployed as a function: `index.cjs` and its map. */
export const bundleOf = (entry: string): string => join(OUT, folderOf(entry));

const pdfkitFonts = Object.fromEntries(
  ['Helvetica', 'HelveticaBold'].map((font) => [
    `pdfkit/standard-fonts/${font}`,
    join(root, 'node_modules', 'pdfkit', 'js', 'standard-fonts', `${font}.mjs`),
  ]),
);

/** What stands before every function, so that the log tells where in our files a fault is. */
const mappedStacks = async (): Promise<string> => {
  const { code } = await transform(await readFile(join(root, 'infra', 'mapped-stacks.ts'), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node24',
    minify: true,
  });
  return `'use strict';(()=>{${code.trim()}})();`;
};

/** One deployed file: its place below the functions' folder, and what stands in it. */
type Built = { readonly path: string; readonly text: string };

/**
 * One esbuild run for all functions. CommonJS, because it starts sooner than ESM (which instantiates all of node:http,
 * undici included); `module` fields first, because they shake to two thirds of the size.
 */
const buildFunctions = async (names: readonly string[] = entries): Promise<Built[]> => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: names.map((entry) => ({ in: `functions/${entry}.ts`, out: `${folderOf(entry)}/index` })),
    outdir: OUT,
    outExtension: { '.js': '.cjs' },
    write: false,
    bundle: true,
    platform: 'node',
    // Native code lies beside the bundle (native.ts).
    external: ['sharp'],
    target: 'node24',
    // Written as they are: esbuild would make them anew at every use, as it does for engines that lack them.
    supported: { 'regexp-unicode-property-escapes': true },
    format: 'cjs',
    banner: { js: await mappedStacks() },
    mainFields: ['module', 'main'],
    // pdfkit looks for a colour profile beside its own file, which a bundle does not have and we do not use.
    define: { 'import.meta.url': '"file:///bundle"', 'import.meta.dirname': '__dirname' },
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [withoutDocuments],
    // The SDK's parts that no function of ours reaches: a quarter of a bare client's size.
    alias: {
      '@aws-sdk/credential-provider-node': join(root, 'infra', 'lambda-credentials.ts'),
      '@smithy/core/event-streams': join(root, 'infra', 'no-event-streams.ts'),
      // Reads no font from a disk that a bundle does not have: it is told its fonts (functions/print/fonts.ts).
      ...pdfkitFonts,
      pdfkit: join(root, 'node_modules', 'pdfkit', 'js', 'pdfkit.browser.mjs'),
      // Unpacks fonts of WOFF2, half a megabyte for what no font of ours is.
      'brotli/decompress.js': 'node:zlib',
      bowser: join(root, 'infra', 'no-event-streams.ts'),
      '@aws-sdk/endpoint-cache': join(root, 'infra', 'no-event-streams.ts'),
    },
  });
  return outputFiles.map(({ path, text }) => ({
    path: relative(OUT, path),
    text: path.endsWith('.map') ? JSON.stringify(ownSourcesOnly(JSON.parse(text))) : text,
  }));
};

/** Fonts that a printed file carries lie beside the bundles that read them (functions/print/carried-fonts.ts). */
const FONTS = join(root, 'functions', 'print', 'font');
const CARRIED = 'noto-sans.ttf';
const inFull = { recursive: true } as const;

/** Builds and writes: below dist/ for a deployment, elsewhere for a test. */
export const bundleFunctions = async (names: readonly string[] = entries, out = OUT): Promise<void> => {
  const built = await buildFunctions(names);
  for (const entry of names) await rm(join(out, folderOf(entry)), { recursive: true, force: true });
  for (const { path, text } of built) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
    if (path.endsWith('.cjs') && text.includes(CARRIED))
      await cp(FONTS, join(dirname(join(out, path)), 'font'), inFull);
  }
};
