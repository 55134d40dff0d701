import { type Day, dayOf } from '../../../shared/domain/basics/month.ts';
import { toldFree } from '../../../shared/domain/catalogue/left.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { firstDayAt, lastListedDay, requireListedDay } from '../../../shared/domain/orders/delivery-day.ts';
import { daysFrom, possibleDays } from '../../../shared/domain/orders/placing/possible-days.ts';
import { isOpen } from '../../../shared/domain/register/merchant-moves.ts';
import { productOf } from '../../../shared/table/catalogue/products.ts';
import { getStocks } from '../../../shared/table/catalogue/stock.ts';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { expectCity, expectShop } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';

/** One call reads so many shelves. */
const AT_ONCE = 100;

/** How many pieces of a product anybody may reckon with on each of these days, as the shop's shelf or its days of making say. */
const freeOn = async ({ table }: World, products: readonly Product[], days: readonly Day[]) => {
  const shelves = products.flatMap(({ merchantId, productId, supply }) =>
    (supply === 'stock' ? [null] : days).map((day) => ({ merchantId, productId, day })),
  );
  const parts = Array.from({ length: Math.ceil(shelves.length / AT_ONCE) }, (_, part) =>
    getStocks(table, shelves.slice(part * AT_ONCE, (part + 1) * AT_ONCE), { consistent: false }),
  );
  const found = (await Promise.all(parts)).flat();
  const free = new Map(found.map((stock, at) => [`${shelves[at]?.productId} ${shelves[at]?.day ?? ''}`, stock?.free]));
  return (product: Product, day: Day): number => {
    const { productId, supply, perDay } = product;
    const left =
      supply === 'stock' ? (free.get(`${productId} `) ?? 0) : (free.get(`${productId} ${day}`) ?? perDay ?? 0);
    return toldFree(left, product) ?? Number.POSITIVE_INFINITY;
  };
};

/** Days on which a shop can deliver so many of its goods together. A hint: what is ordered is decided when it is ordered. */
export const listDeliveryDays = endpoint('GET /merchants/{merchantId}/delivery-days', async (ask, world) => {
  const shop = await expectShop(world, ask.params.merchantId);
  const city = await expectCity(world, shop.cityCode);
  const now = world.now();
  const today = dayOf(now, city.zone);
  const first = firstDayAt(city, now);
  const { from = today, goods } = ask.query;
  requireListedDay(from, { city, today, pointer: '#/query/from' });
  const wanted = goods.split(',').map((one) => one.split('.') as [productId: string, quantity: string]);
  const { products } = await readTogether(world.table, {
    products: wanted.map(([productId]) => productOf(shop.merchantId, productId)),
  });
  const offered = products.flatMap((product) => (product?.listed ? [product] : []));
  if (offered.length < wanted.length || !isOpen(shop, today)) return { days: [] };
  const days = daysFrom(from < first ? first : from, lastListedDay(city, today));
  const free = await freeOn(world, offered, days);
  const asked = offered.map((product, at) => ({
    product,
    quantity: Number(wanted[at]?.[1]),
    free: (day: Day) => free(product, day),
  }));
  return { days: possibleDays(days, asked, today) };
});
