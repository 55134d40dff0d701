import { addDays, dayOf, type Month, monthEnd, monthStart, type Zone } from '../../../shared/domain/basics/month.ts';
import type { PaymentCard } from '../../../shared/domain/payments/payment.ts';
import { PaymentState } from '../../../shared/domain/payments/payment-states.ts';
import {
  inBookOrder,
  LONGEST_WAY_DAYS,
  type Statement,
  statementMonth,
  statementRow,
  statementTotals,
} from '../../../shared/domain/payments/statement.ts';
import { requireBegun } from '../../../shared/domain/turnover/turnover.ts';
import { getOrders } from '../../../shared/table/orders/orders.ts';
import { getPayments, paymentsPlacedFrom } from '../../../shared/table/payments/payments.ts';
import type { MerchantRecord } from '../../../shared/table/register/merchants.ts';
import { expectCity, expectOwnMerchant } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';

/** The payments whose orders stand in a month, from lists that are kept by the day an order was placed. */
const ofMonth = async ({ table }: World, merchantId: string, month: Month, zone: Zone): Promise<PaymentCard[]> => {
  const from = addDays(monthStart(month, zone).slice(0, 10), -LONGEST_WAY_DAYS);
  const placed = { from, until: monthEnd(month, zone) };
  const found = await Promise.all(
    PaymentState.options.map((state) => paymentsPlacedFrom(table, merchantId, state, placed)),
  );
  return found.flat().filter((card) => statementMonth(card, zone) === month);
};

/** As many as one call reads. */
const AT_ONCE = 100;

/** A shop's month, order by order, as it stands now. */
export const statementOf = async (world: World, merchant: MerchantRecord, month: Month): Promise<Statement> => {
  const { merchantId, name: merchantName, cityCode } = merchant;
  const city = await expectCity(world, cityCode);
  const [{ zone }, now] = [city, world.now()];
  requireBegun(month, city, now);
  const cards = await ofMonth(world, merchantId, month, zone);
  const rows: Statement['rows'] = [];
  for (let first = 0; first < cards.length; first += AT_ONCE) {
    const ids = cards.slice(first, first + AT_ONCE).map(({ orderId }) => orderId);
    const [orders, payments] = await Promise.all([getOrders(world.table, ids), getPayments(world.table, ids)]);
    for (const [index, order] of orders.entries()) {
      const payment = payments[index];
      const row = order && payment && statementRow({ order, payment, zone, now });
      if (row) rows.push(row);
    }
  }
  const inOrder = inBookOrder(rows);
  return {
    merchantId,
    merchantName,
    month,
    today: dayOf(now, zone),
    rows: inOrder,
    totals: statementTotals(inOrder),
  };
};

export const readStatement = endpoint(
  'GET /merchants/{merchantId}/statements/{month}',
  async ({ params, caller }, world) =>
    statementOf(world, await expectOwnMerchant(world, caller, params.merchantId), params.month),
);
