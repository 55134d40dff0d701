import { describe, expect, test } from 'vitest';
import type { Known } from '../../../shared/domain/spending/office-rows.ts';
import { spentBy } from '../../../shared/domain/spending/office-year.ts';
import type { Procurement } from '../../../shared/domain/spending/procurement.ts';
import { type Scale, scaleIn, withScale } from '../../../shared/domain/spending/scale.ts';
import type { ShopYear } from '../../../shared/domain/spending/shop-year.ts';
import { smallBusinessShareOn } from '../../../shared/rules/small-business-share.ts';

const row = (shop: string, rupiah: number, but: Partial<ShopYear> = {}): ShopYear => ({
  agencyId: 'agc_1',
  cityCode: '35.73',
  year: '2026',
  merchantId: shop,
  merchantName: shop,
  ownerId: `own ${shop}`,
  orders: 1,
  orderedRupiah: String(rupiah),
  deliveredRupiah: String(rupiah),
  paidRupiah: '0',
  paidAfterDays: {},
  version: 1,
  ...but,
});
const scales: Record<string, Scale> = { mikro: 'micro', kecil: 'small', koperasi: 'cooperative', menengah: 'medium' };
const known: Known = {
  scaleOf: (shop) => scales[shop] ?? null,
  ownerOf: ({ ownerId }) => ownerId,
  counts: smallBusinessShareOn('2026-12-31')?.counts ?? [],
};
const procurement = (procurementRupiah: number, plannedSmallRupiah: number | null = null): Procurement => ({
  agencyId: 'agc_1',
  cityCode: '35.73',
  year: '2026',
  procurementRupiah,
  plannedSmallRupiah,
  source: 'SIRUP',
  version: 1,
});

describe('the share at small businesses', () => {
  test('counts micro, small and cooperatives; neither medium ones nor those of whom nobody said it', () => {
    const rows = [row('mikro', 100), row('kecil', 200), row('koperasi', 50), row('menengah', 400), row('baru', 250)];
    const { delivered, procurementRupiah } = spentBy([{ rows, procurement: procurement(2000) }], known);
    expect(delivered).toEqual({
      smallRupiah: '350',
      mediumRupiah: '400',
      unstatedRupiah: '250',
      totalRupiah: '1000',
      ofMarket: 0.35,
      ofProcurement: 0.175,
    });
    expect(procurementRupiah).toBe('2000');
  });

  test('is planned as the city said, else as the plan’s lines are marked, of those budgets that are known', () => {
    const stated = { rows: [], procurement: procurement(1000, 400), markedSmallRupiah: '900' };
    const marked = { rows: [], procurement: procurement(1000), markedSmallRupiah: '200' };
    const loose = { rows: [], procurement: undefined, markedSmallRupiah: '5000' };
    const none = { rows: [], procurement: procurement(1000), markedSmallRupiah: null };
    const planned = (...offices: Parameters<typeof spentBy>[0]) => {
      const { plannedSmallRupiah, plannedShare, plannedByMarks } = spentBy(offices, known);
      return [plannedSmallRupiah, plannedShare, plannedByMarks];
    };
    expect(planned(stated)).toEqual(['400', 0.4, 0]);
    expect(planned(marked)).toEqual(['200', 0.2, 1]);
    expect(planned(loose)).toEqual(['5000', null, 1]);
    expect(planned(none)).toEqual([null, null, 0]);
    expect(planned(stated, marked, loose, none)).toEqual(['5600', 0.3, 2]);
  });

  test('is of the official budget only where it is known, and of those offices alone', () => {
    const one = { rows: [row('mikro', 300)], procurement: procurement(1000, 400) };
    const other = { rows: [row('mikro', 900)], procurement: undefined };
    expect(spentBy([other], known).ordered).toMatchObject({ ofProcurement: null, ofMarket: 1 });
    const both = spentBy([one, other], known);
    expect(both.ordered).toMatchObject({ smallRupiah: '1200', ofProcurement: 0.3 });
    expect(both).toMatchObject({ procurementRupiah: '1000', plannedSmallRupiah: '400', plannedShare: 0.4 });
  });

  test('keeps ordered, delivered and paid apart', () => {
    const rows = [row('mikro', 0, { orderedRupiah: '500', deliveredRupiah: '300', paidRupiah: '100' })];
    const { ordered, delivered, paid } = spentBy([{ rows, procurement: procurement(1000) }], known);
    expect([ordered, delivered, paid].map(({ ofProcurement }) => ofProcurement)).toEqual([0.5, 0.3, 0.1]);
  });

  test('is nothing, not zero, where nothing was bought', () => {
    const empty = spentBy([{ rows: [], procurement: undefined }], known);
    expect(empty.delivered).toMatchObject({ totalRupiah: '0', ofMarket: null, ofProcurement: null });
    expect(empty).toMatchObject({ owners: 0, equivalentOwners: null, largestShare: null, medianDays: null });
  });
});

describe('an office’s owners', () => {
  test('are joined over their shops before anything is measured', () => {
    const rows = [row('a', 100, { ownerId: 'own sri' }), row('b', 100, { ownerId: 'own sri' }), row('c', 200)];
    expect(spentBy([{ rows, procurement: undefined }], known)).toMatchObject({
      owners: 2,
      equivalentOwners: 2,
      largestShare: 0.5,
    });
  });

  test('are as many as told when all got the same, and fewer the more one got', () => {
    const even = ['a', 'b', 'c', 'd'].map((shop) => row(shop, 100));
    expect(spentBy([{ rows: even, procurement: undefined }], known).equivalentOwners).toBe(4);
    const uneven = [row('a', 300), row('b', 100)];
    expect(spentBy([{ rows: uneven, procurement: undefined }], known).equivalentOwners).toBe(1.6);
  });
});

describe('the days to payment', () => {
  test('are the lower middle and the longest of the paid orders', () => {
    const rows = [row('a', 1, { paidAfterDays: { 2: 1, 10: 1 } }), row('b', 1, { paidAfterDays: { 3: 2, 40: 1 } })];
    expect(spentBy([{ rows, procurement: undefined }], known)).toMatchObject({
      paidOrders: 5,
      medianDays: 3,
      longestDays: 40,
    });
  });
});

describe('how large a shop is', () => {
  const by = { at: '2026-01-02T00:00:00.000Z', by: 'admin' };
  test('is what was stated for the year, or the latest before it; years before keep theirs', () => {
    const shop = { merchantId: 'mrc_1', cityCode: '35.73' };
    const first = withScale(undefined, shop, { scale: 'micro', fromYear: '2025', basis: 'NIB', ...by });
    const grown = withScale(first, shop, { scale: 'medium', fromYear: '2027', basis: 'NIB', ...by });
    expect(['2024', '2025', '2026', '2027'].map((year) => scaleIn(grown, year))).toEqual([
      null,
      'micro',
      'micro',
      'medium',
    ]);
  });
});

describe('the rule', () => {
  test('is the one in force on a day, and none before there was one', () => {
    expect(smallBusinessShareOn('2020-12-31')).toBeUndefined();
    expect(smallBusinessShareOn('2024-06-01')).toMatchObject({ percent: 40, confirmed: true });
    expect(smallBusinessShareOn('2026-12-31')).toMatchObject({ percent: 40, confirmed: false });
  });
});
