import {
  type Amount,
  type AscendingSink,
  assertAscending,
  type ControlTotals,
  wholeCount,
  wholeRupiah,
} from './amount.ts';
import type { Measures } from './measures.ts';
import { CHUNK, runningSums } from './running-sums.ts';

export type AscendingPass = AscendingSink & {
  /**
   * The measures of everything added. `orders` is m, the number of orders behind the turnover (for `giniFloor`).
   *
   * @throws EquityError ControlTotalsDiffer: discard the pass and stream the list again.
   */
  measures(options?: { orders?: number }): Measures;
};

/**
 * A pass that knows n and S before it starts, and so holds about a kilobyte however long the list: n and S tell at which
 * ranks the Lorenz curve, the quantiles and the top ten are read, and where the mean is passed (Hoover).
 */
export const controlledPass = (control: ControlTotals): AscendingPass => {
  const sums = runningSums(control);
  let unsold = 0;

  // chunk[0] is the amount before the chunk, so order is checked by looking one back.
  const chunk = new Float64Array(CHUNK + 1);
  let used = 0;
  let room = 0;
  let large: bigint | undefined;

  const flush = () => {
    if (used === 0) return;
    const last = chunk[used] as number;
    room = sums.chunk(chunk, used);
    chunk[0] = last;
    used = 0;
  };

  const addLarge = (amount: bigint) => {
    assertAscending(large ?? 0n, amount);
    if (large === undefined) {
      if (room === 0) room = sums.start(unsold);
      flush();
      // From here on no number is in order any more.
      chunk[0] = Number.POSITIVE_INFINITY;
    }
    large = amount;
    sums.one(amount);
  };

  const add = (amount: Amount): void => {
    if (typeof amount !== 'number') {
      const whole = wholeRupiah(amount);
      if (typeof whole === 'number') add(whole);
      else addLarge(whole);
      return;
    }
    const previous = chunk[used] as number;
    if (!(amount >= previous && amount <= Number.MAX_SAFE_INTEGER && Math.floor(amount) === amount)) {
      wholeRupiah(amount);
      assertAscending(large ?? previous, amount);
    }
    if (amount === 0) {
      unsold += 1;
      return;
    }
    if (room === 0) room = sums.start(unsold);
    used += 1;
    chunk[used] = amount;
    if (used === room) flush();
  };

  const addZeros = (zeros: number): void => {
    if (zeros > 0) assertAscending(large ?? (chunk[used] as number), 0);
    unsold += wholeCount(zeros);
  };

  const measures = ({ orders }: { orders?: number } = {}): Measures => {
    flush();
    return sums.measures(unsold, orders);
  };

  return { add, addZeros, measures };
};
