import { assertControlTotals, type ControlTotals } from './amount.ts';
import { chunkSums, EXACT_BELOW } from './chunk-sums.ts';
import { addTo, compensated, rounded } from './compensated.ts';
import { ranksNeeded } from './lorenz-curve.ts';
import { type Loss, lossAt, losses, meanOf } from './loss.ts';
import { type Measures, measuresFrom } from './measures.ts';

/** Chunks of 64: their sums stay below 2^53 while amounts stay below 2^40, so doubles are exact. */
export const CHUNK = 64;

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
 * All that a pass sums, of the sold amounts in ascending order. `start` and `chunk` answer how many more amounts may be
 * added at once before Cᵢ has to be written down.
 */
export const runningSums = (control: ControlTotals) => {
  const lost = lossSums(control);
  const prefixes = prefixSums(control.count);
  const ranked = rankedSums(control);
  const { sums } = ranked;
  let unsold = 0;
  const roomNow = () => prefixes.roomAt(sums.rank, unsold, sums.total);
  return {
    /** The unsold take the first ranks. */
    start: (zeros: number): number => {
      unsold = zeros;
      sums.rank = zeros;
      return roomNow();
    },
    /** amounts[1] … amounts[used], at most as many as there is room for. */
    chunk: (amounts: Float64Array, used: number): number => {
      lost.chunk(amounts, used);
      ranked.chunk(amounts, used);
      return roomNow();
    },
    one: (amount: bigint): void => {
      lost.one(amount);
      ranked.one(amount);
      if (prefixes.isStop(sums.rank)) roomNow();
    },
    measures: (zeros: number, orders: number | undefined): Measures => {
      const { rank, upToMean, ...totals } = sums;
      const merchants = Math.max(zeros, rank);
      assertControlTotals(control, { count: merchants, total: sums.total });
      const passed = { merchants, unsold: zeros, cumulative: prefixes.cumulative, losses: lost.rounded() };
      return measuresFrom({ ...passed, ...totals, upToMean: upToMean ?? { merchants, total: sums.total } }, orders);
    },
  };
};
