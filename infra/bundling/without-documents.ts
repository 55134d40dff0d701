import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** `.describe('…')` and `.meta({ … })`: words about a schema for the API's documents (scripts/docs), each of which copies it. */
const ABOUT = /\.(?:describe\(\s*(?:'[^'\\]*'|"[^"\\]*")\s*,?\s*\)|meta\(\{[^{}()]*\}\))/g;
const newlinesOf = (text: string): string => text.replace(/[^\n]/g, '');

/** What a module exports, by name, without anything behind it. */
const emptied = (text: string): string =>
  [...text.matchAll(/^export (?:const|function) (\w+)/gm)]
    .map(([, name]) => `export const ${name} = undefined;`)
    .join('');

/**
 * Functions answer by schemas and never tell what these look like: neither words about them nor zod's JSON Schema go along,
 * nor its English, as what is wrong with a request is told in our own sentences (functions/http/flaw-sentences.ts).
 */
export const withoutDocuments: Plugin = {
  name: 'without documents',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/shared\/.*\.ts$/ }, async ({ path }) => ({
      // Lines stay where they are, for the maps of a stack.
      contents: (await readFile(path, 'utf8')).replace(ABOUT, newlinesOf),
      loader: 'ts',
    }));
    // A client tells its version with every request, and carries all it was published with for that.
    onLoad({ filter: /\/@aws-sdk\/client-[^/]+\/package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
    onLoad({ filter: /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/ }, async ({ path }) => ({
      contents: emptied(await readFile(path, 'utf8')),
    }));
    onLoad({ filter: /\/zod\/v4\/locales\/en\.js$/ }, () => ({
      contents: 'export default () => ({ localeError: () => undefined });',
    }));
  },
};
