import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publicSnapshot } from '../../../../shared/domain/equity/disclosure/public-snapshot.ts';
import type { Cell, NamedCell } from '../../../../shared/domain/equity/snapshot/cell.ts';
import { cellCounter } from '../../../../shared/domain/equity/snapshot/cell-counter.ts';
import { partOf, type Span, type StandingEntry } from '../../../../shared/domain/equity/snapshot/part.ts';
import { DEFINITION, type Snapshot, type SnapshotYear } from '../../../../shared/domain/equity/snapshot/snapshot.ts';

/** A merchant of a made-up city: where, what, and how much in the month and in the eleven months before. */
type Seller = { district: string; category: string; rupiah: number; before: number };

const entryOf = ({ rupiah, before }: Seller): StandingEntry => ({
  turnoverRupiah: rupiah,
  rollingRupiah: rupiah + before,
  rollingOrders: 1,
  reportedRupiah: null,
  orders: rupiah > 0 ? 1 : 0,
  monthsUnsold: 0,
  newcomer: false,
  offeredDays: 30,
  left: false,
  earlier: undefined,
});
const ascending = (entries: readonly StandingEntry[], of: (entry: StandingEntry) => number) => {
  const sorted = [...entries].sort((a, b) => of(a) - of(b));
  return {
    sorted,
    control: { count: sorted.length, total: sorted.reduce((sum, entry) => sum + BigInt(of(entry)), 0n) },
  };
};
const cellOf = (span: Span, sellers: readonly Seller[]): Cell => {
  const { sorted, control } = ascending(sellers.map(entryOf), (entry) => partOf[span](entry).rupiah);
  const counter = cellCounter(control);
  for (const part of sorted.map(partOf[span])) {
    counter.amount(part.rupiah);
    counter.part(part);
  }
  return counter.end().cell;
};
const groups = (sellers: readonly Seller[], by: 'district' | 'category') =>
  [...new Set(sellers.map((one) => one[by]))]
    .sort()
    .map((code) => ({ code, of: sellers.filter((one) => one[by] === code) }));

const office = {
  agencyId: 'agc_x',
  name: 'Dinas',
  rupiah: '1',
  owners: 1,
  newOwners: 0,
  newRupiah: '0',
  equivalentOwners: { value: 1 },
  largestShare: { value: 1 },
};
const periodOf = (span: Span, sellers: readonly Seller[]): SnapshotYear => {
  const cellsBy = (by: 'district' | 'category') =>
    groups(sellers, by).map(({ code, of }) => ({ code, name: code, ...cellOf(span, of) }));
  const total = cellOf(span, sellers);
  return {
    total,
    districts: cellsBy('district'),
    categories: cellsBy('category'),
    between: { districts: null, categories: null },
    agencies: [office],
    control: { merchants: total.merchants, turnoverRupiah: total.turnoverRupiah ?? '0' },
  };
};
const snapshotOf = (sellers: readonly Seller[], cities: NamedCell[] = []): Snapshot => ({
  place: '35.73',
  placeName: 'Kota Malang',
  month: '2026-11',
  revision: 1,
  phase: 'final',
  definition: DEFINITION,
  sentence: '',
  ...periodOf('month', sellers),
  cities,
  year: periodOf('year', sellers),
  missing: [],
  files: { month: { key: 'k', sha256: 's', merchants: 1 }, year: { key: 'k', sha256: 's', merchants: 1 } },
  takenAt: '2026-12-11T00:00:00.000Z',
  hash: 'h',
});

const amounts = fc.oneof(
  { arbitrary: fc.constant(0), weight: 3 },
  { arbitrary: fc.integer({ min: 1_000, max: 900_000 }), weight: 4 },
  { arbitrary: fc.integer({ min: 5_000_000, max: 90_000_000 }), weight: 1 },
);
/** A city of up to six districts of very different sizes. */
const anyCity = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 25 }),
      fc.array(fc.tuple(amounts, amounts, fc.constantFrom('batik', 'culinary', 'services')), {
        minLength: 25,
        maxLength: 25,
      }),
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((districts) =>
    districts.flatMap(([size, sellers], place) =>
      sellers
        .slice(0, size)
        .map(([rupiah, before, category]): Seller => ({ district: `35.73.0${place}`, category, rupiah, before })),
    ),
  );

const topTwo = (values: readonly number[]) => {
  const [first = 0, second = 0] = [...values].sort((a, b) => b - a);
  return first + second;
};
const rupiahIn = { month: (one: Seller) => one.rupiah, year: (one: Seller) => one.rupiah + one.before };

/**
 * What somebody can work out who knows the register and subtracts what is shown from the whole: the sum over all hidden
 * cells. That sum must not be a few merchants' own.
 */
