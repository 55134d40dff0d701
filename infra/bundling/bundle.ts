import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { type BuildOptions, build, transform } from 'esbuild';
import { consumers } from '../../events/subscriptions.ts';
import { contexts } from '../../shared/contract.ts';
import { apart, filesApart } from './files-apart.ts';
import { lazySchemas } from './lazy-schemas.ts';
import { lightClient } from './light-client.ts';
import { ownSourcesOnly } from './source-map.ts';
import { withoutDocuments } from './without-documents.ts';

const root = join(import.meta.dirname, '..', '..');
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
  const { code } = await transform(await readFile(join(import.meta.dirname, 'mapped-stacks.ts'), 'utf8'), {
    loader: 'ts',
    format: 'cjs',
    target: 'node24',
    minify: true,
  });
  return `'use strict';(()=>{${code.trim()}})();`;
};

/** CommonJS, because it starts sooner than ESM (which instantiates all of node:http, undici included). */
const options = {
  absWorkingDir: root,
  outdir: OUT,
  outExtension: { '.js': '.cjs' },
  write: false,
  bundle: true,
  platform: 'node',
  // Native code lies beside the bundle (native.ts).
  external: ['sharp'],
  target: 'node24',
  // Regular expressions as they are: esbuild would make them again at every use, as it does for engines that lack them.
  // An import at first use is a `require`: the loader of ESM need not be started for it.
  supported: { 'regexp-unicode-property-escapes': true, 'dynamic-import': false },
  format: 'cjs',
  // `module` fields first, because they shake to two thirds of the size.
  mainFields: ['module', 'main'],
  // pdfkit looks for a colour profile beside its own file, which a bundle does not have and we do not use.
  define: { 'import.meta.url': '"file:///bundle"', 'import.meta.dirname': '__dirname' },
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [filesApart, withoutDocuments, lightClient, lazySchemas],
  // The SDK's parts that no function of ours reaches: a quarter of a bare client's size.
  alias: {
    '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'lambda-credentials.ts'),
    '@smithy/core/event-streams': join(import.meta.dirname, 'no-event-streams.ts'),
    // Reads no font from a disk that a bundle does not have: it is told its fonts (functions/print/pdf-writer.ts).
    ...pdfkitFonts,
    pdfkit: join(root, 'node_modules', 'pdfkit', 'js', 'pdfkit.browser.mjs'),
    // Unpacks fonts of WOFF2, half a megabyte for what no font of ours is.
    'brotli/decompress.js': 'node:zlib',
    bowser: join(import.meta.dirname, 'no-event-streams.ts'),
    '@aws-sdk/endpoint-cache': join(import.meta.dirname, 'no-event-streams.ts'),
  },
} as const satisfies BuildOptions;

/** One deployed file: its place below the functions' folder, and what stands in it. */
type Built = { readonly path: string; readonly text: string };

/** One esbuild run for all functions. */
const buildFunctions = async (names: readonly string[]): Promise<Built[]> => {
  const { outputFiles } = await build({
    ...options,
    entryPoints: names.map((entry) => ({ in: `functions/${entry}.ts`, out: `${folderOf(entry)}/index` })),
    banner: { js: await mappedStacks() },
    sourcemap: 'linked',
    sourcesContent: false,
  });
  return outputFiles.map(({ path, text }) => ({
    path: relative(OUT, path),
    text: path.endsWith('.map') ? JSON.stringify(ownSourcesOnly(JSON.parse(text))) : text,
  }));
};

/** What bundles import at first use, each beside every bundle that does. */
const buildApart = async (bundles: readonly Built[]): Promise<Built[]> => {
  const { outputFiles } = await build({
    ...options,
    entryPoints: apart.map((part) => ({ in: `functions/${part}.ts`, out: basename(part) })),
  });
  return outputFiles.flatMap(({ path, text }) =>
    bundles
      .filter((bundle) => bundle.path.endsWith('.cjs') && bundle.text.includes(`./${basename(path)}`))
      .map((bundle) => ({ path: join(dirname(bundle.path), basename(path)), text })),
  );
};

/** Fonts that a printed file carries lie beside the bundles that read them (functions/print/carried-fonts.ts). */
const FONTS = join(root, 'functions', 'print', 'font');
const CARRIED = 'noto-sans.ttf';
const inFull = { recursive: true } as const;

/** Builds and writes: below dist/ for a deployment, elsewhere for a test. */
export const bundleFunctions = async (names: readonly string[] = entries, out = OUT): Promise<void> => {
  const bundles = await buildFunctions(names);
  const built = [...bundles, ...(await buildApart(bundles))];
  for (const entry of names) await rm(join(out, folderOf(entry)), { recursive: true, force: true });
  for (const { path, text } of built) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), text);
    if (path.endsWith('.cjs') && text.includes(CARRIED))
      await cp(FONTS, join(dirname(join(out, path)), 'font'), inFull);
  }
};
