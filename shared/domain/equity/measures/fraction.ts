/** An exact rational number in lowest terms, as decimal strings: JSON numbers end at 2^53, these do not. */
export type Fraction = { numerator: string; denominator: string };

/** Why a measure has no value. A code, not a sentence: what people read is written elsewhere. */
export type NoValueReason =
  | 'no_merchants'
  | 'no_turnover'
  | 'no_sellers'
  | 'no_inequality'
  | 'one_merchant'
  | 'some_sold_nothing'
  | 'bottom_forty_percent_sold_nothing'
  | 'fewer_than_ten_merchants'
  | 'orders_not_given'
  | 'fewer_orders_than_sellers'
  | 'beyond_double';

/**
 * One measure: the nearest double, and the exact fraction where the measure is rational. An undefined measure is
 * null with its reason: never 0, which would read as perfect equality, and never NaN. A rational beyond the largest
 * double (about 10³⁰⁸) is null too, and keeps its fraction.
 */
export type Measure = { value: number; exact?: Fraction } | Missing;
export type Missing = { value: null; reason: NoValueReason; exact?: Fraction };

export const missing = (reason: NoValueReason): Missing => ({ value: null, reason });

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** Enough quotient bits for 53 of mantissa after the sticky bit, whatever the rounding of `bitLength` up to 4. */
const QUOTIENT_BITS = 64;

/** 2 to a larger power than this is no double any more. */
const LARGEST_SHIFT = 1000;

const bitLength = (value: bigint): number => value.toString(16).length * 4;

/**
 * The double nearest to numerator / denominator, for numerator ≥ 0 and denominator > 0 of any size; infinite beyond the
 * largest double, and below 2⁻¹⁰²² as near as such small doubles get.
 * The quotient is taken with at least 60 bits and a sticky last bit, so `Number` rounds it correctly, once.
 */
export const ratio = (numerator: bigint, denominator: bigint): number => {
  if (numerator <= SAFE && denominator <= SAFE) return Number(numerator) / Number(denominator);
  const shift = Math.max(0, bitLength(denominator) - bitLength(numerator) + QUOTIENT_BITS);
  const scaled = numerator << BigInt(shift);
  const quotient = scaled / denominator;
  const sticky = quotient * denominator === scaled ? 0n : 1n;
  const first = Math.min(shift, LARGEST_SHIFT);
  return Number(quotient | sticky) / 2 ** first / 2 ** (shift - first);
};

/** ln(numerator / denominator) for both > 0, also where the quotient itself is no double. */
export const logOfRatio = (numerator: bigint, denominator: bigint): number => {
  const bits = bitLength(numerator) - bitLength(denominator);
  if (bits < LARGEST_SHIFT && bits > -LARGEST_SHIFT) return Math.log(ratio(numerator, denominator));
  const [up, down] = bits > 0 ? [numerator, denominator << BigInt(bits)] : [numerator << BigInt(-bits), denominator];
  return Math.log(ratio(up, down)) + bits * Math.LN2;
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
export const exactly = (numerator: bigint, denominator: bigint): Measure => {
  const value = ratio(numerator, denominator);
  const exact = fraction(numerator, denominator);
  return Number.isFinite(value) ? { value, exact } : { ...missing('beyond_double'), exact };
};
