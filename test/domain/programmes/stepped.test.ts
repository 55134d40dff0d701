import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Path } from '../../../shared/domain/programmes/effect/group-time.ts';
import { steppedEffect } from '../../../shared/domain/programmes/effect/stepped.ts';
import { normal, randomFrom, shuffled } from '../../../shared/domain/simulation/random.ts';

const UNITS = 11;
const BEFORE = 4;
const periods = Array.from({ length: BEFORE + UNITS }, (_, at) => at);

/**
 * A city of eleven categories, one of which begins each month in drawn order: levels of their own, seasons all share, months
 * that follow each other, and what beginning changes.
 */
const cityOf = (seed: number, effectOf: (since: number, at: number) => number): Path[] => {
  const random = randomFrom(seed);
  const order = shuffled(
    random,
    Array.from({ length: UNITS }, (_, at) => BEFORE + at),
  );
  const season = periods.map(() => 0.05 * normal(random));
  return order.map((began, at) => {
    const level = 0.5 + 0.15 * normal(random);
    let echo = 0.03 * normal(random);
    const outcomes = periods.map((period): [number, number] => {
      echo = 0.5 * echo + 0.03 * normal(random);
      const changed = period >= began ? effectOf(period - began, at) : 0;
      return [period, level + (season[period] ?? 0) + echo + changed];
    });
    return { began, outcomes: new Map(outcomes) };
  });
};
const seeds = Array.from({ length: 60 }, (_, at) => 9000 + at);

describe('the effect of categories that begin in drawn order', () => {
  test('is found within its interval, in 95 of 100 cities or so', () => {
    const found = seeds.map((seed) =>
      steppedEffect(
        cityOf(seed, () => -0.1),
        periods,
        seed,
      ),
    );
    const holds = found.filter((one) => one && one.low <= -0.1 && -0.1 <= one.high).length;
    expect(holds / seeds.length).toBeGreaterThanOrEqual(0.9);
    // And told from nothing nearly always: an interval that holds everything would be true as well.
    expect(found.filter((one) => one && one.high < 0).length / seeds.length).toBeGreaterThanOrEqual(0.9);
    const mean = found.reduce((sum, one) => sum + (one?.effect ?? 0), 0) / seeds.length;
    expect(mean).toBeCloseTo(-0.1, 2);
  });

  test('is not found where there is none, but for 5 to 10 of 100', () => {
    const found = seeds.map((seed) =>
      steppedEffect(
        cityOf(seed + 500, () => 0),
        periods,
        seed,
      ),
    );
    expect(found.filter((one) => one && one.chance <= 0.05).length / seeds.length).toBeLessThanOrEqual(0.1);
    const within = found.filter((one) => one && one.low <= 0 && 0 <= one.high).length;
    expect(within / seeds.length).toBeGreaterThanOrEqual(0.9);
  });

  test('that grows with the months is told as its mean over what was compared, not with its sign turned', () => {
    const found = seeds.slice(0, 5).map((seed) =>
      steppedEffect(
        cityOf(seed, (since) => -0.02 * (1 + since)),
        periods,
      ),
    );
    for (const one of found) expect(one?.effect).toBeLessThan(-0.02);
  });

  test('is what was added, whatever levels and seasons there are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: UNITS, maxLength: UNITS }),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: periods.length, maxLength: periods.length }),
        fc.integer({ min: -500, max: 500 }),
        (levels, seasons, added) => {
          const paths = levels.map((level, at): Path => {
            const began = BEFORE + at;
            const outcomes = periods.map((period): [number, number] => [
              period,
              level + (seasons[period] ?? 0) + (period >= began ? added : 0),
            ]);
            return { began, outcomes: new Map(outcomes) };
          });
          const found = steppedEffect(paths, periods);
          expect(found?.effect).toBeCloseTo(added, 6);
          expect(found?.periods).toBe(UNITS - 1);
        },
      ),
      { numRuns: 5 },
    );
  });

  test('is nothing of few, of nobody watched before, and leaves out who lacks a month', () => {
    const city = cityOf(1, () => -0.1);
    expect(steppedEffect(city.slice(0, 4), periods)).toBeNull();
    expect(steppedEffect(city, periods.slice(BEFORE))).toBeNull();
    const [one, ...others] = city;
    const gap = { began: one?.began ?? null, outcomes: new Map([...(one?.outcomes ?? [])].slice(1)) };
    expect(steppedEffect([gap, ...others], periods)?.units).toBe(UNITS - 1);
    expect(
      steppedEffect([{ began: null, outcomes: new Map(periods.map((at) => [at, 1])) }, ...city], periods)?.units,
    ).toBe(UNITS);
  });
});
