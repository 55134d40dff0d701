import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { SiteFiles } from '../files.ts';
import { s3Site } from '../s3-files.ts';
import { required } from '../world.ts';

const PAGE = 'pages/404.html';
/** Where even the page for missing pages is not written yet. */
const BARE = '<!doctype html><html lang="id"><title>Halaman ini tidak ada</title><p>Halaman ini tidak ada.</p></html>';
const SECONDS = 60;

/**
 * The page for addresses that are none: what the distribution asks for when the site's bucket has no such file, so that
 * people read where to go on, and the API's own answers stay as they are.
 */
export const answerMissing = (site: () => Pick<SiteFiles, 'get'>) => {
  let known: { text: string; until: number } | undefined;
  return async (): Promise<APIGatewayProxyStructuredResultV2> => {
    const now = Date.now();
    if (!known || known.until < now) {
      const found = await site().get(PAGE);
      known = { text: found ? Buffer.from(found.bytes).toString('utf8') : BARE, until: now + SECONDS * 1000 };
    }
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' };
    return { statusCode: 404, headers, body: known.text };
  };
};

let site: SiteFiles | undefined;
export const handler = answerMissing(() => {
  site ??= s3Site(required('SITE_BUCKET'));
  return site;
});
