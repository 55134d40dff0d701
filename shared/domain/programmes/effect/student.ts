/* Student's distribution, for intervals of means of few. */

/** Lanczos, g = 7, n = 9: Numerical Recipes §6.1; about fifteen digits for positive x. */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];
const logGamma = (x: number): number => {
  const [first = 0, ...rest] = LANCZOS;
  const sum = rest.reduce((total, part, at) => total + part / (x + at), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
};

const TINY = 1e-300;
const kept = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
/** The continued fraction of the incomplete beta function, by Lentz: Numerical Recipes §6.4. */
const betaFraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 / kept(1 + term * d);
      c = kept(1 + term / c);
      step = d * c;
      result *= step;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result;
};

/** The regularised incomplete beta function I_x(a, b), 0 ≤ x ≤ 1, a and b positive. */
const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
};

/** P(T ≤ t) with `degrees` of freedom, which need not be whole. */
export const studentBelow = (t: number, degrees: number): number => {
  const tail = incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
};

const MOST = 1e6;
/** The t that a share `p` of the distribution lies below, ½ ≤ p < 1; to twelve digits or so. */
export const studentQuantile = (p: number, degrees: number): number => {
  let [low, high] = [0, 1];
  while (studentBelow(high, degrees) < p && high < MOST) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2;
    if (studentBelow(middle, degrees) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
