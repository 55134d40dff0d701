import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { Sim } from '../../sim.ts';
import { atMerchant, buyers, oneOf, some, type Wish, type Wisher } from '../wish.ts';

/** The buying side of an order, as reviews know it; now and then another buyer. */
const reviewerOf = (sim: Sim, order: Order): Pick<Wish, 'person' | 'needs' | 'city'> => {
  const city = order.cityCode;
  if (order.agencyId !== null) {
    const needs = [{ scope: `agency:${order.agencyId}`, roles: ['buyer', 'approver'] as const }];
    return { person: oneOf(sim, needs[0]?.scope ?? '', ['buyer', 'approver']), needs, city };
  }
  const person = sim.random.chance(0.93) ? order.buyer : sim.random.pick(buyers);
  // Nobody's role makes a personal order theirs.
  return { person, needs: person === order.buyer ? undefined : [], city };
};

/** The buyer says how it was, again with other stars, before and after it was received, or takes it back. */
export const review: Wisher = (sim, tag) => {
  const { random } = sim;
  const all = sim.ledger.all('Order');
  const order = some(sim, random.chance(0.9) ? all.filter(({ state }) => state === 'received') : all);
  if (!order) return undefined;
  const of = { ...reviewerOf(sim, order), params: { orderId: order.orderId } };
  if (random.chance(0.15)) return { ...of, key: 'POST /orders/{orderId}/review/withdraw' };
  return {
    ...of,
    key: 'PUT /orders/{orderId}/review',
    body: { stars: 1 + random.int(5), ...(random.chance(0.5) ? { text: tag } : {}) },
  };
};

/** What comes after a review: a reply, a report, the city's judgement, and readers. */
export const answerReview: Wisher = (sim, tag) => {
  const { random } = sim;
  const one = some(sim, sim.ledger.all('Review'));
  if (!one) return undefined;
  const { reviewId, merchantId, cityCode: city } = one;
  const params = { reviewId };
  const admins = [{ scope: `city:${city}`, roles: ['city-admin'] as const }];
  return random.pick<Wish>([
    {
      person: oneOf(sim, `merchant:${merchantId}`, ['owner', 'staff']),
      key: 'POST /reviews/{reviewId}/reply',
      params,
      city,
      needs: atMerchant(merchantId),
      body: { text: tag },
    },
    { person: random.pick(buyers), key: 'POST /reviews/{reviewId}/report', params, city, body: { reason: tag } },
    {
      person: oneOf(sim, `city:${city}`, ['city-admin']),
      key: 'POST /reviews/{reviewId}/moderate',
      params,
      city,
      needs: admins,
      body: { state: random.pick(['shown', 'hidden']), reason: tag },
    },
    { person: undefined, key: 'GET /merchants/{merchantId}/reviews', params: { merchantId }, city },
  ]);
};
