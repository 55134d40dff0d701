import { dayOf } from '../../../shared/domain/basics/month.ts';
import { toldFree } from '../../../shared/domain/catalogue/left.ts';
import { partiesOf, requireParty } from '../../../shared/domain/orders/order-parties.ts';
import { openedLine, type SavedLine } from '../../../shared/domain/orders/placing/saved-cart.ts';
import { Problem } from '../../../shared/problem.ts';
import { productOf } from '../../../shared/table/catalogue/products.ts';
import { getStocks } from '../../../shared/table/catalogue/stock.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { getOrder } from '../../../shared/table/orders/orders.ts';
import { merchantOf } from '../../../shared/table/register/merchants.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';
import { expectCart } from './saved-carts.ts';

/** Goods somebody wants again, each as its shop offers it now. */
const opened = async (world: World, cityCode: string, lines: readonly SavedLine[]) => {
  const shopIds = [...new Set(lines.map(({ merchantId }) => merchantId))];
  const [{ goods, merchants }, stocks, { zone }] = await Promise.all([
    readTogether(world.table, {
      goods: lines.map(({ merchantId, productId }) => productOf(merchantId, productId)),
      merchants: shopIds.map(merchantOf),
    }),
    getStocks(
      world.table,
      lines.map(({ merchantId, productId }) => ({ merchantId, productId, day: null })),
    ),
    expectCity(world, cityCode),
  ]);
  const today = dayOf(world.now(), zone);
  const shops = new Map(shopIds.map((merchantId, at) => [merchantId, merchants[at]]));
  return {
    cityCode,
    lines: lines.map((line, at) => {
      const product = goods[at];
      const free = product?.supply === 'stock' ? toldFree(stocks[at]?.free ?? 0, product) : undefined;
      return openedLine(line, { product, shop: shops.get(line.merchantId), free }, today);
    }),
  };
};

export const openCart = endpoint('GET /me/carts/{cartId}', async ({ params, caller }, world) => {
  const { cityCode, lines } = await expectCart(world, caller.person, params.cartId);
  return opened(world, cityCode, lines);
});

/** The same goods and pieces again, for who bought them. */
export const repeatOrder = endpoint('GET /orders/{orderId}/again', async ({ params, caller }, world) => {
  const order = requireParty(await getOrder(world.table, params.orderId), caller);
  if (!partiesOf(order, caller).includes('buyer'))
    throw new Problem('order_not_found', 'Pesanan tidak ditemukan. Periksa lagi tautannya.');
  const { merchantId, merchantName, cityCode, lines } = order;
  const kept = lines.map(({ productId, name, unit, priceRupiah, quantity }) => ({
    merchantId,
    merchantName,
    productId,
    name,
    unit,
    priceRupiah,
    quantity,
  }));
  return opened(world, cityCode, kept);
});
