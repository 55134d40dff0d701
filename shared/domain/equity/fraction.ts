/** An exact rational number in lowest terms, as decimal strings: JSON numbers end at 2^53, these do not. */
export type Fraction = { numerator: string; denominator: string };

/** Why a measure has no value. A code, not a sentence: what people read is written elsewhere. */
export type Reason =
  | 'no_merchants'
  | 'no_turnover'
  | 'no_sellers'
  | 'no_inequality'
  | 'one_merchant'
  | 'some_sold_nothing'
  | 'bottom_forty_percent_sold_nothing'
  | 'fewer_than_ten_merchants'
  | 'orders_not_given'
  | 'fewer_orders_than_sellers';

/**
 * One measure: the nearest double, and the exact fraction where the measure is rational. An undefined measure is
 * null with its reason: never 0, which would read as perfect equality, and never NaN.
 */
export type Measure = { value: number; exact?: Fraction } | Missing;
export type Missing = { value: null; reason: Reason };

export const missing = (reason: Reason): Missing => ({ value: null, reason });

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** Enough quotient bits for 53 of mantissa after the sticky bit, whatever the rounding of `bitLength` up to 4. */
const QUOTIENT_BITS = 64;

const bitLength = (value: bigint): number => value.toString(16).length * 4;

/**
 * The double nearest to numerator / denominator, for numerator ≥ 0 and denominator > 0 of any size.
 * The quotient is taken with at least 60 bits and a sticky last bit, so `Number` rounds it correctly, once.
 */
export const ratio = (numerator: bigint, denominator: bigint): number => {
  if (numerator <= SAFE && denominator <= SAFE) return Number(numerator) / Number(denominator);
  const shift = Math.max(0, bitLength(denominator) - bitLength(numerator) + QUOTIENT_BITS);
  const scaled = numerator << BigInt(shift);
  const quotient = scaled / denominator;
  const sticky = quotient * denominator === scaled ? 0n : 1n;
  return Number(quotient | sticky) / 2 ** shift;
};

/** Greatest common divisor (Euclid), in doubles as soon as both fit: twenty times faster than BigInt. */
export const gcd = (a: bigint, b: bigint): bigint => {
  while (b > SAFE || (a > SAFE && b !== 0n)) [a, b] = [b, a % b];
  if (b === 0n) return a;
  let [large, small] = [Number(a), Number(b)];
  while (small !== 0) [large, small] = [small, large % small];
  return BigInt(large);
};

export const fraction = (numerator: bigint, denominator: bigint): Fraction => {
  const divisor = gcd(numerator, denominator);
  return { numerator: (numerator / divisor).toString(), denominator: (denominator / divisor).toString() };
};

/** A measure that is the rational number numerator / denominator (≥ 0, denominator > 0). */
export const exactly = (numerator: bigint, denominator: bigint): Measure => ({
  value: ratio(numerator, denominator),
  exact: fraction(numerator, denominator),
});
