import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { later } from '../../../shared/domain/basics/month.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { ledgerFrom } from '../../../shared/domain/ranking/ledger/ledger-version.ts';
import { makeLedger } from '../../../shared/domain/ranking/ledger/make-ledger.ts';
import { confirmedFrom, oldShareIn, unvisitedOf } from '../../../shared/domain/ranking/ledger/unvisited.ts';
import {
  soldBy,
  stepOf,
  UNVISITED_RUPIAH,
  WAITING_STEP,
  waitsForVisit,
} from '../../../shared/domain/ranking/ledger/unvisited-sales.ts';
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
    const visited = { met: new Set(['d']), tried: new Set<string>() };
    expect([...unvisitedOf(owners, visited, { from, oldShare: 0 })]).toEqual(['not met']);
    expect(unvisitedOf(owners, { met: new Set(), tried: new Set() }, null).size).toBe(0);
  });

  test('is one of those who were there when its turn came: never more than a tenth while the city does not come', () => {
    const owners = Array.from({ length: 40 }, (_, at) => ({ ownerId: `own_${at}`, shopIds: [`mrc_${at}`] }));
    const from = '2027-11-30T17:00:00.000Z';
    const nobody = new Set<string>();
    const waiting = (met: ReadonlySet<string>, tried: ReadonlySet<string>, oldShare: number) => [
      ...unvisitedOf(owners, { met, tried }, { from, oldShare }),
    ];
    expect(waiting(nobody, nobody, 0)).toEqual([]);
    const first = waiting(nobody, nobody, 0.05);
    expect(first).toHaveLength(2);
    // The rest of the year: nobody comes, and no more than four are asked.
    const asked = waiting(nobody, nobody, 1);
    expect(asked).toHaveLength(4);
    expect(asked).toEqual(expect.arrayContaining(first));
    const shops = (of: readonly string[]) => new Set(of.map((ownerId) => ownerId.replace('own', 'mrc')));
    // Who was met takes turns, and others are asked; who was not at home waits, and keeps nobody from being asked.
    const then = waiting(shops(asked.slice(0, 2)), shops(asked.slice(2)), 1);
    expect(then).toHaveLength(6);
    expect(then).toEqual(expect.arrayContaining(asked.slice(2)));
    expect(then).not.toContain(asked[0]);
    // Shops that are closed keep nobody from being asked, and wait where they are once they open again.
    const closed = owners.map((owner) => ({ ...owner, dormant: asked.includes(owner.ownerId) }));
    const open = unvisitedOf(closed, { met: nobody, tried: nobody }, { from, oldShare: 1 });
    expect(open.size).toBe(8);
    for (const ownerId of asked) expect(open.has(ownerId)).toBe(true);
    const met = waiting(shops(owners.map(({ ownerId }) => ownerId)), nobody, 1);
    expect(met).toEqual([]);
  });

  test('does not put its turn off by opening shops until it is called otherwise', () => {
    const from = '2027-11-30T17:00:00.000Z';
    const nobody = { met: new Set<string>(), tried: new Set<string>() };
    const others = Array.from({ length: 40 }, (_, at) => ({ ownerId: `own_${at}`, shopIds: [`mrc_${at}`] }));
    const waits = (owner: (typeof others)[number], oldShare: number) =>
      unvisitedOf([owner, ...others], nobody, { from, oldShare }).has(owner.ownerId);
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 100, max: 999 }), (first, second) => {
        const one = { ownerId: `own_${first}`, shopIds: [`mrc_${first}`] };
        const two = { ownerId: `own_${second}`, shopIds: [`mrc_${second}`, `mrc_${first}`] };
        for (const oldShare of [0.05, 0.1]) if (waits(one, oldShare)) expect(waits(two, oldShare)).toBe(true);
      }),
    );
  });

  test('never waits once it was met in any of its shops, always as an unmet newcomer, and by its turn within the tenth', () => {
    const from = '2027-11-30T17:00:00.000Z';
    const anyOwner = fc.record({
      shops: fc.integer({ min: 1, max: 3 }),
      newcomer: fc.boolean(),
      dormant: fc.boolean(),
      seen: fc.array(fc.constantFrom('met', 'tried', 'no'), { minLength: 3, maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(anyOwner, { maxLength: 40 }), fc.integer({ min: 0, max: 24 }), (drawn, months) => {
        const [met, tried] = [new Set<string>(), new Set<string>()];
        const owners = drawn.map(({ shops, newcomer, dormant, seen }, at) => {
          const shopIds = Array.from({ length: shops }, (_, shop) => `mrc_${at}_${shop}`);
          for (const [shop, how] of seen.slice(0, shops).entries())
            if (how !== 'no') (how === 'met' ? met : tried).add(`mrc_${at}_${shop}`);
          return {
            ownerId: `own_${at}`,
            shopIds,
            dormant,
            enteredAt: newcomer ? '2028-02-01T00:00:00.000Z' : undefined,
          };
        });
        const asked = { from, oldShare: months / 24 };
        const waiting = unvisitedOf(owners, { met, tried }, asked);
        expect(unvisitedOf(owners.toReversed(), { met, tried }, asked)).toEqual(waiting);
        const isMet = ({ shopIds }: (typeof owners)[number]) => shopIds.some((shop) => met.has(shop));
        const old = owners.filter(({ enteredAt }) => enteredAt === undefined);
        for (const owner of owners) {
          if (isMet(owner)) expect(waiting.has(owner.ownerId)).toBe(false);
          else if (owner.enteredAt !== undefined) expect(waiting.has(owner.ownerId)).toBe(true);
        }
        const toGo = old.filter(
          ({ ownerId, dormant, shopIds }) =>
            waiting.has(ownerId) && !dormant && !shopIds.some((shop) => tried.has(shop)),
        );
        expect(toGo.length).toBeLessThanOrEqual(Math.ceil(old.length / 10));
      }),
    );
  });

  test('takes the turns of those who were there over so many months, from when newcomers are asked', () => {
    const share = (month: string, policies = [rule]) => oldShareIn(policies, month, 'Asia/Jakarta');
    expect([share('2027-11'), share('2027-12'), share('2028-11'), share('2029-11'), share('2032-01')]).toEqual([
      0,
      1 / 24,
      12 / 24,
      1,
      1,
    ]);
    expect(share('2032-01', [{ ...rule, confirmOldMonths: 0 }])).toBe(0);
    // Asked for later, it begins then: nobody's turn is past all at once.
    const later = { ...rule, version: 2, effectiveFrom: '2031-01' };
    expect(share('2031-02', [{ ...rule, confirmOldMonths: 0 }, later])).toBe(2 / 24);
  });

  test('counts its steps apart, after everybody else’s, whatever the usual order is', () => {
    for (const [ruleVersion, steps] of [
      [3, 2],
      [4, 3],
    ] as const) {
      const step = (recentSalesRupiah: number, unitRupiah: number) =>
        stepOf({ recentSalesRupiah }, unitRupiah, ruleVersion);
      expect(step(UNVISITED_RUPIAH + 250_000, 100_000)).toBe(WAITING_STEP + steps);
      expect(step(250_000, 100_000)).toBe(steps);
      expect(step(UNVISITED_RUPIAH - 1, 1000)).toBeLessThan(step(UNVISITED_RUPIAH, 1_000_000_000));
    }
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
    expect(sentence).toBe('Urutan 9 dari 9: usaha yang belum didatangi petugas kota, sesudah usaha lain.');
  });
});
