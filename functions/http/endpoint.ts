import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import * as z from 'zod';

import { Download } from '../../shared/contract/reports.ts';
import type { Route } from '../../shared/contract/route.ts';
import { type Input, type Key, type Output, routeOf } from '../../shared/contract.ts';
import { derivedId, fingerprint } from '../../shared/domain/basics/id.ts';
import { type Caller, Person } from '../../shared/domain/people/caller.ts';
import { PHOTO_BYTES } from '../../shared/domain/photos/sizes.ts';
import { type Flaw, Problem } from '../../shared/problem.ts';
import { Stale } from '../../shared/table/engine/writes.ts';
import { membershipsOf } from '../../shared/table/memberships.ts';
import { keep, type World } from '../world.ts';
import { flawSentence } from './flaw-sentences.ts';

/** Every flaw is told in Indonesian, like the sentence above it. */
z.config({ localeError: flawSentence });

/** What an operation is asked: parsed input, who asks (absent on public routes), and the request's own marks. */
export type Ask<K extends Key> = Input<K> & {
  readonly caller: Caller;
  /** An upload's bytes; empty on routes that take JSON. */
  readonly bytes: Uint8Array;
  /** The version the client last saw, from If-Match. */
  readonly ifMatch: number | undefined;
  /** True when the client sent an Idempotency-Key. */
  readonly keyed: boolean;
  /** A new id: the same for every repeat under one Idempotency-Key, random without one. */
  readonly newId: (prefix: string, ...parts: string[]) => string;
  /** Tells a repeat of a request from another request under the same key. */
  readonly fingerprint: string;
};

export type Endpoint = {
  readonly key: Key;
  readonly run: (event: APIGatewayProxyEventV2, world: World) => Promise<APIGatewayProxyStructuredResultV2>;
};

/** Other limits are the contract's; this one keeps a hostile body from being read at all. */
export const BODY_BYTES = 64 * 1024;
const RERUNS = 8;

/**
 * One operation of the contract: its input parsed before, its answer parsed after (so an undeclared field cannot leak),
 * run again from its reads when a commit finds that somebody wrote in between.
 */
export const endpoint = <K extends Key>(
  key: K,
  operation: (ask: Ask<K>, world: World) => Promise<Output<K>>,
): Endpoint => {
  const route = routeOf(key);
  return {
    key,
    run: async (event, world) => {
      const input = parseInput(route, event);
      const asked = { ...input, bytes: readBytes(route, event), ...marks(key, event, world, input) };
      const output = await rerunning(world, async () => {
        // With every attempt afresh: a role taken away while an attempt waited is gone for the next.
        const caller = await callerOf(route, event, world);
        return operation({ ...asked, caller } as unknown as Ask<K>, world);
      });
      return answer(route, output);
    },
  };
};

const rerunning = async <T>(world: World, work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      if (attempt === RERUNS)
        throw new Problem('changed_meanwhile', 'Data ini sedang diubah orang lain. Muat ulang, lalu coba lagi.');
      await world.table.pause(attempt);
    }
  }
};

/** The bytes of an upload; routes that take none are given none. */
const readBytes = (route: Route, event: APIGatewayProxyEventV2): Uint8Array => {
  if (!route.binary) return new Uint8Array();
  const { body = '', isBase64Encoded } = event;
  if (body.length > (PHOTO_BYTES * 4) / 3 + 4)
    throw new Problem('body_too_large', `Foto lebih dari ${PHOTO_BYTES / 1024 / 1024} MB. Perkecil dulu.`);
  if (!route.binary.includes(mediaTypeOf(event) ?? ''))
    throw new Problem('unsupported_media_type', `Kirim foto sebagai JPEG, PNG, atau WebP.`);
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'latin1');
};

const mediaTypeOf = (event: APIGatewayProxyEventV2): string | undefined =>
  event.headers['content-type']?.split(';')[0]?.trim().toLowerCase();

const readBody = (route: Route, event: APIGatewayProxyEventV2): unknown => {
  const { body = '', isBase64Encoded } = event;
  if (body.length > BODY_BYTES)
    throw new Problem('body_too_large', `Isi permintaan lebih dari ${BODY_BYTES / 1024} KB. Kirim lebih sedikit.`);
  if (body !== '' && (mediaTypeOf(event) ?? 'application/json') !== 'application/json')
    throw new Problem('unsupported_media_type', 'Kirim isi sebagai application/json.');
  if (body === '') return route.body ? {} : undefined;
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  } catch {
    throw new Problem('malformed_json', 'Isi permintaan bukan JSON yang utuh.');
  }
};

