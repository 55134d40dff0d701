import { expect, test } from 'vitest';
import { publicSnapshot } from '../../../../shared/domain/equity/disclosure/public-snapshot.ts';
import { pricesOf } from '../../../../shared/domain/equity/disclosure/small-prices.ts';
import { suppressionOf } from '../../../../shared/domain/equity/disclosure/suppression.ts';
import { cellCounter, mergedCell } from '../../../../shared/domain/equity/snapshot/cell-counter.ts';
import { monthContributorsCounter } from '../../../../shared/domain/equity/snapshot/month-contributors.ts';
import { partOf } from '../../../../shared/domain/equity/snapshot/part.ts';
import type { Snapshot } from '../../../../shared/domain/equity/snapshot/snapshot.ts';
import type { PricesPaid } from '../../../../shared/domain/equity/standing/prices-paid.ts';
import { base, periodOf } from './market.ts';

const MERCHANTS = 40;
const MONTH = '2026-10';
const entry = (pricesPaid: PricesPaid | undefined) => ({
  turnoverRupiah: 1000,
  rollingRupiah: 1000,
  rollingOrders: 1,
  reportedRupiah: null,
  orders: 1,
  monthsUnsold: 0,
  newcomer: false,
  offeredDays: 30,
  left: false,
  earlier: undefined,
  ...(pricesPaid ? { pricesPaid } : {}),
});
const shop = (comparedRupiah: number): PricesPaid => ({
  comparedRupiah,
  referenceRupiah: comparedRupiah,
  below: comparedRupiah === 0 ? { closed: 1 } : {},
});
const cellsOf = (entries: ReturnType<typeof entry>[]) => {
  const control = { count: entries.length, total: BigInt(1000 * entries.length) };
  const [month, year] = [cellCounter(control), cellCounter(control)];
  for (const one of entries) {
    for (const counter of [month, year]) counter.amount(1000);
    month.part(partOf.month(one));
    year.part(partOf.year(one));
  }
  return { month: month.end(), year: year.end() };
};
const city = (place: string, pricesPaid: PricesPaid[]) => {
  const entries = Array.from({ length: MERCHANTS }, (_, at) => entry(pricesPaid[at]));
  const { month, year } = cellsOf(entries);
  const counter = monthContributorsCounter();
  for (const one of entries) counter.add(one);
  const snapshot: Snapshot = {
    ...base(),
    month: MONTH,
    place,
    ...periodOf(month.cell),
    cities: [],
    year: periodOf(year.cell),
  };
  const suppressed = suppressionOf(snapshot, undefined, { contributors: counter.end() });
  return { entries, snapshot: { ...snapshot, suppressed } };
};
const six = Array.from({ length: 6 }, () => shop(70));
const none = Array.from({ length: 6 }, () => shop(0));
const many = Array.from({ length: 40 }, () => shop(50));

/** Shops with an order below the line but no reference price have prices of Rp0: they do not make a sum safer. */
test('a city whose prices are all zero hides no other city', () => {
  const cities = [city('35.01', six), city('35.02', none), city('35.03', many)];
  const all = cellsOf(cities.flatMap(({ entries }) => entries));
  const snapshot: Snapshot = {
    ...base(),
    month: MONTH,
    place: '35',
    ...periodOf(
      mergedCell(
        cities.map((one) => one.snapshot.total),
        all.month.measures,
      ),
    ),
    cities: cities.map(({ snapshot: { place, total } }) => ({ code: place, name: place, ...total })),
    year: periodOf({ ...all.year.cell, topTwoShare: null }),
  };
  const prices = new Map(cities.map((one) => [one.snapshot.place, pricesOf(one.snapshot)]));
  const told = (one: Snapshot) => publicSnapshot(one).total.pricesPaid?.comparedRupiah;
  expect(cities.map((one) => told(one.snapshot))).toEqual([undefined, undefined, '2000']);
  // The province less the open city would be the six shops' own.
  expect(told({ ...snapshot, suppressed: suppressionOf(snapshot, undefined, { prices }) })).toBeUndefined();
});

test('three shops with a price and eight without are not eleven', () => {
  const { snapshot } = city('35.04', [shop(70), shop(70), shop(70), ...Array.from({ length: 8 }, () => shop(0))]);
  expect(publicSnapshot(snapshot).total.pricesPaid).toBeNull();
});
