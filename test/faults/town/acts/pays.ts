import { dayOf } from '../../../../shared/domain/basics/month.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import type { Payment } from '../../../../shared/domain/payments/payment.ts';
import { paymentOf } from '../../../../shared/domain/payments/payment-of.ts';
import { paymentMoves } from '../../../../shared/domain/payments/payment-states.ts';
import type { Sim } from '../../sim.ts';
import type { Intent } from '../intent.ts';
import { atMerchant, buyerRoles, buyers, oneOf, some, type Wish, type Wisher, zoneOf } from '../wish.ts';

/** What everybody knows of an order's money: the payment, or the one its order begins with. */
const paymentFor = (sim: Sim, order: Order): Payment =>
  sim.ledger.find('Payment', `ORDER#${order.orderId} PAYMENT`) ?? { ...paymentOf(order), version: 0 };

const sideOf = (order: Order, by: string): Intent['needs'] => {
  if (by === 'merchant') return atMerchant(order.merchantId);
  if (order.agencyId === null) return undefined;
  return [{ scope: `agency:${order.agencyId}`, roles: by === 'treasurer' ? ['treasurer'] : buyerRoles }];
};

/** Somebody of a side of an order; now and then somebody of neither. With the roles of which one lets a person write. */
export const partyOf = (sim: Sim, order: Order, by: string): Pick<Wish, 'person' | 'needs' | 'city'> => {
  const needs = sideOf(order, by);
  const person = needs?.[0]
    ? oneOf(sim, needs[0].scope, needs[0].roles)
    : sim.random.chance(0.95)
      ? order.buyer
      : sim.random.pick(buyers);
  const mine = order.agencyId === null && person === order.buyer;
  const either = [...(sideOf(order, 'merchant') ?? []), ...(sideOf(order, 'buyer') ?? [])];
  return { person, city: order.cityCode, needs: mine ? undefined : either };
};

/** Mostly what is due, and what was ordered; sometimes a rupiah, or a digit, beside it. */
const amountFor = (sim: Sim, { dueRupiah, totalRupiah }: Payment): number =>
  sim.random.weighted([
    [8, dueRupiah],
    [2, totalRupiah],
    [1, dueRupiah + 1],
    [1, totalRupiah * 10],
  ] as const);

/** A treasurer's record, with up to two taxes that were withheld, sometimes as much as all of it. */
const recordFor = (sim: Sim, payment: Payment, order: Order, tag: string) => {
  const { random } = sim;
  const rupiah = Math.max(1, amountFor(sim, payment));
  const parts = [7, 101, rupiah].slice(
    0,
    random.weighted([
      [4, 2],
      [3, 1],
      [2, 0],
      [1, 3],
    ] as const),
  ); // prettier-ignore
  return {
    kind: random.pick(['UP/GU', 'LS', 'KKPD']),
    number: tag,
    on: dayOf(random.chance(0.9) ? new Date(sim.now) : order.placedAt, zoneOf(order.cityCode)),
    rupiah,
    withheld: parts.map((part, index) => ({ name: `Pajak ${index + 1}`, rupiah: part })),
  };
};

const bodyOf = (sim: Sim, name: string, payment: Payment, order: Order, tag: string): object | undefined => {
  if (name === 'claim') return {};
  if (name === 'confirm') return { rupiah: Math.max(1, amountFor(sim, payment)) };
  if (name === 'record') return recordFor(sim, payment, order, tag);
  return name === 'collect' ? undefined : { reason: tag };
};

const choose = (sim: Sim, order: Order): Wish => {
  const cash = sim.random.chance(0.6);
  return {
    ...partyOf(sim, order, 'buyer'),
    key: 'PUT /orders/{orderId}/payment/way',
    params: { orderId: order.orderId },
    body: { way: order.agencyId !== null ? 'treasury' : cash ? 'cod' : sim.random.pick(['qris', 'transfer']) },
  };
};

/** Whether there is anything to say of this order's money. */
const paysNow = (order: Order, { state }: Payment): boolean =>
  order.handovers.length > 0 || order.state !== 'awaiting_approval' || state !== 'unpaid';

/** The next step of an order's money, by whoever may take it; sometimes any step. */
export const pay: Wisher = (sim, tag) => {
  const { random, ledger } = sim;
  const open = ledger.all('Order').filter((order) => paysNow(order, paymentFor(sim, order)));
  const order = some(sim, open);
  if (!order) return undefined;
  const payment = paymentFor(sim, order);
  if (order.agencyId === null && payment.way === null && random.chance(0.85)) return choose(sim, order);
  if (['unpaid', 'not_found'].includes(payment.state) && random.chance(0.1)) return choose(sim, order);
  const cash = payment.way === 'cod' && payment.state === 'unpaid';
  const possible = Object.entries(paymentMoves[payment.state] as Record<string, { by: readonly string[] }>)
    .filter(([, { by }]) => !by.includes('order'))
    .filter(([name]) => !cash || ['collect', 'refuse'].includes(name))
    .map(([name, { by }]) => ({ name, by: random.pick(by.filter((party) => party !== 'provider')) }));
  const any = { name: random.pick(['claim', 'confirm', 'collect', 'refuse', 'record', 'give-back']), by: 'merchant' };
  const { name, by } = possible.length > 0 && random.chance(0.95) ? random.pick(possible) : any;
  // What can come round again is only safe to repeat with the version the person saw.
  const bound = !['confirm', 'collect'].includes(name) || random.chance(0.3);
  const body = bodyOf(sim, name, payment, order, tag);
  return {
    ...partyOf(sim, order, by),
    key: `POST /orders/{orderId}/payment/${name}`,
    params: { orderId: order.orderId },
    ...(bound ? { headers: { 'if-match': `"${payment.version}"` } } : {}),
    ...(body ? { body } : {}),
  };
};

/** The city finds that a delivery was not refused; also one that nobody refused. */
export const strike: Wisher = (sim, tag) => {
  const refused = sim.ledger
    .all('CodStanding')
    .flatMap(({ cityCode, refusals }) => refusals.map(({ orderId }) => ({ city: cityCode, orderId })));
  const one = some(sim, refused);
  if (!one) return undefined;
  const scope = `city:${one.city}`;
  return {
    person: oneOf(sim, scope, ['city-admin']),
    key: 'POST /cities/{city}/cash-on-delivery/{orderId}/strike',
    params: one,
    city: one.city,
    needs: [{ scope, roles: ['city-admin'] }],
    body: { reason: tag },
  };
};

/** Parties, and others, look at money. */
export const lookAtMoney: Wisher = (sim) => {
  const order = some(sim, sim.ledger.all('Order'));
  if (!order) return undefined;
  const { orderId, merchantId, cityCode, agencyId } = order;
  const { person, city } = partyOf(sim, order, sim.random.pick(['buyer', 'merchant']));
  const looks: Wish[] = [
    { person, city, key: 'GET /orders/{orderId}/payment', params: { orderId } },
    { person, city, key: 'GET /merchants/{merchantId}/payments', params: { merchantId } },
    { person, city, key: 'GET /merchants/{merchantId}/payment-notices', params: { merchantId } },
    { person: order.buyer, city, key: 'GET /cities/{city}/cash-on-delivery', params: { city: cityCode } },
    { person: undefined, city, key: 'GET /cities/{city}/payment-clock', params: { city: cityCode } },
  ];
  if (agencyId) looks.push({ person, city, key: 'GET /agencies/{agencyId}/payments', params: { agencyId } });
  return sim.random.pick(looks);
};
