import { exposureAt } from '../../ranking/ledger/exposure.ts';
import type { Amounts, Rules } from './assign.ts';
import type { Takers } from './gate.ts';
import type { OrderInput } from './inputs.ts';

/** So many of a list are looked at, and so often the month is drawn. */
const SEEN = 20;
export const DRAWS = 8;
/** The fractional parts of its multiples lie evenly in [0, 1) in any interval: draws without a generator. */
const GOLDEN = 0.618_033_988_749_894_9;

/** Those with most orders first, a few of many; equals in another order in each draw. */
const bestSellers = (takers: readonly number[], orders: Float64Array, draw: number): number[] => {
  const mixed = (owner: number) => Math.imul(owner + 1, 0x9e37_79b1 + 2 * draw) >>> 0;
  const before = (a: number, b: number) => (orders[b] as number) - (orders[a] as number) || mixed(a) - mixed(b);
  const best: number[] = [];
  // Nearly all have too few to be compared any further.
  let least = Number.NEGATIVE_INFINITY;
  for (const owner of takers) {
    if ((orders[owner] as number) < least) continue;
    if (best.length === SEEN && before(owner, best[SEEN - 1] as number) >= 0) continue;
    let at = best.length;
    while (at > 0 && before(owner, best[at - 1] as number) < 0) at -= 1;
    best.splice(at, 0, owner);
    best.length = Math.min(best.length, SEEN);
    if (best.length === SEEN) least = orders[best[SEEN - 1] as number] as number;
  }
  return best;
};

/** The rank that is picked by a number in [0, 1): 1/log2(1 + rank), as buyers look at lists (EQUITY.md §3). */
const rankAt = (pick: number, seen: number): number => {
  const weights = Array.from({ length: seen }, (_, at) => exposureAt(at + 1));
  let left = pick * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? seen - 1 : found;
};

/**
 * What a list of best sellers would have made of the same orders: who has most orders stands first, buyers look at twenty and
 * take the first more often. `before` are the orders of the ninety days before the month: who was known then.
 */
export const byPopularity = (
  { since }: Pick<Rules, 'since'>,
  before: readonly OrderInput[],
  orders: readonly OrderInput[],
  takers: Takers,
  draw: number,
): Amounts => {
  const amounts = new Float64Array(since.length);
  const counts = new Float64Array(since.length);
  for (const { owner } of before) counts[owner] = (counts[owner] as number) + 1;
  for (const [at, order] of orders.entries()) {
    const list = bestSellers(takers(order, order.units), counts, draw);
    const pick = ((at + 1) * GOLDEN + draw / DRAWS) % 1;
    const owner = list[rankAt(pick, list.length)] as number;
    amounts[owner] = (amounts[owner] as number) + order.rupiah;
    counts[owner] = (counts[owner] as number) + 1;
  }
  return amounts;
};
