import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { HttpRequest } from '@smithy/core/protocols';
import { Hash } from '@smithy/core/serde';
import { SignatureV4 } from '@smithy/signature-v4';
import { rerunOn } from '../shared/table/engine/retries.ts';
import { passes, S3Refusal } from './s3-refusal.ts';
import { overTheWire, type S3Options } from './s3-request.ts';
import { required } from './world.ts';

const ATTEMPTS = 4;
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

type Content = { readonly body?: Uint8Array; readonly headers?: Record<string, string> };

/** Asks a bucket: what S3 refuses for now is asked again; what it refuses is an error in its own words. */
export const bucketOf = (
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
