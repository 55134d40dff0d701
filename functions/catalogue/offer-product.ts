import { dayOf } from '../../shared/domain/basics/month.ts';
import { requireOpen } from '../../shared/domain/catalogue/barred.ts';
import { requireMeasurable } from '../../shared/domain/catalogue/ceiling.ts';
import {
  MOST_OFFERS,
  MOST_PRODUCTS,
  type Product,
  type Stock,
  withProductChange,
} from '../../shared/domain/catalogue/product.ts';
import { Problem } from '../../shared/problem.ts';
import {
  getProduct,
  insertProduct,
  ProductRecord,
  productOf,
  replaceProduct,
} from '../../shared/table/catalogue/products.ts';
import { insertStock, shelfOf } from '../../shared/table/catalogue/stock.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { oneMoreOffer } from '../../shared/table/equity/standings.ts';
import { getPhoto } from '../../shared/table/photos.ts';
import { type MerchantRecord, merchantOf, merchantStands } from '../../shared/table/register/merchants.ts';
import { expectCity, expectOwnMerchant, requireShop } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { firstResult, orFirstResult } from '../http/idempotency.ts';
import { requireVersion } from '../http/request-meta.ts';
import { ceilingsFor } from '../reads/ceilings.ts';
import type { World } from '../world.ts';
import { listingWrites } from './listing-writes.ts';
import { readOffering } from './offering.ts';
import { requireSellable } from './watched/city-bans.ts';

const requireServedDistricts = async (
  world: World,
  cityCode: string,
  deliversTo: readonly string[] = [],
): Promise<void> => {
  const { districts, name } = await expectCity(world, cityCode);
  const known = new Set(districts.map(({ code }) => code));
  const flaws = deliversTo.flatMap((code, index) =>
    known.has(code) ? [] : [{ pointer: `/deliversTo/${index}`, detail: `Bukan kecamatan ${name}.` }],
  );
  if (flaws.length > 0) throw new Problem('region_not_found', `Ada kecamatan di luar ${name}.`, flaws);
};

/** Only what the shop itself uploaded: a picture of another shop, or none, is not its goods'. */
const requireOwnPhoto = async ({ table }: World, merchantId: string, photo: string | null | undefined) => {
  if (photo && !(await getPhoto(table, { merchantId, photo })))
    throw new Problem('photo_not_found', 'Foto ini belum diunggah oleh toko Anda. Unggah dulu fotonya.', [
      { pointer: '/photo', detail: 'Belum diunggah oleh toko ini.' },
    ]);
};

/**
 * Withdrawn goods do not count against what a shop offers. Not exact: whoever adds in many tabs at once may pass it, so
 * nothing that follows a shop's products relies on it.
 */
const requireRoom = (products: readonly Product[]): void => {
  if (products.filter(({ active }) => active).length >= MOST_OFFERS)
    throw new Problem('product_limit', `Satu toko menjual paling banyak ${MOST_OFFERS} barang. Tarik dulu salah satu.`);
  if (products.length >= MOST_PRODUCTS)
    throw new Problem(
      'product_limit',
      `Satu toko menyimpan paling banyak ${MOST_PRODUCTS} barang. Ubah salah satu yang sudah ditarik.`,
    );
};

/** Goods with an official ceiling are offered where and how their price can be held against it. */
const requireWithinRules = async (
  world: World,
  { cityCode }: MerchantRecord,
  product: Pick<Product, 'name' | 'unit' | 'category'>,
): Promise<void> => {
  const { zone } = await expectCity(world, cityCode);
  requireMeasurable(product, dayOf(world.now(), zone), await ceilingsFor(world, { cityCode }));
  await requireSellable(world, cityCode, product.name);
};

const noProduct = () => new Problem('product_not_found', 'Barang tidak ditemukan. Periksa lagi tautannya.');

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

/** As it is shown: with what is left on its shelf. */
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
  return withFree(product, shelf);
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
