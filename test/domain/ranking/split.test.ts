import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lotSizes, lotsFor, type SplitCandidate } from '../../../shared/domain/ranking/split/lots.ts';
import { proposeSplit } from '../../../shared/domain/ranking/split/propose-split.ts';
import { type SplitInput, SplitNotPossible, splitOrder } from '../../../shared/domain/ranking/split/split.ts';
import { input, offer } from './offers.ts';

const ascending = (values: readonly number[]) => [...values].sort((a, b) => a - b);
const prefixSums = (values: readonly number[]) => {
  let sum = 0;
  return ascending(values).map((value) => (sum += value));
};
/** Every way to give lots of these sizes to candidates within capacity. */
const allSplits = (sizes: readonly number[], candidates: readonly SplitCandidate[]): number[][] => {
  let partial: number[][] = [candidates.map(() => 0)];
  for (const size of sizes)
    partial = partial.flatMap((units) =>
      candidates.flatMap((candidate, index) => {
        const more = (units[index] as number) + size;
        return more <= candidate.capacityUnits ? [units.with(index, more)] : [];
      }),
    );
  return [...new Map(partial.map((units) => [units.join(), units])).values()];
};
const result = (given: SplitInput) => {
  const plan = splitOrder(given);
  const units = new Map(plan.shares.map((share) => [share.ownerId, share.units]));
  const final = given.candidates.map(
    (one) => one.recentSalesRupiah + (units.get(one.ownerId) ?? 0) * given.referencePriceRupiah,
  );
  return { plan, units, final };
};

const anySplit = fc
  .record({
    owners: fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }),
    capacities: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 5, maxLength: 5 }),
    size: fc.integer({ min: 1, max: 3 }),
    lots: fc.integer({ min: 1, max: 4 }),
    maxSuppliers: fc.integer({ min: 1, max: 4 }),
    referencePriceRupiah: fc.integer({ min: 1, max: 3 }),
    remainder: fc.nat(2),
  })
  .map(({ owners, capacities, size, lots, remainder, ...rest }) => ({
    ...rest,
    lots: Math.min(lots, rest.maxSuppliers),
    quantity: size * Math.min(lots, rest.maxSuppliers) + remainder,
    candidates: owners.map((recentSalesRupiah, index) => ({
      ownerId: `own-${index}`,
      recentSalesRupiah,
      capacityUnits: capacities[index] as number,
    })),
  }));

