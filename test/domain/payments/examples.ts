import type { PaymentWay } from '../../../shared/domain/basics/payment-way.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { OrderState } from '../../../shared/domain/orders/order-states.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import { paymentOf } from '../../../shared/domain/payments/payment-of.ts';
import type { Moment } from '../../../shared/domain/payments/payment-step.ts';
import type { Caller } from '../../../shared/domain/people/caller.ts';
import { OFFICE, officeOrderIn, orderIn, person } from '../examples.ts';

export const AT = '2026-11-12T03:00:00.000Z';
export const ZONE = 'Asia/Jakarta';

const order = orderIn('placed');
export const SHOP = order.merchantId;

export const people = {
  buyer: person('ani'),
  owner: person('sri', { scope: `merchant:${SHOP}`, role: 'owner' }),
  staff: person('dewi', { scope: `merchant:${SHOP}`, role: 'staff' }),
  officer: person('rina', { scope: `agency:${OFFICE}`, role: 'buyer' }),
  approver: person('agus', { scope: `agency:${OFFICE}`, role: 'approver' }),
  treasurer: person('tuti', { scope: `agency:${OFFICE}`, role: 'treasurer' }),
} as const satisfies Record<string, Caller>;

export const by = (caller: Caller, at = AT): Moment => ({ caller, at, zone: ZONE });

/** The payment of an order of Rp61.000, in a way and a state. */
export const paymentIn = (way: PaymentWay, but: Partial<Payment> = {}): Payment => ({
  ...paymentOf(way === 'treasury' ? officeOrderIn('placed') : order),
  way,
  ...but,
});

const handover = (rupiah: number): Order['handovers'][number] => ({
  handoverId: 'hnd_1',
  month: '2026-11',
  at: AT,
  by: 'ani',
  receivedBy: 'Ani',
  condition: 'good',
  lines: [],
  rupiah,
});

/** The order as it stands later, with so much of it received. */
export const orderLater = (state: OrderState, version: number, receivedRupiah = 0, office = false): Order =>
  (office ? officeOrderIn : orderIn)(state, {
    version,
    receivedRupiah,
    handovers: receivedRupiah > 0 ? [handover(receivedRupiah)] : [],
  });
