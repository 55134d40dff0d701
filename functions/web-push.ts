import { createHash } from 'node:crypto';
import { isPushService } from '../shared/domain/notices/push-services.ts';
import { sealedFor } from './push-seal.ts';
import { authorization, pairOf, signerOf } from './push-signature.ts';

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
