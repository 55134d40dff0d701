import { searchWords } from '../../../shared/domain/basics/words/search-words.ts';
import { shopAddress } from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { ListRequest } from '../../../shared/domain/ranking/list/offered.ts';
import { lineOfSought } from '../../../shared/domain/search/search-text.ts';
import { understand } from '../../../shared/domain/search/understand.ts';
import { getShopAddresses } from '../../../shared/table/register/shop-addresses.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import { type Drawn, decide, decideAmong } from '../../reads/lists/decide.ts';
import { goodsAhead } from '../../reads/lists/goods-ahead.ts';
import { rowsFor } from '../../reads/lists/offers.ts';
import { type Shelf, shelfOf } from '../../reads/lists/shelf.ts';
import type { World } from '../../world.ts';
import { showList } from '../list/show-list.ts';
import { countUnmetSearch } from './count-unmet.ts';
import { shopsNamed } from './shops-named.ts';

type Searched = { readonly shelves: readonly Shelf[]; readonly draw: (wish: ListRequest) => Promise<Drawn> };

/** What is searched: the goods as they were written ahead, or, until they are, the table's rows. */
const searched = async (world: World, city: City, category: ListRequest['category']): Promise<Searched> => {
  const { ledger } = await presentLedger(world, city);
  const ahead = await goodsAhead(world, city, ledger, category);
  if (ahead) return { shelves: ahead.shelves, draw: (wish) => decideAmong(world, city, wish, ahead) };
  const { byCategory } = await rowsFor(world, city, ledger, { category });
  return {
    shelves: byCategory.map(({ offered }) => shelfOf(offered)),
    draw: (wish) => decide(world, city, wish),
  };
};

/** Goods and shops that a text means, however it is spelled: relevance first, the fair rule inside it. */
export const searchCity = endpoint('GET /cities/{city}/search', async ({ params, query, address }, world) => {
  const city = await expectCity(world, params.city);
  const { limit, cursor, text, ...narrowed } = query;
  if (searchWords(text).length === 0) return { items: [], next: null, shops: [], understood: null };
  const [{ ledger }, { shelves, draw }] = await Promise.all([
    presentLedger(world, city),
    searched(world, city, narrowed.category),
  ]);
  const sought = understand(
    shelves.map(({ words }) => words),
    text,
  );
  const wish = { ...narrowed, text: lineOfSought(sought) };
  let ranking: Awaited<ReturnType<typeof showList>>['ranking'] | undefined;
  const list = `search ${city.cityCode} ${JSON.stringify({ ...narrowed, text })}`;
  const { items, next } = await page(world, list, { limit, cursor }, async (request) => {
    const shown = await showList(world, city, () => draw(wish), { ...request, address });
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
  if (cursor === undefined && items.length === 0 && shops.length === 0)
    await countUnmetSearch(world, city, { ...narrowed, text, address });
  return { items, next, shops, understood: wish.text, ...(ranking ? { ranking } : {}) };
});
