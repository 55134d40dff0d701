import { describe, expect, test } from 'vitest';
import { suppressionOf } from '../../../../shared/domain/equity/disclosure/suppression.ts';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { cellCounter, mergedCell } from '../../../../shared/domain/equity/snapshot/cell-counter.ts';
import { changesBetween } from '../../../../shared/domain/equity/snapshot/changes.ts';
import { partOf, type StandingEntry } from '../../../../shared/domain/equity/snapshot/part.ts';
import { DEFINITION, RULES, Snapshot } from '../../../../shared/domain/equity/snapshot/snapshot.ts';

const CITIES = 514;
/** What an item of DynamoDB holds. */
const MOST_BYTES = 400 * 1024;

const reasons = ['price_above_fair', 'closed', 'no_capacity', 'rating', 'far'];
/** Amounts as large as a large city's: the digits are what takes room. */
const entryOf = (index: number): StandingEntry => ({
  turnoverRupiah: 912_345_678_901 + index,
  reportedRupiah: 998_877_665_544,
  rollingRupiah: 9_123_456_789_012,
  rollingOrders: 1234,
  orders: 123,
  monthsUnsold: 0,
  newcomer: false,
  offeredDays: 30,
  left: false,
  earlier: undefined,
  pricesPaid: {
    comparedRupiah: 812_345_678_901,
    referenceRupiah: 822_345_678_901,
    below: Object.fromEntries(reasons.map((reason) => [reason, 99_999])),
  },
});

describe('the snapshot of a country of 514 cities', () => {
  test('fits one item, with every city and what was decided of it', () => {
    const entries = Array.from({ length: 20 }, (_, index) => entryOf(index));
    const counter = cellCounter({
      count: entries.length,
      total: entries.reduce((sum, { turnoverRupiah }) => sum + BigInt(turnoverRupiah), 0n),
    });
    for (const entry of entries) {
      counter.amount(entry.turnoverRupiah);
      counter.part(partOf.month(entry));
    }
    const { cell } = counter.end();
    const large = {
      ...cell,
      merchants: 1_234_567,
      sold: 1_034_567,
      unsold: 200_000,
      reports: 123_456,
      orders: 12_345_678,
    };
    const codes = Array.from(
      { length: CITIES },
      (_, index) => `${11 + (index % 38)}.${String(index).padStart(2, '0').slice(-2)}`,
    );
    const cities = codes.map((code) => ({
      code,
      name: 'Kabupaten Kepulauan Siau Tagulandang Biaro',
      ...large,
      spread: null,
    }));
    const total = mergedCell(
      cities,
      measuresOf(
        entries.map(({ turnoverRupiah }) => turnoverRupiah),
        { orders: 9_999 },
      ),
    );
    const period = {
      total,
      districts: [],
      categories: [],
      between: { districts: null, categories: null },
      agencies: [],
      control: { merchants: total.merchants, turnoverRupiah: total.turnoverRupiah ?? '0' },
    };
    const content = {
      place: 'ID',
      placeName: 'Indonesia',
      month: '2026-11',
      phase: 'final' as const,
      definition: DEFINITION,
      rules: RULES,
      sentence: 'Satu kalimat yang cukup panjang tentang bulan ini.',
      ...period,
      cities,
      year: period,
      merged: codes.map((place) => ({ place, revision: 12, hash: 'f'.repeat(64) })),
      missing: [],
      files: null,
      takenAt: '2026-12-11T00:00:00.000Z',
    };
    const suppressed = suppressionOf(content, { months: [] }, { cities: codes.slice(0, 200) });
    const snapshot = Snapshot.parse({ ...content, suppressed, revision: 12, hash: 'f'.repeat(64) });
    expect(sizeOf(snapshot)).toBeLessThan(MOST_BYTES);
    // Where every city has changed since, too.
    const before = {
      ...snapshot,
      cities: cities.map((city) => ({ ...city, sold: 1, orders: 2, turnoverRupiah: '3' })),
    };
    const changes = changesBetween({ ...before, total: cell }, content);
    expect(changes.figures.length).toBeGreaterThan(0);
    expect(sizeOf({ ...snapshot, changes })).toBeLessThan(MOST_BYTES);
  });
});

/** As DynamoDB counts: names and text by their bytes, a number by two digits a byte and one, lists and maps 3 and 1 an element. */
const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return Math.ceil(String(value).replace(/\D/g, '').length / 2) + 1;
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + 1 + sizeOf(one), 3);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .reduce((sum, [name, one]) => sum + 1 + Buffer.byteLength(name) + sizeOf(one), 3);
  return 1;
};
