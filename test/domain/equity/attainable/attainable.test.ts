import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOrdered, assigned, assignedInLots } from '../../../../shared/domain/equity/attainable/assign.ts';
import { attainableInSteps, attainableOf } from '../../../../shared/domain/equity/attainable/attainable-of.ts';
import { byPopularity } from '../../../../shared/domain/equity/attainable/by-popularity.ts';
import { envyOf, equalsIn } from '../../../../shared/domain/equity/attainable/envy.ts';
import { takersOf } from '../../../../shared/domain/equity/attainable/gate.ts';
import { AttainableInputs, type OrderInput } from '../../../../shared/domain/equity/attainable/inputs.ts';
import {
  attainedTitle,
  envySentence,
  exposureSentence,
  firstSaleSentence,
  reachedSentence,
  silenceSentence,
} from '../../../../shared/domain/equity/attainable/sentences.ts';
import { publicAttainable } from '../../../../shared/domain/equity/disclosure/public-attainable.ts';

const KEPT = { inputs: { key: 'ledgers/35.73/attainables/a' }, takenAt: '2026-10-31T17:05:00.000Z' };
const [BEGAN, ENDED] = ['2026-09-30T17:00:00.000Z', '2026-10-31T17:00:00.000Z'];
const inDays = (days: number): string => new Date(Date.parse(BEGAN) + days * 86_400_000).toISOString();

const order = (owner: number, rupiah: number, day: number, more: Partial<OrderInput> = {}): OrderInput => ({
  at: inDays(day),
  owner,
  category: 'batik',
  district: '35.73.01',
  units: 1,
  rupiah,
  ...more,
});
/** Owners who deliver everywhere, and some orders. */
const monthOf = (
  owners: number,
  orders: readonly OrderInput[],
  more: Partial<AttainableInputs> = {},
): AttainableInputs => ({
  inputs: 1,
  place: '35.73',
  month: '2026-10',
  began: BEGAN,
  ended: ENDED,
  splitFromUnits: 4,
  maxSuppliers: 5,
  knownSince: inDays(-60),
  units: { batik: 100_000 },
  since: Array.from({ length: owners }, () => null),
  offers: Array.from({ length: owners }, (_, owner) => ({
    owner,
    category: 'batik',
    areas: [],
    mostUnits: null,
    leastUnits: 1,
  })),
  orders: orders.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
  shown: {},
  chosen: { lines: 0, paidRupiah: 0, cheapestRupiah: 0 },
  ...more,
});
const anyOrders = fc.array(
  fc.record({
    owner: fc.nat(9),
    rupiah: fc.integer({ min: 1, max: 5_000_000 }),
    units: fc.integer({ min: 1, max: 60 }),
  }),
  { minLength: 1, maxLength: 60 },
);
const inOctober = (list: readonly { owner: number; rupiah: number; units: number }[]): OrderInput[] =>
  list.map(({ owner, rupiah, units }, at) => order(owner, rupiah, 1 + at / 3, { units }));

