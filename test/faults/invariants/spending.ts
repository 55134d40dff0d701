import { feeOf } from '../../../shared/domain/deliveries/order-delivery.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { endedUndelivered } from '../../../shared/domain/orders/order-states.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import type { Purchase } from '../../../shared/domain/spending/purchase.ts';
import type { Sim } from '../sim.ts';
import type { Books } from './books.ts';

const stages = ['orderedRupiah', 'deliveredRupiah', 'paidRupiah'] as const;
type Sums = Readonly<Record<(typeof stages)[number], number>>;
const told = (sums: Readonly<Record<(typeof stages)[number], number | string>>): string =>
  stages.map((stage) => `${stage} ${sums[stage]}`).join(', ');

/** Each row of an office, a shop and a year is the sum of what its orders are counted as, at every moment. */
export const shopYears = (books: Books): void => {
  const rows = Map.groupBy(books.ledger.all('Purchase'), ({ agencyId, year, merchantId }) =>
    [agencyId, year, merchantId].join(' '),
  );
  const known = new Set<string>();
  for (const row of books.ledger.all('ShopYear')) {
    const key = [row.agencyId, row.year, row.merchantId].join(' ');
    known.add(key);
    const purchases = rows.get(key) ?? [];
    const total = (stage: (typeof stages)[number]) => purchases.reduce((sum, one) => sum + BigInt(one[stage]), 0n);
    const real = stages.map((stage) => `${stage} ${total(stage)}`).join(', ');
    if (told(row) !== real) books.violated(`the year ${key} says ${told(row)}, its orders are counted as ${real}`);
    const ordered = purchases.filter(({ orderedRupiah }) => orderedRupiah > 0).length;
    if (row.orders !== ordered) books.violated(`the year ${key} says ${row.orders} orders, there are ${ordered}`);
  }
  for (const key of rows.keys()) if (!known.has(key)) books.violated(`orders of ${key} are in no year`);
};

/** What an order counts, by its handovers and its payment alone. */
const folded = (order: Order, payment: Payment | undefined): Sums => {
  const received = order.handovers.reduce((sum, { rupiah }) => sum + rupiah, 0);
  const deliveredRupiah = received + (received > 0 ? feeOf(order) : 0);
  const over = order.state === 'received' || endedUndelivered.includes(order.state);
  const waits = order.state === 'awaiting_approval';
  const paid = payment && ['confirmed', 'return_owed', 'returned'].includes(payment.state);
  return {
    orderedRupiah: waits ? 0 : over ? deliveredRupiah : order.totalRupiah,
    deliveredRupiah,
    paidRupiah: paid ? payment.paidRupiah - payment.returnRupiah : 0,
  };
};

/** When the dust has settled, every order of an office that ever moved is counted as it stands. */
export const checkSpending = (sim: Sim): void => {
  const payments = new Map(sim.ledger.all('Payment').map((payment) => [payment.orderId, payment]));
  const purchases = new Map(sim.ledger.all('Purchase').map((one): [string, Purchase] => [one.orderId, one]));
  for (const order of sim.ledger.all('Order')) {
    const purchase = purchases.get(order.orderId);
    if (order.agencyId === null) {
      if (purchase) sim.violated(`${order.orderId} is nobody's office, and counted as one`);
      continue;
    }
    const real = told(folded(order, payments.get(order.orderId)));
    if (!purchase) sim.violated(`${order.orderId} of ${order.agencyId} is counted nowhere, and is ${real}`);
    else if (told(purchase) !== real) sim.violated(`${order.orderId} is counted as ${told(purchase)}, and is ${real}`);
  }
};
