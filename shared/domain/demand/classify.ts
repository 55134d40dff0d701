import type { Category } from '../basics/category.ts';
import { lineRules } from './line-rules.ts';
import { plainWords } from './spelling.ts';

/** What a line buys, as far as its words say, and the words that say so. */
export type Classified = { readonly category: Category | null; readonly because: string | null };

const BETWEEN = '(?:[a-z0-9]+ ){0,3}?';
const BUYING =
  '(?:belanja|pengadaan|pembelian|penyediaan|penyerahan|paket|bantuan|biaya|barang|bahan|cadangan|kebutuhan|pakai|habis|sosial|logistik|stok|dan) ';
const HEAD = `(?<=^(?:${BUYING}){0,5})`;
const rules = lineRules.map(([category, words]) => {
  const pattern = words.replaceAll(' … ', ` ${BETWEEN}`).replaceAll('^ ', HEAD);
  return [category, new RegExp(`\\b(?:${pattern})\\b`)] as const;
});

type Found = Classified & { readonly at: number; readonly because: string };
const earlier = (one: Found | undefined, other: Found): Found =>
  !one || other.at < one.at || (other.at === one.at && other.because.length > one.because.length) ? other : one;

const firstIn = (text: string): Found | undefined => {
  let first: Found | undefined;
  for (const [category, pattern] of rules) {
    const match = pattern.exec(text);
    if (match) first = earlier(first, { category, because: match[0], at: match.index });
  }
  return first;
};

/**
 * The category of a plan's line by its name; where its name says nothing at all, by its description. Units and amounts are
 * not looked at: they are too often wrong.
 */
export const classify = (name: string, description = ''): Classified => {
  const found = firstIn(plainWords(name)) ?? firstIn(plainWords(description));
  return found ? { category: found.category, because: found.because } : { category: null, because: null };
};
