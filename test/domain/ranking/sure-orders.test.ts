import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { later } from '../../../shared/domain/basics/month.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { makeLedger } from '../../../shared/domain/ranking/ledger/make-ledger.ts';
import { countsFrom, sureOrders } from '../../../shared/domain/ranking/ledger/sure-orders.ts';
import { policy } from './offers.ts';

const now = '2026-11-22T01:30:00.000Z';
const inDays = (days: number) => later(now, days * 86_400_000);
const rule = { ...policy, provenOwners: 3, silenceDays: 57, newcomerDays: 90, unitRupiah: 1_000_000 };
const unitOf = () => rule.unitRupiah;

/** An order accepted so many days ago for a day so many days from then. */
const order = (
  shop: string,
  buyer: string,
  ago: number,
  ahead: number,
  more: Partial<LedgerEntry> = {},
): LedgerEntry => ({
  orderId: `ord_${shop}_${buyer}_${ago}`,
  merchantId: `mrc_${shop}` as LedgerEntry['merchantId'],
  ownerId: `own_${shop}`,
  cityCode: '35.73',
  category: 'culinary',
  valueRupiah: 100_000,
  units: 5,
  district: '35.73.02',
  deliverOn: inDays(ahead - ago).slice(0, 10),
  state: 'accepted',
  unanswered: false,
  at: inDays(-ago),
  buyer,
  orderVersion: 1,
  ...more,
});
const calledOff = (one: LedgerEntry, ago: number): LedgerEntry => ({
  ...one,
  state: 'cancelled',
  cancelledBy: 'buyer',
  cancelledAt: inDays(-ago),
});

const ledgerOf = (entries: readonly LedgerEntry[], policyNow = rule, entered: Record<string, string> = {}) => {
  const ownerOf = new Map(entries.map(({ merchantId, ownerId }) => [merchantId as string, ownerId]));
  return makeLedger({
    city: '35.73',
    entries,
    exposures: new Map(),
    ownerOf,
    enteredAt: new Map(Object.entries(entered)),
    policy: policyNow,
    at: now,
  });
};
const salesOf = (...given: Parameters<typeof ledgerOf>) =>
  new Map(ledgerOf(...given).owners.map(([ownerId, sales]) => [ownerId, sales]));
const bought = (buyer: string, ...shops: readonly (readonly [string, number])[]) =>
  shops.map(([shop, valueRupiah]) => order(shop, buyer, 70, 2, { valueRupiah, receivedAt: inDays(-68) }));

