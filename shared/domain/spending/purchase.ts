import * as z from 'zod';
import { AgencyId } from '../agencies/agency.ts';
import { Year } from '../agencies/budget-line.ts';
import { Rupiah } from '../basics/money.ts';
import { dayOf, type Instant, type Zone } from '../basics/month.ts';
import { earnedFee } from '../deliveries/order-delivery.ts';
import { type Order, OrderId } from '../orders/order.ts';
import { followOrder } from '../payments/follow-order.ts';
import type { Payment } from '../payments/payment.ts';
import { daysWaiting } from '../payments/payment-clock.ts';
import { paymentOf } from '../payments/payment-of.ts';
import { CityCode } from '../places/region.ts';
import { MerchantId } from '../register/merchant.ts';

/**
 * What one order of an office counts in the year of its budget, fee for bringing included: ordered once it is approved and
 * for as long as it may still come, delivered by what was signed for, paid by what the shop has. Each stage by itself: money
 * may come before goods do.
 */
export const Purchase = z
  .object({
    orderId: OrderId,
    agencyId: AgencyId,
    cityCode: CityCode,
    year: Year,
    merchantId: MerchantId,
    merchantName: z.string(),
    ownerId: z.string(),
    orderedRupiah: Rupiah,
    deliveredRupiah: Rupiah,
    paidRupiah: Rupiah,
    daysToPay: z.int().nullable().describe('From the first handover to the day the money went; null until it has'),
    version: z.int(),
  })
  .meta({ id: 'Purchase' });
export type Purchase = z.infer<typeof Purchase>;
export type Counted = Omit<Purchase, 'version'>;

/** Nothing is ordered before the approver says so. */
const isOrdered = ({ state }: Order): boolean => state !== 'awaiting_approval';

/** What an office's order counts as it and its payment stand; undefined for a person's. A payment may be behind its order. */
export const purchaseOf = (
  order: Order,
  known: Payment | undefined,
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): Counted | undefined => {
  const { orderId, agencyId, agency, cityCode, merchantId, merchantName, ownerId, receivedRupiah } = order;
  if (agencyId === null || agency === null) return undefined;
  const before = known ?? paymentOf(order);
  const payment = followOrder(before, order, now) ?? before;
  const { state, dueRupiah, paidRupiah, returnRupiah } = payment;
  const isPaid = state === 'confirmed' || state === 'return_owed' || state === 'returned';
  return {
    orderId,
    agencyId,
    cityCode,
    year: agency.budgetYear,
    merchantId,
    merchantName,
    ownerId,
    orderedRupiah: isOrdered(order) ? dueRupiah : 0,
    deliveredRupiah: receivedRupiah + earnedFee(order),
    paidRupiah: isPaid ? paidRupiah - returnRupiah : 0,
    daysToPay: state === 'confirmed' ? daysWaiting(payment, dayOf(now, zone), zone) : null,
  };
};
