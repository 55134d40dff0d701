import { searchWords } from '../../../shared/domain/basics/fold.ts';
import { dayOf } from '../../../shared/domain/basics/month.ts';
import { byText } from '../../../shared/domain/basics/sort.ts';
import { shopAddress } from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { CityLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import type { Offered } from '../../../shared/domain/ranking/list/offered.ts';
import { lineOfSought, type Sought, tierOfName } from '../../../shared/domain/ranking/list/search-text.ts';
import { drawsOf } from '../../../shared/domain/ranking/rule/draw.ts';
import { getShopAddresses } from '../../../shared/table/register/shop-addresses.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import { rowsFor } from '../../reads/lists/offers.ts';
import type { World } from '../../world.ts';
import { showList } from '../list/show-list.ts';
import { understand } from './understand.ts';

const MOST_SHOPS = 5;

/**
 * Shops whose name is meant, ranked as their goods are: nearest first, and of those equally near who received least, then
 * who was shown least, then the draw of the day.
 */
const shopsNamed = (
  world: World,
  city: City,
  shelves: readonly (readonly Offered[])[],
  sought: readonly Sought[],
  { owners }: CityLedger,
) => {
  const names = new Map<string, { name: string; ownerId: string }>();
  for (const offered of shelves)
    for (const { product, ownerId } of offered) names.set(product.merchantId, { name: product.merchantName, ownerId });
  const { whole } = drawsOf(world.dayKey(city.cityCode, dayOf(world.now(), city.zone)));
  return [...names]
    .flatMap(([merchantId, { name, ownerId }]) => {
      const tier = tierOfName(name, sought);
      const { recentSalesRupiah = 0, exposure = 0 } = owners.get(ownerId) ?? {};
      return tier === undefined
        ? []
        : [{ merchantId, name, key: [tier, recentSalesRupiah, exposure] as const, ownerId }];
    })
    .sort(
      ({ key: a, ownerId: one }, { key: b, ownerId: other }) =>
        a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || byText(whole(one), whole(other)),
    )
    .slice(0, MOST_SHOPS);
};

/** Goods and shops that a text means, however it is spelled: relevance first, the fair rule inside it. */
export const searchCity = endpoint('GET /cities/{city}/search', async ({ params, query, address }, world) => {
  const city = await expectCity(world, params.city);
  const { limit, cursor, text, ...narrowed } = query;
  if (searchWords(text).length === 0) return { items: [], next: null, shops: [], understood: null };
  const { ledger } = await presentLedger(world, city);
  const { byCategory } = await rowsFor(world, city, ledger, narrowed);
  const shelves = byCategory.map(({ offered }) => offered);
  const sought = understand(shelves, text);
  const wish = { ...narrowed, text: lineOfSought(sought) };
  let ranking: Awaited<ReturnType<typeof showList>>['ranking'] | undefined;
  const list = `search ${city.cityCode} ${JSON.stringify({ ...narrowed, text })}`;
  const { items, next } = await page(world, list, { limit, cursor }, async (request) => {
    const shown = await showList(world, city, wish, { ...request, address });
    ranking = shown.ranking;
    return shown;
  });
  const found = cursor === undefined ? shopsNamed(world, city, shelves, sought, ledger) : [];
  const addresses = await getShopAddresses(
    world.table,
    found.map(({ merchantId }) => merchantId),
  );
  const shops = found.flatMap(({ merchantId, name }, at) => {
    const slug = addresses[at]?.slug;
    return slug === undefined ? [] : [{ merchantId, name, address: shopAddress(city, slug) }];
  });
  return { items, next, shops, understood: wish.text, ...(ranking ? { ranking } : {}) };
});
