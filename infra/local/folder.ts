import { fileURLToPath } from 'node:url';

/** Everything one machine keeps between starts. Deleting it starts again. */
export const localFolder = fileURLToPath(new URL('../../.local', import.meta.url));
/** Where `infra/bundling/site-bundle.ts` leaves the pages, and what CloudFront would serve. */
export const siteFolder = fileURLToPath(new URL('../../dist/site', import.meta.url));
