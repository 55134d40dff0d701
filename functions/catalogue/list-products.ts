import { productsOfMerchant } from '../../shared/table/products.ts';
import { expectShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const listShopProducts = endpoint('GET /merchants/{merchantId}/products', async ({ params, query }, world) => {
  const { merchantId } = await expectShop(world, params.merchantId);
  return page(world, `products ${merchantId}`, query, async (stretch) => {
    const { items, next } = await productsOfMerchant(world.table, merchantId, stretch);
    return { items: items.filter(({ listed }) => listed), next };
  });
});