describe('the attainable of a month', () => {
  test('gives out every rupiah there was, however it is given out', () => {
    fc.assert(
      fc.property(anyOrders, (list) => {
        const inputs = monthOf(10, inOctober(list));
        const takers = takersOf(inputs);
        const sum = (amounts: ArrayLike<number>) => Array.from(amounts).reduce((total, one) => total + one, 0);
        const whole = sum(asOrdered(inputs, inputs.orders));
        expect(sum(assigned(inputs, inputs.orders, takers))).toBe(whole);
        expect(sum(assignedInLots(inputs, inputs.orders, takers))).toBe(whole);
        expect(sum(byPopularity(inputs, [], inputs.orders, takers, 3))).toBe(whole);
      }),
    );
  });

  test('keeps two owners who can take the same orders within the largest one', () => {
    fc.assert(
      fc.property(anyOrders, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (list, small) => {
        const offers = monthOf(10, []).offers.map((offer, at) => ({ ...offer, mostUnits: small[at] ? 20 : null }));
        const inputs = monthOf(10, inOctober(list), { offers });
        const takers = takersOf(inputs);
        const groups = equalsIn(inputs, inputs.orders, takers);
        expect(envyOf(groups, assigned(inputs, inputs.orders, takers)) ?? 0).toBeLessThanOrEqual(0);
        // Of the groups nobody is in two, and whoever is in one could take what the others could.
        const all = groups.flatMap(({ owners }) => owners);
        expect(new Set(all).size).toBe(all.length);
        for (const { owners } of groups)
          for (const one of inputs.orders) {
            const able = owners.map((owner) => takers(one, one.units).includes(owner));
            expect(new Set(able).size).toBe(1);
          }
      }),
    );
  });

  test('pauses many times while it is computed, and is the same as at once', () => {
    const inputs = monthOf(
      10,
      inOctober(Array.from({ length: 30 }, (_, at) => ({ owner: at % 4, rupiah: 1000 + at, units: 2 }))),
    );
    const steps = attainableInSteps(inputs, KEPT);
    let pauses = 0;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        expect(step.value).toEqual(attainableOf(inputs, KEPT));
        break;
      }
      pauses += 1;
    }
    expect(pauses).toBeGreaterThan(20);
  });

  test('is reached where the orders went to whoever had least, and far where one had them all', () => {
    const many = Array.from({ length: 40 }, (_, at) => order(at % 20, 100_000, at / 2));
    const even = attainableOf(monthOf(20, many), KEPT).total;
    expect([even.giniActual.value, even.giniAssigned.value, even.closedShare.value]).toEqual([0, 0, 1]);
    expect(even.giniPopularity.value).toBeGreaterThan(0.3);
    const one = attainableOf(
      monthOf(
        20,
        many.map((of) => ({ ...of, owner: 0 })),
      ),
      KEPT,
    ).total;
    expect(one.giniActual.value).toBe(0.95);
    expect(one.closedShare.value).toBeLessThan(0);
    expect(attainedTitle(even)).toBe('Pesanan sudah serata pembagian otomatis');
    expect(attainedTitle(one)).toBe('Pesanan lebih terpusat daripada dengan daftar terlaris');
  });

  test('cuts large orders as the rule does, and is more even for it', () => {
    const few = Array.from({ length: 24 }, (_, at) => order(0, 900_000, at, { units: 10 }));
    const { giniAssigned, giniSplit } = attainableOf(monthOf(60, few), KEPT).total;
    expect(giniAssigned.value).toBeCloseTo(1 - 24 / 60, 9);
    // Five lots each: two for everybody.
    expect(giniSplit.value).toBe(0);
  });

  test('asks the gate: place, minimum, a day’s capacity; who took an order could', () => {
    const offers = [
      { owner: 0, category: 'batik', areas: ['35.73.02'], mostUnits: null, leastUnits: 1 },
      { owner: 1, category: 'batik', areas: ['35.73'], mostUnits: 5, leastUnits: 1 },
      { owner: 2, category: 'batik', areas: [], mostUnits: null, leastUnits: 10 },
      { owner: 3, category: 'culinary', areas: [], mostUnits: null, leastUnits: 1 },
    ];
    const takers = takersOf({ offers });
    expect(takers(order(4, 1, 1), 4)).toEqual([1, 4]);
    expect(takers(order(4, 1, 1), 12)).toEqual([2, 4]);
    expect(takers(order(1, 1, 1, { district: '35.73.02' }), 1)).toEqual([0, 1]);
  });

  test('says nothing of fewer than twenty orders, and why', () => {
    const { total } = attainableOf(monthOf(20, [order(0, 5, 1)]), KEPT);
    expect(total.giniActual).toEqual({ value: null, reason: 'few_orders' });
    expect(attainedTitle(total)).toBe('Yang bisa dicapai belum dapat dihitung');
    expect(reachedSentence(total)).toBe('');
  });

  test('counts orders of the month alone, and knows who was known before', () => {
    const list = [
      ...Array.from({ length: 30 }, (_, at) => order(19, 100_000, -40 + at)),
      ...Array.from({ length: 30 }, (_, at) => order(at % 20, 100_000, at)),
    ];
    const inputs = monthOf(20, list);
    expect(attainableOf(inputs, KEPT).total.orders).toBe(30);
    const [before, now] = [list.slice(0, 30), list.slice(30)];
    const known = (of: readonly OrderInput[]) => byPopularity(inputs, of, now, takersOf(inputs), 0)[19] ?? 0;
    expect(known(before)).toBeGreaterThan(known([]));
  });

  test('is the same from what was kept of it, whatever was computed before', () => {
    const inputs = monthOf(
      12,
      inOctober(Array.from({ length: 50 }, (_, at) => ({ owner: (at * 7) % 12, rupiah: 90_000 + at, units: 3 }))),
    );
    const again = AttainableInputs.parse(JSON.parse(JSON.stringify(inputs)));
    expect(attainableOf(again, KEPT)).toEqual(attainableOf(inputs, KEPT));
  });
});

