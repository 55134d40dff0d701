import { unionOf } from '../disclosure/sensitive-sums.ts';
import type { ControlTotals } from '../measures/amount.ts';
import { ascendingPass } from '../measures/ascending-pass.ts';
import { EquityError } from '../measures/equity-error.ts';
import type { Measures } from '../measures/measures.ts';
import { pricesPaidCounter } from '../standing/prices-paid-total.ts';
import type { Cell } from './cell.ts';
import { type Counts, type Sums, summing, sumsOf, uncounted } from './cell-sums.ts';
import { published, spreadOf } from './spread.ts';

/** The two largest so far of an ascending stream. */
const twoLargest = () => {
  let [second, largest] = [0, 0];
  return {
    add: (amount: number): void => {
      [second, largest] = [largest, amount];
    },
    shareOf: (total: bigint): number | null => (total === 0n ? null : published((second + largest) / Number(total))),
  };
};

/**
 * Counts one place, district or category: `amount` in ascending order, and of each merchant once, in any order, what it
 * gives beside. Holds nothing that grows with them.
 */
export const cellCounter = (control: ControlTotals) => {
  const sums = summing();
  const pass = ascendingPass(control);
  const largest = twoLargest();
  return {
    amount: (rupiah: number): void => {
      pass.add(rupiah);
      largest.add(rupiah);
    },
    part: sums.add,
    /** @throws EquityError ControlTotalsDiffer when a stream was not the register: discard it and stream again. */
    end: (): { cell: Cell; measures: Measures } => {
      const counted = sums.end();
      const measures = pass.measures({ orders: sums.orders() });
      if (counted.merchants !== measures.merchants || counted.sold !== measures.sellers)
        throw new EquityError('ControlTotalsDiffer', 'the list that was counted is not the one that was measured');
      return { cell: cellOf(counted, measures, largest.shareOf(control.total)), measures };
    },
  };
};
export type CellCounter = ReturnType<typeof cellCounter>;

const cellOf = (sums: Sums, measures: Measures, topTwoShare: number | null): Cell => ({
  ...sums,
  turnoverRupiah: measures.totalRupiah,
  topTwoShare,
  spread: spreadOf(measures, sums.withoutOffer),
});

/** The cell of a province or the country: sums add up, measures come from the exact merge of the city files. */
export const mergedCell = (cells: readonly Cell[], measures: Measures): Cell => {
  const counts = { ...uncounted };
  for (const cell of cells) for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += cell[name] ?? 0;
  const pricesPaid = pricesPaidCounter();
  for (const cell of cells) if (cell.pricesPaid) pricesPaid.add(cell.pricesPaid);
  const total = (of: 'reportedRupiah' | 'platformOfReportersRupiah') =>
    cells.reduce((sum, cell) => sum + BigInt(cell[of] ?? '0'), 0n);
  const sums = sumsOf(counts, total('reportedRupiah'), total('platformOfReportersRupiah'), pricesPaid.end());
  return cellOf(sums, measures, unionOf(cells).topTwoShare);
};
