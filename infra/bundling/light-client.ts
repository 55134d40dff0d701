import { join } from 'node:path';
import type { Plugin } from 'esbuild';

const nobody = join(import.meta.dirname, 'no-event-streams.ts');
/** Files of the SDK that others of it import, and what every bundle has in their place. */
const standIns: readonly { readonly of: string; readonly file: string; readonly by: string }[] = [
  // Rules of every service, partition and account: ten kilobytes that end at the table of the function's own region.
  { of: '/endpointResolver', by: '/client-dynamodb/', file: join(import.meta.dirname, 'table-endpoint.ts') },
  // Hashing without node:crypto.
  { of: '/Sha256Js', by: '/@smithy/', file: nobody },
  // Slows a client down by itself, which it does only when told to by a setting that no function of ours has.
  { of: '/DefaultRateLimiter', by: '/@smithy/', file: nobody },
];

/** The table's client without what it never uses in a function. */
export const lightClient: Plugin = {
  name: 'light client',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.{1,2}\/.*(?:endpointResolver|Sha256Js|DefaultRateLimiter)$/ }, ({ path, importer }) => {
      const found = standIns.find(({ of, by }) => path.endsWith(of) && importer.includes(by));
      return found && { path: found.file };
    }),
};
