import { createHmac } from 'node:crypto';

/**
 * The signature of Standard Webhooks 1.0.0 (v1): base64 HMAC-SHA256 over id, time and body joined by dots, keyed with the
 * bytes behind `whsec_`. Time in unix seconds.
 */
export const webhookSignature = (
  secret: string,
  { id, timestamp, raw }: { id: string; timestamp: number; raw: Uint8Array },
): string => {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(raw).digest('base64')}`;
};
