import type { Month } from '../../shared/domain/basics/month.ts';
import { goodsOf } from '../../shared/domain/catalogue/goods.ts';
import type { Purchase } from '../../shared/domain/integrity/purchase.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { offersOfCategory } from '../../shared/table/catalogue/products.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import type { World } from '../world.ts';

/**
 * The lowest price each owner asks for the kinds of goods that offices bought in a month, as they are offered now; an
 * owner counts once, so putting up many dear offers moves nothing.
 */
export const pricesOf = async (
  { table }: World,
  { cityCode }: City,
  purchases: readonly Purchase[],
  { month, ownerOf }: { month: Month; ownerOf: ReadonlyMap<string, string> },
): Promise<Map<string, Map<string, number>>> => {
  const bought = purchases.filter((one) => one.agencyId !== null && one.month === month);
  const prices = new Map(bought.flatMap(({ lines }) => lines.map(({ goods }) => [goods, new Map<string, number>()])));
  for (const category of new Set(bought.map((one) => one.category))) {
    const read = (after: string | undefined) => offersOfCategory(table, cityCode, category, { limit: 1000, after });
    for await (const page of everyPage(read))
      for (const { merchantId, name, unit, priceRupiah } of page) {
        const ofGoods = prices.get(goodsOf({ name, unit }));
        const ownerId = ownerOf.get(merchantId) ?? merchantId;
        ofGoods?.set(ownerId, Math.min(priceRupiah, ofGoods.get(ownerId) ?? priceRupiah));
      }
  }
  return prices;
};
