import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Download } from '../../shared/contract/route/download.ts';
import type { Route } from '../../shared/contract/route/route.ts';

type Result = APIGatewayProxyStructuredResultV2;

const cacheOf = ({ access, cacheSeconds = 0, cachedBy }: Route): string =>
  access === 'public'
    ? `${cachedBy === 'browser' ? 'private' : 'public'}, max-age=${cacheSeconds}`
    : 'private, no-store';

/** What an operation gave, parsed by its contract: nothing undeclared leaves. */
export const answer = (route: Route, output: unknown): Result => {
  const statusCode = route.status ?? 200;
  if (statusCode === 204) return { statusCode };
  const cache = cacheOf(route);
  if (route.produces) return fileAnswer(Download.parse(output), statusCode, cache);
  const body = route.response.parse(output) as { version?: number };
  return {
    statusCode,
    headers: {
      'content-type': 'application/json',
      'cache-control': cache,
      ...(typeof body?.version === 'number' ? { etag: `"${body.version}"` } : {}),
    },
    body: JSON.stringify(body),
  };
};

/** Bytes travel as base64; API Gateway unpacks them. The name is ours, without a quote in it. */
const fileAnswer = ({ name, type, bytes, next }: Download, statusCode: number, cache: string): Result => ({
  statusCode,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
    ...(next ? { link: `<?cursor=${encodeURIComponent(next)}>; rel="next"` } : {}),
  },
  isBase64Encoded: true,
  body: Buffer.from(bytes).toString('base64'),
});
