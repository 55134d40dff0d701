import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { type Day, dayOf, weekdayOf } from '../../../shared/domain/basics/month.ts';
import { ceilingOf } from '../../../shared/domain/catalogue/ceiling.ts';
import { goodsOf, isLike } from '../../../shared/domain/catalogue/goods.ts';
import { firstDeliveryDay, ProductCard } from '../../../shared/domain/catalogue/product.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import type { Priced } from '../../../shared/domain/ranking/rule/price-line.ts';
import type { Offer } from '../../../shared/domain/ranking/rule/request.ts';
import { isOpen } from '../../../shared/domain/register/merchant.ts';
import { Problem } from '../../../shared/problem.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { getShopFacts } from '../../../shared/table/merchants.ts';
import { type OfferedProduct, offersOfCategory } from '../../../shared/table/products.ts';
import { getStocks } from '../../../shared/table/stock.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import { ceilingsFor } from '../../reads/ceilings.ts';
import type { World } from '../../world.ts';

/** One offer as it takes part in a ranking, with the card that shows it. What a file of offers is made of. */
export type OfferRow = { offer: Offer; card: ProductCard };

/** Prices and pauses may be this old in a list; what is ordered is read afresh when the order is placed. */
const OFFER_SECONDS = 30;
/** Pieces left change with every sale. */
const SHELF_SECONDS = 10;
const AT_ONCE = 100;

/** Reads in batches of a hundred, a few batches together. */
const inBatches = async <T, R>(values: readonly T[], read: (batch: T[]) => Promise<R[]>): Promise<R[]> => {
  const batches: T[][] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) batches.push(values.slice(at, at + AT_ONCE));
  const results: R[] = [];
  for (let at = 0; at < batches.length; at += 8)
    for (const part of await Promise.all(batches.slice(at, at + 8).map(read))) results.push(...part);
  return results;
};

const productsOfCategory = ({ table }: World, cityCode: string, category: string): Promise<OfferedProduct[]> =>
  everyEntry((after) => offersOfCategory(table, cityCode, category, { limit: 1000, after }));

/** What is offered in a category, and the shops that offer it. */
const offeredNow = async (world: World, cityCode: string, category: string) => {
  const products = await productsOfCategory(world, cityCode, category);
  const merchantIds = [...new Set(products.map(({ merchantId }) => merchantId))];
  const shops = await inBatches(merchantIds, (batch) => getShopFacts(world.table, batch, { consistent: false }));
  return { products, shops: new Map(merchantIds.map((merchantId, index) => [merchantId, shops[index]])) };
};

const offered = (world: World, cityCode: string, category: string) =>
  cachedFor(world, `offers ${cityCode} ${category}`, OFFER_SECONDS, () => offeredNow(world, cityCode, category));

/** Pieces that can still be had, by product: on the shelf, or of the day's capacity where a day is asked for. */
const freeOf = (
  world: World,
  cityCode: string,
  category: string,
  products: readonly OfferedProduct[],
  day: Day | null,
) => {
  const asked = products.filter(({ supply }) => supply === 'stock' || day !== null);
  return cachedFor(world, `shelves ${cityCode} ${category} ${day ?? ''}`, SHELF_SECONDS, async () => {
    const stocks = await inBatches(asked, (batch) =>
      getStocks(
        world.table,
        batch.map(({ merchantId, productId, supply }) => ({
          ...{ merchantId, productId },
          day: supply === 'stock' ? null : day,
        })),
        { consistent: false },
      ),
    );
    return new Map(asked.map(({ productId }, index) => [productId, stocks[index]?.free]));
  });
};

/** Who has anything listed, in whatever category, the shop closed or not. */
export const ownersOffering = async (world: World, city: City, ledger: CityLedger): Promise<ReadonlySet<string>> => {
  const owners = new Set<string>();
  for (const category of Object.keys(categories)) {
    const { shops } = await offered(world, city.cityCode, category);
    for (const [merchantId, shop] of shops) {
      const ownerId = ledger.ownerOf.get(merchantId) ?? shop?.ownerId;
      if (ownerId !== undefined) owners.add(ownerId);
    }
  }
  return owners;
};

export type Wish = {
  category: string;
  deliverOn: Day | null;
  /** A product whose kind of goods is wanted. */
  like: string | null;
  district: string | null;
};

/** What price lines are drawn over: every product of a category with its owner, nothing that changes with a sale. */
export const pricedOffers = async (
  world: World,
  city: City,
  ledger: CityLedger,
  category: string,
): Promise<readonly Priced[]> => {
  const today = dayOf(world.now(), city.zone);
  const [{ products, shops }, ceilings] = await Promise.all([
    offeredNow(world, city.cityCode, category),
    ceilingsFor(world, city),
  ]);
  return products.flatMap((product): Priced[] => {
    const merchant = shops.get(product.merchantId);
    if (!merchant) return [];
    const ownerId = ledger.ownerOf.get(product.merchantId) ?? merchant.ownerId;
    const { priceRupiah } = product;
    const [verified, open] = [merchant.status === 'verified', isOpen(merchant, today)];
    const ceilingRupiah = ceilingOf(product, today, ceilings);
    const ceiling = ceilingRupiah === null ? {} : { ceilingRupiah };
    return [{ ownerId, verified, open, priceRupiah, ...ceiling, goods: goodsOf(product) }];
  });
};

/** The offers that answer a wish, by product id, each with its owner's ratings from the ledger. */
export const offersFor = async (world: World, city: City, ledger: CityLedger, wish: Wish): Promise<OfferRow[]> => {
  const today = dayOf(world.now(), city.zone);
  const { products, shops } = await offered(world, city.cityCode, wish.category);
  const free = await freeOf(world, city.cityCode, wish.category, products, wish.deliverOn);
  const model = wish.like === null ? undefined : products.find(({ productId }) => productId === wish.like);
  if (wish.like !== null && !model)
    throw new Problem('product_not_found', 'Barang pembanding tidak dijual lagi di kategori ini.', [
      { pointer: '/like', detail: 'Pilih barang lain.' },
    ]);
  const ceilings = await ceilingsFor(world, city);
  const rows = products.flatMap((product): OfferRow[] => {
    const merchant = shops.get(product.merchantId);
    if (!merchant || (model && !isLike(product, model))) return [];
    const ownerId = ledger.ownerOf.get(product.merchantId) ?? merchant.ownerId;
    const { ratingSum = 0, ratingCount = 0 } = ledger.owners.get(ownerId) ?? {};
    const day = wish.deliverOn;
    const ceilingRupiah = ceilingOf(product, today, ceilings);
    const offer: Offer = {
      offerId: product.productId,
      shopId: product.merchantId,
      ownerId,
      verified: merchant.status === 'verified',
      open: isOpen(merchant, day ?? today),
      // Without a place nobody is too far away.
      deliversTo: wish.district === null || product.deliversTo.length === 0 ? [city.cityCode] : product.deliversTo,
      capacityUnits: free.get(product.productId) ?? product.perDay ?? 0,
      priceRupiah: product.priceRupiah,
      ratingSum,
      ratingCount,
      ...(ceilingRupiah === null ? {} : { ceilingRupiah }),
      goods: goodsOf(product),
      minUnits: product.minQuantity,
      onDay: day === null || (day >= firstDeliveryDay(product, today) && !product.closedDays.includes(weekdayOf(day))),
    };
    return [{ offer, card: ProductCard.parse(product) }];
  });
  return rows.sort((a, b) => (a.offer.offerId < b.offer.offerId ? -1 : 1));
};
