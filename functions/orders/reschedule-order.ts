import { dayOf } from '../../shared/domain/basics/month.ts';
import { type Product, requireDeliverable } from '../../shared/domain/catalogue/product.ts';
import { requireDeliveryDay } from '../../shared/domain/orders/delivery-day.ts';
import { shelfChanges } from '../../shared/domain/orders/holdings.ts';
import { requireParty, rescheduleOrder } from '../../shared/domain/orders/move-order.ts';
import { requireOneSide } from '../../shared/domain/orders/one-side.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { termsOf } from '../../shared/domain/orders/order-clocks.ts';
import { Problem } from '../../shared/problem.ts';
import { getProducts } from '../../shared/table/catalogue/products.ts';
import { moveStock, takeStock } from '../../shared/table/catalogue/stock.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getOrder, type OrderRecord, replaceOrder } from '../../shared/table/orders/orders.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { budgetWrites } from './held-writes.ts';
import { shopStands } from './shop-stands.ts';

const READ_AGAIN = 'Barang ini tidak dijual lagi. Batalkan pesanan, lalu pesan barang lain.';

/** The goods of an order as they are offered now; a new day is refused for what is withdrawn. */
const readGoods = async ({ table }: World, { merchantId, lines }: Order): Promise<Product[]> => {
  const read = await getProducts(
    table,
    lines.map(({ productId }) => ({ merchantId, productId })),
  );
  return read.map((product) => {
    if (!product?.listed)
      throw new Problem('product_withdrawn', READ_AGAIN, [{ pointer: '/deliverOn', detail: 'Tidak dijual lagi.' }]);
    return product;
  });
};

/** Pieces of a daily capacity leave the old day and are taken of the new one; a shelf is the same on both. */
const dayWrites = (before: Order, after: Order, goods: readonly Product[]): Write[] =>
  shelfChanges(before, after).map((change) => {
    const product = goods.find(({ productId }) => productId === change.productId);
    return product && change.promised > 0
      ? takeStock(product, change.promised, after.deliverOn, '')
      : moveStock(after.merchantId, change);
  });

/** The buyer of an order that waits chooses another day: its pieces, its money and its trail move in one write. */
export const reschedule = endpoint('POST /orders/{orderId}/reschedule', async (ask, world) => {
  const before = requireParty(await getOrder(world.table, ask.params.orderId), ask.caller) as OrderRecord;
  const { deliverOn, reason } = ask.body;
  const last = before.history.at(-1);
  if (last?.deliverOn === deliverOn && last.by === ask.caller.person) return before;
  requireVersion(ask, before);
  requireOneSide(before, 'reschedule', ask.caller);
  const city = await expectCity(world, before.cityCode);
  const at = world.now();
  const today = dayOf(at, city.zone);
  const after = rescheduleOrder(before, deliverOn, { caller: ask.caller, at, reason, ...termsOf(city) });
  requireDeliveryDay(deliverOn, { city, office: before.agencyId !== null, today });
  const stands = await shopStands(world, 'reschedule', after, today);
  const goods = await readGoods(world, before);
  for (const [index, product] of goods.entries()) {
    const quantity = before.lines[index]?.quantity ?? 0;
    const { district } = before.deliverTo;
    requireDeliverable({ ...product, minQuantity: 1 }, { day: deliverOn, today, district, quantity, pointer: '' });
  }
  await commit(world.table, [
    replaceOrder(after),
    ...dayWrites(before, after, goods),
    ...budgetWrites(before, after),
    ...stands,
  ]);
  return after;
});
