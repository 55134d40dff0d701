import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawsOf } from '../../../shared/domain/ranking/rule/draw.ts';
import { numberOwners } from '../../../shared/domain/ranking/rule/number-owners.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import type { RankingInput } from '../../../shared/domain/ranking/rule/ranking.ts';
import { sortByCounting } from '../../../shared/domain/ranking/rule/sort-by-counting.ts';
import { sortByDraw } from '../../../shared/domain/ranking/rule/sort-by-draw.ts';
import { type Random, randomFrom } from '../../../shared/domain/simulation/random.ts';
import { anyInput, input, offer, policy } from './offers.ts';
import { referenceOrder } from './reference.ts';

const runs = { numRuns: 10_000 };
/** A whole number below `count`, in all its digits: one random number has only 32 bits. */
const below = (random: Random, count: number): number => Math.floor(count * ((random() + random() / 2 ** 32) % 1));
const equal = (found: unknown, wanted: unknown) => {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error('another order');
};

/** How many different values a column has, from all tied to hardly any tie, and beyond 2³². */
const spread = fc.constantFrom(1, 2, 3, 40, 5000, 2 ** 33, 2 ** 40, Number.MAX_SAFE_INTEGER);
/** From a handful to enough for digits to be counted. */
const length = fc.oneof(fc.nat(8), fc.nat(180));

/** A large market from a seed: ties, owners with several offers, all reasons to fail, and amounts of any size. */
const anyMarket: fc.Arbitrary<RankingInput> = fc
  .record({
    seed: fc.nat(),
    length,
    among: fc.integer({ min: 1, max: 200 }),
    unitRupiah: spread,
    prices: spread,
    owners: spread,
    exposures: spread,
    failing: fc.constantFrom(0, 0.1, 1),
  })
  .map(({ seed, length, among, prices, owners, exposures, unitRupiah, failing }) => {
    const random = randomFrom(seed);
    const upTo = (count: number) => below(random, count);
    const fails = () => random() < failing / 3;
    const offers = Array.from({ length }, (_, index) =>
      offer(String(index), {
        ownerId: `own-${upTo(among)}`,
        priceRupiah: upTo(prices),
        ...(index % 3 === 0
          ? {
              like: { medianRupiah: 1 + upTo(prices), owners: 3, source: index % 2 ? 'few' : 'province' },
              tier: upTo(2),
            }
          : {}),
        verified: !fails(),
        open: !fails(),
        capacityUnits: fails() ? 1 : 100,
      }),
    );
    const known = Array.from({ length: among }, (_, owner) => owner).filter(() => random() < 0.8);
    const figures = () => ({ recentSalesRupiah: upTo(owners), exposure: upTo(exposures), offset: upTo(65_536) });
    return input(offers, {
      ledger: { version: 'v1', owners: new Map(known.map((owner) => [`own-${owner}`, figures()])) },
      policy: { ...policy, tolerancePercent: 100 },
      unitRupiah,
      dayKey: seed.toString(16),
    });
  });

describe('ranking fifty thousand offers quickly', () => {
  test('gives the order of the rule, word for word', () => {
    fc.assert(
      fc.property(fc.oneof(anyMarket, anyInput), (given) => equal(rankOffers(given), referenceOrder(given))),
      runs,
    );
  });

  test('counts digits to the order that comparing gives, and says which column decided', () => {
    fc.assert(
      fc.property(fc.nat(), length, fc.array(spread, { minLength: 1, maxLength: 4 }), (seed, count, spreads) => {
        const random = randomFrom(seed);
        const columns = spreads.map((values) => Array.from({ length: count }, () => below(random, values)));
        const apart = (a: number, b: number) => columns.findIndex((column) => column[a] !== column[b]);
        const wanted = Array.from({ length: count }, (_, at) => at).sort((a, b) => {
          const column = columns[apart(a, b)];
          return column ? (column[a] as number) - (column[b] as number) : b - a;
        });
        const { order, decidedBy } = sortByCounting(columns, (equals) => equals.sort((a, b) => b - a));
        equal([...order], wanted);
        for (let at = 1; at < count; at++) {
          const by = apart(wanted[at - 1] as number, wanted[at] as number);
          if (decidedBy[at] !== (by < 0 ? columns.length : by)) throw new Error('decided by another column');
        }
      }),
      runs,
    );
  });

  test('draws by HMAC-SHA-256, as node:crypto makes it', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90, size: 'max' }),
      fc.string({ unit: 'binary', maxLength: 60, size: 'max' }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9a-f]{0,64}$/), fc.array(name, { maxLength: 3 }), (dayKey, names) => {
        // The first list of a day, the second and later ones remember differently and must draw alike.
        const lists = [drawsOf(dayKey), drawsOf(dayKey), drawsOf(dayKey)];
        for (const draws of lists)
          for (const owner of names) {
            const hmac = createHmac('sha256', dayKey).update(owner).digest('hex');
            expect(draws.whole(owner)).toBe(hmac);
            expect(draws.leading(owner).toString(16).padStart(8, '0')).toBe(hmac.slice(0, 8));
          }
      }),
      runs,
    );
    expect(() => drawsOf('not hex')).toThrow(RangeError);
  });

  test('lets whole draws decide where the leading bits agree', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 150, size: 'max' }), (lots) => {
        const draws = { whole: (lot: string) => lot, leading: (lot: string) => Number(lot.slice(0, 1)) };
        const owners = lots.map((lot) => String(lot).padStart(3, '0'));
        const tied = Uint32Array.from(owners.keys());
        sortByDraw(tied, (at) => owners[at] as string, draws);
        equal(
          Array.from(tied, (at) => owners[at]),
          owners.toSorted(),
        );
      }),
      runs,
    );
  });

  test('numbers owners in the order they are met', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '😀'), maxLength: 4 });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 120, size: 'max' }), (names) => {
        const met = [...new Set(names)];
        const { owner, owners } = numberOwners(names.map((ownerId) => ({ ownerId })));
        equal([owners, ...owner], [met.length, ...names.map((one) => met.indexOf(one))]);
      }),
      runs,
    );
  });
});
