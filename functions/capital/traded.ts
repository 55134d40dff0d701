import { addDays, type Month, monthEnd, monthStart, type Zone } from '../../shared/domain/basics/month.ts';
import { PaymentState } from '../../shared/domain/payments/payment-states.ts';
import { LONGEST_WAY_DAYS } from '../../shared/domain/payments/statement.ts';
import type { Table } from '../../shared/table/engine/table.ts';
import { getOrders } from '../../shared/table/orders/orders.ts';
import { getPayments, paymentsPlacedFrom } from '../../shared/table/payments/payments.ts';

/** As many as one call reads. */
const AT_ONCE = 100;

/** A shop's orders that can belong to some months, each with its payment. */
export const tradedIn = async (
  table: Table,
  merchantId: string,
  { from, to }: { readonly from: Month; readonly to: Month },
  zone: Zone,
) => {
  const placed = { from: addDays(monthStart(from, zone).slice(0, 10), -LONGEST_WAY_DAYS), until: monthEnd(to, zone) };
  const cards = await Promise.all(
    PaymentState.options.map((state) => paymentsPlacedFrom(table, merchantId, state, placed)),
  );
  const ids = cards.flat().map(({ orderId }) => orderId);
  const traded = [];
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const batch = ids.slice(first, first + AT_ONCE);
    const [orders, payments] = await Promise.all([getOrders(table, batch), getPayments(table, batch)]);
    for (const [index, order] of orders.entries()) if (order) traded.push({ order, payment: payments[index] });
  }
  return traded;
};
