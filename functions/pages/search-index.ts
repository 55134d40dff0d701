import { gzipSync } from 'node:zlib';
import { fileOf, searchIndexAddress } from '../../shared/domain/pages/address.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { type CityIndex, MOST_FOR_PHONES } from '../../shared/domain/search/city-index.ts';
import { getShopAddresses } from '../../shared/table/register/shop-addresses.ts';
import { type Drawn, decideNow } from '../reads/lists/decide.ts';
import type { World } from '../world.ts';
import type { Made } from './publish.ts';
import { addressOfShop, isOfName } from './shops/shop-address.ts';

/** Goods of a city for whose suggestions a phone never has room: a product takes some thirty bytes as it travels. */
const MOST_GOODS = 4_000;
const KEYS = 100;

type Seller = { readonly merchantId: string; readonly merchantName: string };
/** Where each shop's page is; one that has none yet takes its address now, as its page would. */
const shopsAt = async (world: World, sellers: readonly Seller[]): Promise<ReadonlyMap<string, string>> => {
  const slugs = new Map<string, string>();
  const shops = [...new Map(sellers.map((one) => [one.merchantId, one])).values()];
  for (let at = 0; at < shops.length; at += KEYS) {
    const part = shops.slice(at, at + KEYS);
    const ids = part.map(({ merchantId }) => merchantId);
    for (const [index, known] of (await getShopAddresses(world.table, ids)).entries()) {
      const { merchantId, merchantName } = part[index] as Seller;
      const { slug } = known && isOfName(known, merchantName) ? known : await addressOfShop(world, merchantId);
      slugs.set(merchantId, slug);
    }
  }
  return slugs;
};

/** The goods in the market's order, with the shops they are from; nothing where that is too much for a phone. */
const forPhones = async (world: World, { ranked, rows }: Drawn): Promise<Pick<CityIndex, 'goods' | 'shops'>> => {
  if (ranked.length > MOST_GOODS) return {};
  const products = ranked.flatMap(({ offer }) => rows.get(offer.offerId)?.product ?? []);
  const slugs = await shopsAt(world, products);
  const indexes = new Map<string, number>();
  const shops: [string, string][] = [];
  const goods = products.map(({ merchantId, merchantName, name, productId, priceRupiah, unit }) => {
    const index = indexes.get(merchantId) ?? shops.push([merchantName, slugs.get(merchantId) ?? '']) - 1;
    indexes.set(merchantId, index);
    return [name, productId.slice(4), priceRupiah, unit, index] satisfies NonNullable<CityIndex['goods']>[number];
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
