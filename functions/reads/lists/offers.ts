import type { Category } from '../../../shared/domain/basics/category.ts';
import { categories } from '../../../shared/domain/basics/category-labels.ts';
import { type Day, dayOf, monthOf } from '../../../shared/domain/basics/month.ts';
import { ceilingOf } from '../../../shared/domain/catalogue/ceiling.ts';
import { goodsOf } from '../../../shared/domain/catalogue/goods.ts';
import { toldFree } from '../../../shared/domain/catalogue/left.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { provinceOf } from '../../../shared/domain/places/region.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { kindIn } from '../../../shared/domain/ranking/ledger/reference-prices.ts';
import type { ListRequest, Offered, OfferedProduct } from '../../../shared/domain/ranking/list/offered.ts';
import { type CityMedian, evidenceFor } from '../../../shared/domain/ranking/rule/evidence.ts';
import { LEAST_OWNERS, ownersMedian } from '../../../shared/domain/ranking/rule/price-line.ts';
import { isOpen } from '../../../shared/domain/register/merchant-moves.ts';
import { getLines } from '../../../shared/table/catalogue/price-lines.ts';
import { offersOfCategory } from '../../../shared/table/catalogue/products.ts';
import { getStocks } from '../../../shared/table/catalogue/stock.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { getShopFacts } from '../../../shared/table/register/merchants.ts';
import type { World } from '../../world.ts';
import { cachedFor } from '../cached-for.ts';
import { ceilingsFor } from '../ceilings.ts';
import { inBatches } from '../in-batches.ts';

/** Prices and pauses may be this old in a list; what is ordered is read afresh when the order is placed. */
const OFFER_SECONDS = 30;
/** Pieces left change with every sale. */
const SHELF_SECONDS = 10;
const LINE_SECONDS = 60;

const productsOfCategory = ({ table }: World, cityCode: string, category: string): Promise<OfferedProduct[]> =>
  everyEntry((after) => offersOfCategory(table, cityCode, category, { limit: 1000, after }));

type Shelved = readonly (Offered & { goods: string })[];

/** What is offered in a category, each with its owner, its ceiling and the kind of goods it is. */
const goodsOffered = async (world: World, city: City, ledger: CityLedger, category: string) => {
  const today = dayOf(world.now(), city.zone);
  const [products, ceilings] = await Promise.all([
    productsOfCategory(world, city.cityCode, category),
    ceilingsFor(world, city),
  ]);
  const merchantIds = [...new Set(products.map(({ merchantId }) => merchantId))];
  const shops = await inBatches(merchantIds, (batch) => getShopFacts(world.table, batch, { consistent: false }));
  const shopOf = new Map(merchantIds.map((merchantId, index) => [merchantId, shops[index]]));
  return products.flatMap((product) => {
    const shop = shopOf.get(product.merchantId);
    if (!shop) return [];
    const ownerId = ledger.ownerOf.get(product.merchantId) ?? shop.ownerId;
    const { ratingSum = 0, ratingCount = 0 } = ledger.owners.get(ownerId) ?? {};
    const ceilingRupiah = ceilingOf(product, today, ceilings);
    return [
      {
        product,
        ownerId,
        ratingSum,
        ratingCount,
        goods: goodsOf(product),
        priceRupiah: product.priceRupiah,
        verified: shop.status === 'verified',
        // An order is placed today: a shop that is closed today takes none, whatever day is asked for.
        open: isOpen(shop, today),
        ...(ceilingRupiah === null ? {} : { ceilingRupiah }),
      },
    ];
  });
};

/** The medians of like goods on offer in a category, by kind of goods. */
export const likeMedians = async (world: World, city: City, ledger: CityLedger, category: string) => {
  const rows = await goodsOffered(world, city, ledger, category);
  const medians = new Map<string, CityMedian>();
  for (const [goods, alike] of Map.groupBy(rows, (row) => row.goods)) {
    const { medianRupiah, owners } = ownersMedian(alike);
    if (medianRupiah !== null) medians.set(goods, { medianRupiah, owners });
  }
  return { rows, medians };
};

