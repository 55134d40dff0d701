import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Instant } from '../../basics/month.ts';
import { fieldsOf, jsonOf, notGenuine, type SentNotice, sameText } from '../../basics/webhooks/signed-notice.ts';
import type { DeliveryState } from '../delivery.ts';
import { type Adapter, type Call, firstName, type Job, noticeIdOf, stateOf, trackingOf } from './courier.ts';
import { rawMember } from './raw-member.ts';

export const LalamoveSecret = z.object({ partner: z.literal('lalamove'), apiKey: z.string(), apiSecret: z.string() });
export type LalamoveSecret = z.infer<typeof LalamoveSecret>;

/** Source: Lalamove API v3, order statuses. REJECTED and EXPIRED: nobody took it. */
export const lalamoveWords: Readonly<Record<string, DeliveryState>> = {
  ASSIGNING_DRIVER: 'allocating',
  ON_GOING: 'assigned',
  PICKED_UP: 'picked-up',
  COMPLETED: 'delivered',
  CANCELED: 'cancelled',
  REJECTED: 'no-driver',
  EXPIRED: 'no-driver',
};

const QuoteAnswer = z.object({
  data: z.object({
    quotationId: z.string().min(1).max(120),
    expiresAt: z.iso.datetime({ offset: true }),
    priceBreakdown: z.object({ total: z.string().regex(/^\d{1,9}(\.\d{1,2})?$/), currency: z.literal('IDR') }),
  }),
});
const OrderAnswer = z.object({
  data: z.object({ orderId: z.string().min(1).max(120), shareLink: z.string().optional() }),
});
const Told = z.object({
  timestamp: z.int(),
  data: z.object({
    updatedAt: z.iso.datetime({ offset: true }),
    order: z.object({
      orderId: z.string().min(1).max(120),
      status: z.string().min(1).max(40),
      shareLink: z.string().optional(),
      metadata: z.object({ reference: z.string().max(120).optional() }).optional(),
    }),
    driver: z.object({ name: z.string().optional() }).optional(),
  }),
});
const Signed = z.object({ timestamp: z.int(), signature: z.string().max(200) });

/** Hex HMAC-SHA256 over time, method and path with the body after an empty line: requests and notices alike. */
export const lalamoveSignature = (
  secret: string,
  { timestamp, method, path, body }: { timestamp: number; method: string; path: string; body: Uint8Array },
): string =>
  createHmac('sha256', secret).update(`${timestamp}\r\n${method}\r\n${path}\r\n\r\n`).update(body).digest('hex');

const call = (
  method: 'POST' | 'DELETE',
  path: string,
  content: object | undefined,
  secret: LalamoveSecret,
  now: Instant,
) => {
  const [body, timestamp] = [content ? JSON.stringify({ data: content }) : '', Date.parse(now)];
  const signature = lalamoveSignature(secret.apiSecret, { timestamp, method, path, body: Buffer.from(body) });
  const authorization = `hmac ${secret.apiKey}:${timestamp}:${signature}`;
  return { method, path, body, headers: { 'content-type': 'application/json', market: 'ID', authorization } } as Call;
};
const stops = ({ from, to }: Job) => [from, to].map(({ address }) => ({ address }));

/** A notice that was signed longer ago, or later than now, is an old one sent again or a wrong clock. */
const REPLAY_MS = 5 * 60_000;
const requireNow = (timestamp: number, { receivedAt }: SentNotice): void => {
  // Some send seconds, some milliseconds.
  const at = timestamp < 1e11 ? timestamp * 1000 : timestamp;
  if (Math.abs(Date.parse(receivedAt) - at) > REPLAY_MS) throw notGenuine();
};

/** Lalamove v3: each request is signed, and so are notices, inside their body, over the very bytes of `data`. */
export const lalamove: Adapter<LalamoveSecret> = {
  quote: (job, secret, now) =>
    call('POST', '/v3/quotations', { serviceType: 'MOTORCYCLE', language: 'id_ID', stops: stops(job) }, secret, now),
  quoted: (answer) => {
    const { quotationId, expiresAt, priceBreakdown } = fieldsOf(QuoteAnswer, answer).data;
    const feeRupiah = Math.ceil(Number(priceBreakdown.total));
    return { feeRupiah, quoteId: quotationId, expiresAt: new Date(expiresAt).toISOString() };
  },
  create: ({ reference, from, to }, quotationId, secret, now) => {
    const contact = ({ name, phone }: Job['from']) => ({ name, phone });
    const content = { quotationId, sender: contact(from), recipients: [contact(to)], metadata: { reference } };
    return call('POST', '/v3/orders', content, secret, now);
  },
  created: (answer) => {
    const { orderId, shareLink } = fieldsOf(OrderAnswer, answer).data;
    return { partnerId: orderId, trackingUrl: trackingOf(shareLink).trackingUrl ?? null };
  },
  cancel: (partnerId, secret, now) =>
    call('DELETE', `/v3/orders/${encodeURIComponent(partnerId)}`, undefined, secret, now),
  verify: (sent, { apiSecret }) => {
    const body = rawMember(sent.raw, 'data');
    const { timestamp, signature } = fieldsOf(Signed, jsonOf(sent.raw));
    if (apiSecret === '' || !body) throw notGenuine();
    const { method, path } = sent;
    if (!sameText(lalamoveSignature(apiSecret, { timestamp, method, path, body }), signature)) throw notGenuine();
    requireNow(timestamp, sent);
  },
  read: (body) => {
    const { order, updatedAt, driver } = fieldsOf(Told, body).data;
    const { orderId, status, shareLink, metadata } = order;
    const at = new Date(updatedAt).toISOString();
    return {
      partnerId: orderId,
      reference: metadata?.reference,
      notice: {
        noticeId: noticeIdOf('lalamove', orderId, status, at),
        at,
        word: status,
        state: stateOf(lalamoveWords, status),
        ...firstName(driver?.name),
        ...trackingOf(shareLink),
      },
    };
  },
};
