import { basename } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * What functions import when they first need it (`await import`): files of their own beside a bundle, so that no start reads
 * them. Such a file imports nothing of ours, else that would be there twice.
 */
export const apart = ['print/pdf-writer', 'print/workbook-writer'] as const;
export const filesApart: Plugin = {
  name: 'files apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.ts$/ }, ({ path, kind }) => {
      const part = kind === 'dynamic-import' ? apart.find((one) => basename(one) === basename(path, '.ts')) : undefined;
      return part && { path: `./${basename(part)}.cjs`, external: true };
    }),
};
