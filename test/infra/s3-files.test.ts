import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { s3Files } from '../../functions/s3-files.ts';
import type { S3Options } from '../../functions/s3-request.ts';

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI', sessionToken: 'of a role' };
const region = 'ap-southeast-3';

const hash = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');
const keyed = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

type Sent = Parameters<NonNullable<S3Options['send']>>[0];
/** The signature as AWS's documentation says it, made from what came over the wire. */
const signatureOf = ({ method, path, headers, body }: Sent): string => {
  const [, day = '', signed = ''] =
    /Credential=[^/]+\/(\d{8}).*SignedHeaders=([^,]+)/.exec(headers['authorization'] ?? '') ?? [];
  const payload = hash(body ?? '');
  expect(headers['x-amz-content-sha256']).toBe(payload);
  const lines = signed.split(';').map((name) => `${name}:${headers[name]}\n`);
  const canonical = [method, path, '', lines.join(''), signed, payload].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce<Buffer>(keyed, keyed(`AWS4${credentials.secretAccessKey}`, day));
  return keyed(key, text).toString('hex');
};

async function* stream(text: string) {
  yield Buffer.from(text);
}

/** A bucket that checks signatures, and answers what it is told to first. */
const bucketOf = (first: { status: number; text: string }[] = []) => {
  const kept = new Map<string, Uint8Array>();
  const sent: Sent[] = [];
  const send: NonNullable<S3Options['send']> = async (request) => {
    sent.push(request);
    expect(request.headers['host']).toBe('photos.s3.ap-southeast-3.amazonaws.com');
    expect(request.headers['x-amz-security-token']).toBe('of a role');
    expect(request.headers['authorization']).toContain(`Signature=${signatureOf(request)}`);
    const refused = first.shift();
    if (refused?.status === 0) throw new Error('socket hang up');
    if (refused) return { statusCode: refused.status, body: stream(refused.text) };
    if (request.method === 'PUT') {
      kept.set(request.path, Uint8Array.from(request.body));
      return { statusCode: 200, body: stream('') };
    }
    const found = kept.get(request.path);
    if (!found) return { statusCode: 404, body: stream('<Error><Code>NoSuchKey</Code></Error>') };
    return {
      statusCode: 200,
      body: (async function* () {
        yield found.slice(0, 3);
        yield found.slice(3);
      })(),
    };
  };
  return { files: s3Files('photos', { region, credentials, send, pause: async () => {} }), sent };
};

describe('a bucket', () => {
  test('answers what was put, under any name, by requests signed as AWS reads them', async () => {
    const { files } = bucketOf();
    for (const key of ['photos/a.jpg', "ledgers/35.73/a b+c(1)!*'~é.json.gz", 'x/%41', 'empty']) {
      const bytes = new TextEncoder().encode(key === 'empty' ? '' : `of ${key}`);
      await files.put(key, bytes, 'image/jpeg');
      expect(Buffer.from((await files.get(key)) ?? 'nothing')).toEqual(Buffer.from(bytes));
    }
  });

  test('says of a file that is not there that it is not there, and of nothing else', async () => {
    expect(await bucketOf().files.get('photos/none.jpg')).toBeUndefined();
    const gone = bucketOf([{ status: 404, text: '<Error><Code>NoSuchBucket</Code></Error>' }]).files;
    await expect(gone.get('a')).rejects.toThrow('NoSuchBucket');
    const closed = bucketOf([{ status: 403, text: '<Error><Code>AccessDenied</Code></Error>' }]);
    await expect(closed.files.get('a')).rejects.toThrow('403');
    expect(closed.sent).toHaveLength(1);
  });

  test('is asked again while it is busy or the line is cut, and signed anew each time', async () => {
    const busy = { status: 503, text: '<Error><Code>SlowDown</Code></Error>' };
    const { files, sent } = bucketOf([busy, { status: 0, text: '' }]);
    await files.put('a', Uint8Array.of(1, 2, 3));
    expect(sent).toHaveLength(3);
    const never = bucketOf(Array.from({ length: 9 }, () => busy));
    await expect(never.files.put('a', Uint8Array.of(1))).rejects.toThrow('SlowDown');
    expect(never.sent).toHaveLength(4);
  });
});
