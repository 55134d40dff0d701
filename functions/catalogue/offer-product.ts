import { requireOpen } from '../../shared/domain/catalogue/barred.ts';
import { getProduct, insertProduct, ProductRecord } from '../../shared/table/catalogue/products.ts';
import { insertStock } from '../../shared/table/catalogue/stock.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { oneMoreOffer } from '../../shared/table/equity/standings.ts';
import { type MerchantRecord, merchantStands } from '../../shared/table/register/merchants.ts';
import { expectOwnMerchant } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { firstResult, orFirstResult } from '../http/idempotency.ts';
import type { World } from '../world.ts';
import { readOffering } from './offering.ts';
import { requireOwnPhoto, requireRoom, requireServedDistricts, requireWithinRules } from './product-rules.ts';

type AddProduct = Ask<'POST /merchants/{merchantId}/products'>;

export const addProduct = endpoint('POST /merchants/{merchantId}/products', async (ask, world) => {
  const merchant = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const { merchantId } = merchant;
  const first = async () => {
    const earlier = await getProduct(world.table, merchantId, ask.newId('prd', merchantId));
    return earlier && firstResult(earlier, ask, ProductRecord);
  };
  return orFirstResult(ask, first, () => offerProduct(ask, world, merchant));
});

const offerProduct = async (ask: AddProduct, world: World, merchant: MerchantRecord): Promise<ProductRecord> => {
  const { amount, ...offer } = ask.body;
  await requireServedDistricts(world, merchant.cityCode, offer.deliversTo);
  await requireOwnPhoto(world, merchant.merchantId, offer.photo);
  await requireWithinRules(world, merchant, offer);
  const { merchantId, cityCode, district } = merchant;
  const shop = await readOffering(world, merchant);
  requireRoom(shop.products);
  requireOpen(offer, shop.products);
  const product: ProductRecord = {
    ...offer,
    productId: ask.newId('prd', merchantId),
    merchantId,
    merchantName: merchant.name,
    cityCode,
    district,
    perDay: offer.supply === 'capacity' ? amount : null,
    active: true,
    listed: merchant.status === 'verified',
    createdAt: world.now(),
    version: 1,
    request: ask.fingerprint(),
  };
  const { productId } = product;
  const shelf =
    offer.supply === 'stock'
      ? [insertStock({ productId, merchantId, day: null, given: amount, taken: 0, free: amount })]
      : [];
  const offering = product.listed ? offersToo(shop) : [];
  const existing = await commit(world.table, [insertProduct(product), ...shelf, ...offering, merchantStands(merchant)]);
  return existing ? firstResult(existing, ask, ProductRecord) : product;
};

/** The first offer of a shop is news to its month; one more moves only its version. */
const offersToo = ({ standing, write }: Awaited<ReturnType<typeof readOffering>>): Write[] =>
  standing.offering && standing.version > 1 ? [oneMoreOffer(standing)] : write(true);
