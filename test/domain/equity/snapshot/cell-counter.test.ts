import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthName } from '../../../../shared/domain/basics/wording.ts';
import { type CellCounter, cellCounter, mergedCell } from '../../../../shared/domain/equity/snapshot/cell-counter.ts';
import { headline } from '../../../../shared/domain/equity/snapshot/headline.ts';
import { type Part, partOf, type Span, type StandingEntry } from '../../../../shared/domain/equity/snapshot/part.ts';
import type { Activity } from '../../../../shared/domain/equity/standing/activity.ts';

const flags = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });
const anyCourse: fc.Arbitrary<Activity> = fc
  .record({
    events: flags,
    months: fc.integer({ min: 1, max: 11 }),
    unsold: fc.integer({ min: 0, max: 11 }),
    reportsAsked: fc.nat(11),
    reportedRupiah: fc.nat(90_000_000),
    reportersRupiah: fc.nat(90_000_000),
    pricesPaid: fc.option(fc.nat(1_000_000), { nil: undefined }),
  })
  .map(
    ({
      events: [newcomer = false, activated = false, dropped = false, offered = false],
      months,
      pricesPaid,
      ...rest
    }) => {
      const reports = Math.min(rest.reportsAsked, months);
      return {
        months,
        newcomer,
        activated,
        dropped,
        offered,
        unsold: Math.min(rest.unsold, months),
        reports,
        reportedRupiah: reports > 0 ? rest.reportedRupiah : 0,
        reportersRupiah: reports > 0 ? rest.reportersRupiah : 0,
        ...(pricesPaid === undefined
          ? {}
          : {
              pricesPaid: {
                comparedRupiah: pricesPaid,
                referenceRupiah: pricesPaid + 1,
                below: pricesPaid % 2 ? { closed: 1 } : {},
              },
            }),
      };
    },
  );
const anyEntry: fc.Arbitrary<StandingEntry> = fc
  .record({
    turnoverRupiah: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50_000_000 })),
    before: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500_000_000 })),
    reportedRupiah: fc.option(fc.integer({ min: 0, max: 90_000_000 }), { nil: null }),
    orders: fc.integer({ min: 0, max: 40 }),
    monthsUnsold: fc.integer({ min: 0, max: 15 }),
    newcomer: fc.boolean(),
    offeredDays: fc.integer({ min: 0, max: 31 }),
    left: fc.boolean(),
    earlier: fc.option(anyCourse, { nil: undefined }),
  })
  .map(({ before, ...entry }) => ({
    ...entry,
    rollingRupiah: entry.turnoverRupiah + before,
    rollingOrders: entry.orders + 1,
  }));
const register = fc.array(anyEntry, { maxLength: 60 });
/** The same with some who left before the month. */
const anyYear = fc
  .array(fc.tuple(anyEntry, fc.boolean()), { maxLength: 60 })
  .map((list) => list.map(([entry, gone]): StandingEntry => (gone ? { ...entry, gone: true } : entry)));

const amount = { month: 'turnoverRupiah', year: 'rollingRupiah' } as const;
const by = (entries: readonly StandingEntry[], span: Span) =>
  [...entries].sort((a, b) => a[amount[span]] - b[amount[span]]);
const controlOf = (entries: readonly StandingEntry[], span: Span) => ({
  count: entries.length,
  total: entries.reduce((sum, entry) => sum + BigInt(entry[amount[span]]), 0n),
});
const feed = (counter: CellCounter, part: Part): void => {
  counter.amount(part.rupiah);
  counter.part(part);
};
const cellOf = (span: Span, entries: readonly StandingEntry[]) => {
  const counter = cellCounter(controlOf(entries, span));
  for (const entry of by(entries, span)) feed(counter, partOf[span](entry));
  return counter.end();
};
const monthOf = (entries: readonly StandingEntry[]) => cellOf('month', entries);
const many = (entries: readonly StandingEntry[], which: (entry: StandingEntry) => boolean) =>
  entries.filter(which).length;
const total = (entries: readonly StandingEntry[], of: (entry: StandingEntry) => number) =>
  entries.reduce((sum, entry) => sum + BigInt(of(entry)), 0n).toString();
/** Half the mean difference between any two merchants, by the definition: O(n²) and nothing to get wrong. */
const naiveGini = (values: readonly number[]) => {
  const total = values.reduce((sum, one) => sum + one, 0);
  if (total === 0) return null;
  let differences = 0;
  for (const a of values) for (const b of values) differences += Math.abs(a - b);
  return differences / (2 * values.length * total);
};

