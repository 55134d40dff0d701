/** Linear equations over rational numbers, solved exactly. */

/** A rational number in lowest terms; the sign is in the numerator. */
export type Rational = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const rational = (n: bigint, d: bigint): Rational => {
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return [n / divisor, d / divisor];
};
export const minus = ([a, b]: Rational, [c, d]: Rational): Rational => rational(a * d - c * b, b * d);
const times = ([a, b]: Rational, [c, d]: Rational): Rational => rational(a * c, b * d);
const over = ([a, b]: Rational, [c, d]: Rational): Rational => rational(a * d, b * c);

/** An equation Σ coefficient·unknown = constant, the constant under the key ''. */
export type Equation = Map<string, Rational>;
/** Gauss and Jordan, exactly. Answers every unknown that has one value only, with that value. */
export const solved = (equations: readonly Equation[]): Map<string, Rational> => {
  const rows = new Map<string, Equation>();
  const less = (row: Equation, other: Equation, factor: Rational) => {
    for (const [name, value] of other) {
      const left = minus(row.get(name) ?? [0n, 1n], times(value, factor));
      if (left[0] === 0n) row.delete(name);
      else row.set(name, left);
    }
  };
  for (const given of equations) {
    const row = new Map(given);
    for (const name of [...row.keys()]) {
      const pivot = rows.get(name);
      const value = row.get(name);
      if (pivot && value) less(row, pivot, value);
    }
    const name = [...row.keys()].find((key) => key !== '');
    if (name === undefined) {
      if (row.size > 0) throw new Error('what was published contradicts itself');
      continue;
    }
    const lead = row.get(name) as Rational;
    for (const [key, value] of row) row.set(key, over(value, lead));
    for (const other of rows.values()) {
      const value = other.get(name);
      if (value) less(other, row, value);
    }
    rows.set(name, row);
  }
  const found = new Map<string, Rational>();
  for (const [name, row] of rows)
    if ([...row.keys()].every((key) => key === name || key === '')) found.set(name, row.get('') ?? [0n, 1n]);
  return found;
};
