import { describe, expect, test } from 'vitest';
import { publicSnapshot } from '../../../shared/domain/equity/disclosure/public-snapshot.ts';
import { curvePoints } from '../../../shared/domain/equity/disclosure/public-spread.ts';
import { suppressionOf } from '../../../shared/domain/equity/disclosure/small-cells.ts';
import type { Cell, Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { type Equation, type Rational, solved } from './equations.ts';
import {
  anyMarket,
  base,
  cellsOf,
  type Merchant,
  monthCode,
  type Published,
  periodOf,
  published,
  sum,
} from './small-cells-market.ts';

/*
 * The attacker knows the register and everything published: months and years, districts and categories, revisions,
 * provinces and the country, CSV included (it is made of the same public snapshots). Every published figure is a linear
 * equation over the turnover of cells; he solves them exactly. A hidden cell whose turnover has one solution is found.
 * Shops come and go: who left counts in the twelve months as long as a month of his is among them, so years are exactly
 * the sums of their months and tell nothing of who left.
 */

type Field = 'turnoverRupiah' | 'orders';
/** All the attacker knows of a figure that adds up, as equations; and the names of what is hidden. */
const knowledge = (all: readonly Published[], field: Field = 'turnoverRupiah') => {
  const equations: Equation[] = [];
  const known = (name: string, value: string | number) =>
    equations.push(
      new Map<string, Rational>([
        [name, [1n, 1n]],
        ...(Number(value) === 0 ? [] : ([['', [BigInt(value), 1n]]] as const)),
      ]),
    );
  const adds = (parts: readonly string[], total: string) =>
    parts.length > 0 &&
    equations.push(
      new Map<string, Rational>([...parts.map((part) => [part, [1n, 1n] as Rational] as const), [total, [-1n, 1n]]]),
    );
  const hidden = new Set<string>();
  for (const { open, at } of all) {
    const cells: [string, Cell][] = [
      [`${open.place} all`, open.whole],
      ...[...open.districts, ...open.categories].map((cell) => [`${open.place} ${cell.code}`, cell] as [string, Cell]),
    ];
    for (const [name, cell] of cells) {
      const variable = `${name} ${at}`;
      if (cell[field] !== null) known(variable, cell[field]);
      // Who sold is counted in public: where nobody did, there is nothing, and nothing is hidden.
      else if (cell.sold === 0) known(variable, '0');
      else hidden.add(variable);
    }
    const years: [string, Cell][] = [
      [`${open.place} all`, open.year.whole],
      ...[...open.year.districts, ...open.year.categories].map(
        (cell) => [`${open.place} ${cell.code}`, cell] as [string, Cell],
      ),
    ];
    for (const [name, cell] of years) {
      const window = Array.from({ length: Math.min(12, at + 1) }, (_, back) => `${name} ${at - back}`);
      const variable = `year ${name} ${at}`;
      adds(window, variable);
      if (cell[field] !== null) known(variable, cell[field]);
      else if (cell.sold === 0) known(variable, '0');
    }
    const parts = (of: readonly { code: string }[]) => of.map(({ code }) => `${open.place} ${code} ${at}`);
    adds(parts(open.districts), `${open.place} all ${at}`);
    adds(parts(open.categories), `${open.place} all ${at}`);
    adds(
      open.cities.map(({ code }) => `${code} all ${at}`),
      `${open.place} all ${at}`,
    );
    for (const city of open.cities) if (city[field] !== null) known(`${city.code} all ${at}`, city[field]);
  }
  return { equations, hidden };
};
const leaks = (all: readonly Published[], field?: Field): string[] => {
  const { equations, hidden } = knowledge(all, field);
  const found = solved(equations);
  return [...hidden].filter((name) => found.has(name));
};

const made = new Map<number, Published[]>();
/** All that is published of the market of a seed. */
const publishedOf = (seed: number): Published[] => {
  const all = made.get(seed) ?? published(anyMarket(seed), true);
  made.set(seed, all);
  return all;
};

describe('an attacker who has everything public', () => {
  test.each(['turnoverRupiah', 'orders'] as const)('finds the %s of no hidden cell', (field) => {
    let suppressed = 0;
    let shown = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const all = publishedOf(seed);
      const { hidden } = knowledge(all, field);
      suppressed += hidden.size;
      shown += all
        .flatMap(({ open }) => [open.whole, ...open.districts, ...open.categories])
        .filter((cell) => cell[field] !== null).length;
      expect(leaks(all, field), `seed ${seed}`).toEqual([]);
    }
    // Neither nothing to find nor nothing to see.
    expect(suppressed).toBeGreaterThan(500);
    expect(shown).toBeGreaterThan(1000);
  });

  test('finds nobody who left: twelve months are the sum of theirs, to the rupiah', () => {
    let withLeavers = 0;
    for (const all of Array.from({ length: 6 }, (_, seed) => publishedOf(seed + 1)))
      for (const { kept, at } of all) {
        const months = all.filter((one) => one.kept.place === kept.place && one.at <= at && one.at > at - 12);
        const total = (of: (whole: Cell) => string | number) =>
          months.reduce((rupiah, one) => rupiah + BigInt(of(one.kept.whole)), 0n);
        const { whole } = kept.year;
        for (const field of ['turnoverRupiah', 'reportedRupiah', 'orders', 'reports', 'reportsMissing'] as const)
          expect(String(whole[field])).toBe(String(total((month) => month[field] ?? 0)));
        if (whole.left > 0 && whole.merchants > kept.whole.merchants) withLeavers += 1;
      }
    expect(withLeavers).toBeGreaterThan(50);
  });

  test('would find some if years were shown without looking back at their months', () => {
    const found = Array.from({ length: 12 }, (_, seed) => leaks(published(anyMarket(seed + 1), false)).length);
    expect(sum(found)).toBeGreaterThan(0);
  });

  test('would find a city that is the only hidden one of its province, were the province shown', () => {
    const withTiny = Array.from({ length: 30 }, (_, seed) => publishedOf(seed + 1)).flatMap((market) => {
      const all = market.filter(({ open }) => open.place !== 'ID');
      const tiny = all.find(({ open }) => {
        const suppressed = open.cities.filter(({ turnoverRupiah }) => turnoverRupiah === null);
        return open.whole.turnoverRupiah === null && open.whole.merchants > 20 && suppressed.length === 1;
      });
      return tiny ? [{ all, tiny }] : [];
    })[0];
    if (!withTiny) throw new Error('no market had such a province');
    const { all, tiny } = withTiny;
    const { equations, hidden } = knowledge(all);
    const shown: Equation = new Map([
      [`${tiny.open.place} all ${tiny.at}`, [1n, 1n]],
      ['', [123n, 1n]],
    ]);
    const found = solved([...equations, shown]);
    expect(
      [...hidden].some((name) => / all /.test(name) && !name.startsWith(`${tiny.open.place} `) && found.has(name)),
    ).toBe(true);
  });
});

