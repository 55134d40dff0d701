import { describe, expect, test } from 'vitest';
import { publicSnapshot } from '../../../../shared/domain/equity/disclosure/public-snapshot.ts';
import { ownPoints } from '../../../../shared/domain/equity/disclosure/public-spread.ts';
import { suppressionOf } from '../../../../shared/domain/equity/disclosure/suppression.ts';
import type { Cell } from '../../../../shared/domain/equity/snapshot/cell.ts';
import type { Snapshot } from '../../../../shared/domain/equity/snapshot/snapshot.ts';
import { anyMarket, base, cellsOf, type Merchant, monthCode, periodOf, published, sum } from './market.ts';

describe('an attacker who compares revisions, gaps and fingerprints', () => {
  const shops = (city: string, count: number, rupiah: number, district = `${city}.01`): Merchant[] =>
    Array.from({ length: count }, (_, at) => ({
      city,
      district,
      category: at % 2 ? 'batik' : 'crafts',
      sales: Array.from({ length: 12 }, () => rupiah + 7 * at),
      from: 0,
      until: 99,
    }));
  const cityOf = (merchants: readonly Merchant[], at = 0) => {
    const { month, year } = cellsOf(merchants, at);
    const place = merchants[0]?.city ?? '';
    return { ...base(), place, month: monthCode(at), ...periodOf(month), cities: [], year: periodOf(year) };
  };
  const merged = (cities: readonly (readonly Merchant[])[]): Snapshot => {
    const { month, year } = cellsOf(cities.flat(), 0);
    const cells = cities.map((one) => ({ code: one[0]?.city ?? '', name: '', ...cellsOf(one, 0).month }));
    return {
      ...base(),
      place: '35',
      month: monthCode(0),
      ...periodOf({ ...month, topTwoShare: null }),
      cities: cells,
      year: periodOf({ ...year, topTwoShare: null }),
    };
  };

  test('learns nothing of a hidden city that came to a province after its first revision', () => {
    const [large, one, other] = [shops('35.01', 60, 300), shops('35.02', 6, 400), shops('35.03', 6, 500)];
    const first = merged([large, one, other]);
    const shown = { ...first, suppressed: suppressionOf(first) };
    expect(shown.suppressed.total).toBe(false);
    const past = { months: [], revision: shown.suppressed, latest: shown };
    const withTiny = merged([large, one, other, shops('35.04', 1, 6_543)]);
    expect(suppressionOf(withTiny).total).toBe(false);
    expect(suppressionOf(withTiny, past).total).toBe(true);
    // A hidden city with other figures than before is told by the difference alike; an open one is told anyway.
    expect(suppressionOf(merged([large, one, shops('35.03', 6, 600)]), past).total).toBe(true);
    expect(suppressionOf(merged([shops('35.01', 60, 310), one, other]), past).total).toBe(false);
    const two = merged([large, one, other, shops('35.04', 6, 400), shops('35.05', 6, 400)]);
    expect(suppressionOf(two, past).total).toBe(false);
  });

  test('learns nothing of a month that was never closed, or of what came to one afterwards', () => {
    const market = shops('35.01', 40, 500);
    const [january, march] = [cityOf(market, 0), cityOf(market, 1)];
    const has = { ...january, suppressed: suppressionOf(january) };
    const past = (month: Snapshot) => ({ months: [{ has: month, suppressed: has.suppressed }] });
    expect(suppressionOf(march, past(has)).yearTotal).toBe(false);
    expect(suppressionOf(march).yearTotal).toBe(true);
    const reported = { ...has, total: { ...has.total, reportedRupiah: '1' } };
    expect(suppressionOf(march, past(reported))).toMatchObject({ yearTotal: false, yearReports: true });
    const moved = { ...has, districts: [{ code: 'x', name: '', ...has.total }] };
    const parts = {
      ...march,
      year: { ...march.year, districts: [{ code: 'x', name: '', ...has.total, turnoverRupiah: '5' }] },
    };
    expect(suppressionOf(parts, past(moved)).year).toContain('x');
  });

  test('sees the same of a hidden city whatever its shops sold: figures, fingerprints and all', () => {
    const open = (rupiah: number) => {
      const city = cityOf(shops('35.09', 4, rupiah));
      return publicSnapshot({ ...city, hash: `of ${rupiah}`, suppressed: suppressionOf(city) });
    };
    expect(open(1_000)).toEqual(open(234_500));
    expect(open(1_000).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('reads no amounts of a few sellers out of exact figures or the points of a curve', () => {
    const cell = (sellers: number, others: number) => {
      const all = [
        ...shops('35.01', sellers, 80_000),
        ...shops('35.01', others, 0).map((one) => ({ ...one, sales: [0] })),
      ];
      const city = cityOf(all);
      return publicSnapshot({ ...city, suppressed: suppressionOf(city) }).total;
    };
    expect(cell(9, 30).turnoverRupiah).toBeNull();
    const few = cell(12, 30);
    expect(few.turnoverRupiah).not.toBeNull();
    expect(JSON.stringify(few.spread)).not.toContain('exact');
    expect(few.spread).toMatchObject({
      theil: { value: null, reason: 'small_cell' },
      hoover: { value: null, reason: 'small_cell' },
      lorenz: [],
      topTenMerchantsShare: { value: null, reason: 'small_cell' },
    });
    // Sixty merchants: at least ten between any two points in which the curve bends.
    const curve = cell(60, 0).spread?.lorenz ?? [];
    const bends = curve.flatMap((point, at) => {
      const [before, after] = [curve[at - 1], curve[at + 1]];
      if (before === undefined || after === undefined) return [];
      return Math.abs(after - 2 * point + before) > 0.0021 ? [at] : [];
    });
    expect(curve).toHaveLength(21);
    expect(bends.every((at) => at % 4 === 0)).toBe(true);
    const even = Array.from({ length: 21 }, (_, at) => at / 20);
    const points = (merchants: number, sold: number, topTwoShare = 0) =>
      ownPoints(even, { merchants, sold, topTwoShare });
    expect([points(60, 60), points(9, 9), points(200, 200).length]).toEqual([[0, 4, 8, 12, 16, 20], [0, 20], 21]);
    // Counted in sellers: of sixty merchants 24 sold, and the curve bends among them once.
    expect(points(60, 24).filter((at) => at > 12)).toEqual([16, 20]);
    // Two sellers are most of the last tenth: the point before it would tell them.
    expect(points(200, 200, 0.09)).not.toContain(18);
  });
});

/** Theil between groups, Σ s·ln(s/p), as the snapshot tells it. */
const betweenOf = (groups: readonly { merchants: number; rupiah: number }[]): number => {
  const [merchants, rupiah] = [sum(groups.map((one) => one.merchants)), sum(groups.map((one) => one.rupiah))];
  return sum(
    groups.map((one) => {
      const share = one.rupiah / rupiah;
      return share === 0 ? 0 : share * Math.log(share / (one.merchants / merchants));
    }),
  );
};

describe('an attacker who reads Theil between groups', () => {
  const sellers = (district: string, count: number, rupiah: number): Merchant[] =>
    Array.from({ length: count }, (_, at) => ({
      city: '35.01',
      district,
      category: at % 2 ? 'batik' : 'crafts',
      sales: [rupiah + at],
      from: 0,
      until: 99,
    }));
  const districts = [
    sellers('35.01.01', 3, 5_000),
    sellers('35.01.02', 14, 700),
    sellers('35.01.03', 40, 900),
    sellers('35.01.04', 40, 800),
  ];
  const all = districts.flat();
  const named = districts.map((of) => ({ code: of[0]?.district ?? '', name: '', ...cellsOf(of, 0) }));
  const { month, year } = cellsOf(all, 0);
  const truth = named.map((one) => ({ merchants: one.month.merchants, rupiah: Number(one.month.turnoverRupiah) }));
  const told = { within: { value: 0 }, between: { value: betweenOf(truth) }, betweenShare: { value: 0 } };
  const period = (span: 'month' | 'year', whole: Cell) => ({
    ...periodOf(
      whole,
      named.map(({ code, name, [span]: cell }) => ({ code, name, ...cell })),
    ),
    between: { districts: told, categories: told },
  });
  const snapshot: Snapshot = {
    ...base(),
    place: '35.01',
    month: monthCode(0),
    ...period('month', month),
    cities: [],
    year: period('year', year),
  };

  test('would find both of two hidden groups, so it is told where none is hidden', () => {
    const open = publicSnapshot(snapshot);
    const merged = open.districts.find(({ mergedFrom }) => mergedFrom)?.mergedFrom?.map(({ code }) => code) ?? [];
    const hidden = named.flatMap(({ code }, index) => (merged.includes(code) ? [index] : []));
    expect(hidden).toEqual([0, 1]);
    // He knows their sum, tries every way to divide it, and keeps those that give the published figure.
    const together = sum(hidden.map((at) => truth[at]?.rupiah ?? 0));
    const fits = Array.from({ length: together + 1 }, (_, first) => first).filter((first) => {
      const guess = truth.map((one, at) => ({
        ...one,
        rupiah: at === 0 ? first : at === 1 ? together - first : one.rupiah,
      }));
      return Math.abs(betweenOf(guess) - told.between.value) < 5e-10;
    });
    expect(fits).toContain(truth[0]?.rupiah);
    expect(fits.length).toBeLessThanOrEqual(2);
    for (const { between } of [open, open.year]) {
      expect(between.districts).toBeNull();
      expect(between.categories).not.toBeNull();
    }
  });
});

describe('the share of the ten largest', () => {
  test('is told where they leave ten others, or it would be the sales of the smallest', () => {
    const open = (count: number) => {
      const sellers = Array.from({ length: count }, (_, at) => ({
        city: '35.01',
        district: '35.01.01',
        category: 'batik',
        sales: [1_000 + at],
        from: 0,
        until: 99,
      }));
      const { month, year } = cellsOf(sellers, 0);
      const place = { place: '35.01', month: monthCode(0), cities: [] };
      return publicSnapshot({ ...base(), ...place, ...periodOf(month), year: periodOf(year) });
    };
    expect(open(11).total.spread?.topTenMerchantsShare).toEqual({ value: null, reason: 'small_cell' });
    expect(open(11).total.turnoverRupiah).not.toBeNull();
    expect(open(20).total.spread?.topTenMerchantsShare.value).not.toBeNull();
  });
});

describe('a cell once hidden', () => {
  test('stays hidden in later revisions of its month', () => {
    const market = anyMarket(5);
    const [first] = published(market, true);
    if (!first) throw new Error('nothing was published');
    const again = suppressionOf({ ...first.open, ...first.open, districts: [], categories: [] } as Snapshot, {
      months: [],
      revision: { ...first.suppressed, total: true },
    });
    expect(again.total).toBe(true);
  });
});
