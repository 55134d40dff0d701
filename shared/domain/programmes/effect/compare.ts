import { studentQuantile } from './student.ts';

/** How many, their mean, and the variance of one of them (n − 1 below). */
export type Sample = { readonly count: number; readonly mean: number; readonly variance: number };

/** What a programme changed, per shop, with the interval that holds it in 95 of 100 such programmes. */
export type Effect = {
  readonly effect: number;
  readonly standardError: number;
  readonly degrees: number;
  readonly low: number;
  readonly high: number;
  readonly treated: number;
  readonly controls: number;
};

/** Two passes, so that equal large amounts have no variance by rounding. */
export const sampleOf = (values: readonly number[]): Sample => {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, variance: squares / (count - 1) };
};

const LEVEL = 0.975;
export const effectWith = (
  effect: number,
  { standardError, degrees, treated, controls }: Pick<Effect, 'standardError' | 'degrees' | 'treated' | 'controls'>,
): Effect => {
  const half = standardError === 0 ? 0 : studentQuantile(LEVEL, degrees) * standardError;
  return { effect, standardError, degrees, low: effect - half, high: effect + half, treated, controls };
};

/**
 * The difference of two means, spreads not assumed alike; null where a side has fewer than two. Of who took part by lot and
 * who waited by lot it is the programme's effect. Source: Welch, Biometrika 34 (1947).
 */
export const compared = (treated: Sample, controls: Sample): Effect | null => {
  if (treated.count < 2 || controls.count < 2) return null;
  const [a, b] = [treated.variance / treated.count, controls.variance / controls.count];
  const degrees =
    a + b === 0
      ? treated.count + controls.count - 2
      : (a + b) ** 2 / (a ** 2 / (treated.count - 1) + b ** 2 / (controls.count - 1));
  return effectWith(treated.mean - controls.mean, {
    standardError: Math.sqrt(a + b),
    degrees,
    treated: treated.count,
    controls: controls.count,
  });
};
