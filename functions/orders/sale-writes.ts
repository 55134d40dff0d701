import { monthOf } from '../../shared/domain/basics/month.ts';
import { backInRegister } from '../../shared/domain/equity/standing/open-standing.ts';
import { pricesPaidIn } from '../../shared/domain/equity/standing/prices-paid.ts';
import type { Spending } from '../../shared/domain/equity/standing/spending.ts';
import { withSale } from '../../shared/domain/equity/standing/with-sale.ts';
import type { Received } from '../../shared/domain/orders/receiving/receive-order.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { saveSpending } from '../../shared/table/equity/spendings.ts';
import { saveStanding } from '../../shared/table/equity/standings.ts';
import type { OrderRecord } from '../../shared/table/orders/orders.ts';
import { expectCity } from '../http/access.ts';
import type { World } from '../world.ts';
import { monthReads, opening, type ReadMonth } from './sale-month.ts';

/** The sale's effect on the shop's month and on what the office spent there, of the month in which goods were received. */
export const saleWrites = async (
  world: World,
  before: OrderRecord,
  { order, rupiah, first }: Received,
  read: ReadMonth | undefined,
): Promise<Write[]> => {
  const { zone, shards } = await expectCity(world, before.cityCode);
  // The month of the handover, not of a later look at the clock: it may turn in between.
  const month = order.handovers.at(-1)?.month ?? monthOf(world.now(), zone);
  const { merchantId, agencyId } = order;
  const {
    standings: [standing],
    spendings: [spending],
  } = read?.month === month ? read.found : await readTogether(world.table, monthReads(order, month));
  const opened = standing
    ? backInRegister(standing, standing.left || standing.gone === true)
    : await opening(world, merchantId, month);
  const newAgency = agencyId !== null && spending === undefined;
  const sale = { rupiah, firstReceipt: first, newAgency, pricesPaid: pricesPaidIn(order) };
  const version = (standing?.version ?? 0) + 1;
  const spent: Spending | undefined =
    agencyId === null
      ? undefined
      : {
          agencyId,
          merchantId,
          ownerId: order.ownerId,
          month,
          rupiah: (spending?.rupiah ?? 0) + rupiah,
          orders: (spending?.orders ?? 0) + (first ? 1 : 0),
          version: (spending?.version ?? 0) + 1,
        };
  return [saveStanding({ ...withSale(opened, sale), version }, shards), ...(spent ? [saveSpending(spent)] : [])];
};
