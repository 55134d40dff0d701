import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Consumer, consumers, subscriptionOf } from '../../../events/subscriptions.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const OUT = join(root, 'dist', 'local');

/** Consumers that write pages, in JSX, which Node does not read; those with a clock only call for pages. */
export const rendering: readonly Consumer[] = consumers.filter(
  (consumer) => consumer.startsWith('pages/') && subscriptionOf(consumer).queues !== undefined,
);

/** Where the built module of a consumer that renders lies. @throws while it is not built */
export const builtForNode = (consumer: Consumer): string => {
  const file = join(OUT, `${consumer}.js`);
  if (!existsSync(file)) throw new Error(`${file} is not built yet`);
  return pathToFileURL(file).href;
};

/** Builds what renders. Packages stay outside, so that it speaks with the same clients as everything else here. */
export const buildRendering = async (): Promise<void> => {
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: rendering.map((consumer) => ({ in: `functions/${consumer}.ts`, out: consumer })),
    outdir: OUT,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    // Fonts stay where they are: what is built stands in another folder (functions/print/carried-fonts.ts).
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'functions', 'print')) },
    logLevel: 'warning',
  });
};
