import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Key, Sent } from '../../../shared/contract.ts';

/** A request: what its contract takes, bytes of some type (a photo's) among it, and the key that makes a repeat the same request. */
export type Asked<K extends Key> = Partial<Sent<K>> & {
  readonly key?: string;
  readonly bytes?: Uint8Array;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** What API Gateway would hand to the function, with the claims its authorizer would have checked. */
export const eventOf = <K extends Key>(
  key: K,
  person: string | undefined,
  asked: Asked<K>,
  number: number,
): APIGatewayProxyEventV2 => {
  const [method = '', path = ''] = key.split(' ');
  const {
    params,
    query,
    body,
    bytes,
    type = 'image/jpeg',
    headers,
    key: idempotencyKey,
  } = asked as { [part: string]: unknown };
  const claims = { sub: person, token_use: 'access', scope: 'openid' };
  return {
    version: '2.0',
    routeKey: key,
    rawPath: `/api${path.replace(/\{(\w+)\}/g, (hole, name: string) => (params as Record<string, string>)?.[name] ?? hole)}`,
    rawQueryString: '',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bytes === undefined ? {} : { 'content-type': String(type) }),
      ...(headers as Record<string, string> | undefined),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': String(idempotencyKey) }),
    },
    ...(query === undefined ? {} : { queryStringParameters: query as Record<string, string> }),
    ...(params === undefined ? {} : { pathParameters: params as Record<string, string> }),
    requestContext: {
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'demo' },
      requestId: `demo-${number}`,
      routeKey: key,
      stage: 'api',
      ...(person === undefined ? {} : { authorizer: { jwt: { claims, scopes: null } } }),
    } as unknown as APIGatewayProxyEventV2['requestContext'],
    isBase64Encoded: bytes !== undefined,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(bytes === undefined ? {} : { body: Buffer.from(bytes as Uint8Array).toString('base64') }),
  };
};
