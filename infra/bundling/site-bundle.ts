import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { helpPages } from '../../web/storefront/help/help-html.ts';
import { carriedBy } from './carried.ts';

const root = join(import.meta.dirname, '..', '..');
const web = join(root, 'web');

/** A page: its shell and its script under web/, where it is served, what it wears over the style of all, and what all its parts share. */
type SitePage = {
  readonly shell: string;
  readonly script: string;
  readonly to: string;
  readonly style?: string;
  readonly carried?: string;
};
const pages: readonly SitePage[] = [
  { shell: 'storefront/index.html', script: 'web/storefront/main.tsx', to: 'cari/index.html' },
  // What functions/pages makes every public page of; nobody reads it as it is.
  { shell: 'storefront/public.html', script: 'web/storefront/public/written.tsx', to: 'shells/public.html' },
  { shell: 'storefront/personal.html', script: 'web/storefront/personal.tsx', to: 'pribadi/index.html' },
  {
    shell: 'storefront/personal.html',
    script: 'web/storefront/cart/open-cart.tsx',
    to: 'keranjang/index.html',
    carried: 'web/storefront/cart/carried.ts',
  },
  {
    shell: 'dasbor/index.html',
    script: 'web/dasbor/main.tsx',
    to: 'dasbor/index.html',
    style: 'web/dasbor/dasbor.css',
  },
];
const icons = ['icon.svg', 'icon-192.png', 'icon-512.png'];

const manifest = {
  name: 'Pasar Rata',
  short_name: 'Pasar Rata',
  description: 'Beli langsung dari usaha kecil di kota Anda.',
  lang: 'id',
  start_url: '/',
  display: 'minimal-ui',
  background_color: '#fbfaf6',
  theme_color: '#1f3b73',
  icons: [
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
  ],
};

/** Chrome of Android 5 and Safari of 2022 still read this: nesting and newer syntax are written out for them. */
const target = ['chrome99', 'firefox100', 'safari15.4'];

/**
 * One page and its parts. Each by itself: what two pages have in common would be cut into more and smaller parts for both,
 * which cost a first view more than a second one saves. The same part still has the same name, and is fetched once.
 */
const bundle = (entry: string, outDir: string, carried?: string): Promise<Metafile> =>
  build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: join(outDir, 'assets'),
    entryNames: `${basename(dirname(entry))}-[hash]`,
    // A shopper's phone keeps no part of the officials' desk: they are told apart by their names.
    chunkNames: entry.startsWith('web/dasbor/') ? 'dasbor-part-[hash]' : 'part-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets/',
    bundle: true,
    splitting: !entry.endsWith('.css'),
    plugins: carried === undefined ? [] : [carriedBy(root, entry, join(root, carried))],
    format: 'esm',
    target,
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }).then(({ metafile }) => metafile);

/** The address of a file esbuild wrote. */
const addressOf = (path: string): string => `/assets/${basename(path)}`;
const outputOf = (metafile: Metafile, suffix: string): string => {
  const path = Object.keys(metafile.outputs).find((name) => name.endsWith(suffix));
  if (path === undefined) throw new Error(`the site's bundle holds no ${suffix}`);
  return addressOf(path);
};

/** The entry, and what it imports at once: named in the page, so that a slow line is asked only once. */
const scriptsOf = (metafile: Metafile, entry: string): { script: string; parts: string[] } => {
  const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry);
  if (found === undefined) throw new Error(`the site's bundle holds no ${entry}`);
  const parts = found[1].imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => addressOf(path));
  return { script: addressOf(found[0]), parts };
};

const head = (
  styles: readonly string[],
  font: string,
  { script, parts }: { script: string; parts: string[] },
): string =>
  [
    '<meta name="theme-color" content="#1f3b73">',
    '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
    '<link rel="apple-touch-icon" href="/icon-192.png">',
    '<link rel="manifest" href="/manifest.webmanifest">',
    `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin>`,
    ...styles.map((style) => `<link rel="stylesheet" href="${style}">`),
    ...parts.map((part) => `<link rel="modulepreload" href="${part}">`),
    `<script type="module" src="${script}"></script>`,
  ].join('\n');

/** Pages of help are whole as they are built: a script only adds the search and the office of one's city. */
const writeHelp = async (outDir: string, foot: string, style: Metafile): Promise<void> => {
  const script = 'web/storefront/help/help.tsx';
  const [html, metafile] = await Promise.all([
    readFile(join(web, 'storefront', 'help.html'), 'utf8'),
    bundle(script, outDir),
  ]);
  const dressed = head([outputOf(style, '.css')], outputOf(style, '.woff2'), scriptsOf(metafile, script));
  for (const { path, title, description, body } of helpPages()) {
    const about = `<title>${title}</title>\n<meta name="description" content="${description}">`;
    const parts: Record<string, string> = { about, head: dressed, page: body, foot };
    await mkdir(join(outDir, path), { recursive: true });
    await writeFile(
      join(outDir, path, 'index.html'),
      html.replace(/<!--(about|head|page|foot)-->/g, (_, name: string) => parts[name] ?? ''),
    );
  }
};

/** The service worker, with the names of the files a shopper's pages need: another build makes another worker. */
const writeWorker = async (outDir: string): Promise<void> => {
  const files = (await readdir(join(outDir, 'assets'))).filter((name) => !name.startsWith('dasbor-')).sort();
  await build({
    absWorkingDir: root,
    entryPoints: ['web/entry/service-worker.ts'],
    outfile: join(outDir, 'sw.js'),
    bundle: true,
    format: 'iife',
    target,
    minify: true,
    define: { KEPT_FILES: JSON.stringify(files.map((name) => `/assets/${name}`)) },
    legalComments: 'none',
    logLevel: 'warning',
  });
};

/**
 * Writes the whole site: pages, hashed assets, icons and manifest. No inline script and no inline style, so that the
 * strictest content security policy holds. `/config.json` is not written here: the deployment and the local server know
 * the issuer, the build does not.
 */
export const buildSite = async (outDir: string): Promise<void> => {
  await rm(join(outDir, 'assets'), { recursive: true, force: true });
  const [foot, style] = await Promise.all([
    readFile(join(web, 'foot.html'), 'utf8'),
    bundle('web/kit/style.css', outDir),
  ]);
  // The office of a city stands on pages that are written for one.
  const footOf = (to: string) => (to.startsWith('shells/') ? foot : foot.replace('<!--office-->', '')).trim();
  const write = async ({ shell, script, to, style: over, carried }: SitePage) => {
    const [html, metafile, worn] = await Promise.all([
      readFile(join(web, shell), 'utf8'),
      bundle(script, outDir, carried),
      over ? bundle(over, outDir) : undefined,
    ]);
    const styles = [style, ...(worn ? [worn] : [])].map((built) => outputOf(built, '.css'));
    const dressed = head(styles, outputOf(style, '.woff2'), scriptsOf(metafile, script));
    await mkdir(dirname(join(outDir, to)), { recursive: true });
    await writeFile(join(outDir, to), html.replace('<!--head-->', dressed).replace('<!--foot-->', footOf(to)));
  };
  await Promise.all([...pages.map(write), writeHelp(outDir, footOf('bantuan/'), style)]);
  await writeWorker(outDir);
  for (const icon of icons) await cp(join(web, 'kit', 'icons', icon), join(outDir, icon));
  await writeFile(join(outDir, 'manifest.webmanifest'), JSON.stringify(manifest));
};