describe('an attacker who compares revisions, gaps and fingerprints', () => {
  const shops = (city: string, count: number, rupiah: number, district = `${city}.01`): Merchant[] =>
    Array.from({ length: count }, (_, at) => ({
      ...{ city, district, category: at % 2 ? 'batik' : 'crafts' },
      sales: Array.from({ length: 12 }, () => rupiah + 7 * at),
      ...{ from: 0, until: 99 },
    }));
  const cityOf = (merchants: readonly Merchant[], at = 0) => {
    const { month, year } = cellsOf(merchants, at);
    const place = merchants[0]?.city ?? '';
    return { ...base(), ...{ place, month: monthCode(at) }, ...periodOf(month), cities: [], year: periodOf(year) };
  };
  const merged = (cities: readonly (readonly Merchant[])[]): Snapshot => {
    const { month, year } = cellsOf(cities.flat(), 0);
    const cells = cities.map((one) => ({ code: one[0]?.city ?? '', name: '', ...cellsOf(one, 0).month }));
    return {
      ...{ ...base(), place: '35', month: monthCode(0), ...periodOf({ ...month, topTwoShare: null }) },
      ...{ cities: cells, year: periodOf({ ...year, topTwoShare: null }) },
    };
  };

  test('learns nothing of a hidden city that came to a province after its first revision', () => {
    const [large, one, other] = [shops('35.01', 60, 300), shops('35.02', 6, 400), shops('35.03', 6, 500)];
    const first = merged([large, one, other]);
    const shown = { ...first, suppressed: suppressionOf(first) };
    expect(shown.suppressed.whole).toBe(false);
    const past = { months: [], revision: shown.suppressed, latest: shown };
    const withTiny = merged([large, one, other, shops('35.04', 1, 6_543)]);
    expect(suppressionOf(withTiny).whole).toBe(false);
    expect(suppressionOf(withTiny, past).whole).toBe(true);
    // A hidden city with other figures than before is told by the difference alike; an open one is told anyway.
    expect(suppressionOf(merged([large, one, shops('35.03', 6, 600)]), past).whole).toBe(true);
    expect(suppressionOf(merged([shops('35.01', 60, 310), one, other]), past).whole).toBe(false);
    const two = merged([large, one, other, shops('35.04', 6, 400), shops('35.05', 6, 400)]);
    expect(suppressionOf(two, past).whole).toBe(false);
  });

  test('learns nothing of a month that was never closed, or of what came to one afterwards', () => {
    const market = shops('35.01', 40, 500);
    const [january, march] = [cityOf(market, 0), cityOf(market, 1)];
    const has = { ...january, suppressed: suppressionOf(january) };
    const past = (month: Snapshot) => ({ months: [{ has: month, suppressed: has.suppressed }] });
    expect(suppressionOf(march, past(has)).wholeYear).toBe(false);
    expect(suppressionOf(march).wholeYear).toBe(true);
    const reported = { ...has, whole: { ...has.whole, reportedRupiah: '1' } };
    expect(suppressionOf(march, past(reported))).toMatchObject({ wholeYear: false, yearReports: true });
    const moved = { ...has, districts: [{ code: 'x', name: '', ...has.whole }] };
    const parts = {
      ...march,
      year: { ...march.year, districts: [{ code: 'x', name: '', ...has.whole, turnoverRupiah: '5' }] },
    };
    expect(suppressionOf(parts, past(moved)).year).toContain('x');
  });

  test('sees the same whatever a hidden shop sold: figures, fingerprints and all', () => {
    const open = (rupiah: number) => {
      const tiny = shops('35.09', 4, rupiah);
      const large = shops('35.01', 60, 300);
      const city = cityOf(tiny);
      const province = { ...merged([tiny, large]), merged: [{ place: '35.09', revision: 1, hash: `of ${rupiah}` }] };
      return [city, province].map((one) =>
        publicSnapshot({ ...one, hash: `of ${rupiah}`, suppressed: suppressionOf(one) }),
      );
    };
    expect(open(1_000)).toEqual(open(234_500));
    expect(open(1_000)[0]?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('reads no amounts of a few sellers out of exact figures or the points of a curve', () => {
    const cell = (sellers: number, others: number) => {
      const all = [
        ...shops('35.01', sellers, 80_000),
        ...shops('35.01', others, 0).map((one) => ({ ...one, sales: [0] })),
      ];
      const city = cityOf(all);
      return publicSnapshot({ ...city, suppressed: suppressionOf(city) }).whole;
    };
    expect(cell(4, 30).turnoverRupiah).toBeNull();
    const few = cell(7, 30);
    expect(few.turnoverRupiah).not.toBeNull();
    expect(JSON.stringify(few.spread)).not.toContain('exact');
    expect(few.spread).toMatchObject({ theil: { value: null, reason: 'small_cell' }, lorenz: [] });
    // Sixty merchants: at least ten between any two points in which the curve bends.
    const curve = cell(60, 0).spread?.lorenz ?? [];
    const bends = curve.flatMap((point, at) => {
      const [before, after] = [curve[at - 1], curve[at + 1]];
      if (before === undefined || after === undefined) return [];
      return Math.abs(after - 2 * point + before) > 0.0021 ? [at] : [];
    });
    expect(curve).toHaveLength(21);
    expect(bends.every((at) => at % 4 === 0)).toBe(true);
    expect([curvePoints(60), curvePoints(9), curvePoints(200).length]).toEqual([[0, 4, 8, 12, 16, 20], [0, 20], 21]);
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
      ...{ from: 0, until: 99 },
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
    ...{ place: '35.01', month: monthCode(0), ...period('month', month), cities: [], year: period('year', year) },
  };

  test('would find both of two hidden groups, so it is told where none is hidden', () => {
    const open = publicSnapshot(snapshot);
    const hidden = open.districts.flatMap((cell, at) => (cell.turnoverRupiah === null ? [at] : []));
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
        ...{ from: 0, until: 99 },
      }));
      const { month, year } = cellsOf(sellers, 0);
      const place = { place: '35.01', month: monthCode(0), cities: [] };
      return publicSnapshot({ ...base(), ...place, ...periodOf(month), year: periodOf(year) });
    };
    expect(open(11).whole.spread?.topTenMerchantsShare).toEqual({ value: null, reason: 'small_cell' });
    expect(open(11).whole.turnoverRupiah).not.toBeNull();
    expect(open(20).whole.spread?.topTenMerchantsShare.value).not.toBeNull();
  });
});

describe('a cell once hidden', () => {
  test('stays hidden in later revisions of its month', () => {
    const market = anyMarket(5);
    const [first] = published(market, true);
    if (!first) throw new Error('nothing was published');
    const again = suppressionOf({ ...first.open, ...first.open, districts: [], categories: [] } as Snapshot, {
      months: [],
      revision: { ...first.suppressed, whole: true },
    });
    expect(again.whole).toBe(true);
  });
});
