import { requireOpen } from '../../shared/domain/catalogue/barred.ts';
import { withProductChange } from '../../shared/domain/catalogue/product-change.ts';
import { getProduct, type ProductRecord, replaceProduct } from '../../shared/table/catalogue/products.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { merchantStands } from '../../shared/table/register/merchants.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { listingWrites } from './listing-writes.ts';
import { readOffering } from './offering.ts';
import { requireOwnPhoto, requireRoom, requireServedDistricts, requireWithinRules } from './product-rules.ts';
import { noProduct } from './read-product.ts';

export const changeProduct = endpoint('PATCH /merchants/{merchantId}/products/{productId}', async (ask, world) => {
  const merchant = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const before = await getProduct(world.table, ask.params.merchantId, ask.params.productId);
  if (!before) throw noProduct();
  requireVersion(ask, before);
  await requireServedDistricts(world, merchant.cityCode, ask.body.deliversTo);
  if (ask.body.photo !== before.photo) await requireOwnPhoto(world, merchant.merchantId, ask.body.photo);
  const changed = withProductChange(before, ask.body);
  // What is taken out of the catalogue may be as it is.
  if (changed.active) await requireWithinRules(world, merchant, changed);
  const after: ProductRecord = {
    ...changed,
    listed: changed.active && merchant.status === 'verified',
    version: before.version + 1,
  };
  const same = before.active === after.active && before.listed === after.listed && before.name === after.name;
  const shop = same ? undefined : await readOffering(world, merchant);
  if (shop && after.active) requireOpen(after, shop.products);
  if (shop && after.active && !before.active) requireRoom(shop.products);
  const offering = shop && before.listed !== after.listed ? listingWrites(shop, after) : [];
  await commit(world.table, [replaceProduct(after), ...offering, merchantStands(merchant)]);
  return after;
});
