import { leftOf } from '../../shared/domain/catalogue/left.ts';
import type { Stock } from '../../shared/domain/catalogue/stock.ts';
import { Problem } from '../../shared/problem.ts';
import { type ProductRecord, productOf } from '../../shared/table/catalogue/products.ts';
import { shelfOf } from '../../shared/table/catalogue/stock.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { merchantOf } from '../../shared/table/register/merchants.ts';
import { expectOwnMerchant, requireShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';

export const noProduct = () => new Problem('product_not_found', 'Barang tidak ditemukan. Periksa lagi tautannya.');

/** As it is shown to everybody: whether there is enough of it. */
const withLeft = (product: ProductRecord, shelf: Stock | undefined) => {
  const free = product.supply === 'stock' ? (shelf?.free ?? 0) : (product.perDay ?? 0);
  return { ...product, left: leftOf(free, product) };
};

/** As its own people see it: with what is left on its shelf. */
const withFree = (product: ProductRecord, shelf: Stock | undefined) => ({
  ...product,
  free: product.supply === 'stock' && shelf ? Math.max(0, shelf.free) : null,
});

export const readProduct = endpoint('GET /merchants/{merchantId}/products/{productId}', async ({ params }, world) => {
  const { merchantId, productId } = params;
  const reads = { merchant: merchantOf(merchantId), product: productOf(merchantId, productId), shelf: shelfOf(params) };
  const { merchant, product, shelf } = await readTogether(world.table, reads, { consistent: false });
  requireShop(merchant);
  if (!product?.listed) throw noProduct();
  return withLeft(product, shelf);
});

export const readOwnProduct = endpoint(
  'GET /me/merchants/{merchantId}/products/{productId}',
  async ({ params, caller }, world) => {
    const { merchantId } = await expectOwnMerchant(world, caller, params.merchantId);
    const { productId } = params;
    const reads = { product: productOf(merchantId, productId), shelf: shelfOf({ merchantId, productId }) };
    const { product, shelf } = await readTogether(world.table, reads);
    if (!product) throw noProduct();
    return withFree(product, shelf);
  },
);
