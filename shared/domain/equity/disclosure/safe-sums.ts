import { provinceOf } from '../../places/region.ts';
import type { Cell } from '../snapshot/snapshot.ts';
import type { Contributors } from './contributors.ts';

/** What a rule about sums needs of a cell: how many its sum is over, how many of them gave to it, and how much two can have. */
export type Summed = Pick<Cell, 'merchants' | 'sold' | 'turnoverRupiah' | 'topTwoShare'>;

/** A public cell holds at least this many merchants, and its two largest sell less than this share of its turnover. */
const LEAST_MERCHANTS = 10;
const MOST_TOP_TWO = 0.85;

/** Of two sellers each knows the other's sales, of three two together know the third's; five is a usual least number. */
const LEAST_SELLERS = 5;

export const isSensitive = (cell: Summed): boolean =>
  cell.merchants < LEAST_MERCHANTS ||
  (cell.sold > 0 && cell.sold < LEAST_SELLERS) ||
  (cell.topTwoShare ?? 0) >= MOST_TOP_TWO;

/** A sum over shops, so that the rules for sums over merchants hold for it. */
export const summedOver = (rupiah: string, { shops, topTwoRupiah }: Contributors): Summed => ({
  merchants: shops,
  sold: shops,
  turnoverRupiah: rupiah,
  topTwoShare: Number(rupiah) === 0 ? 0 : topTwoRupiah / Number(rupiah),
});

/** What two merchants of a cell can have sold at most. */
const topTwoRupiah = (cell: Summed): number => (cell.topTwoShare ?? 0) * Number(cell.turnoverRupiah ?? 0);

/**
 * May the sum over these hidden cells be known? It always is, by subtracting the shown ones from the whole. A cell that
 * sold nothing hides nothing, so the others must be two or more, hold enough merchants, and not be two merchants' sales:
 * the top two of them all sell at most what the top twos of the two largest cells sell.
 */
export const safeTogether = (cells: readonly Summed[]): boolean => {
  const selling = cells.filter(({ sold }) => sold > 0);
  if (selling.length === 0) return true;
  const sum = (of: (cell: Summed) => number) => selling.reduce((total, cell) => total + of(cell), 0);
  const [first = 0, second = 0] = selling.map(topTwoRupiah).sort((a, b) => b - a);
  return (
    selling.length > 1 &&
    sum(({ merchants }) => merchants) >= LEAST_MERCHANTS &&
    sum(({ sold }) => sold) >= LEAST_SELLERS &&
    first + second < MOST_TOP_TWO * sum(({ turnoverRupiah }) => Number(turnoverRupiah ?? 0))
  );
};

type Coded = Summed & { readonly code: string };

/**
 * May the sum over merged cities be shown, when these are the hidden ones? Provinces whose sum is shown tell theirs
 * apart, so above provinces only the others count.
 */
export const safeMerge = (cells: readonly Coded[], isHidden: (code: string) => boolean, above: boolean): boolean => {
  const suppressed = cells.filter(({ code }) => isHidden(code));
  if (!above) return safeTogether(suppressed);
  const provinces = new Map<string, Coded[]>();
  for (const cell of suppressed)
    provinces.set(provinceOf(cell.code), [...(provinces.get(provinceOf(cell.code)) ?? []), cell]);
  return safeTogether([...provinces.values()].filter((cities) => !safeTogether(cities)).flat());
};
