import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../../shared/domain/basics/month.ts';
import { activityBefore } from '../../../../shared/domain/equity/standing/activity-before.ts';
import { monthsInYear } from '../../../../shared/domain/equity/standing/carried.ts';
import { carriedOver, carriesRight, monthsKeptIn } from '../../../../shared/domain/equity/standing/carry-over.ts';
import { CarryingMonth, LastMonth } from '../../../../shared/domain/equity/standing/earlier-month.ts';
import { backInRegister, openGone, openStanding } from '../../../../shared/domain/equity/standing/open-standing.ts';
import { MONTHS_BEFORE } from '../../../../shared/domain/equity/standing/past-line.ts';
import type { Standing } from '../../../../shared/domain/equity/standing/standing.ts';
import { withSale } from '../../../../shared/domain/equity/standing/with-sale.ts';
import { shopOf } from '../../examples.ts';

const shop = shopOf('dapur');
const sale = (rupiah: number, firstReceipt = true, newAgency = false) => ({ rupiah, firstReceipt, newAgency });

/** A run of months, each opened when the one before was done, with what was sold in it. */
const monthsOf = (sold: readonly number[]): Standing[] => {
  const months: Standing[] = [];
  for (const [place, rupiah] of sold.entries()) {
    const opened = openStanding(shop, addMonths('2026-01', place), months);
    months.push(rupiah > 0 ? withSale(opened, sale(rupiah)) : opened);
  }
  return months;
};
const someSales = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900_000 })), {
  minLength: 1,
  maxLength: 30,
});

