import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../market.ts';
import { CITY, stallsOf } from './stalls.ts';

const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });
const shop = fc.record({
  priceRupiah: fc.integer({ min: 17_000, max: 20_000 }),
  minQuantity: fc.constantFrom(1, 5, 20, 45, 60),
  amount: fc.integer({ min: 1, max: 90 }),
  leadDays: fc.nat(2),
  closedDays: fc.subarray([3, 5]),
  deliversTo: fc.constantFrom(undefined, '35.73.02', '35.73.03'),
  daily: fc.boolean(),
  pausedUntil: fc.constantFrom(null, null, '2026-11-12', '2026-11-20'),
  own: seldom,
});
const wish = fc.record({
  quantity: fc.integer({ min: 1, max: 200 }),
  lots: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  days: fc.integer({ min: 1, max: 4 }),
  like: fc.boolean(),
});

describe('a proposed split', () => {
  test('can be placed as it is, whatever its suppliers’ minimum, capacity, days, area, leave and owner, and whatever it is like', {}, async () => {
    let placed = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(shop, { minLength: 4, maxLength: 7 }),
        fc.array(wish, { minLength: 3, maxLength: 3 }),
        async (shops, wishes) => {
          const { town, opens } = await stallsOf([]);
          const office = await town.seatsOffice(CITY);
          await town.budgets(office, 1_000_000_000);
          const products = new Map<string, Awaited<ReturnType<typeof town.offers>>>();
          for (const { daily, deliversTo, pausedUntil, own, ...terms } of shops) {
            const supply = daily ? ('capacity' as const) : ('stock' as const);
            const seller = await opens({}, own ? office.buyer : undefined);
            const product = await town.offers(seller, {
              ...terms,
              supply,
              ...(deliversTo ? { deliversTo: [deliversTo] } : {}),
            });
            products.set(product.productId, product);
            if (pausedUntil)
              await town.as(seller.owner)('PATCH /merchants/{merchantId}', {
                params: { merchantId: seller.merchantId },
                body: { pausedUntil },
              });
          }
          for (const { days, lots, quantity, like } of wishes) {
            const deliverOn = `2026-11-${10 + days}`;
            const body = {
              agencyId: office.agencyId,
              category: 'meeting-food',
              quantity,
              district: '35.73.02',
              deliverOn,
              ...(like ? { similarTo: [...products.keys()][0] } : {}),
            };
            const proposal = await town
              .as(office.buyer)('POST /cities/{city}/allocations', {
                params: { city: CITY },
                body: { ...body, ...(lots === undefined ? {} : { lots }) } as never,
              })
              .catch((error) => {
                if (error instanceof Refusal && ['split_not_possible', 'product_not_found'].includes(error.code))
                  return undefined;
                throw error;
              });
            if (!proposal) continue;
            expect(proposal.suppliers.reduce((sum, { units }) => sum + units, 0)).toBe(quantity);
            const cart = town.cart(
              proposal.suppliers.map(({ productId, units }) => ({
                product: products.get(productId)!,
                quantity: units,
              })),
              { agency: { ...town.purposeOf(office), eventDate: deliverOn }, deliverOn },
            );
            const orders = await town.places(office.buyer, { ...cart, allocationId: proposal.allocationId });
            expect(orders).toHaveLength(proposal.suppliers.length);
            placed += 1;
          }
        },
      ),
      { numRuns: 4, seed: 20_261_126, endOnFailure: true },
    );
    expect(placed).toBeGreaterThan(0);
  });
});
