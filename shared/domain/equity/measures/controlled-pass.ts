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

/**
 * A pass that knows n and S before it starts, and so holds about a kilobyte however long the list: n and S tell at which
 * ranks the Lorenz curve, the quantiles and the top ten are read, and where the mean is passed (Hoover).
 */
export const controlledPass = (control: ControlTotals): AscendingPass => {
  const count = BigInt(control.count);
  const mean = meanOf(control.total, count);
  // x > S/n and x > ⌊S/n⌋ are the same for whole x.
  const wholeMean = count === 0n ? 0n : control.total / count;

  let unsold = 0;
  let rank = 0;
  let total = 0n;
  let rankSum = 0n;
  let squareSum = 0n;
  const lost = { theil: compensated(), log: compensated(), root: compensated() };
  const cumulative = new Map<number, bigint>();
  let stops: number[] | undefined;
  let upToMean: { merchants: number; total: bigint } | undefined;

  // chunk[0] is the amount before the chunk, so order is checked by looking one back.
  const chunk = new Float64Array(CHUNK + 1);
  let used = 0;
  let room = 0;
  let large: bigint | undefined;

  /** Writes Cᵢ down where it is needed and makes the next chunk end at the next such rank, or after 64. */
  const stop = () => {
    stops ??= ranksNeeded(control.count, unsold).reverse();
    if (stops.at(-1) === rank) {
      cumulative.set(rank, total);
      stops.pop();
    }
    room = Math.min(CHUNK, (stops.at(-1) ?? Number.POSITIVE_INFINITY) - rank);
  };
  const start = () => {
    rank = unsold;
    stop();
  };
  const lose = (share: Loss) => {
    addTo(lost.theil, share.theil);
    addTo(lost.log, share.log);
    addTo(lost.root, share.root);
  };
  const loseExactly = (amount: bigint) => lose(lossAt(amount * count, control.total));
  const addExactly = (amount: bigint) => {
    if (upToMean === undefined && amount > wholeMean) upToMean = { merchants: rank, total };
    rank += 1;
    total += amount;
    rankSum += BigInt(rank) * amount;
    squareSum += amount * amount;
    if (rank === stops?.at(-1)) stop();
  };

  const flush = () => {
    const last = chunk[used] as number;
    if (used === 0) return;
    if (mean !== undefined) lose(losses(chunk, used, mean));
    else for (let i = 1; i <= used; i += 1) loseExactly(BigInt(chunk[i] as number));
    if (last < EXACT_BELOW && (upToMean !== undefined || last <= wholeMean)) {
      const sums = chunkSums(chunk, used);
      // Ranks of the chunk are rank + 1 … rank + used.
      rankSum += BigInt(rank) * sums.total + sums.rankSum;
      squareSum += sums.squareSum;
      total += sums.total;
      rank += used;
    } else {
      for (let i = 1; i <= used; i += 1) addExactly(BigInt(chunk[i] as number));
    }
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
    loseExactly(amount);
    addExactly(amount);
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

  const measures = (options: { orders?: number } = {}): Measures => {
    flush();
    const merchants = Math.max(unsold, rank);
    assertControlTotals(control, { count: merchants, total });
    return measuresFrom(
      {
        merchants,
        unsold,
        total,
        rankSum,
        squareSum,
        cumulative,
        upToMean: upToMean ?? { merchants, total },
        losses: { theil: rounded(lost.theil), log: rounded(lost.log), root: rounded(lost.root) },
      },
      options.orders,
    );
  };

  return { add, addZeros, measures };
};
