import { dayOf } from '../../../shared/domain/basics/month.ts';
import { goodsOf } from '../../../shared/domain/catalogue/goods.ts';
import { Product } from '../../../shared/domain/catalogue/product.ts';
import { boundedTerms, STARTING_TERMS } from '../../../shared/domain/deliveries/terms.ts';
import { shownCentres, termsWords } from '../../../shared/domain/deliveries/terms-words.ts';
import { shopAddress } from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { provinceOf } from '../../../shared/domain/places/region.ts';
import { publicReview, shownAverage } from '../../../shared/domain/reviews/averages.ts';
import { getLines } from '../../../shared/table/catalogue/price-lines.ts';
import { productsOfMerchant } from '../../../shared/table/catalogue/products.ts';
import { getStocks } from '../../../shared/table/catalogue/stock.ts';
import { centresOf } from '../../../shared/table/centres/centres.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { getTerms } from '../../../shared/table/orders/delivery-terms.ts';
import { getWays } from '../../../shared/table/payments/ways.ts';
import { getRating } from '../../../shared/table/ratings.ts';
import type { MerchantRecord } from '../../../shared/table/register/merchants.ts';
import type { ShopAddress } from '../../../shared/table/register/shop-addresses.ts';
import { reviewsOfMerchant } from '../../../shared/table/reviews.ts';
import type { LikePrice, Reviews, Shop, ShownProduct } from '../../../web/storefront/public/page.ts';
import type { World } from '../../world.ts';

const REVIEWS = 10;
const KEYS = 100;

/** All goods of a shop as they are now, offered or not, each with whether any can be had. */
export const goodsOfShop = async ({ table }: World, merchantId: string): Promise<ShownProduct[]> => {
  const all = await everyEntry((after) =>
    productsOfMerchant(table, merchantId, { limit: 500, after, consistent: true }),
  );
  const shelved = all.filter(({ supply }) => supply === 'stock');
  const free = new Map<string, number>();
  for (let at = 0; at < shelved.length; at += KEYS) {
    const batch = shelved.slice(at, at + KEYS);
    const stocks = await getStocks(
      table,
      batch.map(({ productId }) => ({ merchantId, productId, day: null })),
    );
    for (const [index, { productId }] of batch.entries()) free.set(productId, stocks[index]?.free ?? 0);
  }
  return all.map((record) => {
    const product = Product.parse(record);
    const left = product.supply === 'stock' ? (free.get(product.productId) ?? 0) : (product.perDay ?? 0);
    // A page is written anew where a shelf empties or fills, not where it falls below what is sold at once.
    return { ...product, available: product.active && left > 0 };
  });
};

/** What everybody may read of a shop; its number only where it consented to be asked. */
export const shownShop = async (
  { table, now }: World,
  city: City,
  merchant: MerchantRecord,
  { slug }: ShopAddress,
): Promise<Shop> => {
  const [ways, terms] = await Promise.all([getWays(table, merchant.merchantId), getTerms(table, merchant.merchantId)]);
  const { merchantId, name, district, category, description, pausedUntil, phone, phoneShown } = merchant;
  const said = boundedTerms(terms ?? STARTING_TERMS, city.policies.deliveryFeeMaxRupiah);
  const centres = said.centres ? shownCentres(said, await centresOf(table, city.cityCode)) : [];
  const away = pausedUntil !== null && pausedUntil >= dayOf(now(), city.zone);
  return {
    merchantId,
    name,
    district,
    category,
    description,
    pausedUntil: away ? pausedUntil : null,
    ...(phoneShown ? { phone } : {}),
    address: shopAddress(city, slug),
    cashOnDelivery: Boolean(ways?.cod),
    delivery: termsWords({ ...said, centres }, city.districts),
  };
};

/** What buyers said last; `all` is where the rest is read. */
export const shownReviews = async ({ table }: World, merchantId: string, all: string): Promise<Reviews> => {
  const [rating, { items, next }] = await Promise.all([
    getRating(table, merchantId),
    reviewsOfMerchant(table, merchantId, { limit: REVIEWS }),
  ]);
  const known = rating ?? { ratingSum: 0, ratingCount: 0 };
  const more = next === undefined ? null : all;
  return { items: items.map(publicReview), next: more, average: shownAverage(known), count: known.ratingCount };
};

/** Fewer owners than this and who sells could work out from a median what the others ask. */
const LEAST_OWNERS = 5;

/** What like goods cost in the city, by product: the median that its lists compare with, where enough owners stand behind it. */
export const likePrices = async (
  { table }: World,
  { cityCode }: City,
  goods: readonly ShownProduct[],
): Promise<ReadonlyMap<string, LikePrice>> => {
  const province = provinceOf(cityCode);
  const kinds = new Map(
    goods.map((product) => {
      const named = { province, cityCode, category: product.category, goods: goodsOf(product) };
      return [`${named.category} ${named.goods}`, named];
    }),
  );
  const names = [...kinds.keys()];
  const known = new Map<string, LikePrice>();
  for (let at = 0; at < names.length; at += KEYS) {
    const part = names.slice(at, at + KEYS);
    const lines = await getLines(
      table,
      part.flatMap((name) => kinds.get(name) ?? []),
    );
    for (const [index, line] of lines.entries()) {
      const paid = line?.evidence.source === 'paid';
      const { medianRupiah = 0, owners = 0 } = (paid ? line?.evidence : line) ?? {};
      if (owners >= LEAST_OWNERS) known.set(part[index] as string, { medianRupiah, owners, paid });
    }
  }
  return new Map(
    goods.flatMap((product) => {
      const price = known.get(`${product.category} ${goodsOf(product)}`);
      return price ? [[product.productId, price]] : [];
    }),
  );
};
