import { openUnplaced } from '../payments/notices/unplaced.ts';
import type { Payment } from '../payments/payment.ts';
import type { PaymentState } from '../payments/payment-states.ts';
import type { Message, Subject } from './next-notice.ts';
import type { Topic } from './topics.ts';

type Side = 'merchant' | 'payer';

const said: Record<PaymentState, Partial<Record<Side, Topic>>> = {
  unpaid: {},
  claimed: { merchant: 'payment-to-check' },
  not_found: { payer: 'payment-not-found' },
  recorded: { merchant: 'payment-recorded' },
  refused: { payer: 'payment-refused' },
  confirmed: { merchant: 'payment-arrived', payer: 'payment-confirmed' },
  return_owed: { merchant: 'payment-to-return', payer: 'payment-owed-back' },
  returned: { payer: 'payment-returned' },
  void: {},
};

/** Money is asked for once the goods came; cash is handed over with them. */
const asked = ({ state, handedOverAt, agencyId, way }: Payment): Topic | null => {
  if (state !== 'unpaid' || handedOverAt === null || way === 'cod') return null;
  return agencyId === null ? 'payment-to-pay' : 'payment-due';
};

/** Money that nobody could place comes before everything else: both are told, from when its notice came. */
const aboutUnplaced = (payment: Payment, [merchant, payer]: [Message, Message]): [Message, Message] => {
  const unplaced = openUnplaced(payment);
  if (!unplaced) return [merchant, payer];
  const about = (message: Message, topic: Topic): Message => {
    const { rupiah: _, ...facts } = message.facts;
    const told = unplaced.rupiah === null ? facts : { ...facts, rupiah: unplaced.rupiah };
    return { ...message, topic, at: unplaced.at, by: '', facts: told, ownSide: false };
  };
  return [about(merchant, 'payment-to-place'), about(payer, 'payment-unplaced')];
};

/** What is known of an order's money says to the shop, and to the person or the treasurers who pay. */
export const paymentSubject = (payment: Payment): Subject => {
  const { orderId, merchantId, merchantName, agencyId, buyer, state, history, handedOverAt, code } = payment;
  const last = history.at(-1);
  const due = asked(payment);
  // What is asked for is asked since the goods came, not since the order was placed.
  const at = due && handedOverAt ? handedOverAt : (last?.at ?? payment.placedAt);
  const rupiah = state === 'return_owed' || state === 'returned' ? payment.returnRupiah : payment.dueRupiah;
  const link = `/pesanan/${orderId}`;
  const by = due ? '' : (last?.by ?? '');
  const merchant: Message = {
    side: 'merchant',
    audience: { scope: `merchant:${merchantId}`, roles: ['owner', 'staff'] },
    at,
    link,
    by,
    topic: said[state].merchant ?? null,
    facts: { name: code, place: merchantName, rupiah },
    // Who confirms is of the shop, but for a provider's notice, which nobody there has seen.
    ownSide: state === 'confirmed' && payment.transaction === undefined,
  };
  const payer: Message = {
    side: 'payer',
    at,
    link,
    by,
    audience: agencyId === null ? { person: buyer } : { scope: `agency:${agencyId}`, roles: ['treasurer'] },
    topic: due ?? said[state].payer ?? null,
    facts: { name: merchantName, rupiah },
  };
  const { cityCode, version } = payment;
  return { id: `payment ${orderId}`, cityCode, version, messages: aboutUnplaced(payment, [merchant, payer]) };
};
