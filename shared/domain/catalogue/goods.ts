import { knownUnit, unitOf } from '../basics/amounts/units.ts';
import { folded } from '../basics/fold.ts';
import { isNamed, likeLetters, readWords, searchWords } from '../basics/words/search-words.ts';
import { skeletonOf } from '../basics/words/skeleton.ts';

/**
 * The kind of goods a product is: its head noun and its unit of sale. Indonesian names goods head first (nasi kotak
 * ayam, snack kotak, sepatu sekolah), so the first word says what it is. Only goods of one kind have a common fair price:
 * the metre of a banner says nothing of the metre of a cable.
 */
export const goodsOf = ({ name, unit }: { name: string; unit: string }): string => {
  const written = `${unit}\n${name}`;
  const found = known.get(written);
  if (found !== undefined) return found;
  const [head = ''] = searchWords(name);
  const goods = `${unitOf(unit)?.text ?? folded(unit)}/${head}`;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, goods);
  return goods;
};

/** Reading a name takes a hundred times as long as remembering what it said. */
const MOST_KNOWN = 5_000;
const known = new Map<string, string>();

/** Words that praise or offer, and say nothing of what is sold. */
const offering: ReadonlySet<string> = new Set(
  (
    'aneka asli baru bagus bahan barang best diskon dijual enak grosir grosiran hemat jual khusus kualitas kw lokal mantap ' +
    'murah murni new obral ori original produk promo pokok ready sale sedia sembako spesial spesialis stok stock super ' +
    'termurah terbaik top unggul unggulan special kemasan eceran ecer curah per isi satu dua lima sepuluh'
  ).split(' '),
);
const saysNothing = (word: string): boolean =>
  offering.has(word) || /^\d+$/.test(word) || knownUnit(word.replace(/^\d+/, '')) !== undefined;

/**
 * Whether a product is these goods, and not merely made of them: named by all their words, and by the first of them (or all
 * of them, turned around) first, whatever praise or pack stands before. "Beras premium", "Promo 5 kg premium beras"; not "Nasi telur" for eggs.
 */
export const isGoods = (goods: string, name: string): boolean => {
  if (!isNamed(goods, readWords(name))) return false;
  const words = folded(name).split(' ');
  const from = words.findIndex((word) => !saysNothing(word));
  // Praise alone is no name: then the words are read as they stand.
  const begins = likeLetters(words.slice(Math.max(0, from)).join(''));
  const [first = '', ...more] = searchWords(goods);
  return (
    begins.startsWith(first) ||
    begins.startsWith([...more, first].join('')) ||
    begins.startsWith([first, ...more].reverse().join(''))
  );
};

/** One text for names that a reader takes for the same goods: in any order of words, praise and packs left out, lookalikes as one. */
const goodsNamed = (name: string): string =>
  folded(name)
    .split(' ')
    .filter((word) => !saysNothing(word))
    .map(likeLetters)
    .sort()
    .join(' ');

/** Whether two names are read as one: `Keripik tempe`, `Tempe keripik BARU`, `Kerip1k tempe`. */
export const isSameName = (one: string, other: string): boolean =>
  skeletonOf(one) === skeletonOf(other) || (goodsNamed(one) !== '' && goodsNamed(one) === goodsNamed(other));
