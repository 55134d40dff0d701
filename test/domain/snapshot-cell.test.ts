import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headline, monthName } from '../../shared/domain/snapshot.ts';
import { mergedCell, monthCounter, type StandingEntry, yearCounter } from '../../shared/domain/snapshot-cell.ts';

const anyEntry: fc.Arbitrary<StandingEntry> = fc
  .record({
    turnoverRupiah: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50_000_000 })),
    before: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500_000_000 })),
    reportedRupiah: fc.option(fc.integer({ min: 0, max: 90_000_000 }), { nil: null }),
    orders: fc.integer({ min: 0, max: 40 }),
    unsoldMonths: fc.integer({ min: 0, max: 5 }),
    newcomer: fc.boolean(),
    left: fc.boolean(),
  })
  .map(({ before, ...entry }) => ({
    ...entry,
    rollingRupiah: entry.turnoverRupiah + before,
    rollingOrders: entry.orders + 1,
  }));
const register = fc.array(anyEntry, { maxLength: 60 });

const by = (entries: readonly StandingEntry[], of: 'turnoverRupiah' | 'rollingRupiah') =>
  [...entries].sort((a, b) => a[of] - b[of]);
const controlOf = (entries: readonly StandingEntry[], of: 'turnoverRupiah' | 'rollingRupiah') => ({
  count: entries.length,
  total: entries.reduce((sum, entry) => sum + BigInt(entry[of]), 0n),
});
const monthOf = (entries: readonly StandingEntry[]) => {
  const counter = monthCounter(controlOf(entries, 'turnoverRupiah'));
  for (const entry of by(entries, 'turnoverRupiah')) counter.add(entry);
  return counter.end();
};
const many = (entries: readonly StandingEntry[], which: (entry: StandingEntry) => boolean) =>
  entries.filter(which).length;
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
          newcomers: many(entries, ({ newcomer }) => newcomer),
          left: many(entries, ({ left }) => left),
          reports: many(entries, ({ reportedRupiah }) => reportedRupiah !== null),
          orders: entries.reduce((sum, { orders }) => sum + orders, 0),
          activated: many(entries, (one) => sold(one) && one.unsoldMonths > 0),
          dropped: many(entries, (one) => !sold(one) && one.unsoldMonths === 0 && !one.newcomer),
          unsoldOne: many(entries, (one) => !sold(one) && one.unsoldMonths === 0),
          unsoldTwo: many(entries, (one) => !sold(one) && one.unsoldMonths === 1),
          unsoldThreeOrMore: many(entries, (one) => !sold(one) && one.unsoldMonths > 1),
          turnoverRupiah: controlOf(entries, 'turnoverRupiah').total.toString(),
          reportedRupiah: entries.reduce((sum, { reportedRupiah }) => sum + BigInt(reportedRupiah ?? 0), 0n).toString(),
        });
        expect(cell.sold + cell.unsold).toBe(cell.merchants);
        expect(cell.unsoldOne + cell.unsoldTwo + cell.unsoldThreeOrMore).toBe(cell.unsold);
        const gini = naiveGini(entries.map(({ turnoverRupiah }) => turnoverRupiah));
        if (gini === null) expect(cell.spread?.gini.value).toBeNull();
        else expect(cell.spread?.gini.value).toBeCloseTo(gini, 8);
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

  test('is refused when the stream was not the register: one lost, one twice, one changed', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 2, maxLength: 30 }), fc.nat(), (entries, pick) => {
        const sorted = by(entries, 'turnoverRupiah');
        const at = pick % sorted.length;
        const one = sorted[at] as StandingEntry;
        const streams = [
          sorted.toSpliced(at, 1),
          sorted.toSpliced(at, 0, one),
          by(sorted.with(at, { ...one, turnoverRupiah: one.turnoverRupiah + 1 }), 'turnoverRupiah'),
        ];
        for (const stream of streams) {
          const counter = monthCounter(controlOf(entries, 'turnoverRupiah'));
          expect(() => {
            for (const entry of stream) counter.add(entry);
            counter.end();
          }).toThrow();
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('a year', () => {
  test('is measured over the twelve months, not over this one', () => {
    fc.assert(
      fc.property(register, (entries) => {
        const counter = yearCounter(controlOf(entries, 'rollingRupiah'));
        for (const entry of by(entries, 'rollingRupiah')) counter.add(entry);
        expect(counter.end().cell).toMatchObject({
          merchants: entries.length,
          sold: many(entries, ({ rollingRupiah }) => rollingRupiah > 0),
          turnoverRupiah: controlOf(entries, 'rollingRupiah').total.toString(),
          orders: entries.reduce((sum, { rollingOrders }) => sum + rollingOrders, 0),
        });
      }),
    );
  });
});

describe('a merged cell', () => {
  test('counts what its cities count together', () => {
    fc.assert(
      fc.property(fc.array(register, { minLength: 1, maxLength: 5 }), (cities) => {
        const all = monthOf(cities.flat());
        const merged = mergedCell(
          cities.map((city) => monthOf(city).cell),
          all.measures,
        );
        expect(merged).toEqual({ ...all.cell, topTwoShare: null });
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
