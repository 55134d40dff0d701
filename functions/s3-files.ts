import type { Files, SiteFiles } from './files.ts';
import { bucketOf } from './s3-bucket.ts';
import { orMissing, S3Refusal } from './s3-refusal.ts';
import type { S3Options } from './s3-request.ts';

/*
 * A bucket by plain signed requests, with the signer and the connections that the table's client brings anyway: S3's own
 * client weighs half as much as a whole function, for a PUT and a GET.
 */

/** A bucket's files. */
export const s3Files = (bucket: string, options: S3Options = {}): Files => {
  const ask = bucketOf(bucket, options);
  return {
    put: async (key, body, type = 'application/octet-stream') => {
      await ask('PUT', key, { body, headers: { 'content-type': type } });
    },
    get: (key) => ask('GET', key).then(({ bytes }) => bytes, orMissing),
  };
};

/** The site's bucket: a page is written over the one that was read, or not at all. */
export const s3Site = (bucket: string, options: S3Options = {}): SiteFiles => {
  const ask = bucketOf(bucket, options);
  return {
    get: (key) => ask('GET', key).then(({ bytes, headers }) => ({ bytes, tag: headers['etag'] ?? '' }), orMissing),
    replace: async (key, body, type, tag) => {
      const condition = tag === undefined ? { 'if-none-match': '*' } : { 'if-match': tag };
      // Asked for again each time, and answered "as it was" while it is.
      const headers = { 'content-type': type, 'cache-control': 'no-cache', ...condition };
      try {
        await ask('PUT', key, { body, headers });
        return true;
      } catch (error) {
        if (error instanceof S3Refusal && error.isConflict) return false;
        throw error;
      }
    },
  };
};
