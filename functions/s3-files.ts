import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { HttpRequest } from '@smithy/core/protocols';
import { Hash } from '@smithy/core/serde';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { SignatureV4 } from '@smithy/signature-v4';
import { rerunOn } from '../shared/table/engine/retries.ts';
import type { Files, SiteFiles } from './files.ts';
import { required } from './world.ts';

/*
 * A bucket by plain signed requests, with the signer and the connections that the table's client brings anyway: S3's own
 * client weighs half as much as a whole function, for a PUT and a GET.
 */

type Answer = {
  readonly statusCode: number;
  readonly headers?: Record<string, string>;
  readonly body: AsyncIterable<Uint8Array>;
};
export type S3Options = {
  readonly region?: string;
  readonly credentials?: ConstructorParameters<typeof SignatureV4>[0]['credentials'];
  readonly send?: (request: HttpRequest) => Promise<Answer>;
  readonly pause?: (attempt: number) => Promise<void>;
};

/** S3 did not do it, in its own words. */
class S3Refusal extends Error {
  readonly status: number;
  readonly isMissingFile: boolean;
  /** The file is not the one it was to be written over; two writers at one moment are told so as well. */
  readonly isConflict: boolean;
  constructor(status: number, { method, path }: HttpRequest, text: string) {
    super(`S3 answered ${status} to ${method} ${path}: ${text.slice(0, 300)}`);
    this.status = status;
    // A bucket that is missing is 404 too, and no answer to anything.
    this.isMissingFile = status === 404 && text.includes('<Code>NoSuchKey</Code>');
    this.isConflict = status === 412 || status === 409;
  }
}

const ATTEMPTS = 4;
const passes = (error: unknown): boolean =>
  !(error instanceof S3Refusal) || error.status >= 500 || error.status === 429;
/** Full jitter, as for the table. */
const jitter = (attempt: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));

/** As S3 compares it: all but letters, digits and -._~ escaped. */
const escaped = (part: string): string =>
  encodeURIComponent(part).replaceAll(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);

const bytesOf = async (body: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const parts: Uint8Array[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts);
};

const overTheWire = (): NonNullable<S3Options['send']> => {
  const handler = new NodeHttpHandler({ connectionTimeout: 3_000, requestTimeout: 60_000 });
  return async (request) => (await handler.handle(request)).response as Answer;
};

type Content = { readonly body?: Uint8Array; readonly headers?: Record<string, string> };

/** Asks a bucket: what S3 refuses for now is asked again; what it refuses is an error in its own words. */
const bucketOf = (
  bucket: string,
  {
    region = required('AWS_REGION'),
    credentials = defaultProvider(),
    send = overTheWire(),
    pause = jitter,
  }: S3Options = {},
) => {
  // S3 signs a path as it is written: escaped once, not twice as elsewhere.
  const sha256 = Hash.bind(null, 'sha256');
  const signer = new SignatureV4({ service: 's3', region, credentials, sha256, uriEscapePath: false });
  const hostname = `${bucket}.s3.${region}.amazonaws.com`;

  return (method: 'GET' | 'PUT', key: string, { body, headers = {} }: Content = {}) => {
    const path = `/${key.split('/').map(escaped).join('/')}`;
    const request = new HttpRequest({
      method,
      protocol: 'https:',
      hostname,
      path,
      body,
      headers: { host: hostname, ...headers },
    });
    return rerunOn({ pause }, ATTEMPTS, passes, async () => {
      const answer = await send((await signer.sign(request)) as HttpRequest);
      const bytes = await bytesOf(answer.body);
      if (answer.statusCode >= 300) throw new S3Refusal(answer.statusCode, request, bytes.toString('utf8'));
      return { bytes, headers: answer.headers ?? {} };
    });
  };
};

const orMissing = (error: unknown): undefined => {
  // Where the folder may not be listed S3 says 403 of a missing file: that stays an error worth seeing.
  if (error instanceof S3Refusal && error.isMissingFile) return undefined;
  throw error;
};

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