/** Everything on offer in a category with what its price is compared with: the same for every list of a moment. */
const offeredNow = async (world: World, city: City, ledger: CityLedger, category: string): Promise<Shelved> => {
  const { rows, medians } = await likeMedians(world, city, ledger, category);
  const paidFor = (goods: string) => ledger.references.get(kindIn(category, goods));
  const few = [...new Set(rows.map(({ goods }) => goods))].filter(
    (goods) => !paidFor(goods) && (medians.get(goods)?.owners ?? 0) < LEAST_OWNERS,
  );
  const province = provinceOf(city.cityCode);
  const lines = await cachedFor(world, `lines ${city.cityCode} ${category} ${few.join()}`, LINE_SECONDS, () =>
    inBatches(few, (batch) =>
      getLines(
        world.table,
        batch.map((goods) => ({ province, category, goods, cityCode: city.cityCode })),
      ),
    ),
  );
  const wider = new Map(few.map((goods, index) => [goods, lines[index]?.evidence]));
  const month = monthOf(world.now(), city.zone);
  return rows.map(({ priceRupiah, ...row }) => {
    const here = medians.get(row.goods) ?? { medianRupiah: priceRupiah, owners: 0 };
    const found = wider.get(row.goods);
    const evidence = evidenceFor(here, [], null, month, paidFor(row.goods));
    return { ...row, like: evidence.source === 'few' && found && found.source !== 'like' ? found : evidence };
  });
};

/** Pieces that can still be had, by product: on the shelf, or of the day's capacity where a day is asked for. */
export const freeNow = async (
  world: World,
  offered: readonly Offered[],
  day: Day | null,
  consistent: boolean,
): Promise<ReadonlyMap<string, number>> => {
  const asked = offered.filter(({ product }) => product.supply === 'stock' || day !== null);
  const stocks = await inBatches(asked, (batch) =>
    getStocks(
      world.table,
      batch.map(({ product: { merchantId, productId, supply } }) => ({
        merchantId,
        productId,
        day: supply === 'stock' ? null : day,
      })),
      { consistent },
    ),
  );
  return new Map(
    asked.map(({ product: { productId, perDay } }, index) => [
      productId,
      Math.max(0, stocks[index]?.free ?? perDay ?? 0),
    ]),
  );
};

/**
 * What of the pieces left a list reckons with that anybody may ask for, in any number: no more than everybody may know. A proposal
 * reckons with each piece, and is an office's.
 */
export const toldOf = (offered: readonly Offered[], free: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  const told = new Map<string, number>();
  for (const { product } of offered) {
    const left = free.get(product.productId);
    const shown = left === undefined ? undefined : toldFree(left, product);
    if (shown !== undefined) told.set(product.productId, shown);
  }
  return told;
};

export type Rows = {
  /** A file's worth each: what is on offer in a category. */
  byCategory: readonly { category: Category; offered: Shelved }[];
  free: ReadonlyMap<string, number>;
};

/**
 * What a wish is answered from: the goods of its category, or of all. A proposal is read `fresh`, because it must be
 * possible to place it; a list may be half a minute old.
 */
export const rowsFor = async (
  world: World,
  city: City,
  ledger: CityLedger,
  { category, deliverOn = null }: Pick<ListRequest, 'category'> & { deliverOn?: Day | null | undefined },
  fresh = false,
): Promise<Rows> => {
  const names = category === undefined ? (Object.keys(categories) as Category[]) : [category];
  const { cityCode } = city;
  const today = dayOf(world.now(), city.zone);
  const parts = await Promise.all(
    names.map(async (name) => {
      const read = () => offeredNow(world, city, ledger, name);
      const offered = fresh
        ? await read()
        : await cachedFor(world, `offers ${cityCode} ${name} ${ledger.version} ${today}`, OFFER_SECONDS, read);
      const count = () => freeNow(world, offered, deliverOn, fresh);
      const free = fresh
        ? await count()
        : await cachedFor(
            world,
            `shelves ${cityCode} ${name} ${ledger.version} ${deliverOn ?? ''}`,
            SHELF_SECONDS,
            count,
          );
      return { category: name, offered, free };
    }),
  );
  const byCategory = parts.filter(({ offered }) => offered.length > 0);
  return { byCategory, free: new Map(byCategory.flatMap(({ free }) => [...free])) };
};