describe('an order whose day of delivery is still to come', () => {
  const held = order('victim', 'helper', 1, 60, { valueRupiah: 900_000 });

  test('counts nothing of a buyer whom nobody knows, all of it from its day or receipt on, and for the whole window from there', () => {
    expect(salesOf([held]).has('own_victim')).toBe(false);
    expect(salesOf([{ ...held, deliverOn: '2026-11-22' }]).get('own_victim')).toBe(900_000);
    expect(salesOf([{ ...held, receivedAt: now }]).get('own_victim')).toBe(900_000);
    const longAgo = order('victim', 'helper', 120, 100, { valueRupiah: 70_000 });
    expect(salesOf([longAgo, order('victim', 'helper', 40, 0)]).get('own_victim')).toBe(170_000);
  });

  test('counts nothing of a stranger while it is disputed or waits to be fetched, and all of it once it was received after all', () => {
    const past = order('victim', 'helper', 20, 5, { valueRupiah: 900_000 });
    expect(salesOf([past]).get('own_victim')).toBe(900_000);
    expect(salesOf([{ ...past, unproven: true }]).has('own_victim')).toBe(false);
    const known = bought('helper', ['a', 600_000], ['b', 600_000], ['c', 600_000]);
    expect(salesOf([...known, { ...past, unproven: true }]).get('own_victim')).toBe(900_000);
    expect(salesOf([{ ...past, receivedAt: inDays(-1) }]).get('own_victim')).toBe(900_000);
  });

  test('counts at once where a policy asks for no proof, and of an entry that does not know its day', () => {
    expect(salesOf([held], { ...rule, provenOwners: 0 }).get('own_victim')).toBe(900_000);
    const { deliverOn: _, ...older } = held;
    expect(salesOf([older]).get('own_victim')).toBe(900_000);
    expect(countsFrom(held, { provenOwners: 0 })).toBe(held.at);
  });

  test('counts as far as its buyer has received before from three owners, the oldest order first', () => {
    const known = bought('helper', ['a', 300_000], ['b', 200_000], ['c', 250_000]);
    expect(salesOf([...known, held]).get('own_victim')).toBe(600_000);
    expect(salesOf([...known.slice(1), held]).has('own_victim')).toBe(false);
    const first = order('other', 'helper', 2, 60, { valueRupiah: 500_000 });
    const both = salesOf([...known, held, first]);
    expect([both.get('own_other'), both.has('own_victim')]).toEqual([500_000, false]);
  });

  test('is vouched for by no friend’s shop with trifles beside it, nor by several shops of one owner', () => {
    const friend = bought('helper', ['a', 10_000_000], ['b', 5000], ['c', 7000]);
    expect(salesOf([...friend, held], { ...rule, unitRupiah: 30_000 }).get('own_victim')).toBe(15_000);
    const joined = friend.map((one) => ({ ...one, ownerId: 'own_friend' }));
    expect(salesOf([...joined, held]).has('own_victim')).toBe(false);
  });

  test('counts at one owner as one usual order at most, however many shops and orders', () => {
    const known = bought('helper', ['a', 300_000], ['b', 300_000], ['c', 300_000]);
    const again = order('victim2', 'helper', 2, 60, { ownerId: held.ownerId });
    const asked = { ...rule, unitRupiah: 150_000 };
    expect(salesOf([...known, held, again], asked).get('own_victim')).toBe(150_000);
    const elsewhere = salesOf([...known, held, order('other', 'helper', 2, 60)], asked);
    expect([elsewhere.get('own_victim'), elsewhere.get('own_other')]).toEqual([150_000, 100_000]);
  });

  test('counts nothing while what vouches for its buyer is not over, or one was called off in ninety days', () => {
    const lately = ['a', 'b', 'c'].map((shop) => order(shop, 'helper', 20, 2, { receivedAt: inDays(-18) }));
    expect(salesOf([...lately, held]).has('own_victim')).toBe(false);
    const known = bought('helper', ['a', 300_000], ['b', 300_000], ['c', 300_000]);
    const never = known.map(({ receivedAt: _, ...one }) => one);
    expect(salesOf([...never, held]).has('own_victim')).toBe(false);
    const gone = calledOff(order('d', 'helper', 100, 60), 89);
    expect(salesOf([...known, gone, held]).has('own_victim')).toBe(false);
    expect(salesOf([...known, calledOff(order('d', 'helper', 100, 60), 91), held]).get('own_victim')).toBe(900_000);
  });

  test('ends no silence and spends no promise before it counts', () => {
    const old = order('victim', 'somebody', 70, 2);
    expect(salesOf([old, held]).has('own_victim')).toBe(false);
    const market = Array.from({ length: 12 }, (_, at) => order(`old${at}`, 'many', 20, 1));
    const entered = { own_victim: inDays(-5) };
    expect(salesOf([...market, held], rule, entered).has('own_victim')).toBe(false);
    const trifles = bought('helper', ['a', 9000], ['b', 9000], ['c', 9000]);
    expect(salesOf([...market, ...trifles, held], rule, entered).has('own_victim')).toBe(false);
    expect(salesOf([old, ...trifles, held]).has('own_victim')).toBe(false);
    const today = { ...held, deliverOn: '2026-11-21' };
    expect(salesOf([...market, today], rule, entered).get('own_victim')).toBe(1_000_000);
  });

  test('moves nobody, however many strangers hold however many open, in any policy that asks for proof', () => {
    const anyHeld = fc.array(
      fc.record({
        ago: fc.integer({ min: 0, max: 80 }),
        more: fc.integer({ min: 1, max: 90 }),
        value: fc.integer({ min: 1, max: 10_000_000 }),
        buyer: fc.nat(3),
        gone: fc.boolean(),
      }),
      { maxLength: 8 },
    );
    const anyOwn = fc.array(fc.record({ ago: fc.integer({ min: 0, max: 89 }), value: fc.nat(999_999) }), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(anyOwn, anyHeld, fc.integer({ min: 1, max: 10 }), (own, rivals, provenOwners) => {
        const sold = own.map(({ ago, value }, at) =>
          order('victim', `own${at}`, ago, 0, { orderId: `own_${at}`, valueRupiah: value }),
        );
        const attack = rivals.map(({ ago, more, value, buyer, gone }, at) => {
          const one = order('victim', `rival${buyer}`, ago, ago + more, { orderId: `rival_${at}`, valueRupiah: value });
          return gone ? calledOff(one, 0) : one;
        });
        const asked = { ...rule, provenOwners };
        expect(salesOf([...sold, ...attack], asked).get('own_victim')).toBe(salesOf(sold, asked).get('own_victim'));
      }),
    );
  });

  test('is never counted above its value, and all together never above what their buyer received', () => {
    const anyPast = fc.array(fc.tuple(fc.nat(5), fc.nat(500_000)), { maxLength: 8 });
    const anyOpen = fc.array(fc.integer({ min: 0, max: 900_000 }), { maxLength: 5 });
    fc.assert(
      fc.property(anyPast, anyOpen, (past, open) => {
        const received = past.map(([shop, valueRupiah], at) =>
          order(`s${shop}`, 'helper', 70, 2, { orderId: `past_${at}`, valueRupiah, receivedAt: inDays(-60) }),
        );
        const now_ = open.map((valueRupiah, at) =>
          order('victim', 'helper', 1, 60, { orderId: `open_${at}`, valueRupiah }),
        );
        const entries = [...received, ...now_];
        const ownerOf = new Map<string, string>();
        const sure = sureOrders(entries, { ownerOf, policy: rule, at: now, unitOf });
        for (const one of now_) expect(sure.get(one.orderId)).toBeLessThanOrEqual(one.valueRupiah);
        const all = [...sure.values()].reduce((sum, value) => sum + value, 0);
        expect(all).toBeLessThanOrEqual(past.reduce((sum, [, value]) => sum + value, 0));
      }),
    );
  });
});