describe('a split order', () => {
  test('serves the whole quantity within capacity, with at most K suppliers, or says it cannot', () => {
    fc.assert(
      fc.property(anySplit, (given) => {
        const most = Math.min(given.maxSuppliers, given.quantity);
        const able = given.candidates.filter((one) => one.capacityUnits >= Math.ceil(given.quantity / most));
        const servable = able.reduce((sum, one) => sum + one.capacityUnits, 0);
        let served: ReturnType<typeof result>;
        try {
          served = result(given);
        } catch (error) {
          // Never refused while those able to take a share can deliver it all.
          if (!(error instanceof SplitNotPossible) || servable >= given.quantity) throw error;
          return;
        }
        const { plan, units } = served;
        if (plan.shares.reduce((sum, share) => sum + share.units, 0) !== given.quantity) throw new Error('units');
        if (plan.shares.length > given.maxSuppliers) throw new Error('suppliers');
        for (const one of given.candidates)
          if ((units.get(one.ownerId) ?? 0) > one.capacityUnits) throw new Error('capacity');
      }),
      { numRuns: 10_000 },
    );
  });

  test('dominates every other way to give out its equal lots, against brute force', () => {
    let compared = 0;
    fc.assert(
      fc.property(anySplit, (given) => {
        let served: ReturnType<typeof result>;
        try {
          served = result(given);
        } catch {
          return;
        }
        const sizes = served.plan.lots.map((lot) => lot.units);
        if (new Set(sizes).size > 1) return;
        const most = Math.min(given.maxSuppliers, given.quantity);
        const able = given.candidates.filter((one) => one.capacityUnits >= Math.ceil(given.quantity / most));
        const others = given.candidates.filter((one) => !able.includes(one)).map((one) => one.recentSalesRupiah);
        const ours = prefixSums(served.final);
        for (const units of allSplits(sizes, able)) {
          if (units.filter((share) => share > 0).length > given.maxSuppliers) continue;
          const final = able.map((one, i) => one.recentSalesRupiah + (units[i] as number) * given.referencePriceRupiah);
          const theirs = prefixSums([...final, ...others]);
          compared++;
          if (ours.some((sum, index) => sum < (theirs[index] as number))) throw new Error(`beaten by ${units}`);
        }
      }),
      { numRuns: 30_000 },
    );
    expect(compared).toBeGreaterThan(30_000);
  });

  test('is at most Q mod L unit prices below any other when lots differ by one unit and capacity is ample', () => {
    fc.assert(
      fc.property(anySplit, (loose) => {
        const candidates = loose.candidates.map((one) => ({ ...one, capacityUnits: 1000 }));
        const given = { ...loose, candidates };
        const { plan, final } = result(given);
        const slack = (given.quantity % plan.lots.length) * given.referencePriceRupiah;
        const ours = prefixSums(final);
        const sizes = plan.lots.map((lot) => lot.units);
        for (const units of allSplits(sizes, candidates)) {
          const other = candidates.map(
            (one, i) => one.recentSalesRupiah + (units[i] as number) * given.referencePriceRupiah,
          );
          const theirs = prefixSums(other);
          if (ours.some((sum, index) => sum < (theirs[index] as number) - slack)) throw new Error(`beaten by ${units}`);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  test('could not promise that if K and capacities bound together: no split of these would dominate', () => {
    // Four lots of 1, two suppliers. {A, B} lifts the poorest, {C, D} keeps the richest lower: neither dominates.
    const [ab, cd] = [prefixSums([1, 6, 3, 3]), prefixSums([0, 3, 5, 5])] as const;
    expect(ab).toEqual([1, 4, 7, 13]);
    expect(cd).toEqual([0, 3, 8, 13]);
  });

  test('has equal lots, the first ones a unit larger', () => {
    expect(lotSizes(17, 5)).toEqual([4, 4, 3, 3, 3]);
    expect(lotSizes(15, 5)).toEqual([3, 3, 3, 3, 3]);
  });

  test('is cut from four usual orders on, one lot for each u, at most K', () => {
    expect(lotsFor(399_999, 100_000, 4, 5)).toBe(1);
    expect(lotsFor(400_000, 100_000, 4, 5)).toBe(4);
    expect(lotsFor(9_000_000, 100_000, 4, 5)).toBe(5);
  });

  test('takes more or fewer lots when the wanted ones do not fit, and unit by unit among few owners', () => {
    const plan = (capacities: readonly number[], lots: number) =>
      splitOrder({
        quantity: 1000,
        lots,
        maxSuppliers: 5,
        referencePriceRupiah: 1,
        candidates: capacities.map((capacityUnits, i) => ({ ownerId: `${i}`, recentSalesRupiah: i, capacityUnits })),
      }).shares.map((share) => share.units);
    expect(plan([250, 250, 250, 250], 2)).toEqual([250, 250, 250, 250]);
    expect(plan([500, 500], 5)).toEqual([500, 500]);
    expect(plan([701, 299], 5)).toEqual([701, 299]);
    expect(() => plan([700, 299], 5)).toThrow(SplitNotPossible);
  });

  test('is proposed with suppliers, values at their own prices, and a sentence', () => {
    const offers = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => offer(id, { priceRupiah: 18_000 + index }));
    const owners = new Map([['own-a', { recentSalesRupiah: 5_000_000, exposure: 0 }]]);
    const given = input(offers, { ledger: { version: 'v', owners } });
    const { suppliers } = proposeSplit({ ...given, request: { ...given.request, quantity: 100 } });
    expect(suppliers.map((one) => one.ranked.offer.ownerId)).toEqual(['own-b', 'own-c', 'own-d', 'own-e', 'own-f']);
    expect(suppliers[0]?.valueRupiah).toBe(20 * 18_001);
    expect(suppliers[0]?.sentence).toContain('Mendapat 20 dari 100 (1 dari 5 bagian)');
  });

  test('gives nobody less than its minimum nor more than it has, and leaves out nobody who could take a share', () => {
    const shop = fc.record({
      minUnits: fc.constantFrom(1, 5, 20, 45, 60),
      capacityUnits: fc.integer({ min: 1, max: 90 }),
    });
    fc.assert(
      fc.property(
        fc.array(shop, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 1, max: 200 }),
        fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
        (shops, quantity, lots) => {
          const given = input(shops.map((terms, at) => offer(String(at), terms)));
          const request = { ...given.request, quantity };
          const least = Math.ceil(quantity / Math.min(given.policy.maxSuppliers, quantity));
          // Who can deliver the smallest share, and takes so few, may be asked for it.
          const able = shops.filter(
            ({ minUnits, capacityUnits }) =>
              capacityUnits >= Math.max(least, Math.min(minUnits, quantity)) && quantity >= minUnits,
          );
          try {
            const { ordered, suppliers } = proposeSplit({ ...given, request }, lots);
            expect(ordered.above).toHaveLength(able.length);
            for (const { ranked, units } of suppliers) {
              expect(units).toBeGreaterThanOrEqual(ranked.offer.minUnits ?? 1);
              expect(units).toBeLessThanOrEqual(ranked.offer.capacityUnits);
            }
            expect(suppliers.reduce((sum, { units }) => sum + units, 0)).toBe(quantity);
          } catch (error) {
            if (!(error instanceof SplitNotPossible)) throw error;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('gives nothing more to who was given some since the figures of its list, while others have less', () => {
    const offers = ['a', 'b', 'c'].map((id) => offer(id));
    const owners = new Map(['a', 'b', 'c'].map((id, at) => [`own-${id}`, { recentSalesRupiah: at, exposure: 0 }]));
    const given = input(offers, { ledger: { version: 'v', owners } });
    const wanted = { ...given, request: { ...given.request, quantity: 4 } };
    const sold = new Map<string, number>();
    const takers = [1, 2, 3].map(() => {
      const [{ ranked, valueRupiah } = { ranked: undefined, valueRupiah: 0 }] = proposeSplit(wanted, 1, sold).suppliers;
      const ownerId = ranked?.offer.ownerId ?? '';
      sold.set(ownerId, (sold.get(ownerId) ?? 0) + valueRupiah);
      return ownerId;
    });
    expect(takers).toEqual(['own-a', 'own-b', 'own-c']);
  });

  test('speaks of no parts to who gets all of it', () => {
    const given = input([offer('a')], { ledger: { version: 'v', owners: new Map() } });
    const { suppliers } = proposeSplit({ ...given, request: { ...given.request, quantity: 4 } });
    expect(suppliers.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^Mendapat semua 4 karena .* di antara yang mampu\.$/),
    ]);
  });
});
