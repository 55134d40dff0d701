import { EquityError } from './equity-error.ts';

/** One merchant's turnover in whole rupiah, ≥ 0. Above 2^53 − 1 only a bigint can say it exactly. */
export type Amount = number | bigint;

/** What takes the merchants of one list in ascending order of amount. */
export type AscendingSink = {
  /** @throws EquityError AmountNotWholeRupiah, AmountsNotAscending */
  add(amount: Amount): void;
  /** Merchants who sold nothing, counted without being listed. They come before every seller. */
  addZeros(count: number): void;
};

/** What the register says, by consistent reads, before the list is streamed: n merchants with S rupiah in all. */
export type ControlTotals = { count: number; total: bigint };

const isWhole = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** @throws EquityError CountNotWhole: merchants are counted in whole numbers ≥ 0. */
export const wholeCount = (count: number): number => {
  if (isWhole(count)) return count;
  throw new EquityError('CountNotWhole', `${count} is not a number of merchants`);
};

export const isZero = (amount: Amount): boolean => amount === 0 || amount === 0n;

/**
 * A bigint as the number it is, where a number can hold it.
 *
 * @throws EquityError AmountNotWholeRupiah: negative, a fraction, NaN, or a number so large that it may be rounded.
 */
export const wholeRupiah = (amount: Amount): Amount => {
  if (typeof amount === 'number' ? !isWhole(amount) : amount < 0n) {
    throw new EquityError('AmountNotWholeRupiah', `${amount} is not an exact, whole number of rupiah ≥ 0`);
  }
  return amount <= Number.MAX_SAFE_INTEGER ? Number(amount) : amount;
};

/** @throws EquityError AmountsNotAscending */
export const assertAscending = (previous: Amount, amount: Amount): void => {
  if (amount < previous) throw new EquityError('AmountsNotAscending', `${amount} came after ${previous}`);
};

/**
 * The one check that catches a lagging index, a merchant listed twice and a merchant lost on the way.
 *
 * @throws EquityError ControlTotalsDiffer
 */
export const assertControlTotals = (control: ControlTotals, streamed: ControlTotals): void => {
  if (control.count === streamed.count && control.total === streamed.total) return;
  const said = ({ count, total }: ControlTotals) => `${count} merchants with ${total} rupiah`;
  throw new EquityError('ControlTotalsDiffer', `streamed ${said(streamed)}, the register has ${said(control)}`);
};

/** An exact running total: a double while that is exact, carried into a bigint before it is not. */
export const runningTotal = () => {
  let small = 0;
  let carried = 0n;
  const add = (amount: Amount): void => {
    if (typeof amount === 'number' && small + amount <= Number.MAX_SAFE_INTEGER) {
      small += amount;
    } else {
      carried += BigInt(small) + BigInt(amount);
      small = 0;
    }
  };
  return { add, value: () => carried + BigInt(small) };
};
