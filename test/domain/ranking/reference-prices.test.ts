import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import {
  type Reference,
  type ReferencePrices,
  referenceFrom,
} from '../../../shared/domain/ranking/ledger/reference-prices.ts';
import { referencesIn } from '../../../shared/domain/ranking/ledger/references-in.ts';

const found = (prices: readonly (readonly number[])[], last?: Reference, month = '2026-11', risePerMille = 5) =>
  referenceFrom(prices, last, { month, risePerMille });
const at = (medianRupiah: number, month = '2026-10'): Reference => ({
  medianRupiah,
  owners: 9,
  month,
  peakRupiah: medianRupiah,
  peakMonth: month,
});

describe('a reference price', () => {
  const seven = [10_000, 10_500, 10_800, 11_000, 11_500, 12_000, 12_500].map((price) => [price]);

  test('is the median of what owners were paid, each counted once, whatever one of them sold', () => {
    expect(found(seven)).toMatchObject({ medianRupiah: 11_000, owners: 7 });
    const busy = Array.from({ length: 50 }, () => 30_000);
    expect(found([busy, ...seven.slice(1)])).toMatchObject({ medianRupiah: 11_500, owners: 7 });
  });

  test('is begun and brought down by no three owners, however few others were paid', () => {
    const straws = [[1], [1], [1]];
    for (const honest of [[], [[10_000]], [[10_000], [10_000]], [[10_000], [10_000], [10_000]]]) {
      const paid = [...straws, ...honest];
      expect(found(paid)).toBeUndefined();
      expect(found(paid, at(10_000))?.medianRupiah).toBe(9_951);
      expect(found(paid, at(10_000, '2026-09'))?.medianRupiah).toBe(9_901);
    }
    const enough = [...straws, [10_000], [10_000], [10_000], [10_000]];
    for (const last of [undefined, at(10_000)]) expect(found(enough, last)?.medianRupiah).toBe(10_000);
  });

  test('of fewer than three owners is none, or what it was within the year', () => {
    expect(found([[10_000], [12_000]])).toBeUndefined();
    expect(found([[10_000], [], [12_000]], at(9_000))).toEqual(at(9_000));
    expect(found([[10_000]], at(9_000, '2025-10'))).toBeUndefined();
  });

  test('rises by the index at most, falls at once, and returns to what it was within the year', () => {
    const all = (price: number) => Array.from({ length: 7 }, () => [price]);
    expect(found(all(15_000), at(10_000))?.medianRupiah).toBe(10_050);
    expect(found(all(15_000), at(10_000, '2026-09'))?.medianRupiah).toBe(10_100);
    const fell = found(all(8_000), at(10_000));
    expect(fell?.medianRupiah).toBe(8_000);
    expect(found(all(9_900), fell, '2026-12')?.medianRupiah).toBe(9_900);
    expect(found(all(15_000), fell, '2026-12')?.medianRupiah).toBe(10_000);
    expect(found(all(15_000), fell, '2027-11')?.medianRupiah).toBe(10_000);
  });

  test('rises over years no faster than the index, however owners raise what they are paid', () => {
    const paid = fc.array(fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 3, maxLength: 9 }), {
      minLength: 24,
      maxLength: 36,
    });
    fc.assert(
      fc.property(paid, fc.integer({ min: 1000, max: 50_000 }), (months, start) => {
        let last: Reference | undefined = at(start, '2026-01');
        for (const [index, prices] of months.entries()) {
          const month = addMonths('2026-02', index);
          last = found(
            prices.map((price) => [price]),
            last,
            month,
          );
          expect(last?.medianRupiah).toBeLessThanOrEqual(start * 1.005 ** (index + 1) + 1e-6);
        }
      }),
    );
  });
});

describe('the references of a month', () => {
  const entry = (owner: string, price: number, day: string, state: LedgerEntry['state'] = 'accepted'): LedgerEntry => ({
    orderId: `ord_${owner}_${day}_${price}`,
    merchantId: `mrc_${owner}` as LedgerEntry['merchantId'],
    ownerId: `own_${owner}`,
    cityCode: '35.73',
    category: 'culinary',
    valueRupiah: price,
    units: 1,
    lines: [['culinary kotak/nasi', 1, price, 0]],
    district: '35.73.02',
    state,
    unanswered: false,
    at: `${day}T03:00:00.000Z`,
    ...(state === 'accepted' ? { receivedAt: `${day}T03:00:00.000Z` } : {}),
    buyer: `buyer of ${owner}`,
    orderVersion: 1,
  });
  const sold = [9_000, 10_000, 10_500, 11_000, 11_500, 12_000, 13_000].map((price, index) =>
    entry('abcpqrs'[index] as string, price, `2026-10-0${index + 1}`),
  );
  const startsAt = '2026-10-31T17:00:00.000Z';
  const references = (entries: readonly LedgerEntry[], before: ReferencePrices | null = null) =>
    referencesIn(before, { entries, ownerOf: new Map(), month: '2026-11', startsAt, risePerMille: 5 });

  test('are found from what was paid before it, not from what was refused, cancelled, or paid in it', () => {
    const more = [
      entry('d', 1, '2026-11-02'),
      entry('e', 1, '2026-10-05', 'refused'),
      entry('f', 1, '2026-10-05', 'cancelled'),
      entry('g', 1, '2026-07-01'),
    ];
    const { goods } = references([...sold, ...more]);
    expect(goods['culinary kotak/nasi']).toMatchObject({ medianRupiah: 11_000, owners: 7, month: '2026-11' });
  });

  test('are of what was received before it and by three buyers, not of what was promised', () => {
    const kind = 'culinary kotak/nasi';
    const promised = sold.map(({ receivedAt: _, ...one }) => one);
    expect(references(promised).goods).toEqual({});
    expect(references(sold.map((one) => ({ ...one, receivedAt: startsAt }))).goods).toEqual({});
    const late = sold.map((one) => ({ ...one, at: '2026-07-01T03:00:00.000Z' }));
    expect(references(late).goods[kind]?.medianRupiah).toBe(11_000);
    const friends = sold.map((one, index) => ({ ...one, buyer: `friend ${index % 2}` }));
    expect(references(friends).goods).toEqual({});
  });

  test('are frozen until it ends, and count shops of one owner once', () => {
    const first = references(sold);
    expect(references([...sold, entry('h', 90_000, '2026-10-30')], first)).toBe(first);
    const joined = new Map([
      ['mrc_a', 'own_one'],
      ['mrc_b', 'own_one'],
    ]);
    const facts = { entries: sold, ownerOf: joined, month: '2026-11', startsAt, risePerMille: 5 };
    expect(referencesIn(null, facts).goods).toEqual({});
  });
});
