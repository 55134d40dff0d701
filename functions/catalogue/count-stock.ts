import { dayOf } from '../../shared/domain/basics/month.ts';
import { countsOf } from '../../shared/domain/catalogue/counted-stock.ts';
import type { Stock } from '../../shared/domain/catalogue/stock.ts';
import { Problem } from '../../shared/problem.ts';
import {
  getProduct,
  type ProductRecord,
  productStands,
  replaceProduct,
} from '../../shared/table/catalogue/products.ts';
import { begunDays, getStock, recountStock } from '../../shared/table/catalogue/stock.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { expectCity, expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';

const noProduct = () => new Problem('product_not_found', 'Barang tidak ditemukan. Periksa lagi tautannya.');

/**
 * The owner counts what lies on the shelf, promised pieces with it, or says how many can be made a day. The answer says
 * what of it is promised, what is left to order, and how far the promises go beyond it.
 */
export const countStock = endpoint(
  'PUT /merchants/{merchantId}/products/{productId}/stock',
  async ({ params, body, caller }, world) => {
    const { cityCode } = await expectOwnMerchant(world, caller, params.merchantId);
    const product = await getProduct(world.table, params.merchantId, params.productId);
    if (!product) throw noProduct();
    return product.supply === 'stock'
      ? recountShelf(world, product, body.amount)
      : changeCapacity(world, product, body.amount, dayOf(world.now(), (await expectCity(world, cityCode)).zone));
  },
);

const recountShelf = async (world: World, product: ProductRecord, amount: number) => {
  await commit(world.table, [recountStock(product, null, amount)]);
  const counted = await getStock(world.table, product, null);
  if (!counted) throw noProduct();
  const { productId, merchantId } = product;
  return { productId, merchantId, ...countsOf(counted), days: [] };
};

/** One transaction writes a hundred items: so many days beside the product and its words. */
const MOST_DAYS = 60;

/**
 * A new daily capacity holds for every day from today on, and for every order that is committed after it; what days begun
 * have promised stays promised. A day that began while this was written is counted once more, unless the owner changed
 * the product again: then that change counts it.
 */
const changeCapacity = async (world: World, product: ProductRecord, perDay: number, today: string) => {
  const { table } = world;
  const begun = await begunDays(table, product, today);
  const recounts = (days: readonly Stock[]) => days.map(({ day }) => recountStock(product, day, perDay));
  const after = { ...product, perDay, version: product.version + 1 };
  await commit(table, [replaceProduct(after), ...recounts(begun.slice(0, MOST_DAYS))]);
  const left = (await begunDays(table, product, today)).filter(({ given }) => given !== perDay);
  for (let from = 0; from < left.length; from += MOST_DAYS) {
    const counted = commit(table, [productStands(after), ...recounts(left.slice(from, from + MOST_DAYS))]);
    await counted.catch((error) => {
      if (!(error instanceof Stale)) throw error;
    });
  }
  const { productId, merchantId } = product;
  const days = (await begunDays(table, product, today)).flatMap((stock) =>
    stock.day === null ? [] : [{ day: stock.day, ...countsOf(stock) }],
  );
  return { productId, merchantId, ...countsOf({ given: perDay, taken: 0, free: perDay }), days };
};
