import type { Day } from '../../shared/domain/basics/month.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { OrderMove } from '../../shared/domain/orders/order-states.ts';
import { requireShop, shopNeeds } from '../../shared/domain/orders/shop-needs.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import { getMerchant, type MerchantRecord, merchantStands } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

/** Reads the shop, unless that was done, where a move needs it open; a suspension that comes in between refuses the move with it. */
export const shopStands = async (
  { table }: World,
  move: OrderMove,
  order: Pick<Order, 'merchantId' | 'deliverOn'>,
  today: Day,
  read?: MerchantRecord,
): Promise<Write[]> => {
  if (!shopNeeds[move]) return [];
  const shop = read ?? (await getMerchant(table, order.merchantId));
  if (!shop) throw new Error(`order names merchant ${order.merchantId}, which is not in the register`);
  requireShop(move, shop, order, today);
  return [merchantStands(shop)];
};
