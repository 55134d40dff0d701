import { createHash, createHmac, createPublicKey, createVerify } from 'node:crypto';
import * as z from 'zod';
import { fieldsOf, notGenuine, requireFresh, type SentNotice, sameText } from '../../basics/webhooks/signed-notice.ts';
import { minifiedJson } from './minify.ts';
import { type PaymentNoticeStatus, wholeRupiah } from './notice.ts';
import type { Profile } from './profile.ts';

const Body = z.object({
  originalReferenceNo: z.string().max(120),
  originalPartnerReferenceNo: z.string().max(80),
  latestTransactionStatus: z.string().max(4),
  amount: z.object({ value: z.string().max(24), currency: z.string().max(8) }),
});

/** Source: SNAP BI technical standard, service 52 (QR MPM notify), latestTransactionStatus. */
const statuses: Partial<Record<string, PaymentNoticeStatus>> = {
  '00': 'paid',
  '01': 'pending',
  '02': 'pending',
  '03': 'pending',
  '04': 'refunded',
  '05': 'failed',
  '06': 'failed',
};

/**
 * How a provider signs: most with their private key over method, path, body and time; some (DOKU) with the shared secret
 * and the token of the shop. `path` is what the provider signs, when it is not the path that was called.
 */
const path = z.string().exactOptional();
export const snapSecrets = {
  asymmetric: z.object({ path, kind: z.literal('asymmetric'), publicKey: z.string() }),
  symmetric: z.object({ path, kind: z.literal('symmetric'), clientSecret: z.string(), accessToken: z.string() }),
} as const;
export type SnapSecret = z.infer<(typeof snapSecrets)[keyof typeof snapSecrets]>;

/** A provider's public key as PEM, however its lines were broken when it was pasted; undefined where it is none of RSA. */
export const rsaPublicKey = (pasted: string): string | undefined => {
  const [, base64] = /-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----/.exec(pasted) ?? [];
  if (base64 === undefined) return undefined;
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'rsa' ? key.export({ format: 'pem', type: 'spki' }).toString() : undefined;
  } catch {
    // Half a key, or another thing between the two lines.
    return undefined;
  }
};

const bodyHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const fits = (text: (token: string) => string, signature: string, secret: SnapSecret): boolean => {
  if (secret.kind === 'asymmetric')
    return createVerify('RSA-SHA256').update(text('')).verify(secret.publicKey, signature, 'base64');
  const own = createHmac('sha512', secret.clientSecret)
    .update(text(`:${secret.accessToken}`))
    .digest('base64');
  return sameText(own, signature);
};

/** True when the signature is over these bytes as received, or over them without white space, as the standard asks. */
export const snapSignatureFits = ({ method, path, headers, raw }: SentNotice, secret: SnapSecret): boolean => {
  const [signature, timestamp] = [headers['x-signature'] ?? '', headers['x-timestamp'] ?? ''];
  const signed = (body: Uint8Array) => (token: string) =>
    `${method.toUpperCase()}:${secret.path ?? path}${token}:${bodyHash(body)}:${timestamp}`;
  return [raw, minifiedJson(raw)].some((body) => fits(signed(body), signature, secret));
};

/** SNAP BI, QR MPM notify. Its time is signed, so a notice is fresh or it is refused. */
export const snapBi: Profile<SnapSecret> = {
  verify: (delivery, secret) => {
    if (!snapSignatureFits(delivery, secret)) throw notGenuine();
    requireFresh(delivery.headers['x-timestamp'], delivery.receivedAt);
  },
  read: (body) => {
    const said = fieldsOf(Body, body);
    return {
      reference: said.originalPartnerReferenceNo,
      transaction: said.originalReferenceNo,
      status: statuses[said.latestTransactionStatus] ?? 'unknown',
      rupiah: said.amount.currency === 'IDR' ? wholeRupiah(said.amount.value) : null,
    };
  },
  // HTTP status, service 52, case 00.
  answer: { responseCode: '2005200', responseMessage: 'Successful' },
};