const workedOut = (
  open: Snapshot,
  sellers: readonly Seller[],
  by: 'district' | 'category',
  span: 'month' | 'year',
): { cells: number; merchants: number; topTwoShare: number } | undefined => {
  const whole = span === 'month' ? open.total : open.year.total;
  const cells: NamedCell[] =
    by === 'district'
      ? span === 'month'
        ? open.districts
        : open.year.districts
      : span === 'month'
        ? open.categories
        : open.year.categories;
  const unknown = cells.flatMap(({ mergedFrom = [] }) => mergedFrom);
  if (whole.turnoverRupiah === null || whole.sold === 0 || unknown.length === 0) return undefined;
  const group = sellers.filter((one) => unknown.some(({ code }) => code === one[by]));
  const values = group.map(rupiahIn[span]);
  return {
    cells: unknown.length,
    merchants: group.length,
    topTwoShare: topTwo(values) / values.reduce((sum, one) => sum + one, 0),
  };
};
const everyWay = (['district', 'category'] as const).flatMap((by) =>
  (['month', 'year'] as const).map((span) => [by, span] as const),
);

describe('a public snapshot', () => {
  test('shows no cell of fewer than ten merchants, or of two who sell nearly all', () => {
    fc.assert(
      fc.property(anyCity, (sellers) => {
        const open = publicSnapshot(snapshotOf(sellers));
        for (const [by, span] of everyWay) {
          const cells: Cell[] =
            by === 'district'
              ? span === 'month'
                ? open.districts
                : open.year.districts
              : span === 'month'
                ? open.categories
                : open.year.categories;
          for (const { code, of } of groups(sellers, by)) {
            const values = of.map(rupiahIn[span]);
            const total = values.reduce((sum, one) => sum + one, 0);
            const sold = values.filter((one) => one > 0).length;
            const small = of.length < 10 || sold < 10 || (total > 0 && topTwo(values) / total >= 0.85);
            if (small) expect(cells.map((cell) => (cell as NamedCell).code)).not.toContain(code);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test('gives no hidden cell away by subtraction, and no small group of them', () => {
    fc.assert(
      fc.property(anyCity, (sellers) => {
        const open = publicSnapshot(snapshotOf(sellers));
        for (const [by, span] of everyWay) {
          const found = workedOut(open, sellers, by, span);
          if (!found) continue;
          expect(found.merchants, `${by} ${span}`).toBeGreaterThanOrEqual(10);
          expect(found.topTwoShare, `${by} ${span}`).toBeLessThan(0.85);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('hides a second cell with a small one and tells both as one, which adds up', () => {
    const many = (district: string, count: number, rupiah: number): Seller[] =>
      Array.from({ length: count }, () => ({ district, category: 'batik', rupiah, before: 0 }));
    const sellers = [
      ...many('35.73.01', 1, 5_000),
      ...many('35.73.02', 11, 0),
      ...many('35.73.03', 12, 7_000),
      ...many('35.73.04', 40, 9_000),
    ];
    const { districts } = publicSnapshot(snapshotOf(sellers));
    expect(districts.map(({ code, turnoverRupiah, sold, unsold }) => [code, turnoverRupiah, sold, unsold])).toEqual([
      ['35.73.04', '360000', 40, 0],
      ['lainnya', '89000', 13, 11],
    ]);
    // Nobody reads that one of one has sold, or which eleven have not.
    expect(districts[1]?.mergedFrom?.map(({ code }) => code)).toEqual(['35.73.01', '35.73.02', '35.73.03']);
  });

  test('of a province with one small city does not show that city as its whole', () => {
    const few = Array.from(
      { length: 4 },
      (): Seller => ({ district: '35.73.01', category: 'batik', rupiah: 5_000, before: 0 }),
    );
    const lots = Array.from(
      { length: 60 },
      (): Seller => ({ district: '35.78.01', category: 'batik', rupiah: 5_000, before: 0 }),
    );
    const city = (code: string, of: readonly Seller[]): NamedCell => ({ code, name: code, ...cellOf('month', of) });
    const alone = { ...snapshotOf(few, [city('35.73', few)]), districts: [], categories: [] };
    expect(publicSnapshot(alone).total.turnoverRupiah).toBeNull();
    const two = {
      ...snapshotOf([...few, ...lots], [city('35.73', few), city('35.78', lots)]),
      districts: [],
      categories: [],
    };
    const open = publicSnapshot(two);
    expect(open.total.turnoverRupiah).toBe('320000');
    expect(open.cities.map(({ code, merchants }) => [code, merchants])).toEqual([['lainnya', 64]]);
  });

  test('keeps the whole of a large and even city open, with all its cells', () => {
    const sellers = ['01', '02', '03'].flatMap((code) =>
      Array.from(
        { length: 30 },
        (_, place): Seller => ({
          district: `35.73.${code}`,
          category: place % 2 ? 'batik' : 'culinary',
          rupiah: 1_000 + place,
          before: 500,
        }),
      ),
    );
    const open = publicSnapshot(snapshotOf(sellers));
    expect(
      [open.total, ...open.districts, ...open.categories].every(({ turnoverRupiah }) => turnoverRupiah !== null),
    ).toBe(true);
  });

  test('names no office and no file, and never how much two merchants hold', () => {
    fc.assert(
      fc.property(anyCity, (sellers) => {
        const open = publicSnapshot(snapshotOf(sellers));
        expect([open.agencies, open.year.agencies, open.files]).toEqual([[], [], null]);
        expect(JSON.stringify(open)).not.toMatch(/"topTwoShare":[0-9]/);
        for (const { total, control } of [open, open.year])
          if (total.turnoverRupiah === null) expect(control.turnoverRupiah).toBe('0');
      }),
      { numRuns: 50 },
    );
  });
});
