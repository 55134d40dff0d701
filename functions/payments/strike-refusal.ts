import type { Order } from '../../shared/domain/orders/order.ts';
import { isCounted, struckRefusal } from '../../shared/domain/payments/cash-on-delivery/cod-standing.ts';
import type { Write } from '../../shared/table/engine/writes.ts';
import {
  getCodStanding,
  getPhoneStanding,
  saveCodStanding,
  savePhoneStanding,
} from '../../shared/table/payments/payments.ts';
import { phoneKeyOf } from '../reads/buyers/cash-of-buyer.ts';
import type { World } from '../world.ts';

type Struck = Parameters<typeof struckRefusal>[2];

/** Why a refusal no longer counts, where the shop has its money. */
export const PAID_AFTER_ALL = 'Sudah dibayar.';

/** A refused delivery counts no more, against the buyer and against the phone they gave. None when it did not count. */
export const strikeRefusal = async (world: World, order: Order, struck: Struck): Promise<Write[]> => {
  const { buyer, cityCode, orderId } = order;
  const [own, phone] = await Promise.all([
    getCodStanding(world.table, buyer, cityCode),
    getPhoneStanding(world.table, phoneKeyOf(world, order)),
  ]);
  return [
    ...(own && isCounted(own, orderId) ? [saveCodStanding(struckRefusal(own, orderId, struck))] : []),
    ...(phone && isCounted(phone, orderId) ? [savePhoneStanding(struckRefusal(phone, orderId, struck))] : []),
  ];
};
