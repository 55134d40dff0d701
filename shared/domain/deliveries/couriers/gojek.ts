import * as z from 'zod';
import { fieldsOf, notGenuine, sameText } from '../../basics/webhooks/signed-notice.ts';
import type { DeliveryState } from '../delivery.ts';
import { type Adapter, type Call, firstName, type Job, noticeIdOf, stateOf, trackingOf } from './courier.ts';

export const GojekSecret = z.object({
  partner: z.literal('gojek'),
  clientId: z.string(),
  passKey: z.string(),
  callbackToken: z.string(),
});
export type GojekSecret = z.infer<typeof GojekSecret>;

/** Source: GoSend v10 as public integrations speak it. */
export const gojekWords: Readonly<Record<string, DeliveryState>> = {
  confirmed: 'allocating',
  allocated: 'assigned',
  out_for_pickup: 'at-pickup',
  picked: 'picked-up',
  out_for_delivery: 'in-transit',
  on_hold: 'on-hold',
  delivered: 'delivered',
  cancelled: 'cancelled',
  rejected: 'returned',
  no_driver: 'no-driver',
};

const QUOTE_MS = 15 * 60_000;
const PriceAnswer = z.object({
  Instant: z.object({ price: z.object({ total_price: z.number().min(0) }) }),
});
const BookingAnswer = z.object({ orderNo: z.string().min(1).max(120) });
const Told = z.object({
  booking_id: z.string().min(1).max(120),
  store_order_id: z.string().max(120).optional(),
  event_id: z.string().min(1).max(120),
  event_date: z.string().max(40),
  status: z.string().min(1).max(40),
  driver_name: z.string().optional(),
  live_tracking_url: z.string().optional(),
});

const call = (method: Call['method'], path: string, { clientId, passKey }: GojekSecret, body: object = {}): Call => ({
  method,
  path,
  headers: { 'content-type': 'application/json', 'client-id': clientId, 'pass-key': passKey },
  body: method === 'GET' ? '' : JSON.stringify(body),
});
const route = ({ from, to, goods }: Job) => ({
  originName: from.name,
  originContactName: from.name,
  originContactPhone: from.phone,
  originAddress: from.address,
  destinationName: to.name,
  destinationContactName: to.name,
  destinationContactPhone: to.phone,
  destinationAddress: to.address,
  item: goods,
});

/** GoSend: a client id and pass key with each request, a static token with what it tells. */
export const gojek: Adapter<GojekSecret> = {
  quote: ({ from, to }, secret) => {
    const query = new URLSearchParams({ origin: from.address, destination: to.address, paymentType: '3' });
    return call('GET', `/gokilat/v10/calculate/price?${query}`, secret);
  },
  quoted: (answer, now) => ({
    feeRupiah: Math.ceil(fieldsOf(PriceAnswer, answer).Instant.price.total_price),
    quoteId: 'Instant',
    expiresAt: new Date(Date.parse(now) + QUOTE_MS).toISOString(),
  }),
  create: (job, quoteId, secret) =>
    call('POST', '/gokilat/v10/booking', secret, {
      paymentType: 3,
      shipment_method: quoteId,
      storeOrderId: job.reference,
      routes: [route(job)],
    }),
  created: (answer) => ({ partnerId: fieldsOf(BookingAnswer, answer).orderNo, trackingUrl: null }),
  cancel: (partnerId, secret) => call('PUT', '/gokilat/v10/booking/cancel', secret, { orderNo: partnerId }),
  verify: ({ headers }, { callbackToken }) => {
    if (callbackToken === '' || !sameText(headers['x-callback-token'] ?? '', callbackToken)) throw notGenuine();
  },
  read: (body) => {
    const { booking_id, store_order_id, event_id, event_date, status, driver_name, live_tracking_url } = fieldsOf(
      Told,
      body,
    );
    return {
      partnerId: booking_id,
      reference: store_order_id,
      notice: {
        noticeId: noticeIdOf('gojek', booking_id, event_id),
        at: instantOf(event_date),
        word: status,
        state: stateOf(gojekWords, status),
        ...firstName(driver_name),
        ...trackingOf(live_tracking_url),
      },
    };
  },
};

/** A time with its zone, as an instant; anything else is no notice. */
const instantOf = (text: string): string => {
  const at = Date.parse(text);
  if (Number.isNaN(at) || !/(Z|[+-]\d\d:?\d\d)$/.test(text)) throw notGenuine();
  return new Date(at).toISOString();
};