describe('a standing', () => {
  test('opens at nothing, as a newcomer when there was no month before', () => {
    expect(openStanding(shop, '2026-11', [])).toMatchObject({
      turnoverRupiah: 0,
      reportedRupiah: null,
      orders: 0,
      rollingRupiah: 0,
      rollingOrders: 0,
      agencies: 0,
      monthsUnsold: 0,
      newcomer: true,
      left: false,
      version: 1,
      ownerId: shop.ownerId,
    });
  });

  test('carries over how many months in a row the shop sold nothing', () => {
    fc.assert(
      fc.property(someSales, (sold) => {
        for (const [place, standing] of monthsOf(sold).entries()) {
          const last = sold.slice(0, place).findLastIndex((rupiah) => rupiah > 0);
          expect(standing.monthsUnsold).toBe(place - 1 - last);
          expect(standing.newcomer).toBe(place === 0);
        }
      }),
    );
  });

  test('sums the twelve months that end with it, in whatever order they are given', () => {
    fc.assert(
      fc.property(someSales, (sold) => {
        const months = monthsOf(sold);
        for (const [place, standing] of months.entries()) {
          const year = sold.slice(Math.max(0, place - MONTHS_BEFORE), place + 1);
          expect(standing.rollingRupiah).toBe(year.reduce((sum, one) => sum + one, 0));
          expect(standing.rollingOrders).toBe(year.filter((rupiah) => rupiah > 0).length);
        }
        const last = months.at(-1) as Standing;
        const next = addMonths(last.month, 1);
        expect(openStanding(shop, next, months.toReversed())).toEqual(openStanding(shop, next, months));
      }),
    );
  });

  test('is opened and judged alike by what is read of many at once and by the whole look back', () => {
    const flaw = fc.constantFrom('rollingRupiah', 'rollingOrders', 'monthsUnsold');
    fc.assert(
      fc.property(someSales, fc.option(flaw), fc.nat(29), (sold, wrong, gap) => {
        const months = monthsOf(sold).filter((_, place) => place !== gap || place === sold.length - 1);
        const last = months.at(-1) as Standing;
        const given = wrong === null ? last : { ...last, [wrong]: last[wrong] + 1 };
        const parts = months.map((month) => CarryingMonth.parse(month));
        expect(carriesRight(CarryingMonth.parse(given), parts)).toBe(carriedOver(given, months) === undefined);
        const next = addMonths(last.month, 1);
        expect(openStanding(shop, next, parts)).toEqual(openStanding(shop, next, months));
      }),
    );
  });

  test('that carries over what is right is left alone; one that does not is set right', () => {
    fc.assert(
      fc.property(someSales, (sold) => {
        const months = monthsOf(sold);
        const last = months.at(-1) as Standing;
        expect(carriedOver(last, months)).toBeUndefined();
        const wrong = { ...last, rollingRupiah: last.rollingRupiah + 1 };
        expect(carriedOver(wrong, months)).toEqual({ ...last, version: last.version + 1 });
      }),
    );
  });

  test('carries over that the shop offers, for the whole month until it says otherwise', () => {
    const [first] = monthsOf([0]);
    const offering = { ...(first as Standing), offering: true, offeredDays: 3 };
    expect(openStanding(shop, '2026-02', [offering])).toMatchObject({ offering: true, offeredDays: 28 });
    expect(openStanding(shop, '2026-03', [offering])).toMatchObject({ offering: true, offeredDays: 31 });
    const taken = { ...offering, month: '2026-02', offering: false };
    expect(openStanding(shop, '2026-03', [taken, offering])).toMatchObject({ offering: false, offeredDays: 0 });
    expect(openStanding(shop, '2026-02', [taken, offering])).toMatchObject({ offering: true, offeredDays: 28 });
    expect(openStanding(shop, '2026-02', [{ ...offering, offering: false }])).toMatchObject({ offeredDays: 0 });
    expect(activityBefore(openStanding(shop, '2026-03', [{ ...offering, offeredDays: 15 }]))?.offered).toBe(true);
    expect(activityBefore(openStanding(shop, '2026-03', [{ ...offering, offeredDays: 14 }]))?.offered).toBe(false);
  });

  test('does not count reported sales as sold: they are not checked', () => {
    const reported = { ...openStanding(shop, '2026-11', []), reportedRupiah: 9_000_000 };
    expect(openStanding(shop, '2026-12', [reported]).monthsUnsold).toBe(1);
  });

  test('grows by what was received, an order at its first receipt, an agency at its first purchase', () => {
    const opened = openStanding(shop, '2026-11', []);
    const after = [sale(10_000, true, true), sale(5_000, false, false), sale(2_000, true, false)].reduce(
      withSale,
      opened,
    );
    expect(after).toMatchObject({
      turnoverRupiah: 17_000,
      orders: 2,
      agencies: 1,
      rollingRupiah: 17_000,
      rollingOrders: 2,
    });
    expect(opened.turnoverRupiah).toBe(0);
  });
});

/** A month of a shop that may be away, report, or sell from a fair list. */
type Lived = { away: boolean; rupiah: number; reported: number | null; pricesPaid: number };
const anyLife = fc.array(
  fc.record({
    away: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    rupiah: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900_000 })),
    reported: fc.option(fc.nat(90_000), { nil: null }),
    pricesPaid: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5_000 })),
  }),
  { minLength: 1, maxLength: 30 },
);
const monthAt = (place: number) => addMonths('2026-01', place);
/** Lives it as the market does: opened each month, as gone while away, back when it returns. */
const live = (life: readonly Lived[]): Standing[] => {
  const months: Standing[] = [];
  for (const [place, { away, rupiah, reported, pricesPaid }] of life.entries()) {
    const month = monthAt(place);
    if (away) {
      if (monthsInYear(month, months).length > 0) months.push(openGone(shop, month, months));
      continue;
    }
    const opened = backInRegister(openGone(shop, month, months), false);
    const list = { comparedRupiah: pricesPaid, referenceRupiah: 2 * pricesPaid, below: {} };
    const sold =
      rupiah > 0 ? withSale(opened, { ...sale(rupiah), pricesPaid: pricesPaid > 0 ? list : undefined }) : opened;
    months.push({ ...sold, reportedRupiah: reported });
  }
  return months;
};

