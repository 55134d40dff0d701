import { dayOf } from '../../shared/domain/basics/month.ts';
import { dayKeyHash } from '../../shared/domain/ranking/list/day-key.ts';
import { inShopOrder } from '../../shared/domain/ranking/list/shop-order.ts';
import { productsOfMerchant } from '../../shared/table/catalogue/products.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { expectCity, expectOwnMerchant, expectShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

/**
 * A shop's goods in their order of the day; a shop with many withdrawn goods has no empty page. A later page goes on behind the
 * last one shown, by the key of the same day.
 */
export const listShopProducts = endpoint('GET /merchants/{merchantId}/products', async ({ params, query }, world) => {
  const { merchantId, cityCode } = await expectShop(world, params.merchantId);
  const city = await expectCity(world, cityCode);
  const all = await everyEntry((after) => productsOfMerchant(world.table, merchantId, { limit: 500, after }));
  let drawnOn = dayOf(world.now(), city.zone);
  const listed = await page(world, `products ${merchantId}`, query, async ({ limit, after }) => {
    const [day = drawnOn, last = ''] = after?.split(' ') ?? [];
    drawnOn = day;
    const offered = all.filter((product) => product.listed);
    const ordered = inShopOrder(offered, world.dayKey(cityCode, day)).filter(({ key }) => key > last);
    const shown = ordered.slice(0, limit);
    return {
      items: shown.map(({ product }) => product),
      next: ordered.length > limit ? `${day} ${shown.at(-1)?.key}` : undefined,
    };
  });
  return { ...listed, drawnOn, dayKeyHash: dayKeyHash(world.dayKey(cityCode, drawnOn)) };
});

export const listOwnProducts = endpoint('GET /me/merchants/{merchantId}/products', async (ask, world) => {
  const { merchantId } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  return page(world, `own products ${merchantId}`, ask.query, (request) =>
    productsOfMerchant(world.table, merchantId, { ...request, consistent: true }),
  );
});
