import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { runInNewContext } from 'node:vm';
import { gzip } from 'node:zlib';
import { contentSecurityPolicy, nothingRuns, plainHeaders } from '../../security-headers.ts';
import { isMissing } from '../files.ts';

/** As the distribution sends them with every answer, with the policy of the behaviour that answered. */
export const securityHeaders = (policy: string): Record<string, string> => ({
  ...plainHeaders,
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
});
const ofPages = securityHeaders(contentSecurityPolicy());
const ofPhotos = securityHeaders(nothingRuns);

/** The very function that CloudFront runs before it looks for a page. */
const directoryIndex = runInNewContext(
  `${readFileSync(new URL('../../directory-index.js', import.meta.url), 'utf8')}; handler`,
) as (event: {
  request: { uri: string; querystring: Record<string, { value: string }> };
}) => { uri: string } | { statusCode: number; headers: { location: { value: string } } };

/** What the distribution makes of an address before it looks for a file. */
const fileAsked = (url: string) => {
  const [uri = '/', query = ''] = url.split('?');
  const words = query
    .split('&')
    .filter(Boolean)
    .map((word) => word.split('='));
  const querystring = Object.fromEntries(words.map(([name = '', ...value]) => [name, { value: value.join('=') }]));
  return directoryIndex({ request: { uri, querystring } });
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
  '.xml': 'application/xml; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** A name that carries a hash of its content never changes its content. */
const HASHED = /[-./][A-Za-z0-9_]{8,}\.(js|css|woff2|svg|png|jpg|webp|avif)$/;

/** The path below a folder that a URL names, with the index rule of the distribution; undefined for a way out. */
const fileOf = (path: string): string | undefined => {
  let plain: string;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(plain) || plain.split('/').some((segment) => segment.startsWith('.'))) return undefined;
  return normalize(plain);
};

/** What gets smaller by packing; pictures and fonts are packed already. */
const PACKED = /\.(html|js|css|json|svg|txt|map|xml|webmanifest)$/;
const pack = promisify(gzip);

type Dress = (html: string) => string;
const sendFile = async (
  response: ServerResponse,
  path: string,
  { headers, dress, status = 200 }: { headers: Record<string, string>; dress?: Dress | undefined; status?: number },
): Promise<boolean> => {
  try {
    if (!(await stat(path)).isFile()) return false;
    const read = await readFile(path);
    const plain = dress && path.endsWith('.html') ? Buffer.from(dress(read.toString('utf8'))) : read;
    const packs = PACKED.test(path) && /\bgzip\b/.test(String(response.req.headers['accept-encoding'] ?? ''));
    const bytes = packs ? await pack(plain) : plain;
    response.writeHead(status, {
      ...headers,
      ...(PACKED.test(path) ? { vary: 'accept-encoding' } : {}),
      ...(packs ? { 'content-encoding': 'gzip' } : {}),
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    // Node leaves the body of an answer to HEAD out by itself.
    response.end(bytes);
    return true;
  } catch (error) {
    if (isMissing(error) || (error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
};

const sendText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { ...ofPages, 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
};

/** Where the built site, the pages written ahead and the photos are, and what `/config.json` says. */
export type Site = {
  readonly site: string;
  /** The folder that holds `pages/`. */
  readonly written: string;
  readonly photos: string;
  readonly config: object;
  /** While pages are not written yet: the list by script stands in for those that are missing. */
  readonly standIn?: () => boolean;
};

/**
 * Serves the site as the distribution would, packed where that helps: pages from the site's folder, photos from theirs, nothing else. `dress` may
 * add to a page what only this machine shows.
 */
export const pages =
  ({ site, written, photos, config, standIn = () => false, dress }: Site & { readonly dress?: Dress }) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = 'GET', url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') return sendText(response, 405, 'Hanya GET.');
    const path = url.split('?')[0] ?? '/';
    if (path === '/config.json') {
      response.writeHead(200, { ...ofPages, 'content-type': 'application/json', 'cache-control': 'no-cache' });
      response.end(JSON.stringify(config));
      return;
    }
    if (path.startsWith('/photos/')) {
      const photo = fileOf(path.slice('/photos'.length));
      if (photo && (await sendFile(response, join(photos, photo), { headers: ofPhotos }))) return;
    } else {
      const asked = fileAsked(url);
      if ('statusCode' in asked) {
        response.writeHead(asked.statusCode, { ...ofPages, location: asked.headers.location.value });
        response.end();
        return;
      }
      const page = fileOf(asked.uri);
      const folder = page?.startsWith('/pages/') ? written : site;
      if (page && (await sendFile(response, join(folder, page), { headers: ofPages, dress }))) return;
      const missing = page?.startsWith('/pages/') && page.endsWith('.html') && standIn();
      if (missing && (await sendFile(response, join(site, 'cari/index.html'), { headers: ofPages, dress }))) return;
      if (await sendFile(response, join(written, 'pages/404.html'), { headers: ofPages, dress, status: 404 })) return;
    }
    sendText(response, 404, 'Halaman ini tidak ada.');
  };
