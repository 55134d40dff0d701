import { randomFrom, shuffled } from '../../simulation/random.ts';
import type { Path } from './group-time.ts';

/** What beginning changed, with the interval that holds it in 95 of 100 such draws. */
export type SteppedEffect = {
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  /** How often an order drawn by lot gives such a difference where nothing changed. */
  readonly chance: number;
  readonly units: number;
  /** Periods in which some had begun and some had not. */
  readonly periods: number;
};

type Unit = { readonly began: number; readonly outcomes: ReadonlyMap<number, number> };

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Period by period, what each unit has more than in the periods before anybody began. */
type Rises = readonly { readonly period: number; readonly rises: readonly number[] }[];

/**
 * Who has begun against who has not yet, period by period, each beside its own mean of the periods before anybody began; a
 * period weighs n₁·n₀/(n₁ + n₀). Nobody who has begun is ever a control, which is what misleads where effects grow.
 * Comparisons of Callaway and Sant'Anna, Journal of Econometrics 225 (2021), with those not yet begun as controls.
 */
const difference = (all: Rises, begans: readonly number[]): number | null => {
  let [total, weight] = [0, 0];
  for (const { period, rises } of all) {
    let [begun, ofBegun, ofWaiting] = [0, 0, 0];
    for (let at = 0; at < rises.length; at += 1)
      if ((begans[at] as number) <= period) {
        begun += 1;
        ofBegun += rises[at] as number;
      } else ofWaiting += rises[at] as number;
    const waiting = rises.length - begun;
    if (begun === 0 || waiting === 0) continue;
    const own = (begun * waiting) / rises.length;
    total += own * (ofBegun / begun - ofWaiting / waiting);
    weight += own;
  }
  return weight === 0 ? null : total / weight;
};

/** So many orders are drawn again; and of fewer than so many units there are too few orders to tell chance from effect. */
const DRAWS = 999;
const LEAST_UNITS = 5;
const LEVEL = 0.05;

type Drawn = { readonly outcome: number; readonly begun: number };

/** How often a drawn order differs as much as the real one, had beginning changed every outcome by `effect`. */
const chanceOf = (observed: number, drawn: readonly Drawn[], effect: number): number => {
  // A hair less, so that rounding does not tell equals apart.
  const own = Math.abs(observed - effect) * (1 - 1e-9);
  let alike = 1;
  for (const { outcome, begun } of drawn) if (Math.abs(outcome - effect * begun) >= own) alike += 1;
  return alike / (1 + drawn.length);
};

/** The furthest effect in a direction that chance does not rule out. */
const bound = (observed: number, drawn: readonly Drawn[], direction: 1 | -1): number => {
  const isPossible = (step: number) => chanceOf(observed, drawn, observed + direction * step) > LEVEL;
  let [near, far] = [0, Math.max(1e-9, Math.abs(observed) / 8)];
  for (let turn = 0; turn < 80 && isPossible(far); turn += 1) [near, far] = [far, 2 * far];
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (near + far) / 2;
    if (isPossible(middle)) near = middle;
    else far = middle;
  }
  return observed + direction * far;
};

/**
 * The effect of what units began in an order drawn by lot (a stepped wedge), and its interval from the lot itself: of all
 * effects that hold alike for everybody, those that orders drawn again do not rule out at 5%. It needs no trust in how outcomes are
 * spread or follow each other, and holds for a dozen units. Source: Fisher, The Design of Experiments (1935); Ji, Fink,
 * Robyn and Small, Annals of Applied Statistics 11 (2017). Null of fewer than five units, of units that never begin or lack a
 * period, or where nobody is watched before the first begins.
 */
export const steppedEffect = (paths: readonly Path[], periods: readonly number[], seed = 1): SteppedEffect | null => {
  const units = paths.flatMap(({ began, outcomes }): Unit[] =>
    began !== null && periods.every((period) => outcomes.has(period)) ? [{ began, outcomes }] : [],
  );
  const first = units.reduce((least, { began }) => Math.min(least, began), Number.POSITIVE_INFINITY);
  const span = {
    before: periods.filter((period) => period < first),
    periods: periods.filter((period) => period >= first),
  };
  if (units.length < LEAST_UNITS || span.before.length === 0) return null;
  const begans = units.map(({ began }) => began);
  const outcome = ({ outcomes }: Unit, period: number) => outcomes.get(period) ?? 0;
  const levels = units.map((unit) => mean(span.before.map((period) => outcome(unit, period))));
  const rises: Rises = span.periods.map((period) => ({
    period,
    rises: units.map((unit, at) => outcome(unit, period) - (levels[at] as number)),
  }));
  const begun: Rises = span.periods.map((period) => ({
    period,
    rises: begans.map((began) => (began <= period ? 1 : 0)),
  }));
  const effect = difference(rises, begans);
  if (effect === null) return null;
  const random = randomFrom(seed);
  const drawn = Array.from({ length: DRAWS }, (): Drawn => {
    const order = shuffled(random, begans);
    return { outcome: difference(rises, order) ?? 0, begun: difference(begun, order) ?? 0 };
  });
  return {
    effect,
    low: bound(effect, drawn, -1),
    high: bound(effect, drawn, 1),
    chance: chanceOf(effect, drawn, 0),
    units: units.length,
    periods: span.periods.filter((period) => new Set(begans.map((began) => began <= period)).size === 2).length,
  };
};
