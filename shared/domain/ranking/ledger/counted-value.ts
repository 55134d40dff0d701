import type { RankingPolicy } from '../policy/policy.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** One line of an order against the price it was compared with: units, price and reference for one unit, in rupiah. */
export type PricedLine = readonly [units: number, priceRupiah: number, referenceRupiah: number];

export type PricePowers = Pick<RankingPolicy, 'pricePowerAbove' | 'pricePowerBelow'>;

/** Beyond twice or half the reference the power grows no further: goods that are compared by mistake sink nobody. */
const MOST_TIMES = 2n;

/** value · t^(k−1), t being price ÷ reference kept within half and twice; whole rupiah, rounded down. */
const powered = ([units, priceRupiah, referenceRupiah]: PricedLine, power: number): number => {
  const value = BigInt(units) * BigInt(priceRupiah);
  let [times, of] = [BigInt(priceRupiah), BigInt(referenceRupiah)];
  if (times > of * MOST_TIMES) [times, of] = [MOST_TIMES, 1n];
  else if (times * MOST_TIMES < of) [times, of] = [1n, MOST_TIMES];
  const more = BigInt(power - 1);
  return Number((value * times ** more) / of ** more);
};

/**
 * What an order counts as in V: each line at its reference value times (price ÷ reference)^k, the k of a city's policy being
 * one number above the reference and another below it; 1 counts the value that was paid. So a price above the reference takes
 * more turns than it brings rupiah, whoever was made to pay it. A line that was compared with nothing counts as it was paid.
 * Whole numbers throughout: every machine counts the same.
 */
export const countedRupiah = (valueRupiah: number, lines: readonly PricedLine[], policy: PricePowers): number => {
  let counted = valueRupiah;
  for (const line of lines) {
    const [units, priceRupiah, referenceRupiah] = line;
    const power = priceRupiah > referenceRupiah ? policy.pricePowerAbove : policy.pricePowerBelow;
    if (power > 1 && referenceRupiah > 0 && priceRupiah !== referenceRupiah)
      counted += powered(line, power) - units * priceRupiah;
  }
  return counted;
};

/** The lines of a ledger entry without the kind of their goods. */
export const linesPriced = (lines: NonNullable<LedgerEntry['lines']>): PricedLine[] => lines.map(([, ...line]) => line);
