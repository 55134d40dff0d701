import { dayOf, daysBetween, type Zone } from '../../basics/month.ts';
import type { Order } from '../../orders/order.ts';
import type { Payment } from '../../payments/payment.ts';
import { total } from './month-facts.ts';
import type { PackContent } from './pack.ts';

export type Traded = { readonly order: Order; readonly payment: Payment | undefined };

export const buyerOf = ({ agencyId, buyer }: Order): string => agencyId ?? buyer;

export const paymentFacts = (traded: readonly Traded[], zone: Zone): PackContent['payments'] => {
  const payments = traded.flatMap(({ payment }) => payment ?? []);
  const paid = payments.filter(({ state, paidRupiah }) => state === 'confirmed' && paidRupiah > 0);
  const open = payments.filter(
    ({ state, dueRupiah }) => ['unpaid', 'not_found', 'claimed', 'recorded'].includes(state) && dueRupiah > 0,
  );
  const days = paid
    .flatMap(({ handedOverAt, paidOn }) =>
      handedOverAt && paidOn ? [Math.max(0, daysBetween(dayOf(handedOverAt, zone), paidOn))] : [],
    )
    .sort((a, b) => a - b);
  return {
    paid: paid.length,
    paidRupiah: total(paid.map(({ paidRupiah }) => paidRupiah)),
    open: open.length,
    openRupiah: total(open.map(({ dueRupiah }) => dueRupiah)),
    medianDays: days[Math.floor((days.length - 1) / 2)] ?? null,
    longestDays: days.at(-1) ?? null,
  };
};
