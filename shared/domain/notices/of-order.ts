import type { Order } from '../orders/order.ts';
import { CLOCK } from '../orders/order-clocks.ts';
import type { OrderParty, OrderState } from '../orders/order-states.ts';
import type { Message, Subject } from './next-notice.ts';
import type { Topic } from './topics.ts';

type Side = 'merchant' | 'buyer' | 'approver' | 'city';

/** What an order in each state says to each of its sides; a side that is not named has nothing to hear. */
const said: Record<OrderState, Partial<Record<Side, Topic>>> = {
  awaiting_approval: { approver: 'order-to-approve' },
  placed: { merchant: 'order-new', buyer: 'order-approved' },
  accepted: { merchant: 'order-to-prepare', buyer: 'order-accepted' },
  delivered: { buyer: 'order-to-receive' },
  partly_received: { merchant: 'order-rest', buyer: 'order-rest-comes' },
  disputed: { merchant: 'order-disputed', buyer: 'order-before-city', city: 'order-to-rule' },
  received: { merchant: 'order-received', buyer: 'order-done' },
  rejected: { buyer: 'order-rejected' },
  declined: { buyer: 'order-declined' },
  cancelled: { merchant: 'order-cancelled', buyer: 'order-cancelled' },
  lapsed: { merchant: 'order-lapsed', buyer: 'order-lapsed' },
};

type Step = Order['history'][number];

/** Whose side made the step; the clock is nobody's. What has no side was done by who buys. */
const actorOf = ({ by, side }: Step): OrderParty => (by === CLOCK ? 'clock' : (side ?? 'buyer'));

/** A person's own order waits for no approval; a shop that never saw an order does not hear that it ended. */
const topicFor = (side: Side, { state, agencyId, history }: Order, last: Step): Topic | null => {
  const seenByShop = history.some((step) => step.state === 'placed' || step.state === 'accepted');
  if (side === 'merchant' && !seenByShop) return null;
  if (side === 'merchant' && state === 'accepted' && last.by === CLOCK) return 'order-late';
  if (side === 'buyer' && state === 'placed' && agencyId === null) return null;
  if (side === 'buyer' && state === 'received' && agencyId !== null) return 'papers-to-issue';
  // Between the two sides first: the city is asked to rule when the clock calls it.
  if (side === 'buyer' && state === 'disputed' && last.by !== CLOCK) return null;
  if (side === 'city' && state === 'disputed' && last.by !== CLOCK) return 'order-in-dispute';
  return said[state][side] ?? null;
};

const factsFor = (side: Side, order: Order): Message['facts'] => {
  const { merchantName, agency, buyerName, totalRupiah, deliverOn, lines } = order;
  const buyer = agency?.name ?? buyerName;
  const goods = `${lines[0]?.name ?? ''}${lines.length > 1 ? ` dan ${lines.length - 1} lainnya` : ''}`;
  return {
    rupiah: totalRupiah,
    day: deliverOn,
    goods,
    ...(side === 'merchant' ? { name: buyer, place: merchantName } : { name: merchantName }),
    ...(side !== 'merchant' && agency ? { place: agency.name } : {}),
  };
};

const audienceOf = (side: Side, { merchantId, agencyId, buyer, cityCode }: Order): Message['audience'] | undefined => {
  if (side === 'merchant') return { scope: `merchant:${merchantId}`, roles: ['owner', 'staff'] };
  if (side === 'city') return { scope: `city:${cityCode}`, roles: ['city-admin'] };
  if (agencyId === null) return side === 'buyer' ? { person: buyer } : undefined;
  const scope = `agency:${agencyId}`;
  return side === 'approver' ? { scope, roles: ['approver'] } : { scope, roles: ['buyer'] };
};

/** What an order, as it stands, says to the shop, to who bought it, to the office's approvers and to the city. */
export const orderSubject = (order: Order): Subject => {
  const last = order.history.at(-1) as Step;
  const actor = actorOf(last);
  const messages = (['merchant', 'buyer', 'approver', 'city'] as const).flatMap((side): Message[] => {
    const audience = audienceOf(side, order);
    const called = side !== 'city' || order.history.some(({ state }) => state === 'disputed');
    if (!audience || !called) return [];
    return [
      {
        side,
        audience,
        at: last.at,
        by: last.by,
        ownSide: actor === side,
        topic: topicFor(side, order, last),
        facts: factsFor(side, order),
        link: `/pesanan/${order.orderId}`,
      },
    ];
  });
  return { id: `order ${order.orderId}`, cityCode: order.cityCode, version: order.version, messages };
};
