import { addMonths, dayOf, monthEnd, monthStart } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { decisiveFree, type Offered } from '../../../shared/domain/ranking/list/offered.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import { type LikeShop, type Missed, missedOf } from '../../../shared/domain/ranking/support/missed.ts';
import { SUPPORT_AFTER_MONTHS } from '../../../shared/domain/ranking/support/support.ts';
import { presentLedger, storedEntries } from '../../reads/city-ledger.ts';
import { byProduct, inputFor } from '../../reads/lists/decide.ts';
import { rowsFor } from '../../reads/lists/offers.ts';
import type { World } from '../../world.ts';
import type { UnsoldShop } from './unsold-owners.ts';

type Shelf = { readonly offers: number; readonly soldOut: number };
/** What owners have on offer, and which shops of a category stand above the line, with what they sold there. */
export type Market = {
  readonly shelves: ReadonlyMap<string, Shelf>;
  readonly like: ReadonlyMap<string, readonly LikeShop[]>;
};

/** What was sold by shop and category in a month and the one before, by orders that were accepted. */
const soldIn = async (world: World, city: City, month: string): Promise<ReadonlyMap<string, number>> => {
  const [from, to] = [monthStart(addMonths(month, 1 - SUPPORT_AFTER_MONTHS), city.zone), monthEnd(month, city.zone)];
  const sold = new Map<string, number>();
  for (const { merchantId, category, state, at, valueRupiah } of await storedEntries(world, city.cityCode)) {
    if (state !== 'accepted' || at < from || at >= to) continue;
    const key = `${merchantId} ${category}`;
    sold.set(key, (sold.get(key) ?? 0) + valueRupiah);
  }
  return sold;
};

const shelvesOf = (offered: readonly Offered[], free: ReadonlyMap<string, number>, shelves: Map<string, Shelf>) => {
  for (const { product, ownerId } of offered) {
    const { offers, soldOut } = shelves.get(ownerId) ?? { offers: 0, soldOut: 0 };
    const gone = product.supply === 'stock' && (free.get(product.productId) ?? 0) === 0;
    shelves.set(ownerId, { offers: offers + 1, soldOut: soldOut + (gone ? 1 : 0) });
  }
};

/** The market as it stands, the shops closed or not: read once for everybody who did not sell. */
export const marketToday = async (world: World, city: City, month: string): Promise<Market> => {
  const present = await presentLedger(world, city);
  const { byCategory, free } = await rowsFor(world, city, present.ledger, {});
  const sold = await soldIn(world, city, month);
  const today = dayOf(world.now(), city.zone);
  const shelves = new Map<string, Shelf>();
  const like = new Map<string, LikeShop[]>();
  for (const { category, offered } of byCategory) {
    shelvesOf(offered, free, shelves);
    const wish = { category };
    const input = inputFor({ rows: offered }, wish, decisiveFree(free, wish), { ...present, today, city, dayKey: '' });
    const rows = byProduct(offered);
    const passed = rankOffers(input).above.flatMap(({ offer, others }) => [offer, ...others]);
    const shops = new Map<string, LikeShop>();
    for (const { offerId, shopId, ownerId } of passed) {
      const district = rows.get(offerId)?.product.district ?? '';
      shops.set(shopId, { ownerId, district, soldRupiah: sold.get(`${shopId} ${category}`) ?? 0 });
    }
    like.set(category, [...shops.values()]);
  }
  return { shelves, like };
};

/** What an owner may have missed, told by the shops that are like their first one. */
export const missedBy = (ownerId: string, [shop]: readonly UnsoldShop[], { like }: Market): Missed | null =>
  shop ? missedOf({ ownerId, district: shop.district }, like.get(shop.category) ?? []) : null;
