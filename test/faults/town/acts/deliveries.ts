import { simulatedKeys } from '../../../../infra/local/courier/keys.ts';
import { noticeOf, type SimulatedJob } from '../../../../infra/local/courier/wire.ts';
import { gojekWords } from '../../../../shared/domain/deliveries/couriers/gojek.ts';
import { grabWords } from '../../../../shared/domain/deliveries/couriers/grab.ts';
import type { CourierPartner } from '../../../../shared/domain/deliveries/delivery.ts';
import { ownMoves } from '../../../../shared/domain/deliveries/delivery-states.ts';
import type { Sim } from '../../sim.ts';
import { atMerchant, merchantRoles, oneOf, some, type Wisher } from '../wish.ts';

const words = { grab: Object.keys(grabWords), gojek: Object.keys(gojekWords) };
/** Shops of the town have accounts with these. */
export const townPartners = Object.keys(words) as (keyof typeof words)[];
export const keysOf = simulatedKeys;

const OFFER = { quoteId: 'INSTANT', feeRupiah: 14_000 };
/** A quote as the market gave it a moment ago. */
const quoteFor = (sim: Sim, orderId: string, partner: CourierPartner): string => {
  const expiresAt = new Date(sim.now + 10 * 60_000).toISOString();
  return sim.cursorSealer.seal(JSON.stringify({ ...OFFER, expiresAt }), `quote ${orderId} ${partner}`);
};

/** A shop sends a courier for an order that waits for one; sometimes for another, or a second one. */
export const send: Wisher = (sim) => {
  const { random } = sim;
  const waiting = sim.ledger.all('Order').filter(({ state }) => state === 'accepted' || state === 'delivered');
  const order = some(sim, random.chance(0.95) ? waiting : sim.ledger.all('Order'));
  if (!order) return undefined;
  const by = random.pick(['own', ...townPartners] as const);
  return {
    person: oneOf(sim, `merchant:${order.merchantId}`, merchantRoles),
    key: 'POST /orders/{orderId}/deliveries',
    params: { orderId: order.orderId },
    city: order.cityCode,
    needs: atMerchant(order.merchantId),
    body: { by, ...(by === 'own' ? {} : { quote: quoteFor(sim, order.orderId, by) }) },
  };
};

/** The shop's own courier says the next thing, or something it cannot say. */
export const say: Wisher = (sim) => {
  const { random } = sim;
  const delivery = some(
    sim,
    sim.ledger.all('Delivery').filter(({ by }) => by === 'own' || random.chance(0.05)),
  );
  if (!delivery) return undefined;
  const { orderId, attempt, merchantId, cityCode, version } = delivery;
  const state = some(sim, random.chance(0.9) ? ownMoves[delivery.state] : (['delivered', 'returned'] as const));
  if (!state) return undefined;
  const base = {
    person: oneOf(sim, `merchant:${merchantId}`, merchantRoles),
    params: { orderId, attempt: String(attempt) },
    headers: random.chance(0.5) ? { 'if-match': `"${version}"` } : {},
    city: cityCode,
    needs: atMerchant(merchantId),
  };
  if (state === 'cancelled')
    return { ...base, key: 'POST /orders/{orderId}/deliveries/{attempt}/cancel', body: { reason: 'Salah pesan' } };
  return { ...base, key: 'POST /orders/{orderId}/deliveries/{attempt}/say', body: { state } };
};

/**
 * A partner tells of a job, three times, between other notices of the same one: in any order, of any time of the last half
 * hour, in its own words or a new one.
 */
export const courierNotice: Wisher = (sim) => {
  const { random } = sim;
  const known = sim.ledger.all('Delivery').filter(({ partnerId }) => partnerId !== null);
  const delivery = some(sim, known);
  if (!delivery || delivery.by === 'own' || delivery.by === 'lalamove' || delivery.partnerId === null) return undefined;
  const { by: partner, merchantId, orderId, attempt, partnerId } = delivery;
  const job: SimulatedJob = { partner, merchantId, jobId: partnerId, reference: `${orderId}.${attempt}` };
  const word = random.chance(0.95) ? random.pick(words[partner]) : 'KATA_BARU';
  // Whole minutes: notices of the same job often speak of the same time.
  const at = new Date(Math.floor(sim.now / 60_000) * 60_000 - random.int(30) * 60_000).toISOString();
  const { headers, body } = noticeOf(job, word, at);
  return {
    person: undefined,
    key: 'POST /merchants/{merchantId}/delivery-notices/{partner}',
    params: { merchantId, partner },
    headers,
    rawBody: body,
    deliveries: 3,
  };
};
