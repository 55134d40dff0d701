import { dayOf } from '../../shared/domain/basics/month.ts';
import { byText } from '../../shared/domain/basics/sort.ts';
import { drawsOf } from '../../shared/domain/ranking/rule/draw.ts';
import { productsOfMerchant } from '../../shared/table/catalogue/products.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { expectCity, expectOwnMerchant, expectShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

/**
 * A shop's goods by price, those of one price by the draw of the day: no id decides, and a shop with many withdrawn goods
 * has no empty page. A later page goes on behind the last one shown, by the key of the same day.
 */
export const listShopProducts = endpoint('GET /merchants/{merchantId}/products', async ({ params, query }, world) => {
  const { merchantId, cityCode } = await expectShop(world, params.merchantId);
  const city = await expectCity(world, cityCode);
  const all = await everyEntry((after) => productsOfMerchant(world.table, merchantId, { limit: 500, after }));
  return page(world, `products ${merchantId}`, query, async ({ limit, after }) => {
    const [day = dayOf(world.now(), city.zone), last = ''] = after?.split(' ') ?? [];
    const { whole } = drawsOf(world.dayKey(cityCode, day));
    const sorted = all
      .filter(({ listed }) => listed)
      .map((product) => ({
        product,
        sort: `${String(product.priceRupiah).padStart(13, '0')}#${whole(product.productId)}`,
      }))
      .sort((a, b) => byText(a.sort, b.sort))
      .filter(({ sort }) => sort > last);
    const shown = sorted.slice(0, limit);
    return {
      items: shown.map(({ product }) => product),
      next: sorted.length > limit ? `${day} ${shown.at(-1)?.sort}` : undefined,
    };
  });
});

export const listOwnProducts = endpoint('GET /me/merchants/{merchantId}/products', async (ask, world) => {
  const { merchantId } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  return page(world, `own products ${merchantId}`, ask.query, (request) =>
    productsOfMerchant(world.table, merchantId, { ...request, consistent: true }),
  );
});
