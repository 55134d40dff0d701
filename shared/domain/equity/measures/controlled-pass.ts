import {
  type Amount,
  type AscendingSink,
  assertAscending,
  assertControlTotals,
  type ControlTotals,
  wholeCount,
  wholeRupiah,
} from './amount.ts';
import { chunkSums, EXACT_BELOW } from './chunk-sums.ts';
import { addTo, compensated, rounded } from './compensated.ts';
import { type Loss, lossAt, losses, meanOf } from './loss.ts';
import { type Measures, measuresFrom, ranksNeeded } from './measures.ts';

export type AscendingPass = AscendingSink & {
  /**
   * The measures of everything added. `orders` is m, the number of orders behind the turnover (for `giniFloor`).
   *
   * @throws EquityError ControlTotalsDiffer: discard the pass and stream the list again.
   */
  measures(options?: { orders?: number }): Measures;
};

/** Chunks of 64: their sums stay below 2^53 while amounts stay below 2^40, so doubles are exact. */
const CHUNK = 64;

/** What merchants lose against the mean, chunk by chunk or one by one. */
const lossSums = (control: ControlTotals) => {
  const count = BigInt(control.count);
  const mean = meanOf(control.total, count);
  const lost = { theil: compensated(), log: compensated(), root: compensated() };
  const lose = (share: Loss) => {
    addTo(lost.theil, share.theil);
    addTo(lost.log, share.log);
    addTo(lost.root, share.root);
  };
  const one = (amount: bigint) => lose(lossAt(amount * count, control.total));
  return {
    one,
    /** chunk[1] … chunk[used]. */
    chunk: (chunk: Float64Array, used: number): void => {
      if (mean !== undefined) lose(losses(chunk, used, mean));
      else for (let i = 1; i <= used; i += 1) one(BigInt(chunk[i] as number));
    },
    rounded: () => ({ theil: rounded(lost.theil), log: rounded(lost.log), root: rounded(lost.root) }),
  };
};

/** Cᵢ at the ranks where the measures need it. */
const prefixSums = (count: number) => {
  const cumulative = new Map<number, bigint>();
  let stops: number[] | undefined;
  return {
    cumulative,
    isStop: (rank: number): boolean => rank === stops?.at(-1),
    /** Writes Cᵢ down where it is needed; answers how far it is to the next such rank, or 64. */
    roomAt: (rank: number, unsold: number, total: bigint): number => {
      stops ??= ranksNeeded(count, unsold).reverse();
      if (stops.at(-1) === rank) {
        cumulative.set(rank, total);
        stops.pop();
      }
      return Math.min(CHUNK, (stops.at(-1) ?? Number.POSITIVE_INFINITY) - rank);
    },
  };
};

/** n so far, S, A, Q, and where the mean is passed (Hoover). */
const rankedSums = ({ count, total: whole }: ControlTotals) => {
  // x > S/n and x > ⌊S/n⌋ are the same for whole x.
  const wholeMean = count === 0 ? 0n : whole / BigInt(count);
  const sums = {
    rank: 0,
    total: 0n,
    rankSum: 0n,
    squareSum: 0n,
    upToMean: undefined as { merchants: number; total: bigint } | undefined,
  };
  const one = (amount: bigint): void => {
    if (sums.upToMean === undefined && amount > wholeMean) sums.upToMean = { merchants: sums.rank, total: sums.total };
    sums.rank += 1;
    sums.total += amount;
    sums.rankSum += BigInt(sums.rank) * amount;
    sums.squareSum += amount * amount;
  };
  const chunk = (amounts: Float64Array, used: number): void => {
    const last = amounts[used] as number;
    if (last >= EXACT_BELOW || (sums.upToMean === undefined && last > wholeMean)) {
      for (let i = 1; i <= used; i += 1) one(BigInt(amounts[i] as number));
      return;
    }
    const added = chunkSums(amounts, used);
    // Ranks of the chunk are rank + 1 … rank + used.
    sums.rankSum += BigInt(sums.rank) * added.total + added.rankSum;
    sums.squareSum += added.squareSum;
    sums.total += added.total;
    sums.rank += used;
  };
  return { sums, one, chunk };
};

/**
 * A pass that knows n and S before it starts, and so holds about a kilobyte however long the list: n and S tell at which
 * ranks the Lorenz curve, the quantiles and the top ten are read, and where the mean is passed (Hoover).
 */
export const controlledPass = (control: ControlTotals): AscendingPass => {
  const lost = lossSums(control);
  const prefixes = prefixSums(control.count);
  const ranked = rankedSums(control);
  const { sums } = ranked;
  let unsold = 0;

  // chunk[0] is the amount before the chunk, so order is checked by looking one back.
  const chunk = new Float64Array(CHUNK + 1);
  let used = 0;
  let room = 0;
  let large: bigint | undefined;

  const stop = () => {
    room = prefixes.roomAt(sums.rank, unsold, sums.total);
  };
  const start = () => {
    sums.rank = unsold;
    stop();
  };

  const flush = () => {
    if (used === 0) return;
    const last = chunk[used] as number;
    lost.chunk(chunk, used);
    ranked.chunk(chunk, used);
    chunk[0] = last;
    used = 0;
    stop();
  };

  const addLarge = (amount: bigint) => {
    assertAscending(large ?? 0n, amount);
    if (large === undefined) {
      if (room === 0) start();
      flush();
      // From here on no number is in order any more.
      chunk[0] = Number.POSITIVE_INFINITY;
    }
    large = amount;
    lost.one(amount);
    ranked.one(amount);
    if (prefixes.isStop(sums.rank)) stop();
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
    if (room === 0) start();
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
    const { rank, upToMean, ...totals } = sums;
    const merchants = Math.max(unsold, rank);
    assertControlTotals(control, { count: merchants, total: sums.total });
    const passed = { merchants, unsold, cumulative: prefixes.cumulative, losses: lost.rounded() };
    return measuresFrom({ ...passed, ...totals, upToMean: upToMean ?? { merchants, total: sums.total } }, orders);
  };

  return { add, addZeros, measures };
};
