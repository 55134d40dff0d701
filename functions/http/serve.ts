import { createHash, timingSafeEqual } from 'node:crypto';
import middy, { type MiddlewareObj } from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Routes } from '../../shared/contract/route/route.ts';
import { Problem, problemBody } from '../../shared/problem.ts';
import { counted } from '../counted.ts';
import { servingWorld, type World } from '../world.ts';
import type { Endpoint } from './endpoint.ts';
import { requireRate } from './throttle.ts';

type Result = APIGatewayProxyStructuredResultV2;
type Observed = MiddlewareObj<APIGatewayProxyEventV2, Result>;
export type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Result>;

/** HEAD is asked of what GET answers, and answered alike. */
const getKeyOf = (routeKey: string): string => routeKey.replace(/^HEAD /, 'GET ');

const asProblem: NonNullable<Endpoint['refuses']> = (problem, { requestContext }) => ({
  statusCode: problem.status,
  headers: {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
  },
  body: JSON.stringify(problemBody(problem, requestContext.requestId)),
});

/** Expected refusals are told as the route tells them; anything else is our fault: logged whole, answered with a fixed sentence. */
const refuse = (world: () => World, endpoints: ReadonlyMap<string, Endpoint>): Observed => ({
  onError: (request) => {
    const { error, event } = request;
    const { requestId } = event.requestContext;
    const expected = error instanceof Problem;
    if (!expected) world().logger.error('fault', { requestId, route: event.routeKey, error: error as Error });
    const problem = expected
      ? error
      : new Problem(
          'internal',
          'Ada yang salah di pihak kami. Coba lagi; bila berulang, sebutkan nomor permintaan ini.',
        );
    request.response = (endpoints.get(getKeyOf(event.routeKey))?.refuses ?? asProblem)(problem, event);
  },
});

/** One line per request, which is counted too: which route, how it ended, how long it took. Never who, never what. */
const observe = (world: () => World): Observed => {
  const starts = new WeakMap<object, number>();
  const end: NonNullable<Observed['after']> = ({ event, response }) => {
    const milliseconds = Math.round((performance.now() - (starts.get(event) ?? 0)) * 1000) / 1000;
    const status = response?.statusCode ?? 500;
    const { requestId } = event.requestContext;
    const figures = counted(event.routeKey, { milliseconds, fault: status >= 500 });
    world().logger.info('request', { requestId, status, ...figures });
  };
  return {
    before: ({ event }) => {
      starts.set(event, performance.now());
    },
    after: end,
    onError: end,
  };
};

const digest = (text: string) => createHash('sha256').update(text).digest();

/** The API has an address of its own, without the distribution's limits and logs; who comes that way is sent off. */
const requireOrigin = ({ headers }: APIGatewayProxyEventV2, { originSecret }: World): void => {
  if (originSecret === undefined) return;
  // Digests have one length, as the comparison wants; comparing takes the same time wherever they differ.
  if (!timingSafeEqual(digest(headers['x-origin-secret'] ?? ''), digest(originSecret)))
    throw new Problem('not_allowed', 'Pasar hanya melayani lewat alamat resminya.');
};

const bytesOf = ({ body = '', isBase64Encoded }: Result): number =>
  isBase64Encoded ? Buffer.byteLength(body, 'base64') : Buffer.byteLength(body);

/** HEAD's answer says everything but the body, its length included (RFC 9110 §9.3.2). Outermost, so refusals are too. */
const strip: NonNullable<Observed['after']> = (request) => {
  const { event, response } = request;
  if (event.requestContext.http.method !== 'HEAD' || !response) return;
  const { body: _, isBase64Encoded: __, ...answer } = response;
  request.response = { ...answer, headers: { ...answer.headers, 'content-length': String(bytesOf(response)) } };
};
const withoutBody: Observed = { after: strip, onError: strip };

/**
 * The Lambda of one context: API Gateway is the router, its route key finds the endpoint. middy is composed here, once,
 * and operations never see it. Its own routes come with it, so that no function carries the schemas of the others.
 */
export const serve = (routes: Routes, endpoints: readonly Endpoint[], world: () => World = servingWorld()): Handler => {
  const byKey = new Map<string, Endpoint>(endpoints.map((one) => [one.key, one]));
  const handle = middy<APIGatewayProxyEventV2, Result>()
    .use(withoutBody)
    .use(observe(world))
    .use(refuse(world, byKey))
    .handler((event) => {
      requireOrigin(event, world());
      requireRate(event, world().throttle, performance.now());
      const found = byKey.get(getKeyOf(event.routeKey));
      const route = found && routes[found.key];
      if (!found || !route) throw new Problem('not_found', 'Alamat ini tidak ada.');
      return found.run(event, world(), route);
    });
  return handle as unknown as Handler;
};
