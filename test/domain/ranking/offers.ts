import fc from 'fast-check';
import { standardPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import type { RankingInput } from '../../../shared/domain/ranking/rule/ranking.ts';
import type { Offer } from '../../../shared/domain/ranking/rule/request.ts';

export const policy = standardPolicy('35.73');

/** A fair offer of a verified, open shop. */
export const offer = (id: string, more: Partial<Offer> = {}): Offer => ({
  offerId: `off-${id}`,
  shopId: `shop-${id}`,
  ownerId: `own-${id}`,
  verified: true,
  open: true,
  deliversTo: ['35.73'],
  capacityUnits: 100,
  priceRupiah: 18_000,
  ratingSum: 0,
  ratingCount: 0,
  ...more,
});

export const input = (offers: readonly Offer[], more: Partial<RankingInput> = {}): RankingInput => ({
  request: { category: 'snack', quantity: 20, place: '35.73.02.1001' },
  offers,
  ledger: { version: 'v1', owners: new Map() },
  policy,
  unitRupiah: 100_000,
  dayKey: 'ab'.repeat(32),
  ...more,
});

/** A small market full of ties: few owners, few prices, all ways to fail. */
export const anyInput: fc.Arbitrary<RankingInput> = fc
  .record({
    rows: fc.array(
      fc.record({
        owner: fc.nat(6),
        verified: fc.nat(9).map((n) => n > 0),
        open: fc.nat(9).map((n) => n > 0),
        near: fc.nat(9).map((n) => n > 0),
        capacityUnits: fc.integer({ min: 0, max: 60 }),
        priceRupiah: fc.integer({ min: 80, max: 130 }),
        ceilingRupiah: fc.option(fc.integer({ min: 80, max: 130 }), { nil: undefined, freq: 2 }),
        ratingCount: fc.nat(12),
        stars: fc.integer({ min: 1, max: 5 }),
        like: fc.option(
          fc.record({
            medianRupiah: fc.integer({ min: 80, max: 130 }),
            owners: fc.integer({ min: 1, max: 9 }),
            source: fc.constantFrom('paid', 'like', 'province', 'past', 'few'),
          }),
          { nil: undefined, freq: 2 },
        ),
        tier: fc.option(fc.nat(1), { nil: undefined, freq: 3 }),
      }),
      { maxLength: 12 },
    ),
    owners: fc.array(fc.record({ recentSalesRupiah: fc.nat(500), exposure: fc.nat(3), offset: fc.nat(65_535) }), {
      minLength: 7,
      maxLength: 7,
    }),
    ruleVersion: fc.constantFrom(3, 4),
    quantity: fc.integer({ min: 1, max: 40 }),
    lots: fc.integer({ min: 1, max: 5 }),
    unitRupiah: fc.integer({ min: 1, max: 200 }),
    tolerancePercent: fc.nat(30),
  })
  .map(({ rows, owners, quantity, lots, unitRupiah, tolerancePercent, ruleVersion }) =>
    input(
      rows.map(({ owner, near, ratingCount, stars, ceilingRupiah, like, tier, ...row }, index) =>
        offer(String(index), {
          ...row,
          ...(ceilingRupiah === undefined ? {} : { ceilingRupiah }),
          ...(like === undefined ? {} : { like }),
          ...(tier === undefined ? {} : { tier }),
          ownerId: `own-${owner}`,
          deliversTo: [near ? '35.73.02' : '35.07'],
          ratingCount,
          ratingSum: ratingCount * stars,
        }),
      ),
      {
        request: { category: 'snack', quantity, place: '35.73.02.1001', lots },
        ledger: { version: 'v1', owners: new Map(owners.map((row, index) => [`own-${index}`, row])) },
        policy: { ...policy, tolerancePercent },
        unitRupiah,
        ruleVersion,
      },
    ),
  );
