import { dayOf } from '../../../shared/domain/basics/month.ts';
import { byText } from '../../../shared/domain/basics/sort.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { drawsOf } from '../../../shared/domain/ranking/rule/draw.ts';
import type { Sought } from '../../../shared/domain/search/search-text.ts';
import { namedIn } from '../../../shared/domain/search/word-index.ts';
import type { Shelf } from '../../reads/lists/shelf.ts';
import type { World } from '../../world.ts';

const MOST_SHOPS = 5;

type Named = { readonly merchantId: string; readonly name: string; readonly ownerId: string };
/** Nearness, what was received, what was shown: the least of each stands first. */
type Key = readonly [tier: number, recentSalesRupiah: number, exposure: number];
const byKey = (a: Key, b: Key): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];

/**
 * Shops whose name is meant, ranked as their goods are: nearest first, and of those equally near who received least, then
 * who was shown least, then the draw of the day.
 */
export const shopsNamed = (
  world: World,
  city: City,
  shelves: readonly Shelf[],
  sought: readonly Sought[],
  { owners }: CityLedger,
): Named[] => {
  const found = new Map<string, { shop: Named; key: Key }>();
  for (const { shops } of shelves) {
    const { rows, tiers } = namedIn(shops.words, sought);
    for (const [at, row] of rows.entries()) {
      const shop = shops.shops[row] as Named;
      const { recentSalesRupiah = 0, exposure = 0 } = owners.get(shop.ownerId) ?? {};
      found.set(shop.merchantId, { shop, key: [tiers[at] as number, recentSalesRupiah, exposure] });
    }
  }
  const all = [...found.values()].sort((a, b) => byKey(a.key, b.key));
  const last = all[MOST_SHOPS - 1]?.key;
  const { whole } = drawsOf(world.dayKey(city.cityCode, dayOf(world.now(), city.zone)));
  // Only those who can be among the first draw: thousands may be called "toko".
  return all
    .filter(({ key }) => !last || byKey(key, last) <= 0)
    .map((one) => ({ ...one, lot: whole(one.shop.ownerId) }))
    .sort((a, b) => byKey(a.key, b.key) || byText(a.lot, b.lot))
    .slice(0, MOST_SHOPS)
    .map(({ shop }) => shop);
};
