import { publicSnapshot } from '../../shared/domain/equity/disclosure/public-snapshot.ts';
import { categoryAddress, fileOf, shopAddress } from '../../shared/domain/pages/address.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { ListRequest } from '../../shared/domain/ranking/list/offered.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { getSnapshot, snapshotsOfPlace } from '../../shared/table/equity/snapshots.ts';
import { merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { getShopAddresses } from '../../shared/table/register/shop-addresses.ts';
import type { PublicPage, ShopName, ShownList } from '../../web/storefront/public/page.ts';
import { cardsOf } from '../reads/lists/cards.ts';
import { type Drawn, decideNow } from '../reads/lists/decide.ts';
import { sentenceOfList } from '../reads/lists/list-head.ts';
import { withShopFacts } from '../reads/lists/shop-facts.ts';
import { decisionsAbove } from '../reads/months/decisions-above.ts';
import type { World } from '../world.ts';
import { centreNames } from './centre-page.ts';
import { inTurn, type Seller } from './in-turn.ts';
import { addressOfShop, isOfName } from './shops/shop-address.ts';
import { DISTRICT_MAKERS, HOME_MAKERS, makersOf } from './stories/story-page.ts';

/** Goods a page shows; as many as the list by script goes on with. */
export const PAGE = 24;
/** Pages of a category that are written ahead; who reads on has a script. */
const PARTS = 4;
/** Keys of one call. */
const KEYS = 100;
/** Shops named beneath a kecamatan. */
const MOST_SHOPS = 300;

/** Where a list goes on by script: the cursor that the list itself would have given. */
const cursorOf = (world: World, city: City, wish: ListRequest, { decision }: Drawn, from: number): string =>
  world.cursorSealer.seal(`${decision.decisionId} ${from}`, `fair ${city.cityCode} ${JSON.stringify(wish)}`);

const listed = async (
  world: World,
  city: City,
  wish: ListRequest,
  drawn: Drawn,
  from: number,
  count = PAGE,
): Promise<ShownList> => {
  const { decision, ranked } = drawn;
  const cards = await withShopFacts(world, cardsOf(world, drawn, from, from + count));
  return {
    decisionId: decision.decisionId,
    sentence: sentenceOfList(drawn),
    from,
    items: cards.map(({ ranking: _, ...card }) => card),
    next: ranked.length > from + count ? cursorOf(world, city, wish, drawn, from + count) : null,
  };
};

/** Shops that are verified in a kecamatan, in no order that anybody sees. */
const shopsIn = ({ table }: World, { cityCode }: City, district: string): Promise<Seller[]> =>
  everyEntry((after) => merchantsOfCity(table, cityCode, 'verified', { district, limit: 1000, after }));

const namesOf = async (world: World, city: City, sellers: readonly Seller[]): Promise<ShopName[]> => {
  const shops: ShopName[] = [];
  for (let at = 0; at < sellers.length; at += KEYS) {
    const part = sellers.slice(at, at + KEYS);
    const ids = part.map(({ merchantId }) => merchantId);
    for (const [index, known] of (await getShopAddresses(world.table, ids)).entries()) {
      const { merchantId, name } = part[index] as Seller;
      const { slug } = known && isOfName(known, name) ? known : await addressOfShop(world, merchantId);
      shops.push({ merchantId, name, address: shopAddress(city, slug) });
    }
  }
  return shops;
};

/** How many shops sell in a city: its register, read in long pages. */
export const shopCount = async ({ table }: World, cityCode: string): Promise<number> =>
  (await everyEntry((after) => merchantsOfCity(table, cityCode, 'verified', { limit: 1000, after }))).length;

/** The last closed month of a city. */
const lastMonth = async ({ table }: World, cityCode: string): Promise<string | null> =>
  (await snapshotsOfPlace(table, cityCode, { limit: 1 })).items[0]?.month ?? null;

const STAPLES = 6;

export const homePage = async (world: World, city: City): Promise<PublicPage> => {
  const staple: ListRequest = { category: 'daily-needs' };
  const [drawn, staples, shops, month, centres] = await Promise.all([
    decideNow(world, city, {}),
    decideNow(world, city, staple),
    shopCount(world, city.cityCode),
    lastMonth(world, city.cityCode),
    centreNames(world, city),
  ]);
  return {
    kind: 'home',
    city,
    shops,
    month,
    centres,
    list: await listed(world, city, {}, drawn, 0),
    makers: await makersOf(world, city, drawn, HOME_MAKERS),
    staples: await listed(world, city, staple, staples, 0, STAPLES),
  };
};

export const seldomPage = async (world: World, city: City): Promise<PublicPage> => ({
  kind: 'seldom',
  city,
  list: await listed(world, city, {}, await decideNow(world, city, {}), 0),
});

/** The first pages of a category, all of one decision. A former page behind the end says that the list has ended. */
export const categoryPages = async (
  world: World,
  city: City,
  category: NonNullable<ListRequest['category']>,
): Promise<{ address: string; page: PublicPage; onlyOver: boolean }[]> => {
  const wish: ListRequest = { category };
  const drawn = await decideNow(world, city, wish);
  const first = categoryAddress(city, category);
  const lists = await Promise.all(
    Array.from({ length: PARTS }, (_, at) => listed(world, city, wish, drawn, at * PAGE)),
  );
  return lists.map((list, at) => {
    const part = at + 1;
    const next = list.next && part < PARTS ? `${first}/${part + 1}` : list.next;
    return {
      address: part === 1 ? first : `${first}/${part}`,
      page: { kind: 'category' as const, city, category, part, list: { ...list, next } },
      onlyOver: part > 1 && list.items.length === 0,
    };
  });
};

export const categoryKeys = (city: City, category: NonNullable<ListRequest['category']>): string[] =>
  Array.from({ length: PARTS }, (_, at) =>
    fileOf(at === 0 ? categoryAddress(city, category) : `${categoryAddress(city, category)}/${at + 1}`),
  );

export const districtPage = async (world: World, city: City, code: string): Promise<PublicPage | undefined> => {
  const district = city.districts.find((one) => one.code === code);
  if (!district) return undefined;
  const wish: ListRequest = { district: code };
  const [drawn, here] = await Promise.all([decideNow(world, city, wish), shopsIn(world, city, code)]);
  const open = new Set(here.map(({ merchantId }) => merchantId));
  const turns = inTurn(world, city, drawn, here).filter(({ merchantId }) => open.has(merchantId));
  const [shops, makers] = await Promise.all([
    namesOf(world, city, turns.slice(0, MOST_SHOPS)),
    makersOf(world, city, drawn, DISTRICT_MAKERS, here),
  ]);
  return { kind: 'district', city, district, shops, makers, list: await listed(world, city, wish, drawn, 0) };
};

export const equityPage = async (world: World, city: City, month: string): Promise<PublicPage | undefined> => {
  const [snapshot, above] = await Promise.all([
    getSnapshot(world.table, city.cityCode, month, undefined, 'none'),
    decisionsAbove(world.table, city.cityCode, month),
  ]);
  return snapshot && { kind: 'equity', city, snapshot: publicSnapshot(snapshot, above) };
};

/** Months that have an equity page, newest first. */
export const closedMonths = async ({ table }: World, cityCode: string): Promise<string[]> => {
  const { items } = await snapshotsOfPlace(table, cityCode, { limit: 100 });
  return [...new Set(items.map(({ month }) => month))];
};
