import { type Instant, later } from '../../../../shared/domain/basics/month.ts';
import { referenceOf } from '../../../../shared/domain/deliveries/couriers/courier.ts';
import type { CourierPartner } from '../../../../shared/domain/deliveries/delivery.ts';
import type { OrderCard } from '../../../../shared/domain/orders/order.ts';
import { simulatedKeys } from '../../courier/keys.ts';
import { noticeOf } from '../../courier/wire.ts';
import type { Scene, Shop } from '../city.ts';

const MINUTE_MS = 60_000;
/** So many minutes before the end the first of them begins. */
const BEGAN = 300;
type Waiting = { readonly shop: Shop; readonly order: OrderCard };

/** Orders that wait to be brought, of shops of the city. */
const waitingIn = async ({ market, shops }: Scene, at: Instant, most: number): Promise<Waiting[]> => {
  const found: Waiting[] = [];
  for (const shop of shops) {
    if (!shop.open || found.length >= most) continue;
    const asked = { params: { merchantId: shop.merchantId }, query: { state: 'accepted' as const, limit: 3 } };
    const { items } = await market.ask('GET /merchants/{merchantId}/orders', shop.owner, at, asked);
    found.push(...items.map((order) => ({ shop, order })));
  }
  return found.slice(0, most);
};

const own =
  (...states: readonly ('in-transit' | 'on-hold' | 'delivered' | 'returning' | 'returned' | 'lost')[]) =>
  async ({ market }: Scene, { shop, order: { orderId } }: Waiting, begins: Instant): Promise<void> => {
    const params = { orderId };
    await market.ask('POST /orders/{orderId}/deliveries', shop.owner, begins, { params, body: { by: 'own' } });
    for (const [index, state] of states.entries())
      await market.ask(
        'POST /orders/{orderId}/deliveries/{attempt}/say',
        shop.owner,
        later(begins, (index + 1) * 20 * MINUTE_MS),
        { params: { orderId, attempt: 1 }, body: { state } },
      );
  };

/** A partner's courier, and what the partner says of it, word by word. */
const partners =
  (partner: CourierPartner, ...words: readonly string[]) =>
  async ({ market }: Scene, { shop, order: { orderId } }: Waiting, begins: Instant): Promise<void> => {
    const { merchantId, owner } = shop;
    const keys = { params: { merchantId, partner }, body: simulatedKeys(merchantId, partner) };
    await market.ask('PUT /merchants/{merchantId}/courier-partners/{partner}', owner, begins, keys);
    const quoted = { params: { orderId, partner } };
    const { quote } = await market.ask('GET /orders/{orderId}/delivery-quotes/{partner}', owner, begins, quoted);
    const asked = { params: { orderId }, body: { by: partner, quote } };
    const { partnerId, attempt } = await market.ask('POST /orders/{orderId}/deliveries', owner, begins, asked);
    const job = { partner, merchantId, jobId: partnerId ?? '', reference: referenceOf({ orderId, attempt }) };
    for (const [index, word] of words.entries()) {
      const at = later(begins, (index + 1) * 15 * MINUTE_MS);
      const { headers, body } = noticeOf(job, word, at);
      await market.ask('POST /merchants/{merchantId}/delivery-notices/{partner}', undefined, at, {
        params: { merchantId, partner },
        headers,
        type: 'application/json',
        bytes: new TextEncoder().encode(body),
      });
    }
  };

/** One in every end, and two under way. */
const ways = [
  own('in-transit', 'delivered'),
  partners('grab', 'ALLOCATING', 'FAILED'),
  own('in-transit', 'on-hold', 'returning', 'returned'),
  partners('gojek', 'allocated', 'picked', 'out_for_delivery', 'delivered'),
  own('in-transit', 'lost'),
  partners('lalamove', 'ON_GOING', 'CANCELED'),
  partners('lalamove', 'ON_GOING', 'PICKED_UP'),
  own('in-transit'),
] as const;

/** Goods on their way as the demo ends: by shops' own couriers and by each ride company. */
export const tellDeliveries = async (scene: Scene, until: Instant): Promise<void> => {
  const begins = later(until, -BEGAN * MINUTE_MS);
  for (const [at, waiting] of (await waitingIn(scene, until, ways.length)).entries())
    await ways[at]?.(scene, waiting, begins);
};
