import { createECDH, createHash, createPrivateKey, type ECDH, hkdfSync, type KeyObject, sign } from 'node:crypto';
import { isPushService } from '../shared/domain/notices/push-services.ts';
import { sealedFor } from './push-seal.ts';

/** A browser to be called: where, and with which keys. */
export type PushTarget = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
export type PushMessage = { readonly body: string; readonly tag: string; readonly url: string };
/** `gone`: the browser is no longer there and never will be; `failed`: it was not reached now. */
export type PushOutcome = 'sent' | 'gone' | 'failed';
export type Push = {
  /** What a browser subscribes with, so that nobody else can call it. */
  readonly publicKey: string;
  readonly send: (to: PushTarget, message: PushMessage, now: string) => Promise<PushOutcome>;
};

/** Hands over an HTTP request and answers its status; follows no redirect. */
export type Post = (address: string, headers: Record<string, string>, body: Uint8Array<ArrayBuffer>) => Promise<number>;

const PATIENCE_MS = 5_000;
const post: Post = async (address, headers, body) => {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const response = await fetch(address, { method: 'POST', headers, body, redirect: 'manual', signal });
  // Nothing of the answer is read: the host is not ours.
  await response.body?.cancel();
  return response.status;
};

const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/**
 * The pair of keys of a deployment, made of its secret: the same at every start, with no file to keep. 48 bytes reduced by
 * the order of the curve leave no bias worth a thought (FIPS 186-5, A.2.1).
 */
const pairOf = (secret: string): ECDH => {
  const wide = Buffer.from(hkdfSync('sha256', secret, '', 'pasar-rata/push/vapid', 48)).toString('hex');
  const scalar = (BigInt(`0x${wide}`) % (ORDER - 1n)) + 1n;
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex'));
  return pair;
};

const signerOf = (pair: ECDH): KeyObject => {
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const d = pair.getPrivateKey().toString('base64url').padStart(43, 'A');
  return createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d }, format: 'jwk' });
};

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const TOKEN_SECONDS = 12 * 3600;

/** Who calls, told to the push service and to it alone (RFC 8292). */
const authorization = (
  endpoint: string,
  now: string,
  contact: string,
  signer: KeyObject,
  publicKey: string,
): string => {
  const exp = Math.floor(Date.parse(now) / 1000) + TOKEN_SECONDS;
  const said = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded({ aud: new URL(endpoint).origin, exp, sub: contact })}`;
  const signature = sign('sha256', Buffer.from(said), { key: signer, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${said}.${signature.toString('base64url')}, k=${publicKey}`;
};

/** A call that nobody took within a day is no news any more. */
const KEPT_SECONDS = 24 * 3600;
const gone = new Set([404, 410]);

/** A topic takes the place of an earlier message that was not delivered yet: 32 letters at most. */
const topicOf = (tag: string): string => createHash('sha256').update(tag).digest('base64url').slice(0, 32);

export type PushOptions = { readonly secret: string; readonly contact: string; readonly post?: Post };

/** Web Push by the plain standards: RFC 8030, sealed by RFC 8291, signed by RFC 8292, with keys of our own. */
export const webPush = ({ secret, contact, post: send = post }: PushOptions): Push => {
  const pair = pairOf(secret);
  const [signer, publicKey] = [signerOf(pair), pair.getPublicKey().toString('base64url')];
  return {
    publicKey,
    send: async (to, message, now) => {
      // Looked at again where it is called: a list that grew shorter holds for who subscribed before.
      if (!isPushService(to.endpoint)) return 'gone';
      const body = sealedFor(to, Buffer.from(JSON.stringify(message)));
      const headers = {
        authorization: authorization(to.endpoint, now, contact, signer, publicKey),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(KEPT_SECONDS),
        topic: topicOf(message.tag),
        urgency: 'high',
      };
      try {
        const status = await send(to.endpoint, headers, body);
        if (gone.has(status)) return 'gone';
        return status >= 200 && status < 300 ? 'sent' : 'failed';
      } catch {
        return 'failed';
      }
    },
  };
};