describe('the eleven months before', () => {
  test('are what a person would count who looks at each of them', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        for (const standing of live(life)) {
          const now = life.findIndex((_, place) => monthAt(place) === standing.month);
          const first = Math.max(0, now - MONTHS_BEFORE);
          const places = life.flatMap(({ away }, place) => (!away && place >= first && place < now ? [place] : []));
          const earlier = activityBefore(standing);
          if (places.length === 0) {
            expect(earlier).toBeUndefined();
            continue;
          }
          const at = (place: number) => life[place] as Lived;
          const here = (place: number) => place >= 0 && !at(place).away;
          // In the register in any of the eleven months before that one.
          const knownAt = (place: number) =>
            life.slice(Math.max(0, place - MONTHS_BEFORE), place).some((one) => !one.away);
          const silence = (place: number, from: number): number =>
            here(place) && place >= from && at(place).rupiah === 0 ? 1 + silence(place - 1, from) : 0;
          const some = (which: (place: number) => boolean) => places.some(which);
          const sum = (of: (one: Lived) => number) => places.reduce((total, place) => total + of(at(place)), 0);
          const bought = (one: Lived) => (one.rupiah > 0 ? one.pricesPaid : 0);
          expect(earlier).toEqual({
            months: places.length,
            newcomer: some((place) => !knownAt(place)),
            activated: some((place) => at(place).rupiah > 0 && here(place - 1) && at(place - 1).rupiah === 0),
            offered: false,
            dropped: some((place) => at(place).rupiah === 0 && here(place - 1) && at(place - 1).rupiah > 0),
            unsold: Math.max(...places.map((place) => silence(place, now - MONTHS_BEFORE))),
            reports: sum(({ reported }) => (reported === null ? 0 : 1)),
            reportedRupiah: sum(({ reported }) => reported ?? 0),
            reportersRupiah: sum((one) => (one.reported === null ? 0 : one.rupiah)),
            ...(sum(bought) > 0
              ? { pricesPaid: { comparedRupiah: sum(bought), referenceRupiah: 2 * sum(bought), below: {} } }
              : {}),
          });
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('are set right when a report or a sale came after the next month was opened', () => {
    fc.assert(
      fc.property(anyLife, fc.nat(29), (life, late) => {
        const months = live(life);
        fc.pre(months.length > 0);
        const last = months.at(-1) as Standing;
        const at = late % months.length;
        const changed = months.with(at, { ...(months[at] as Standing), reportedRupiah: 123_456 });
        const inView = at < months.length - 1 && monthsInYear(last.month, [changed[at] as Standing]).length > 0;
        const differs = inView && (months[at] as Standing).reportedRupiah !== 123_456;
        const right = carriedOver(last, changed);
        expect(right === undefined).toBe(!differs);
        if (right) expect(carriesRight(right, changed)).toBe(true);
      }),
    );
  });

  test('are all in the last one: the next month is opened from it alone as from each of them', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const months = live(life);
        fc.pre(months.length > 0);
        const last = LastMonth.parse(months.at(-1));
        const next = addMonths(last.month, 1);
        for (const open of [openStanding, openGone])
          expect(open(shop, next, monthsKeptIn(last) ?? [])).toEqual(open(shop, next, months));
        expect(monthsKeptIn({ ...last, past: undefined })).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  test('of a shop that left are kept for the twelve months, and not a month longer', () => {
    const [month] = live([{ away: false, rupiah: 50_000, reported: null, pricesPaid: 0 }]);
    const months = [month as Standing];
    for (let place = 1; place <= MONTHS_BEFORE; place++) {
      const gone = openGone(shop, monthAt(place), months);
      expect(gone).toMatchObject({ gone: true, turnoverRupiah: 0, rollingRupiah: 50_000 });
      expect(activityBefore(gone)).toMatchObject({ months: 1 });
      months.push(gone);
    }
    expect(monthsInYear(monthAt(MONTHS_BEFORE + 1), months)).toEqual([]);
  });
});
