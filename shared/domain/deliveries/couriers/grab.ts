import * as z from 'zod';
import { fieldsOf, notGenuine, sameText } from '../../basics/webhooks/signed-notice.ts';
import type { DeliveryState } from '../delivery.ts';
import { type Adapter, firstName, type Job, noticeIdOf, stateOf, trackingOf } from './courier.ts';

export const GrabSecret = z.object({
  partner: z.literal('grab'),
  clientId: z.string(),
  clientSecret: z.string(),
  webhookSecret: z.string(),
});
export type GrabSecret = z.infer<typeof GrabSecret>;

/** Source: GrabExpress API, delivery statuses (developer.grab.com). FAILED is that no driver was found. */
export const grabWords: Readonly<Record<string, DeliveryState>> = {
  QUEUEING: 'allocating',
  ALLOCATING: 'allocating',
  PENDING_PICKUP: 'assigned',
  PICKING_UP: 'at-pickup',
  PENDING_DROP_OFF: 'picked-up',
  IN_DELIVERY: 'in-transit',
  COMPLETED: 'delivered',
  IN_RETURN: 'returning',
  RETURNED: 'returned',
  CANCELED: 'cancelled',
  FAILED: 'no-driver',
};

/** How long a quote holds where the answer says nothing of it. */
const QUOTE_MS = 15 * 60_000;

/** The last a calendar of JavaScript has (ECMA-262, 21.4.1.1). */
const LAST_SECOND = 8_640_000_000_000;

const TokenAnswer = z.object({ access_token: z.string().min(1).max(4000) });
const QuoteAnswer = z.object({
  quotes: z.array(z.object({ amount: z.number().min(0), service: z.object({ type: z.string() }) })).min(1),
});
const CreateAnswer = z.object({ deliveryID: z.string().min(1).max(120), trackingURL: z.string().optional() });
const Told = z.object({
  deliveryID: z.string().min(1).max(120),
  merchantOrderID: z.string().max(120).optional(),
  status: z.string().min(1).max(40),
  timestamp: z.int().min(0).max(LAST_SECOND).describe('Unix seconds'),
  trackURL: z.string().optional(),
  driver: z.object({ name: z.string().optional() }).optional(),
});

const place = ({ name, phone, address }: Job['from']) => ({
  place: { address },
  contact: { firstName: name, phone: phone.replace(/^\+/, ''), smsEnabled: false },
});
const json = { 'content-type': 'application/json' };
const packages = ({ goods, goodsRupiah }: Job) => [
  { name: goods, description: goods, quantity: 1, price: goodsRupiah },
];

/** GrabExpress: a bearer token from client credentials, a static secret in `Authorization` of what it tells. */
export const grab: Adapter<GrabSecret> = {
  token: {
    ask: ({ clientId, clientSecret }) => ({
      method: 'POST',
      path: '/grabid/v1/oauth2/token',
      headers: json,
      body: JSON.stringify({
        client_id: clientId,
        client_secret: clientSecret,
        grant_type: 'client_credentials',
        scope: 'grab_express.partner_deliveries',
      }),
    }),
    read: (answer) => fieldsOf(TokenAnswer, answer).access_token,
  },
  quote: (job) => ({
    method: 'POST',
    path: '/grab-express/v1/deliveries/quotes',
    headers: json,
    body: JSON.stringify({
      serviceType: 'INSTANT',
      packages: packages(job),
      origin: place(job.from).place,
      destination: place(job.to).place,
    }),
  }),
  quoted: (answer, now) => {
    const [first] = fieldsOf(QuoteAnswer, answer).quotes;
    return {
      feeRupiah: Math.ceil(first?.amount ?? 0),
      quoteId: first?.service.type ?? '',
      expiresAt: new Date(Date.parse(now) + QUOTE_MS).toISOString(),
    };
  },
  create: (job, quoteId) => ({
    method: 'POST',
    path: '/grab-express/v1/deliveries',
    headers: json,
    body: JSON.stringify({
      merchantOrderID: job.reference,
      serviceType: quoteId,
      packages: packages(job),
      sender: place(job.from).contact,
      recipient: place(job.to).contact,
      origin: place(job.from).place,
      destination: place(job.to).place,
    }),
  }),
  created: (answer) => {
    const { deliveryID, trackingURL } = fieldsOf(CreateAnswer, answer);
    return { partnerId: deliveryID, trackingUrl: trackingOf(trackingURL).trackingUrl ?? null };
  },
  cancel: (partnerId) => ({
    method: 'DELETE',
    path: `/grab-express/v1/deliveries/${encodeURIComponent(partnerId)}`,
    headers: {},
    body: '',
  }),
  verify: ({ headers }, { webhookSecret }) => {
    if (webhookSecret === '' || !sameText(headers['authorization'] ?? '', webhookSecret)) throw notGenuine();
  },
  read: (body) => {
    const { deliveryID, merchantOrderID, status, timestamp, trackURL, driver } = fieldsOf(Told, body);
    const at = new Date(timestamp * 1000).toISOString();
    return {
      partnerId: deliveryID,
      reference: merchantOrderID,
      notice: {
        noticeId: noticeIdOf('grab', deliveryID, status, String(timestamp)),
        at,
        word: status,
        state: stateOf(grabWords, status),
        ...firstName(driver?.name),
        ...trackingOf(trackURL),
      },
    };
  },
};
