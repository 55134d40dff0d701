import { type Amount, wholeRupiah } from './amount.ts';
import { EquityError } from './equity-error.ts';
import { exactly, type Measure, missing } from './fraction.ts';

/** Merchants of one range of turnover: how many, and their rupiah. Bin 0 holds the unsold. */
type LiveBin = { merchants: number; total: bigint };
/** The month so far: bins by number. Bins without merchants may be absent. */
export type LiveBins = ReadonlyMap<number, LiveBin>;
/** What is to be added to one bin; counts and rupiah may be negative. */
export type LiveChange = { bin: number } & LiveBin;

const HIGHEST_EDGE = 10n ** 30n;
/**
 * Lower edges of bins 1, 2, …: 1, 2, … 10, 11, 12, … each a tenth above the last, rounded down to whole rupiah.
 * Built in whole numbers, so every machine has the same bins.
 */
const edges: bigint[] = [1n];
for (let edge = 1n; edge < HIGHEST_EDGE; edges.push(edge)) edge += edge < 10n ? 1n : edge / 10n;
const smallEdges = Float64Array.from(edges.filter((edge) => edge <= Number.MAX_SAFE_INTEGER).map(Number));

const lowest = (bin: number): bigint => edges[bin - 1] as bigint;
/** Bin 0, and every bin that has an edge above it. */
const isBin = (bin: number): boolean => Number.isInteger(bin) && bin >= 0 && bin < edges.length;
const highest = (bin: number): bigint => (edges[bin] as bigint) - 1n;

/** How many edges are at or below the amount, by halving; comparison of numbers with bigints is exact. */
const edgesUpTo = (sorted: ArrayLike<Amount>, amount: Amount): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as Amount) <= amount) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** @throws EquityError AmountNotWholeRupiah; LiveAmountTooLarge at 10³⁰ rupiah */
export const liveBinOf = (given: Amount): number => {
  const amount = wholeRupiah(given);
  if (amount >= HIGHEST_EDGE) throw new EquityError('LiveAmountTooLarge', `${amount} has no bin`);
  return edgesUpTo(typeof amount === 'number' ? smallEdges : edges, amount);
};

/**
 * What one merchant's move does to the bins: from `before` to `after` rupiah; undefined means not in the register.
 * Add the changes exactly once per stream record.
 */
export const liveChanges = (before: Amount | undefined, after: Amount | undefined): LiveChange[] => {
  const leave = before === undefined ? [] : [{ bin: liveBinOf(before), merchants: -1, total: -BigInt(before) }];
  const enter = after === undefined ? [] : [{ bin: liveBinOf(after), merchants: 1, total: BigInt(after) }];
  const [left, entered] = [leave[0], enter[0]];
  if (left === undefined || entered === undefined || left.bin !== entered.bin) return [...leave, ...enter];
  const total = left.total + entered.total;
  return total === 0n ? [] : [{ bin: left.bin, merchants: 0, total }];
};

/** Bins of all: cities add up to provinces and the country, changes add up to the month. */
export const addLive = (...parts: (LiveBins | readonly LiveChange[])[]): LiveBins => {
  const sum = new Map<number, LiveBin>();
  const add = (bin: number, { merchants, total }: LiveBin) => {
    const old = sum.get(bin) ?? { merchants: 0, total: 0n };
    sum.set(bin, { merchants: old.merchants + merchants, total: old.total + total });
  };
  for (const part of parts) {
    if (part instanceof Map) for (const [bin, content] of part) add(bin, content);
    else for (const change of part as readonly LiveChange[]) add(change.bin, change);
  }
  return sum;
};

export type GiniInterval = { merchants: number; unsold: number; low: Measure; high: Measure; estimate: Measure };

/**
 * Bounds that surely hold the Gini index of the month so far, and a point between them.
 *
 * Why it is sure (after Gastwirth, Review of Economics and Statistics 54, 1972). Bins do not overlap, so, with bin k of
 * count share p, turnover share s and mean m, and L the Lorenz curve at the end of the bin below,
 *   G = 1 − Σ p(2L + s) + Σ p·s·G_k,   G_k the Gini index inside the bin.
 * Low takes every G_k = 0 (all at the mean). High: a list of given mean inside [a, b] is most unequal with everybody at
 * an end, since moving two apart raises G until one is stopped by an end; then G_k = (m−a)(b−m)/(m(b−a)).
 * In whole numbers p·s·G_k = (S_k − a·c)(b·c − S_k)/(b − a) / (nS), each rounded up, so no rounding can break the bound.
 * The estimate is low + ⅔(high − low), the value for amounts spread evenly in the bin. Width is about 1e-4.
 *
 * @throws EquityError LiveBinImpossible when a bin's count and rupiah contradict its range: an update was lost.
 */
export const giniInterval = (bins: LiveBins): GiniInterval => {
  const filled = [...bins].filter(([, { merchants, total }]) => merchants !== 0 || total !== 0n);
  let n = 0;
  let total = 0n;
  let between = 0n;
  let within = 0n;
  for (const [bin, content] of filled.sort(([a], [b]) => a - b)) {
    const impossible = () =>
      new EquityError(
        'LiveBinImpossible',
        `bin ${bin} says ${content.merchants} merchants with ${content.total} rupiah`,
      );
    if (!isBin(bin) || !Number.isSafeInteger(content.merchants)) throw impossible();
    const [count, sum] = [BigInt(content.merchants), content.total];
    const [a, b] = bin === 0 ? [0n, 0n] : [lowest(bin), highest(bin)];
    const [above, below] = [sum - a * count, b * count - sum];
    if (count <= 0n || above < 0n || below < 0n) throw impossible();
    between += count * (2n * total + sum);
    if (b > a) within += (above * below + b - a - 1n) / (b - a);
    n += content.merchants;
    total += sum;
  }
  const unsold = bins.get(0)?.merchants ?? 0;
  const nothing = missing(n === 0 ? 'no_merchants' : 'no_turnover');
  if (total === 0n) return { merchants: n, unsold, low: nothing, high: nothing, estimate: nothing };
  const whole = BigInt(n) * total;
  const low = whole - between;
  return {
    merchants: n,
    unsold,
    low: exactly(low, whole),
    high: exactly(low + within, whole),
    estimate: exactly(3n * low + 2n * within, 3n * whole),
  };
};
