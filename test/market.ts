import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import * as agencies from '../functions/agencies/api.ts';
import * as catalogue from '../functions/catalogue/api.ts';
import * as equity from '../functions/equity/api.ts';
import * as identity from '../functions/identity/api.ts';
import * as orders from '../functions/orders/api.ts';
import * as photos from '../functions/photos/api.ts';
import * as register from '../functions/register/api.ts';
import { type Handler, serve } from '../functions/serve.ts';
import * as turnover from '../functions/turnover/api.ts';
import type { World } from '../functions/world.ts';
import { type Context as ContextName, contexts, type Key, type Output, type Sent } from '../shared/contract.ts';
import { saveMembership } from '../shared/table/memberships.ts';
import { commit } from '../shared/table/table.ts';

const served = { agencies, catalogue, equity, identity, orders, photos, register, turnover } satisfies Record<
  ContextName,
  { endpoints: Parameters<typeof serve>[0] }
>;

/** A refusal as the client sees it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: Record<string, unknown>;
  constructor(status: number, body: Record<string, unknown>) {
    super(`${status} ${body['code']}: ${body['title']} ${JSON.stringify(body['errors'] ?? '')}`);
    this.status = status;
    this.code = String(body['code']);
    this.body = body;
  }
}

type Asked = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
  rawBody?: string;
};
export type Answer = { status: number; headers: Record<string, unknown>; body: never };

let requests = 0;
export const eventOf = (key: string, person: string | undefined, asked: Asked): APIGatewayProxyEventV2 => {
  const [method, path] = key.split(' ') as [string, string];
  const query =
    asked.query && Object.fromEntries(Object.entries(asked.query).map(([name, value]) => [name, String(value)]));
  requests += 1;
  return {
    version: '2.0',
    routeKey: key,
    rawPath: `/api${path}`,
    rawQueryString: query ? new URLSearchParams(query).toString() : '',
    headers: { ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }), ...asked.headers },
    ...(query ? { queryStringParameters: query } : {}),
    ...(asked.params ? { pathParameters: asked.params } : {}),
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'market' },
      requestId: `request-${requests}`,
      routeKey: key,
      stage: 'api',
      ...(person === undefined
        ? {}
        : { authorizer: { jwt: { claims: { sub: person, token_use: 'access', scope: 'openid' }, scopes: null } } }),
    } as unknown as APIGatewayProxyEventV2['requestContext'],
    isBase64Encoded: false,
    ...(asked.rawBody !== undefined
      ? { body: asked.rawBody }
      : asked.body === undefined
        ? {}
        : { body: JSON.stringify(asked.body) }),
  };
};

/** The market over the real handlers of a world, without HTTP between: `ask` answers anything, `as` a person's answers or throws. */
export const marketOf = (world: World) => {
  const handlers = new Map<string, Handler>(
    (Object.keys(contexts) as ContextName[]).flatMap((name) => {
      const handler = serve(served[name].endpoints, () => world);
      return Object.keys(contexts[name]).map((key) => [key, handler] as const);
    }),
  );
  const ask = async (key: string, person: string | undefined, asked: Asked = {}): Promise<Answer> => {
    const handler = handlers.get(key);
    if (!handler) throw new Error(`no handler for ${key}`);
    const { statusCode = 200, headers = {}, body } = await handler(eventOf(key, person, asked), {} as Context);
    return { status: statusCode, headers, body: (body === undefined ? null : JSON.parse(body)) as never };
  };
  const as =
    (person?: string) =>
    async <K extends Key>(
      key: K,
      asked: Partial<Sent<K>> & { headers?: Record<string, string> } = {},
    ): Promise<Output<K>> => {
      const { status, body } = await ask(key, person, asked as Asked);
      if (status >= 400) throw new Refusal(status, body);
      return body as Output<K>;
    };
  return { world, ask, as };
};
export type Market = ReturnType<typeof marketOf>;

/** The first operator of a deployment is seated by hand, as docs/deploy.md says. */
export const seatOperator = (world: World, person = 'operator') =>
  commit(world.table, [
    saveMembership({
      person,
      scope: 'country',
      role: 'operator',
      city: null,
      name: 'Indonesia',
      grantedBy: person,
      grantedAt: world.now(),
      version: 1,
    }),
  ]);
