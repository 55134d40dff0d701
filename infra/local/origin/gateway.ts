import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authorize } from '../sign-in/tokens.ts';
import { type GatewayRoute, matcher, Refusal } from './routing.ts';

/** The stage's name is part of every path, so that CloudFront forwards `/api/*` without rewriting. */
const STAGE = 'api';

type Answer = {
  statusCode?: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};
export type GatewayOptions = {
  readonly routes: readonly GatewayRoute[];
  readonly authorize: Authorize;
  /** A token must carry one of them; none given, any token will do. */
  readonly scopes?: readonly string[];
  readonly timeoutMs?: number;
  /** The market's clock, which pages go by (`Date`); none given, the machine's. */
  readonly now?: () => string;
};
/** Answers a request below `/api`; what is not a route answers like API Gateway itself. */
export type Gateway = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const BODY_BYTES = 10 * 1024 * 1024;
/** A Lambda's answer may not be longer. */
const ANSWER_BYTES = 6 * 1024 * 1024;
const TEXT = /^(text\/.*|application\/(json|javascript|xml|.*\+(json|xml)))$/;

/** Claims arrive at a function as text: lists as `[a b]`, everything else as it is written. */
const claimText = (value: unknown): string =>
  Array.isArray(value)
    ? `[${value.map(claimText).join(' ')}]`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);

const claimsFor = async ({ authorize, scopes = [] }: GatewayOptions, header: string | undefined) => {
  const token = header?.replace(/^Bearer /i, '').trim();
  if (!token) throw new Refusal(401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
  const claims = await authorize(token).catch(() => {
    throw new Refusal(401, 'Unauthorized', { 'www-authenticate': 'Bearer error="invalid_token"' });
  });
  const carried = String(claims.scope ?? '').split(' ');
  if (scopes.length > 0 && !scopes.some((scope) => carried.includes(scope)))
    throw new Refusal(403, 'Forbidden', { 'www-authenticate': 'Bearer error="insufficient_scope"' });
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)]));
};

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const tooLarge = () => new Refusal(413, 'Request Entity Too Large', { connection: 'close' });
  if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  // Not `for await`: leaving that loop early would cut the line before the refusal is read.
  await new Promise<void>((resolve, reject) => {
    request.on('data', (part: Buffer) => {
      size += part.length;
      if (size <= BODY_BYTES) parts.push(part);
      else reject(tooLarge());
    });
    request.once('end', resolve).once('error', reject).once('aborted', reject);
  });
  return Buffer.concat(parts);
};

/** Names once, values of a repeated name joined by commas. */
const queryOf = (raw: string): Record<string, string> | undefined => {
  if (raw === '') return undefined;
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(raw)) query[name] = name in query ? `${query[name]},${value}` : value;
  return { ...query };
};

const headersOf = (request: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headersDistinct)
      .filter(([name]) => name !== 'cookie')
      .map(([name, values]) => [name, (values ?? []).join(',')]),
  );

/** The event of payload format 2.0. */
const eventOf = async (request: IncomingMessage, routes: ReturnType<typeof matcher>, options: GatewayOptions) => {
  const [rawPath = '', ...rest] = (request.url ?? '/').split('?');
  const rawQueryString = rest.join('?');
  const method = request.method ?? 'GET';
  const { route, params } = routes(method, rawPath.slice(STAGE.length + 1));
  const headers = headersOf(request);
  const claims = route.open ? undefined : await claimsFor(options, headers.authorization);
  const body = await readBody(request);
  const type = (headers['content-type'] ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
  const isText = TEXT.test(type);
  const query = queryOf(rawQueryString);
  const requestId = randomUUID();
  const event = {
    version: '2.0',
    routeKey: route.key,
    rawPath,
    rawQueryString,
    ...(request.headers.cookie ? { cookies: request.headers.cookie.split('; ') } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    ...(params ? { pathParameters: params } : {}),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: route.key,
      stage: STAGE,
      time: new Date().toUTCString(),
      timeEpoch: Date.now(),
      ...(claims ? { authorizer: { jwt: { claims, scopes: options.scopes ? [...options.scopes] : null } } } : {}),
    },
    ...(body.length > 0 ? { body: body.toString(isText ? 'utf8' : 'base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
  return { event, route, requestId };
};

const contextOf = (functionName: string, awsRequestId: string, timeoutMs: number) => {
  const dead = Date.now() + timeoutMs;
  return {
    awsRequestId,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: '512',
    logGroupName: '',
    logStreamName: '',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => dead - Date.now(),
  };
};

const within = async <T>(work: Promise<T>, timeoutMs: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refusal(503, 'Service Unavailable')), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** A result without a status code is taken as the body of a 200. */
const answerOf = (result: unknown): Answer =>
  typeof result === 'object' && result !== null && 'statusCode' in result
    ? (result as Answer)
    : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(result) ?? '' };

const send = (response: ServerResponse, answer: Answer): void => {
  const body = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > ANSWER_BYTES) throw new Refusal(500, 'Internal Server Error');
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, String(value));
  if (answer.cookies) response.setHeader('set-cookie', answer.cookies);
  const status = answer.statusCode ?? 200;
  const bodiless = status === 204 || status === 304;
  if (!bodiless && !response.hasHeader('content-type')) response.setHeader('content-type', 'text/plain;charset=UTF-8');
  if (!bodiless && !response.hasHeader('content-length')) response.setHeader('content-length', body.length);
  response.writeHead(status);
  response.end(bodiless ? undefined : body);
};

export const gateway = (options: GatewayOptions): Gateway => {
  const { routes, timeoutMs = 30_000, now } = options;
  const match = matcher(routes);
  return async (request, response) => {
    try {
      const { event, route, requestId } = await eventOf(request, match, options);
      response.setHeader('apigw-requestid', requestId);
      if (now) response.setHeader('date', new Date(now()).toUTCString());
      // Made for this request alone: nothing that the function changes of it is seen here, as over the wire.
      const context = contextOf(route.functionName, requestId, timeoutMs);
      const work = route.handler(event as never, context as never);
      send(response, answerOf(await within(work, timeoutMs)));
    } catch (error) {
      if (response.headersSent || (request.destroyed && !request.complete)) return;
      // A function tells its own faults; what fails around it (its program does not load) would be told by nobody.
      if (!(error instanceof Refusal)) console.error(error);
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Internal Server Error');
      request.resume();
      response.writeHead(refusal.status, { 'content-type': 'application/json', ...refusal.headers });
      response.end(JSON.stringify({ message: refusal.message }));
    }
  };
};
