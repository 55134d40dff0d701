import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { unitsOf } from '../../../shared/domain/ranking/ledger/units.ts';
import { policy } from './offers.ts';

type Orders = readonly [count: number, rupiah: number];
/** So many accepted orders of each owner, all of an owner of one value. */
const ordersOf = (owners: readonly Orders[]): LedgerEntry[] =>
  owners.flatMap(([count, valueRupiah], owner) =>
    Array.from({ length: count }, (_, at) => ({
      orderId: `ord-${owner}-${at}`,
      cityCode: '35.73',
      merchantId: `mrc_${owner}` as LedgerEntry['merchantId'],
      ownerId: `own-${owner}`,
      category: 'culinary' as const,
      units: 1,
      district: '35.73.02',
      unanswered: false,
      valueRupiah,
      state: 'accepted' as const,
      at: '2026-11-01T00:00:00.000Z',
      orderVersion: 1,
    })),
  );
const unit = (...owners: readonly Orders[]) => unitsOf(ordersOf(owners), policy)['culinary'];

describe('the usual order of a category', () => {
  test('is the middle one, to two digits', () => {
    expect(unit([4, 101_000], [4, 123_456], [4, 180_000])).toBe(120_000);
  });

  test('is not told of few orders, nor of fewer than three owners', () => {
    expect(unit([3, 100_000], [3, 100_000], [3, 100_000])).toBeUndefined();
    expect(unit([10, 100_000], [10, 100_000])).toBeUndefined();
  });

  test('is not told where one owner has half of the orders: it would be that one’s', () => {
    expect(unit([10, 123_456], [5, 50_000], [5, 200_000])).toBeUndefined();
    expect(unit([9, 123_456], [5, 50_000], [5, 200_000])).toBe(120_000);
  });
});
