import type { CityIndex } from './city-index.ts';
import { understand } from './understand.ts';
import { namedIn, wordIndexOf } from './word-index.ts';

export type SuggestedGoods = {
  readonly name: string;
  readonly productId: string;
  readonly priceRupiah: number;
  readonly unit: string;
  readonly shop: string;
};
export type Suggested = {
  readonly goods: readonly SuggestedGoods[];
  readonly shops: readonly { readonly name: string; readonly slug: string }[];
};

const MOST_GOODS = 6;
const MOST_SHOPS = 3;

/** Places in a list by how near they are, those equally near as the list has them. */
const nearestFirst = ({ rows, tiers }: ReturnType<typeof namedIn>): number[] =>
  [0, 1, 2].flatMap((tier) => [...rows].filter((_, at) => tiers[at] === tier));

/**
 * Answers while somebody types, from a small city's own goods: what is meant, nearest first, then in the market's order,
 * one product of a shop. The words are ordered once, for all that is typed afterwards.
 */
export const suggesterOf = ({ goods = [], shops = [] }: Pick<CityIndex, 'goods' | 'shops'>) => {
  const [names, shopNames] = [wordIndexOf(goods.map(([name]) => name)), wordIndexOf(shops.map(([name]) => name))];
  return (text: string): Suggested => {
    const sought = understand([names, shopNames], text);
    const seen = new Set<number>();
    const found = nearestFirst(namedIn(names, sought)).flatMap((row) => {
      const [name = '', id = '', priceRupiah = 0, unit = '', shop = 0] = goods[row] ?? [];
      if (seen.size >= MOST_GOODS || seen.has(shop)) return [];
      seen.add(shop);
      return [{ name, productId: `prd_${id}`, priceRupiah, unit, shop: shops[shop]?.[0] ?? '' }];
    });
    const named = nearestFirst(namedIn(shopNames, sought)).slice(0, MOST_SHOPS);
    return { goods: found, shops: named.map((row) => ({ name: shops[row]?.[0] ?? '', slug: shops[row]?.[1] ?? '' })) };
  };
};
