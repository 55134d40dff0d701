import type { Cell } from '../snapshot/cell.ts';
import type { Contributors } from './contributors.ts';

/** What a rule about sums needs of a cell: how many its sum is over, how many of them gave to it, and how much two can have. */
export type Summed = Pick<Cell, 'merchants' | 'sold' | 'turnoverRupiah' | 'topTwoShare'>;

/** A public sum is over at least this many merchants, and this many of them sold. */
const LEAST_MERCHANTS = 10;
export const LEAST_SELLERS = 10;
/**
 * The two largest sell less than this share of it. What the second largest knows leaves T − x₁ − x₂ ≥ 0.15·T ≥ 0.15·x₁
 * of doubt about the largest: the p% rule with p = 15, from the sum of the two alone.
 */
export const MOST_TOP_TWO = 0.85;

/**
 * The p% rule of primary suppression. Where nobody is registered nothing is hidden; where nobody sold, that is every
 * single shop's figure. Source: Hundepool et al., Statistical Disclosure Control (2012), §4.2.
 */
export const isSensitive = (cell: Summed): boolean =>
  cell.merchants > 0 &&
  (cell.merchants < LEAST_MERCHANTS || cell.sold < LEAST_SELLERS || (cell.topTwoShare ?? 0) >= MOST_TOP_TWO);

/** A whole place in which nobody sold hides nothing but zeros, and that they are zeros is its headline. */
export const isSensitiveTotal = (cell: Summed): boolean => cell.sold > 0 && isSensitive(cell);

/** A sum over shops, so that the rules for sums over merchants hold for it. */
export const summedOver = (rupiah: string, { shops, topTwoRupiah }: Contributors): Summed => ({
  merchants: shops,
  sold: shops,
  turnoverRupiah: rupiah,
  topTwoShare: Number(rupiah) === 0 ? 0 : topTwoRupiah / Number(rupiah),
});

/** What two merchants of a cell can have sold at most. */
const topTwoRupiah = (cell: Summed): number => (cell.topTwoShare ?? 0) * Number(cell.turnoverRupiah ?? 0);

/** Cells as one: its top two sell at most what the top twos of the two cells with the largest ones sell. */
export const unionOf = (cells: readonly Summed[]): Summed => {
  const sum = (of: (cell: Summed) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  const rupiah = cells.reduce((total, { turnoverRupiah }) => total + BigInt(turnoverRupiah ?? 0), 0n);
  const [first = 0, second = 0] = cells.map(topTwoRupiah).sort((a, b) => b - a);
  return {
    merchants: sum(({ merchants }) => merchants),
    sold: sum(({ sold }) => sold),
    turnoverRupiah: rupiah.toString(),
    topTwoShare: rupiah === 0n ? null : Math.min(1, (first + second) / Number(rupiah)),
  };
};
