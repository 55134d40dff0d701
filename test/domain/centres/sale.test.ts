import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CentreSale, publicSales } from '../../../shared/domain/centres/sale.ts';

const sale = (owner: number, byCategory: CentreSale['byCategory'], order = owner): CentreSale => ({
  cityCode: '35.73',
  slug: 'alun-alun',
  month: '2026-11',
  orderId: `ord_${order}`,
  merchantId: `mrc_${owner}`,
  merchantName: `Toko ${owner}`,
  ownerId: `own_${owner}`,
  byCategory,
});
const many = (owners: number, rupiah: (at: number) => number = () => 50_000) =>
  Array.from({ length: owners }, (_, at) => sale(at, { batik: rupiah(at) }));

describe('what anybody may know of a month at a centre', () => {
  test.each([
    [0, { owners: 0, categories: [] }],
    [1, { owners: null, categories: [] }],
    [9, { owners: null, categories: [] }],
    [10, { owners: 10, categories: [{ category: 'batik', owners: 10 }] }],
    [19, { owners: 10, categories: [{ category: 'batik', owners: 10 }] }],
    [37, { owners: 30, categories: [{ category: 'batik', owners: 30 }] }],
  ])('of %i owners is their number in tens', (owners, told) => {
    expect(publicSales(many(owners))).toEqual(told);
  });

  test('counts an owner once, and names goods of ten owners only', () => {
    const twice = [...many(12), ...many(12).map((one) => ({ ...one, orderId: 'ord_other' })), sale(40, { crafts: 1 })];
    expect(publicSales(twice)).toEqual({ owners: 10, categories: [{ category: 'batik', owners: 10 }] });
  });

  test('is the same whatever was sold: nothing can be taken from what the city sold', () => {
    // Eleven sell at the centre alone and one elsewhere: what the category sold less what the centre did was that one shop.
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_000_000 }), { minLength: 1, maxLength: 40 }), (sold) => {
        expect(publicSales(many(sold.length, (at) => sold[at] ?? 1))).toEqual(publicSales(many(sold.length)));
      }),
    );
  });
});
