/*
 * npm run --silent publish-site -- <outputs.json>
 *
 * Builds the pages and puts them into the site's bucket, with `/config.json` for this deployment. The file is what
 * `npx cdk deploy --all --outputs-file outputs.json` wrote. Runs with your own AWS credentials and AWS_REGION. Nothing is
 * deleted, so pages still open in a browser find their parts; names with a hash never change, the rest is asked again.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, relative, sep } from 'node:path';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import { buildSite } from '../infra/bundling/site-bundle.ts';

const Outputs = z.object({
  'PasarRata-Storage': z.object({ SiteBucket: z.string() }),
  'PasarRata-Platform': z.object({ Issuer: z.string(), Audience: z.string() }),
  'PasarRata-Sites': z.object({ Address: z.string() }),
});

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

const [file] = process.argv.slice(2);
if (!file) throw new Error('name the file that `npx cdk deploy --all --outputs-file` wrote');
const outputs = Outputs.parse(JSON.parse(await readFile(file, 'utf8')));
const { 'PasarRata-Storage': storage, 'PasarRata-Platform': platform, 'PasarRata-Sites': sites } = outputs;
const s3 = new S3Client({});
const put = async (key: string, bytes: Uint8Array | string) => {
  const hashed = key.startsWith('assets/');
  const input = {
    Bucket: storage.SiteBucket,
    Key: key,
    Body: bytes,
    ContentType: types[extname(key)] ?? 'application/octet-stream',
    CacheControl: hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
  await s3.send(new PutObjectCommand(input));
};

const folder = await mkdtemp(join(tmpdir(), 'pasar-rata-site-'));
try {
  await buildSite(folder);
  const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const keys = found.map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'));
  // Parts first, pages last: nobody gets a page whose parts are not there yet.
  keys.sort((a, b) => Number(a.endsWith('.html')) - Number(b.endsWith('.html')));
  const [clientId = ''] = platform.Audience.split(' ');
  await put('config.json', JSON.stringify({ issuer: platform.Issuer, clientId }));
  // The address under which people know the market: pages name themselves by it.
  await put('shells/site.json', JSON.stringify({ origin: sites.Address }));
  for (const key of keys) await put(key, await readFile(join(folder, key)));
  console.log(`${keys.length + 1} files at ${sites.Address}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