const pointerPart = (part: PropertyKey) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`;

const flawsOf = (error: z.ZodError, prefix: string): Flaw[] =>
  error.issues.flatMap((issue) => {
    const at = `${prefix}${issue.path.map(pointerPart).join('')}`;
    if (issue.code !== 'unrecognized_keys') return [{ pointer: at || '/', detail: issue.message }];
    return issue.keys
      .slice(0, 20)
      .map((key) => ({ pointer: `${at}${pointerPart(key.slice(0, 80))}`, detail: 'Kolom ini tidak dikenal.' }));
  });

const parseInput = (route: Route, event: APIGatewayProxyEventV2) => {
  const flaws: Flaw[] = [];
  const part = (schema: z.ZodType | undefined, value: unknown, prefix: string): unknown => {
    if (!schema) return undefined;
    const parsed = schema.safeParse(value);
    if (!parsed.success) flaws.push(...flawsOf(parsed.error, prefix).slice(0, 50));
    return parsed.data;
  };
  const params = part(route.params, event.pathParameters ?? {}, '#/path') ?? {};
  const query = part(route.query, event.queryStringParameters ?? {}, '#/query') ?? {};
  const body = part(route.body, route.body ? readBody(route, event) : undefined, '');
  const wrongMonth = flaws.length === 1 && flaws[0]?.pointer === '#/path/month';
  if (wrongMonth) throw new Problem('month_invalid', 'Bulan ditulis seperti 2026-11.', flaws);
  if (flaws.length > 0) throw new Problem('invalid_request', `Ada ${flaws.length} isian yang perlu diperbaiki.`, flaws);
  return { params, query, body };
};

const KEY = /^[\x21-\x7e]{1,255}$/;

const marks = (
  key: Key,
  event: APIGatewayProxyEventV2,
  world: World,
  { params, body }: ReturnType<typeof parseInput>,
) => {
  const match = event.headers['if-match'];
  const idempotencyKey = event.headers['idempotency-key'];
  if (match !== undefined && !/^"\d{1,9}"$/.test(match))
    throw new Problem('invalid_request', 'If-Match berisi versi dalam tanda kutip.', [
      { pointer: '#/header/if-match', detail: 'Contoh: "3".' },
    ]);
  if (idempotencyKey !== undefined && !KEY.test(idempotencyKey))
    throw new Problem('invalid_request', 'Idempotency-Key berisi 1 sampai 255 huruf atau angka.', [
      { pointer: '#/header/idempotency-key', detail: 'Contoh: sebuah UUID.' },
    ]);
  const sub = claimsOf(event)?.['sub'];
  const subject = typeof sub === 'string' ? sub : '';
  return {
    ifMatch: match === undefined ? undefined : Number(match.slice(1, -1)),
    keyed: idempotencyKey !== undefined,
    newId: (prefix: string, ...parts: string[]) =>
      idempotencyKey === undefined ? world.newId(prefix) : derivedId(prefix, key, subject, idempotencyKey, ...parts),
    fingerprint: fingerprint([params, body ?? null]),
  };
};

type Claims = Record<string, unknown>;
const claimsOf = (event: APIGatewayProxyEventV2): Claims | undefined =>
  (event.requestContext as { authorizer?: { jwt?: { claims?: Claims } } }).authorizer?.jwt?.claims;

const NOBODY: Caller = { person: 'nobody', memberships: [] };
/** A reader's roles may be this old; whoever writes is looked up afresh, so a revoked role loses at once. */
const ROLE_SECONDS = 5;

const callerOf = async (route: Route, event: APIGatewayProxyEventV2, world: World): Promise<Caller> => {
  if (route.access === 'public') return NOBODY;
  const claims = claimsOf(event);
  const person = Person.safeParse(claims?.['sub']);
  // An ID token proves who somebody is, not that they may call an API: only access tokens pass.
  const isAccess =
    claims?.['token_use'] === 'access' || (claims?.['token_use'] === undefined && 'scope' in (claims ?? {}));
  if (!person.success || !isAccess) throw new Problem('sign_in_required', 'Masuk dulu untuk melanjutkan.');
  const read = () => membershipsOf(world.table, person.data);
  const memberships =
    event.requestContext.http.method === 'GET'
      ? await keep(world, `roles ${person.data}`, ROLE_SECONDS, read)
      : await read();
  return { person: person.data, memberships };
};

const cacheOf = ({ access, cacheSeconds = 0, cachedBy }: Route): string =>
  access === 'public'
    ? `${cachedBy === 'browser' ? 'private' : 'public'}, max-age=${cacheSeconds}`
    : 'private, no-store';

const answer = (route: Route, output: unknown): APIGatewayProxyStructuredResultV2 => {
  const status = route.status ?? 200;
  if (status === 204) return { statusCode: 204 };
  const cache = cacheOf(route);
  if (route.produces) return fileAnswer(Download.parse(output), status, cache);
  const body = route.response.parse(output) as { version?: number };
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/json',
      'cache-control': cache,
      ...(typeof body?.version === 'number' ? { etag: `"${body.version}"` } : {}),
    },
    body: JSON.stringify(body),
  };
};

/** Bytes travel as base64; API Gateway unpacks them. The name is ours, without a quote in it. */
const fileAnswer = (
  { name, type, bytes }: Download,
  statusCode: number,
  cache: string,
): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
  },
  isBase64Encoded: true,
  body: Buffer.from(bytes).toString('base64'),
});
