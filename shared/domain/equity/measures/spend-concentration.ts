import { type Amount, runningTotal, wholeRupiah } from './amount.ts';
import { exactly, type Measure, missing } from './fraction.ts';

/** How one agency's spend of a month lies on the owners it bought from. */
export type SpendConcentration = {
  /** Owners with any spend. */
  owners: number;
  totalRupiah: string;
  /** Σ s², s the owner's share of the agency's spend (Herfindahl 1950, Hirschman 1945). */
  hhi: Measure;
  /** 1/HHI: as concentrated as if bought in equal parts from this many. Said as "setara n UMKM". */
  equivalentOwners: Measure;
  largestShare: Measure;
};

/**
 * @param spendByOwner whole rupiah per **owner**: join an owner's shops first, for two shops of one owner are one.
 * @throws EquityError AmountNotWholeRupiah
 */
export const spendConcentration = (spendByOwner: readonly Amount[]): SpendConcentration => {
  const spend = spendByOwner.map((amount) => BigInt(wholeRupiah(amount))).filter((amount) => amount > 0n);
  const sum = runningTotal();
  for (const amount of spend) sum.add(amount);
  const total = sum.value();
  const squares = spend.reduce((all, amount) => all + amount * amount, 0n);
  const largest = spend.reduce((most, amount) => (amount > most ? amount : most), 0n);
  const defined = (numerator: bigint, denominator: bigint) =>
    total === 0n ? missing('no_turnover') : exactly(numerator, denominator);
  return {
    owners: spend.length,
    totalRupiah: total.toString(),
    hhi: defined(squares, total * total),
    equivalentOwners: defined(total * total, squares),
    largestShare: defined(largest, total),
  };
};
