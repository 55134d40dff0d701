import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Key } from '../../shared/contract.ts';
import { Problem } from '../../shared/problem.ts';
import type { World } from '../world.ts';
import { addressOf } from './address.ts';
import { claimsOf } from './caller.ts';
import type { Parsed } from './parse-request.ts';

/** What a request says of itself, beside what it asks for. */
export type RequestMeta = {
  /** Where it came from: for what is counted per visitor. Nobody stores it or logs it. */
  readonly address: string;
  /** The request as it was sent, for those whose signature is over it. Header names in lower case. */
  readonly sent: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string | undefined>>;
  };
  /** The version the client last saw, from If-Match. */
  readonly ifMatch: number | undefined;
  /** True when the client sent an Idempotency-Key. */
  readonly keyed: boolean;
  /** A new id: the same for every repeat under one Idempotency-Key, random without one. */
  readonly newId: (prefix: string, ...parts: string[]) => string;
  /** Tells a repeat of a request that writes from another one under its key: the same content is the same, however written. */
  readonly fingerprint: () => string;
};

const KEY = /^[\x21-\x7e]{1,255}$/;
const VERSION = /^"\d{1,9}"$/;

export const requestMeta = (key: Key, event: APIGatewayProxyEventV2, parsed: Parsed, world: World): RequestMeta => {
  const match = event.headers['if-match'];
  const idempotencyKey = event.headers['idempotency-key'];
  if (match !== undefined && !VERSION.test(match))
    throw new Problem('invalid_request', 'If-Match berisi versi dalam tanda kutip.', [
      { pointer: '#/header/if-match', detail: 'Contoh: "3".' },
    ]);
  if (idempotencyKey !== undefined && !KEY.test(idempotencyKey))
    throw new Problem('invalid_request', 'Idempotency-Key berisi 1 sampai 255 huruf atau angka.', [
      { pointer: '#/header/idempotency-key', detail: 'Contoh: sebuah UUID.' },
    ]);
  const sub = claimsOf(event)?.['sub'];
  const subject = typeof sub === 'string' ? sub : '';
  const { method } = event.requestContext.http;
  return {
    address: addressOf(event, world.originSecret !== undefined),
    sent: { method, path: event.rawPath, headers: event.headers },
    ifMatch: match === undefined ? undefined : Number(match.slice(1, -1)),
    keyed: idempotencyKey !== undefined,
    newId: (prefix, ...parts) =>
      idempotencyKey === undefined
        ? world.newId(prefix)
        : world.keyedIds.derived(prefix, key, subject, idempotencyKey, ...parts),
    fingerprint: () => world.keyedIds.fingerprint([parsed.params, parsed.body ?? null]),
  };
};

/** Refuses to write over a version the client did not see. */
export const requireVersion = (
  { ifMatch }: Pick<RequestMeta, 'ifMatch'>,
  { version }: { readonly version: number },
): void => {
  if (ifMatch !== undefined && ifMatch !== version)
    throw new Problem('version_mismatch', 'Orang lain baru mengubah ini. Muat ulang sebelum menyimpan.', [
      { pointer: '#/header/if-match', detail: `Versi sekarang "${version}".` },
    ]);
};
