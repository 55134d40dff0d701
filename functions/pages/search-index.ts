import { gzipSync } from 'node:zlib';
import { fileOf, searchIndexAddress } from '../../shared/domain/pages/address.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { type CityIndex, MOST_FOR_PHONES } from '../../shared/domain/search/city-index.ts';
import { getShopAddresses } from '../../shared/table/register/shop-addresses.ts';
import { type Drawn, decideNow } from '../reads/lists/decide.ts';
import type { World } from '../world.ts';
import type { Made } from './publish.ts';

/** Goods of a city for whose suggestions a phone never has room: a product takes some thirty bytes as it travels. */
const MOST_GOODS = 4_000;
const KEYS = 100;

const shopsAt = async ({ table }: World, merchantIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const slugs = new Map<string, string>();
  for (let at = 0; at < merchantIds.length; at += KEYS) {
    const batch = merchantIds.slice(at, at + KEYS);
    for (const known of await getShopAddresses(table, batch)) if (known) slugs.set(known.merchantId, known.slug);
  }
  return slugs;
};

/** The goods in the market's order, with the shops they are from; nothing where that is too much for a phone. */
const forPhones = async (world: World, { ranked, rows }: Drawn): Promise<Pick<CityIndex, 'goods' | 'shops'>> => {
  if (ranked.length > MOST_GOODS) return {};
  const products = ranked.flatMap(({ offer }) => rows.get(offer.offerId)?.product ?? []);
  const slugs = await shopsAt(world, [...new Set(products.map(({ merchantId }) => merchantId))]);
  const places = new Map<string, number>();
  const shops: [string, string][] = [];
  const goods = products.flatMap(({ merchantId, merchantName, name, productId, priceRupiah, unit }) => {
    const slug = slugs.get(merchantId);
    // Whose page was never written has no address yet; it is written within seconds.
    if (slug === undefined) return [];
    const place = places.get(merchantId) ?? shops.push([merchantName, slug]) - 1;
    places.set(merchantId, place);
    return [[name, productId.slice(4), priceRupiah, unit, place] satisfies NonNullable<CityIndex['goods']>[number]];
  });
  const made = { goods, shops };
  return gzipSync(JSON.stringify(made)).length > MOST_FOR_PHONES ? {} : made;
};

export const searchIndexKey = (city: City): string => fileOf(searchIndexAddress(city));

/**
 * A city's index for searches. Its rows are those of the list over all its goods, which every list of the moment shares:
 * files named by their content, so that of a large city only the categories that changed are written and read again.
 */
export const searchIndex = async (world: World, city: City): Promise<Made> => {
  const drawn = await decideNow(world, city, {});
  const { offerKeys, freeKey, drawnOn } = drawn.decision;
  const named = [...new Set([...drawn.rows.values()].map(({ product }) => product.category))];
  const offers = named.map((category, at): [string, string] => [category, offerKeys[at] as string]);
  const index: CityIndex = { drawnOn, offers, freeKey, ...(await forPhones(world, drawn)) };
  return { key: searchIndexKey(city), text: JSON.stringify(index) };
};
