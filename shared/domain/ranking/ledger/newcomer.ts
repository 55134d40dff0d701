import { DAY_MS, type Instant, later } from '../../basics/month.ts';
import type { RankingPolicy } from '../policy/policy.ts';

/** Of fewer sellers a quartile would be one shop's sales, told to whoever enters. */
const LEAST_SELLERS = 10;

/**
 * Where newcomers start: the lowest quartile of V of the established owners who sell (type 1, to two digits, because it is
 * somebody's V and every newcomer learns it); nothing while fewer than ten sell.
 */
export const lowestQuartile = (sales: readonly number[]): number => {
  const sold = sales.filter((amount) => amount > 0).sort((a, b) => a - b);
  if (sold.length < LEAST_SELLERS) return 0;
  return Number((sold[Math.ceil(sold.length / 4) - 1] as number).toPrecision(2));
};

/** Whether an owner entered the market so lately that it is new to it. An owner of whom no entry is known is established. */
export const isNewcomer = (
  enteredAt: Instant | undefined,
  at: Instant,
  { newcomerDays }: Pick<RankingPolicy, 'newcomerDays'>,
): boolean => enteredAt !== undefined && enteredAt > later(at, -newcomerDays * DAY_MS);
