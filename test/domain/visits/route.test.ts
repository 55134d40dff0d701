import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metersBetween, type Point } from '../../../shared/domain/places/meters.ts';
import { betterPlace } from '../../../shared/domain/visits/place.ts';
import { lengthOf, MOST_STOPS, routeOf } from '../../../shared/domain/visits/route.ts';
import { distance } from '../../../shared/domain/visits/words.ts';

const degrees = (from: number, to: number) =>
  fc.integer({ min: Math.round(from * 1e5), max: Math.round(to * 1e5) }).map((whole) => whole / 1e5);
/** Somewhere in a city some fifteen kilometres across. */
const place = fc.record({ latitude: degrees(-8.05, -7.91), longitude: degrees(112.57, 112.7) });
const stops = (most: number) => fc.array(place, { maxLength: most });

/** Every order of a few, to hold against. */
const orders = <T>(of: readonly T[]): T[][] =>
  of.length <= 1
    ? [[...of]]
    : of.flatMap((one, at) => orders(of.filter((_, i) => i !== at)).map((rest) => [one, ...rest]));

describe('a route', () => {
  test('goes to every stop once, and says its length', () => {
    fc.assert(
      fc.property(stops(12), fc.option(place, { nil: undefined }), (given, from) => {
        const { stops: walk, meters } = routeOf(given, from);
        expect(new Set(walk)).toEqual(new Set(given));
        expect(walk).toHaveLength(given.length);
        expect(meters).toBeCloseTo(lengthOf(from && given.length > 0 ? [from, ...walk] : walk), 3);
      }),
    );
  });

  test('is never longer than the order in which the stops were given, nor made shorter by turning a part round', () => {
    fc.assert(
      fc.property(stops(10), (given) => {
        const { stops: walk, meters } = routeOf(given);
        expect(meters).toBeLessThanOrEqual(lengthOf(given) + 0.1);
        for (let from = 0; from < walk.length; from += 1)
          for (let to = from + 1; to < walk.length; to += 1) {
            const turned = [...walk.slice(0, from), ...walk.slice(from, to + 1).reverse(), ...walk.slice(to + 1)];
            expect(lengthOf(turned)).toBeGreaterThanOrEqual(meters - 0.1);
          }
      }),
      { numRuns: 40 },
    );
  });

  test('is at most a quarter longer than the shortest there is', () => {
    fc.assert(
      fc.property(stops(6), (given) => {
        const shortest = Math.min(...orders(given).map((walk) => lengthOf(walk)));
        expect(routeOf(given).meters).toBeLessThanOrEqual(shortest * 1.25 + 0.1);
      }),
      { numRuns: 60 },
    );
  });

  test('is the same whenever it is asked, and a day has an end', () => {
    const given: Point[] = Array.from({ length: MOST_STOPS }, (_, at) => ({
      latitude: -7.9 - ((at * 37) % 100) / 1000,
      longitude: 112.6 + ((at * 53) % 100) / 1000,
    }));
    expect(routeOf(given)).toEqual(routeOf(given));
    expect(() => routeOf([...given, { latitude: 0, longitude: 0 }])).toThrow(RangeError);
  });

  test('measures as the earth is round: Malang to Surabaya is 83 km by the air', () => {
    const [malang, surabaya] = [
      { latitude: -7.9826, longitude: 112.6308 },
      { latitude: -7.2459, longitude: 112.7378 },
    ];
    expect(Math.round(metersBetween(malang, surabaya) / 1000)).toBe(83);
    expect(metersBetween(malang, malang)).toBe(0);
  });
});

describe('where a shop is', () => {
  const at = (accuracyMeters: number) => ({ latitude: -7.98, longitude: 112.63, accuracyMeters });
  test('is what was measured last, unless that was much worse; three kilometres off is nowhere', () => {
    expect(betterPlace(undefined, at(3000))).toBeUndefined();
    expect(betterPlace(undefined, at(400))).toEqual(at(400));
    expect(betterPlace(at(12), at(400))).toEqual(at(12));
    expect(betterPlace(at(12), at(40))).toEqual(at(40));
    expect(betterPlace(at(400), at(90))).toEqual(at(90));
  });
});

describe('a distance', () => {
  test.each([
    [0, '0 m'],
    [994, '990 m'],
    [995, '1,0 km'],
    [999, '1,0 km'],
    [1_000, '1,0 km'],
    [4_249, '4,2 km'],
  ])('of %d metres is told as %s', (meters, told) => expect(distance(meters)).toBe(told));
});