describe('a cell', () => {
  test('counts what a person would count with pencil and paper', () => {
    fc.assert(
      fc.property(register, (entries) => {
        const sold = ({ turnoverRupiah }: StandingEntry) => turnoverRupiah > 0;
        const { cell } = monthOf(entries);
        expect(cell).toMatchObject({
          merchants: entries.length,
          sold: many(entries, sold),
          unsold: many(entries, (one) => !sold(one)),
          withoutOffer: many(entries, (one) => !sold(one) && one.offeredDays < 15),
          newcomers: many(entries, ({ newcomer }) => newcomer),
          departed: many(entries, ({ left }) => left),
          reports: many(entries, ({ reportedRupiah }) => reportedRupiah !== null),
          reportsMissing: many(entries, ({ reportedRupiah }) => reportedRupiah === null),
          orders: entries.reduce((sum, { orders }) => sum + orders, 0),
          activated: many(entries, (one) => sold(one) && one.monthsUnsold > 0),
          dropped: many(entries, (one) => !sold(one) && one.monthsUnsold === 0 && !one.newcomer),
          unsoldOne: many(entries, (one) => !sold(one) && one.monthsUnsold === 0),
          unsoldTwo: many(entries, (one) => !sold(one) && one.monthsUnsold === 1),
          unsoldThreeOrMore: many(entries, (one) => !sold(one) && one.monthsUnsold > 1),
          turnoverRupiah: controlOf(entries, 'month').total.toString(),
          reportedRupiah: total(entries, ({ reportedRupiah }) => reportedRupiah ?? 0),
          platformOfReportersRupiah: total(entries, (one) => (one.reportedRupiah === null ? 0 : one.turnoverRupiah)),
          reportedMinusPlatformRupiah: total(entries, (one) =>
            one.reportedRupiah === null ? 0 : one.reportedRupiah - one.turnoverRupiah,
          ),
        });
        expect(cell.sold + cell.unsold).toBe(cell.merchants);
        expect(cell.unsoldOne + cell.unsoldTwo + cell.unsoldThreeOrMore).toBe(cell.unsold);
        const gini = naiveGini(entries.map(({ turnoverRupiah }) => turnoverRupiah));
        if (gini === null) expect(cell.spread?.gini.value).toBeNull();
        else expect(cell.spread?.gini.value).toBeCloseTo(gini, 8);
        // Who neither sold nor offered took no part: as if they were not in the list at all.
        const taking = entries.filter((one) => sold(one) || one.offeredDays >= 15);
        const among = naiveGini(taking.map(({ turnoverRupiah }) => turnoverRupiah));
        if (among === null) expect(cell.spread?.giniOffering.value).toBeNull();
        else expect(cell.spread?.giniOffering.value).toBeCloseTo(among, 8);
      }),
    );
  });

  test('of nobody, and of a month without a sale, has no Gini and says why', () => {
    for (const entries of [
      [],
      [0, 0, 0].map(() => fc.sample(anyEntry, 1)[0] as StandingEntry).map((one) => ({ ...one, turnoverRupiah: 0 })),
    ]) {
      const { cell } = monthOf(entries);
      expect(cell.spread?.gini).toMatchObject({ value: null, reason: expect.any(String) });
      expect(cell.topTwoShare).toBeNull();
    }
  });

  test('knows the share of the two who sold most', () => {
    fc.assert(
      fc.property(register, (entries) => {
        const values = entries.map(({ turnoverRupiah }) => turnoverRupiah).sort((a, b) => b - a);
        const total = values.reduce((sum, one) => sum + one, 0);
        const share = monthOf(entries).cell.topTwoShare;
        if (total === 0) expect(share).toBeNull();
        else expect(share).toBeCloseTo(((values[0] ?? 0) + (values[1] ?? 0)) / total, 8);
      }),
    );
  });

  test('is refused when another list was counted than was measured', () => {
    const entries = fc.sample(anyEntry, 6).map((one, at) => ({ ...one, turnoverRupiah: 100 * at }));
    const count = (counted: readonly StandingEntry[]) => {
      const counter = cellCounter(controlOf(entries, 'month'));
      for (const entry of by(entries, 'month')) counter.amount(entry.turnoverRupiah);
      for (const entry of counted) counter.part(partOf.month(entry));
      return counter.end;
    };
    expect(count(entries.toReversed())).not.toThrow();
    expect(count(entries.slice(1))).toThrow('not the one');
    expect(count(entries.map((one) => ({ ...one, turnoverRupiah: 100 })))).toThrow('not the one');
  });

  test('is refused when the stream was not the register: one lost, one twice, one changed', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 2, maxLength: 30 }), fc.nat(), (entries, pick) => {
        const sorted = by(entries, 'month');
        const at = pick % sorted.length;
        const one = sorted[at] as StandingEntry;
        const streams = [
          sorted.toSpliced(at, 1),
          sorted.toSpliced(at, 0, one),
          by(sorted.with(at, { ...one, turnoverRupiah: one.turnoverRupiah + 1 }), 'month'),
        ];
        for (const stream of streams) {
          const counter = cellCounter(controlOf(entries, 'month'));
          expect(() => {
            for (const entry of stream) feed(counter, partOf.month(entry));
            counter.end();
          }).toThrow();
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('a year', () => {
  test('counts the eleven months before and this one; of who left before it the months before alone', () => {
    fc.assert(
      fc.property(anyYear, (entries) => {
        const own = (one: StandingEntry) => !one.gone;
        const sold = (one: StandingEntry) => own(one) && one.turnoverRupiah > 0;
        const reported = (one: StandingEntry) => own(one) && one.reportedRupiah !== null;
        const silence = (one: StandingEntry) =>
          Math.max(one.earlier?.unsold ?? 0, own(one) && !sold(one) ? Math.min(12, one.monthsUnsold + 1) : 0);
        const { cell } = cellOf('year', entries);
        const months = total(entries, (one) => (one.earlier?.months ?? 0) + (own(one) ? 1 : 0));
        expect(cell).toMatchObject({
          merchants: entries.length,
          sold: many(entries, ({ rollingRupiah }) => rollingRupiah > 0),
          unsold: many(entries, ({ rollingRupiah }) => rollingRupiah === 0),
          withoutOffer: many(
            entries,
            (one) => one.rollingRupiah === 0 && !one.earlier?.offered && !(own(one) && one.offeredDays >= 15),
          ),
          departed: many(entries, ({ left, gone }) => left || gone === true),
          newcomers: many(entries, (one) => one.earlier?.newcomer || (own(one) && one.newcomer)),
          activated: many(entries, (one) => one.earlier?.activated || (sold(one) && one.monthsUnsold > 0)),
          dropped: many(
            entries,
            (one) => one.earlier?.dropped || (own(one) && !sold(one) && one.monthsUnsold === 0 && !one.newcomer),
          ),
          unsoldOne: many(entries, (one) => silence(one) === 1),
          unsoldTwo: many(entries, (one) => silence(one) === 2),
          unsoldThreeOrMore: many(entries, (one) => silence(one) > 2),
          turnoverRupiah: controlOf(entries, 'year').total.toString(),
          orders: entries.reduce((sum, { rollingOrders }) => sum + rollingOrders, 0),
          reportedRupiah: total(
            entries,
            (one) => (one.earlier?.reportedRupiah ?? 0) + (reported(one) ? (one.reportedRupiah ?? 0) : 0),
          ),
        });
        expect(String(cell.reports + cell.reportsMissing)).toBe(months);
        expect(cell.pricesPaid?.comparedRupiah ?? '0').toBe(
          total(entries, (one) => one.earlier?.pricesPaid?.comparedRupiah ?? 0),
        );
        const gini = naiveGini(entries.map(({ rollingRupiah }) => rollingRupiah));
        if (gini === null) expect(cell.spread?.gini.value).toBeNull();
        else expect(cell.spread?.gini.value).toBeCloseTo(gini, 8);
      }),
    );
  });
});

describe('a merged cell', () => {
  test.each(['month', 'year'] as const)('of a %s counts what its cities count together', (span) => {
    fc.assert(
      fc.property(fc.array(span === 'month' ? register : anyYear, { minLength: 1, maxLength: 5 }), (cities) => {
        const all = cellOf(span, cities.flat());
        const merged = mergedCell(
          cities.map((city) => cellOf(span, city).cell),
          all.measures,
        );
        // Of merged cities it is known how much two can have at most.
        expect(merged).toEqual({ ...all.cell, topTwoShare: merged.topTwoShare });
        expect((merged.topTwoShare ?? 0) + 1e-9).toBeGreaterThanOrEqual(all.cell.topTwoShare ?? 0);
      }),
    );
  });
});

describe('a headline', () => {
  test.each([
    [{ merchants: 0, unsold: 0 }, 'Belum ada usaha aktif pada November 2026.'],
    [{ merchants: 12, unsold: 0 }, 'Semua 12 usaha menjual pada November 2026.'],
    [{ merchants: 1_234_567, unsold: 1_000 }, '1.000 dari 1.234.567 usaha belum menjual apa pun pada November 2026.'],
  ])('of %j is "%s"', (cell, sentence) => expect(headline(cell, '2026-11')).toBe(sentence));
  test('names the months of the year', () => {
    const name = new Intl.DateTimeFormat('id-ID', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const text = `2026-${String(month).padStart(2, '0')}`;
      expect(monthName(text)).toBe(name.format(new Date(`${text}-15T00:00:00Z`)));
    }
  });
});
