import type { Cell, Snapshot } from './snapshot.ts';

/** A public cell holds at least this many merchants, and its two largest sell less than this share of its turnover. */
const LEAST_MERCHANTS = 10;
const MOST_TOP_TWO = 0.85;

const tooSmall = (cell: Cell): boolean => cell.merchants < LEAST_MERCHANTS || (cell.topTwoShare ?? 0) >= MOST_TOP_TWO;

/** Turnover as hidden: counts of merchants stay, because who is registered is public anyway. */
const hidden = <C extends Cell>(cell: C): C => ({
  ...cell,
  turnoverRupiah: null,
  reportedRupiah: null,
  topTwoShare: null,
  spread: null,
});
const shown = <C extends Cell>(cell: C): C => ({ ...cell, topTwoShare: null });

/**
 * Hides cells that would show single merchants, and as many more (smallest first) as it takes that a hidden one cannot
 * be had by subtracting the shown ones from the whole: never one alone, and together at least ten merchants.
 */
export const hideSmallCells = <C extends Cell>(cells: readonly C[]): C[] => {
  const bySize = [...cells].sort((a, b) => a.merchants - b.merchants);
  const secret = new Set(bySize.filter(tooSmall));
  const merchants = () => [...secret].reduce((sum, cell) => sum + cell.merchants, 0);
  for (const cell of bySize) {
    if (secret.size === 0 || (secret.size > 1 && merchants() >= LEAST_MERCHANTS)) break;
    secret.add(cell);
  }
  return cells.map((cell) => (secret.has(cell) ? hidden(cell) : shown(cell)));
};

/** A snapshot as everybody may see it. The whole is hidden only where the whole place is too small. */
export const publicSnapshot = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  whole: snapshot.cities.length === 0 && tooSmall(snapshot.whole) ? hidden(snapshot.whole) : shown(snapshot.whole),
  districts: hideSmallCells(snapshot.districts),
  categories: hideSmallCells(snapshot.categories),
  cities: hideSmallCells(snapshot.cities),
});
