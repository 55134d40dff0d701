import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../shared/domain/month.ts';
import {
  CarryingMonth,
  carriedOver,
  carriesRight,
  MONTHS_BEFORE,
  openStanding,
  type Standing,
  withSale,
} from '../../shared/domain/standing.ts';
import { shopOf } from './examples.ts';

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
      unsoldMonths: 0,
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
          expect(standing.unsoldMonths).toBe(place - 1 - last);
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
    const flaw = fc.constantFrom('rollingRupiah', 'rollingOrders', 'unsoldMonths');
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

  test('does not count reported sales as sold: they are not checked', () => {
    const reported = { ...openStanding(shop, '2026-11', []), reportedRupiah: 9_000_000 };
    expect(openStanding(shop, '2026-12', [reported]).unsoldMonths).toBe(1);
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
