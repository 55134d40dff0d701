import type { Amount } from '../../../../shared/domain/equity/measures/amount.ts';

/*
 * The measures once more, straight from their definitions, in BigInt fractions and as slow as that is. It shares no
 * line with the engine: Gini from all pairs, Hoover from all deviations, the Lorenz curve by interpolation.
 */
export type Rational = [bigint, bigint];

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The fraction in lowest terms as the engine prints it. */
export const printed = ([numerator, denominator]: Rational) => {
  const divisor = gcd(numerator, denominator);
  return { numerator: `${numerator / divisor}`, denominator: `${denominator / divisor}` };
};

const asNumber = ([numerator, denominator]: Rational): number => Number((numerator * 10n ** 60n) / denominator) / 1e60;

const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);
const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

/** Σ over all pairs |xᵢ − xⱼ| / (2n²·mean). For long lists the pairs are counted by rank. */
const giniOf = (x: readonly bigint[], isLong: boolean): Rational => {
  const n = BigInt(x.length);
  const pairs = isLong
    ? 2n * sum(x.map((value, i) => (2n * BigInt(i) + 1n - n) * value))
    : sum(x.flatMap((a) => x.map((b) => magnitude(a - b))));
  return [pairs, 2n * n * sum(x)];
};

export const naive = (amounts: readonly Amount[]) => {
  const x = amounts.map(BigInt).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const n = BigInt(x.length);
  const total = sum(x);
  const isLong = x.length > 500;
  const sellers = x.filter((value) => value > 0n);
  const prefix = [0n];
  for (const value of x) prefix.push((prefix.at(-1) as bigint) + value);

  const lorenz = (percent: bigint): Rational => {
    const i = (n * percent) / 100n;
    const rest = n * percent - 100n * i;
    return [100n * (prefix[Number(i)] as bigint) + rest * (x[Number(i)] ?? 0n), 100n * total];
  };
  const [low, high] = [lorenz(40n), lorenz(90n)];
  const quantile = (percent: number): Rational => [
    sellers[Math.ceil((sellers.length * percent) / 100) - 1] as bigint,
    1n,
  ];
  const shares = x.map((value) => asNumber([value * n, total]));
  const average = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

  return {
    total,
    sellers: sellers.length,
    exact: {
      unsoldShare: [n - BigInt(sellers.length), n],
      gini: giniOf(x, isLong),
      giniSellers: giniOf(sellers, isLong),
      ge2: [sum(x.map((value) => (n * value - total) ** 2n)), 2n * n * total * total],
      hoover: [sum(x.map((value) => magnitude(n * value - total))), 2n * n * total],
      hhi: [sum(x.map((value) => value * value)), total * total],
      topTenPercentShare: [high[1] - high[0], high[1]],
      bottomFortyPercentShare: low,
      p25: quantile(25),
      median: quantile(50),
      p75: quantile(75),
    } satisfies Record<string, Rational>,
    palma: [high[1] - high[0], low[0]] satisfies Rational,
    topTenMerchantsShare: [sum(x.slice(-10)), total] satisfies Rational,
    lorenz: Array.from({ length: 21 }, (_, k) => lorenz(BigInt(5 * k))),
    theil: average(shares.map((r) => (r === 0 ? 0 : r * Math.log(r)))),
    theilL: -average(shares.map((r) => Math.log(r))),
    atkinson05: 1 - average(shares.map(Math.sqrt)) ** 2,
  };
};
