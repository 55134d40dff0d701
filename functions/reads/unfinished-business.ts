import { isFinal, OrderState } from '../../shared/domain/orders/order-states.ts';
import type { PaymentState } from '../../shared/domain/payments/payment-states.ts';
import { Problem } from '../../shared/problem.ts';
import { ordersOfMerchant } from '../../shared/table/orders/orders.ts';
import { paymentsOfMerchant } from '../../shared/table/payments/payments.ts';
import type { World } from '../world.ts';

const open = OrderState.options.filter((state) => !isFinal(state));
/** Money that somebody sent, or is owed: the shop's word about it is waited for. What is owed to the shop is its own. */
const waiting: readonly PaymentState[] = ['claimed', 'recorded', 'return_owed'];
const ANY = { limit: 1 };

/** Refuses to close or leave a shop that others still wait for. @throws Problem shop_not_done */
export const requireNothingUnfinished = async ({ table }: World, merchantId: string): Promise<void> => {
  const orders = await Promise.all(open.map((state) => ordersOfMerchant(table, merchantId, state, ANY)));
  if (orders.some(({ items }) => items.length > 0))
    throw new Problem('shop_not_done', 'Masih ada pesanan yang belum selesai. Selesaikan atau batalkan dulu semuanya.');
  const money = await Promise.all(waiting.map((state) => paymentsOfMerchant(table, merchantId, state, ANY)));
  if (money.some(({ items }) => items.length > 0))
    throw new Problem(
      'shop_not_done',
      'Masih ada uang pembeli yang menunggu Anda. Konfirmasi atau kembalikan dulu semuanya.',
    );
};