describe('the waits of a month', () => {
  test('are the longest between two orders, from when one could sell until the month’s end', () => {
    const orders = [order(0, 5, -60), order(1, 5, -50), order(0, 5, -20), order(1, 5, 10), order(0, 5, 25)];
    const since = [null, null, inDays(-10), inDays(-15)];
    const told = attainableOf(monthOf(4, orders, { since }), KEPT);
    // Owner 1 waited from −50 to 10; 0 sold once meanwhile.
    expect([told.silenceDays.value, told.silenceRequests.value]).toEqual([60, 2]);
    // Both newcomers wait still: since −15 and −10, until 31.
    expect([told.newcomers, told.firstSaleDays.value, told.firstSaleRequests.value]).toEqual([2, 46, 2]);
    expect(silenceSentence(told)).toMatch(/paling lama 60 hari; selama itu paling banyak 2 pesanan/);
    expect(firstSaleSentence(told)).toMatch(
      /^Dari 2 usaha baru, 95 dari 100 menunggu pesanan pertama paling lama 46 hari/,
    );
  });

  test('are told of no newcomer who came before orders are known', () => {
    const told = attainableOf(monthOf(2, [order(0, 5, 3)], { since: [inDays(-90), inDays(-80)] }), KEPT);
    expect(told.newcomers).toBe(0);
    expect(firstSaleSentence(told)).toBe('');
  });
});

describe('the attainable as everybody may see it', () => {
  const month = (sellers: number) =>
    attainableOf(
      monthOf(
        30,
        Array.from({ length: 60 }, (_, at) => order(at % sellers, 100_000 + 137 * at, at / 2)),
        { shown: { search: Array.from({ length: 30 }, (_, owner): [number, number] => [owner, 1000 * (owner + 1)]) } },
      ),
      KEPT,
    );

  test('is in hundredths, without categories, rupiah or inputs', () => {
    const open = publicAttainable(month(25), false);
    const { total } = open ?? month(25);
    for (const figure of [
      total.giniPopularity,
      total.giniActual,
      total.giniAssigned,
      total.giniSplit,
      total.closedShare,
    ])
      expect(Math.round((figure.value ?? 0.001) * 100) / 100).toBe(figure.value);
    expect(open).toMatchObject({ categories: [], envyAssignedRupiah: null, envyChosenRupiah: null, inputs: null });
    expect(JSON.stringify(open)).not.toMatch(/ledgers|exact|\d{6}/);
    expect(open && envySentence(open)).toMatch(/terpaut paling banyak satu pesanan terbesar\.$/);
    expect(open && exposureSentence(open)).toBe('Gini tampilan menurut jenis daftar: Pencarian 0,32.');
  });

  test('has no shape of fewer than twenty sellers, and nothing where turnover is hidden', () => {
    expect(publicAttainable(month(19), false)?.total.giniActual).toEqual({ value: null, reason: 'small_cell' });
    expect(publicAttainable(month(20), false)?.total.giniActual.value).not.toBeNull();
    expect(publicAttainable(month(25), true)).toBeUndefined();
  });

  test('is nothing of two who have nearly all', () => {
    const orders = Array.from({ length: 60 }, (_, at) => order(at % 25, at % 25 < 2 ? 90_000_000 : 1000, at / 2));
    expect(publicAttainable(attainableOf(monthOf(30, orders), KEPT), false)?.total.closedShare.reason).toBe(
      'small_cell',
    );
  });
});
