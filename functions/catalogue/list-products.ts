import { productsOfMerchant } from '../../shared/table/products.ts';
import { expectOwnMerchant, expectShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';

export const listShopProducts = endpoint('GET /merchants/{merchantId}/products', async ({ params, query }, world) => {
  const { merchantId } = await expectShop(world, params.merchantId);
  return page(world, `products ${merchantId}`, query, async (request) => {
    const { items, next } = await productsOfMerchant(world.table, merchantId, request);
    return { items: items.filter(({ listed }) => listed), next };
  });
});

export const listOwnProducts = endpoint('GET /me/merchants/{merchantId}/products', async (ask, world) => {
  const { merchantId } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  return page(world, `own products ${merchantId}`, ask.query, (stretch) =>
    productsOfMerchant(world.table, merchantId, { ...stretch, consistent: true }),
  );
});
