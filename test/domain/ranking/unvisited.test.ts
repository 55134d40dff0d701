import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { later } from '../../../shared/domain/basics/month.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { ledgerFrom, makeLedger } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { confirmedFrom, unvisitedOf } from '../../../shared/domain/ranking/ledger/unvisited.ts';
import { soldBy, UNVISITED_RUPIAH, waitsForVisit } from '../../../shared/domain/ranking/ledger/unvisited-sales.ts';
import { standardPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { sentenceAbove } from '../../../shared/domain/ranking/rule/sentence.ts';

const now = '2028-03-22T01:30:00.000Z';
const daysAgo = (days: number) => later(now, -days * 86_400_000);
const rule = standardPolicy('35.73', '2026-12');

const sale = (shop: string, days: number, valueRupiah = 100_000, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  orderId: `ord_${shop}_${days}_${valueRupiah}`,
  merchantId: `mrc_${shop}` as LedgerEntry['merchantId'],
  ownerId: `own_${shop}`,
  cityCode: '35.73',
  category: 'culinary',
  valueRupiah,
  units: 5,
  district: '35.73.02',
  state: 'accepted',
  unanswered: false,
  at: daysAgo(days),
  orderVersion: 1,
  ...more,
});
const ledgerOf = (known: readonly LedgerEntry[], unvisited: readonly string[], policy = rule) =>
  ledgerFrom(
    'v',
    Object.assign(
      makeLedger({
        city: '35.73',
        entries: known.filter(({ at }) => at > daysAgo(policy.windowDays)),
        known,
        exposures: new Map(),
        ownerOf: new Map(known.map(({ merchantId, ownerId }) => [merchantId as string, ownerId])),
        unvisited: new Set(unvisited),
        enteredAt: new Map(unvisited.map((ownerId) => [ownerId, daysAgo(30)])),
        policy,
        at: now,
      }),
      { salt: '' },
    ),
  ).owners;
const salesOf =
  (...given: Parameters<typeof ledgerOf>) =>
  (owner: string) =>
    ledgerOf(...given).get(`own_${owner}`)?.recentSalesRupiah ?? 0;

describe('an owner that is to be visited first', () => {
  test('is one that entered since the rule asks, of whose shops nobody was met in one; never one that was there', () => {
    const owners = [
      { ownerId: 'there', shopIds: ['a'], enteredAt: '2027-11-30T10:00:00.000Z' },
      { ownerId: 'older than the record', shopIds: ['b'] },
      { ownerId: 'met', shopIds: ['c', 'd'], enteredAt: '2028-01-05T10:00:00.000Z' },
      { ownerId: 'not met', shopIds: ['e'], enteredAt: '2028-01-05T10:00:00.000Z' },
    ];
    const from = '2027-11-30T17:00:00.000Z';
    expect([...unvisitedOf(owners, new Set(['d']), from)]).toEqual(['not met']);
    expect(unvisitedOf(owners, new Set(), null).size).toBe(0);
  });

  test('is asked for so many months after the first policy that asks for it without a break', () => {
    const policies = (
      [
        ['2026-01', 0],
        ['2026-04', 2],
        ['2026-06', 0],
        ['2026-08', 3],
        ['2026-12', 3],
        ['2027-09', 0],
      ] as const
    ).map(([effectiveFrom, confirmAfterMonths], at) => ({
      ...rule,
      version: at + 1,
      effectiveFrom,
      confirmAfterMonths,
    }));
    const from = (month: string) => confirmedFrom(policies, month, 'Asia/Jakarta');
    expect(from('2026-03')).toBeNull();
    expect(from('2026-05')).toBe('2026-05-31T17:00:00.000Z');
    expect(from('2026-07')).toBeNull();
    expect([from('2026-08'), from('2027-02')]).toEqual(Array(2).fill('2026-10-31T17:00:00.000Z'));
    expect(confirmedFrom([rule], '2028-03', 'Asia/Jakarta')).toBe('2027-11-30T17:00:00.000Z');
    expect(confirmedFrom([standardPolicy('35.73', '2026-11')], '2028-03', 'Asia/Jakarta')).toBeNull();
  });

  test('stands first for one order, and behind everybody else once it has sold, however long ago', () => {
    const others = [sale('old', 20, 90_000_000)];
    expect(salesOf(others, ['own_new'])('new')).toBe(0);
    for (const days of [1, 60, 200]) {
      const sales = salesOf([...others, sale('new', days)], ['own_new']);
      expect(waitsForVisit(sales('new'))).toBe(true);
      expect(soldBy(sales('new'))).toBe(days === 1 ? 100_000 : 0);
    }
  });

  test('loses the promise by calling the order off itself, and by nothing that its buyer does or it refuses', () => {
    const first = (more: Partial<LedgerEntry>) =>
      waitsForVisit(salesOf([sale('new', 1, 100_000, more)], ['own_new'])('new'));
    expect(first({ state: 'cancelled', cancelledAt: daysAgo(1), cancelledBy: 'merchant' })).toBe(true);
    expect(first({ state: 'cancelled', cancelledAt: daysAgo(1), cancelledBy: 'buyer' })).toBe(false);
    expect(first({ state: 'refused', valueRupiah: 90_000 })).toBe(false);
    expect(first({ deliverOn: '2028-04-20' })).toBe(false);
  });

  test('counts like any other from the visit on', () => {
    expect(salesOf([sale('new', 40)], [])('new')).toBe(100_000);
  });

  test('moves nobody else, and stands behind whoever was visited, whatever both sold', () => {
    const anySales = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 0, max: 300 }), fc.nat(1_000_000_000)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(anySales, (sold) => {
        const known = sold.map(([shop, days, value], at) =>
          sale(`s${shop}`, days, value + 1, { orderId: `ord_${at}` }),
        );
        const waiting = ['own_s0', 'own_s1'];
        const [with_, without] = [ledgerOf(known, waiting), ledgerOf(known, [])];
        for (const other of ['own_s2', 'own_s3']) {
          const visited = with_.get(other)?.recentSalesRupiah ?? 0;
          expect(visited).toBe(without.get(other)?.recentSalesRupiah ?? 0);
          for (const owner of waiting) {
            const waits = known.some(({ ownerId }) => ownerId === owner);
            const sales = with_.get(owner)?.recentSalesRupiah ?? 0;
            expect(waitsForVisit(sales)).toBe(waits);
            if (waits) expect(sales).toBeGreaterThan(visited);
          }
        }
      }),
    );
  });

  test('is told so in the list, not as if it had sold as much', () => {
    const turn = { decidedBy: 'recent_sales_step', rank: 9, step: 10_000_000, offer: {} } as never;
    const sentence = sentenceAbove(Object.assign({}, turn, { recentSalesRupiah: UNVISITED_RUPIAH + 100_000 }), {
      passing: 9,
      windowDays: 90,
    });
    expect(sentence).toBe('Urutan 9 dari 9: usaha baru yang belum didatangi petugas kota, sesudah usaha lain.');
  });
});
