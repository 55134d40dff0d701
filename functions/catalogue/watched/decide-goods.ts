import { opened } from '../../../shared/domain/catalogue/change-case.ts';
import { decidedCase } from '../../../shared/domain/catalogue/decided-case.ts';
import { readsCity } from '../../../shared/domain/people/caller.ts';
import { Problem } from '../../../shared/problem.ts';
import { recordAct } from '../../../shared/table/audit.ts';
import { getGoodsCase, goodsCasesOf, saveGoodsCase, sortOfCase } from '../../../shared/table/catalogue/goods-cases.ts';
import { getProduct, type ProductRecord, replaceProduct } from '../../../shared/table/catalogue/products.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getMerchant, merchantStands } from '../../../shared/table/register/merchants.ts';
import { expectCity, expectMerchantOfCity, noMerchant, requireFieldReader } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import { requireVersion } from '../../http/request-meta.ts';
import { pageWithin } from '../../http/shops-within.ts';
import { requireForeignShop } from '../../reads/own-shop.ts';
import { listingWrites } from '../listing-writes.ts';
import { readOffering } from '../offering.ts';

const noProduct = () => new Problem('product_not_found', 'Barang tidak ditemukan. Periksa lagi tautannya.');

export const listGoodsCases = endpoint('GET /cities/{city}/goods-cases', async ({ params, query, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const districts = requireFieldReader(caller, cityCode);
  const { state, ...paging } = query;
  return page(world, `goods cases ${cityCode} ${state} ${districts ?? ''}`, paging, (request) =>
    pageWithin(world, districts, request, (wider) => goodsCasesOf(world.table, cityCode, state, wider), sortOfCase),
  );
});

export const readGoodsCase = endpoint('GET /merchants/{merchantId}/products/{productId}/case', async (ask, world) => {
  const { merchantId, productId } = ask.params;
  const [merchant, product, known] = await Promise.all([
    getMerchant(world.table, merchantId),
    getProduct(world.table, merchantId, productId),
    getGoodsCase(world.table, merchantId, productId),
  ]);
  if (!merchant || !readsCity(ask.caller, merchant.cityCode)) throw noMerchant();
  if (!product) throw noProduct();
  return known ?? opened(product, product.createdAt);
});

/** The goods without what the city said of them, or with it. */
const decided = ({ barred: _barred, ...before }: ProductRecord, withdrawn: ProductRecord['barred']): ProductRecord => ({
  ...before,
  ...(withdrawn ? { active: false, listed: false, barred: withdrawn } : {}),
  version: before.version + 1,
});

/**
 * The city takes goods off the market with a reason that the shop is told, or keeps them, also after it took them off: then
 * the shop may offer them again. Reported or not: the city looks at the market itself.
 */
export const decideGoods = endpoint('POST /merchants/{merchantId}/products/{productId}/decide', async (ask, world) => {
  const { merchantId, productId } = ask.params;
  const merchant = await expectMerchantOfCity(world, ask.caller, merchantId);
  await requireForeignShop(world, ask.caller, merchant);
  const [product, known] = await Promise.all([
    getProduct(world.table, merchantId, productId),
    getGoodsCase(world.table, merchantId, productId),
  ]);
  if (!product) throw noProduct();
  const { decision, reason } = ask.body;
  const [at, by] = [world.now(), ask.caller.person];
  const state = decision === 'withdraw' ? 'withdrawn' : 'kept';
  // The same officer's second click finds it done.
  if (known?.state === state && known.decisions.at(-1)?.reason === reason) return known;
  requireVersion(ask, known ?? { version: 0 });
  const after = decidedCase(known, product, { state, reason, by, at });
  const changed = decided(
    product,
    state === 'withdrawn' ? { name: product.barred?.name ?? product.name, reason, at } : undefined,
  );
  const shop = product.listed === changed.listed ? undefined : await readOffering(world, merchant);
  await commit(world.table, [
    saveGoodsCase(after),
    ...(state === 'withdrawn' || product.barred ? [replaceProduct(changed)] : []),
    ...(shop ? listingWrites(shop, changed) : []),
    merchantStands(merchant),
    ...(await recordAct(
      world.table,
      {
        chain: merchant.cityCode,
        at,
        by,
        person: null,
        subjects: [merchantId, productId],
        details: {},
        act: state === 'withdrawn' ? 'goods-withdrawn' : 'goods-kept',
      },
      ask.caller,
    )),
  ]);
  return after;
});
