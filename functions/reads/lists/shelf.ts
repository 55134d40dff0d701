import { columnsOf } from '../../../shared/domain/basics/columns.ts';
import type { Offered } from '../../../shared/domain/ranking/list/offered.ts';
import { soughtIn } from '../../../shared/domain/search/search-text.ts';
import { namedIn, type WordIndex, wordIndexOf } from '../../../shared/domain/search/word-index.ts';

/** Goods on offer with the words of their names. */
export type Shelf = {
  readonly length: number;
  readonly at: (row: number) => Offered;
  readonly words: WordIndex;
  readonly shops: ShopWords;
};

/** The shops behind goods, and the words of their names. */
type ShopWords = {
  readonly shops: readonly { readonly merchantId: string; readonly name: string; readonly ownerId: string }[];
  readonly words: WordIndex;
};

const shopsOf = (offered: readonly Offered[]): ShopWords => {
  const found = new Map<string, ShopWords['shops'][number]>();
  for (const { product, ownerId } of offered)
    found.set(product.merchantId, { merchantId: product.merchantId, name: product.merchantName, ownerId });
  const shops = [...found.values()];
  return { shops, words: wordIndexOf(shops.map(({ name }) => name)) };
};

const wordsOf = (offered: readonly Offered[]) => ({
  words: wordIndexOf(offered.map(({ product }) => product.name)),
  shops: shopsOf(offered),
});

const known = new WeakMap<readonly Offered[], Shelf>();

/** The shelf of rows that are held anyway: made once for rows that many searches share. */
export const shelfOf = (offered: readonly Offered[]): Shelf => {
  const before = known.get(offered);
  if (before) return before;
  const shelf = { length: offered.length, at: (row: number) => offered[row] as Offered, ...wordsOf(offered) };
  known.set(offered, shelf);
  return shelf;
};

/** A shelf that stays: its rows in columns, made again one by one where they are found. */
export const packedShelf = (offered: readonly Offered[]): Shelf => ({ ...columnsOf(offered), ...wordsOf(offered) });

export const everyRow = ({ length, at }: Shelf): Offered[] => Array.from({ length }, (_, row) => at(row));

/** Rows a list is made of, and in a search how near each is. */
export type Found = { readonly rows: readonly Offered[]; readonly tiers?: ArrayLike<number> };

/** Of these goods, those that a text can mean; all of them where none is given. */
export const namedOn = (shelves: readonly Shelf[], text: string | undefined): Found => {
  if (text === undefined) return { rows: shelves.flatMap(everyRow) };
  const sought = soughtIn(text);
  const rows: Offered[] = [];
  const tiers: number[] = [];
  for (const shelf of shelves) {
    const found = namedIn(shelf.words, sought);
    for (const [at, row] of found.rows.entries()) {
      rows.push(shelf.at(row));
      tiers.push(found.tiers[at] as number);
    }
  }
  return { rows, tiers };
};
