import { describe, expect, test } from 'vitest';
import { paidShopsCounter } from '../../shared/domain/paid.ts';
import { type Beneath, type Past, publicSnapshot, secretOf } from '../../shared/domain/small-cells.ts';
import { type Prices, pricesOf } from '../../shared/domain/small-prices.ts';
import {
  type Cell,
  DEFINITION,
  type NamedCell,
  type Secret,
  type Snapshot,
  type YearCell,
} from '../../shared/domain/snapshot.ts';
import { monthCounter, type StandingEntry, yearCounter } from '../../shared/domain/snapshot-cell.ts';

/*
 * The attacker knows the register and everything published: months and years, districts and categories, revisions,
 * provinces and the country, CSV included (it is made of the same public snapshots). Every published figure is a linear
 * equation over the turnover of cells; he solves them exactly. A hidden cell whose turnover has one solution is found.
 * The register stays as it is all the time, which is the worst case: then years are exactly the sums of their months.
 */

const MONTHS = 15;
const CITIES = ['35.01', '35.02', '35.03', '36.01', '36.02'];
type Merchant = { city: string; district: string; category: string; sales: number[] };

const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
/** Cities of very different sizes, in districts and categories of which some are tiny; many months without a sale. */
const anyMarket = (seed: number): Merchant[] => {
  const next = random(seed);
  return CITIES.flatMap((city) => {
    const size = [4, 40, 120, 200][Math.floor(next() * 4)] ?? 12;
    return Array.from({ length: size }, (): Merchant => {
      const place = Math.min(2, Math.floor(next() * 2.15));
      const large = next() < 0.04;
      return {
        city,
        district: `${city}.0${place + 1}`,
        category: ['batik', 'culinary', 'crafts'][Math.min(2, Math.floor(next() * 2.3))] ?? 'batik',
        sales: Array.from({ length: MONTHS }, () =>
          next() < 0.35 ? 0 : Math.floor(next() * (large ? 90_000 : 900)) + 1,
        ),
      };
    });
  });
};

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
const inYear = ({ sales }: Merchant, month: number) => sum(sales.slice(Math.max(0, month - 11), month + 1));
/** Of some sales a list was the origin: of many in one city, of few in another. */
const paidOf = ({ city }: Merchant, rupiah: number): Pick<StandingEntry, 'paid'> =>
  rupiah > 0 && rupiah % (3 * Number(city.slice(-1)) + 1) === 0
    ? {
        paid: {
          comparedRupiah: rupiah,
          referenceRupiah: rupiah + 7,
          below: rupiah % 5 === 0 ? { price_above_fair: 1 } : {},
        },
      }
    : {};
const entryOf = (merchant: Merchant, month: number): StandingEntry => ({
  ...paidOf(merchant, merchant.sales[month] ?? 0),
  turnoverRupiah: merchant.sales[month] ?? 0,
  rollingRupiah: inYear(merchant, month),
  rollingOrders: 1,
  reportedRupiah: null,
  orders: 1,
  unsoldMonths: 0,
  newcomer: false,
  left: false,
});
const cellsOf = (merchants: readonly Merchant[], month: number): { month: Cell; year: YearCell } => {
  const entries = merchants.map((one) => entryOf(one, month));
  const run = <C>(make: typeof monthCounter | typeof yearCounter, of: (entry: StandingEntry) => number): C => {
    const counter = make({ count: entries.length, total: BigInt(sum(entries.map(of))) });
    for (const entry of [...entries].sort((a, b) => of(a) - of(b))) counter.add(entry);
    return counter.end().cell as C;
  };
  return { month: run(monthCounter, (one) => one.turnoverRupiah), year: run(yearCounter, (one) => one.rollingRupiah) };
};
const shopsOf = (merchants: readonly Merchant[], month: number) => {
  const counter = paidShopsCounter();
  for (const merchant of merchants) {
    const { paid } = entryOf(merchant, month);
    if (paid) counter.add(paid);
  }
  return counter.end();
};
const codesOf = (merchants: readonly Merchant[], by: 'district' | 'category') =>
  [...new Set(merchants.map((one) => one[by]))].sort();

const base = () => ({
  placeName: '',
  revision: 1,
  phase: 'final' as const,
  definition: DEFINITION,
  sentence: '',
  between: { districts: null, categories: null },
  agencies: [],
  missing: [],
  files: null,
  takenAt: '2027-01-01T00:00:00.000Z',
  hash: '',
});
const monthCode = (month: number) => `20${26 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

type Published = { open: Snapshot; kept: Snapshot; secret: Secret; at: number };
/** Closes every month of every place as the close does, deciding what is secret with or without looking back. */
const published = (market: readonly Merchant[], lookingBack: boolean): Published[] => {
  const all: Published[] = [];
  const history = new Map<string, Secret[]>();
  const publish = (snapshot: Snapshot, at: number, beneath: Beneath) => {
    const before = history.get(snapshot.place) ?? [];
    const past: Past = { months: lookingBack ? before.slice(-11) : [] };
    const secret = secretOf(snapshot, past, beneath);
    history.set(snapshot.place, [...before, secret]);
    all.push({ open: publicSnapshot({ ...snapshot, secret }), kept: snapshot, secret, at });
    return secret;
  };
  for (let at = 0; at < MONTHS; at += 1) {
    const wholes: NamedCell[] = [];
    const hidden: string[] = [];
    const prices = new Map<string, Prices>();
    for (const city of CITIES) {
      const merchants = market.filter((one) => one.city === city);
      const named = (by: 'district' | 'category') =>
        codesOf(merchants, by).map((code) => ({
          code,
          name: code,
          of: cellsOf(
            merchants.filter((one) => one[by] === code),
            at,
          ),
        }));
      const [districts, categories, whole] = [named('district'), named('category'), cellsOf(merchants, at)];
      const months = (cells: typeof districts) => cells.map(({ of, ...name }) => ({ ...name, ...of.month }));
      const years = (cells: typeof districts) => cells.map(({ of, ...name }) => ({ ...name, ...of.year }));
      const snapshot: Snapshot = {
        ...base(),
        place: city,
        month: monthCode(at),
        whole: whole.month,
        districts: months(districts),
        categories: months(categories),
        cities: [],
        year: { whole: whole.year, districts: years(districts), categories: years(categories) },
        control: { merchants: merchants.length, turnoverRupiah: whole.month.turnoverRupiah ?? '0' },
      };
      const secret = publish(snapshot, at, { paidShops: shopsOf(merchants, at) });
      if (secret.whole) hidden.push(city);
      prices.set(city, pricesOf({ ...snapshot, secret }));
      wholes.push({ code: city, name: city, ...whole.month });
    }
    for (const place of ['35', '36', 'ID']) {
      const merchants = market.filter(({ city }) => place === 'ID' || city.startsWith(place));
      const cells = cellsOf(merchants, at);
      const cities = wholes.filter(({ code }) => place === 'ID' || code.startsWith(place));
      const whole = { ...cells.month, topTwoShare: null };
      publish(
        {
          ...base(),
          place,
          month: monthCode(at),
          whole,
          districts: [],
          categories: [],
          cities,
          year: { whole: { ...cells.year, topTwoShare: null }, districts: [], categories: [] },
          control: { merchants: merchants.length, turnoverRupiah: cells.month.turnoverRupiah ?? '0' },
        },
        at,
        { cities: hidden.filter((code) => cities.some((city) => city.code === code)), prices },
      );
    }
  }
  return all;
};

/** A rational number in lowest terms; the sign is in the numerator. */
type Rational = readonly [bigint, bigint];
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const rational = (n: bigint, d: bigint): Rational => {
  const divisor = gcd(n, d) * (d < 0n ? -1n : 1n);
  return [n / divisor, d / divisor];
};
const minus = ([a, b]: Rational, [c, d]: Rational): Rational => rational(a * d - c * b, b * d);
const times = ([a, b]: Rational, [c, d]: Rational): Rational => rational(a * c, b * d);
const over = ([a, b]: Rational, [c, d]: Rational): Rational => rational(a * d, b * c);

/** An equation Σ coefficient·unknown = constant, the constant under the key ''. */
type Equation = Map<string, Rational>;
/** Gauss and Jordan, exactly. Answers every unknown that has one value only, with that value. */
const solved = (equations: readonly Equation[]): Map<string, Rational> => {
  const rows = new Map<string, Equation>();
  const less = (row: Equation, other: Equation, factor: Rational) => {
    for (const [name, value] of other) {
      const left = minus(row.get(name) ?? [0n, 1n], times(value, factor));
      if (left[0] === 0n) row.delete(name);
      else row.set(name, left);
    }
  };
  for (const given of equations) {
    const row = new Map(given);
    for (const name of [...row.keys()]) {
      const pivot = rows.get(name);
      const value = row.get(name);
      if (pivot && value) less(row, pivot, value);
    }
    const name = [...row.keys()].find((key) => key !== '');
    if (name === undefined) {
      if (row.size > 0) throw new Error('what was published contradicts itself');
      continue;
    }
    const lead = row.get(name) as Rational;
    for (const [key, value] of row) row.set(key, over(value, lead));
    for (const other of rows.values()) {
      const value = other.get(name);
      if (value) less(other, row, value);
    }
    rows.set(name, row);
  }
  const found = new Map<string, Rational>();
  for (const [name, row] of rows)
    if ([...row.keys()].every((key) => key === name || key === '')) found.set(name, row.get('') ?? [0n, 1n]);
  return found;
};

/** All the attacker knows, as equations; and the true turnover of what is hidden. */
const knowledge = (all: readonly Published[]) => {
  const equations: Equation[] = [];
  const known = (name: string, value: string) =>
    equations.push(
      new Map<string, Rational>([[name, [1n, 1n]], ...(value === '0' ? [] : ([['', [BigInt(value), 1n]]] as const))]),
    );
  const adds = (parts: readonly string[], total: string) =>
    parts.length > 0 &&
    equations.push(
      new Map<string, Rational>([...parts.map((part) => [part, [1n, 1n] as Rational] as const), [total, [-1n, 1n]]]),
    );
  const hidden = new Set<string>();
  for (const { open, at } of all) {
    const cells: [string, Cell | YearCell][] = [
      [`${open.place} all`, open.whole],
      ...[...open.districts, ...open.categories].map((cell) => [`${open.place} ${cell.code}`, cell] as [string, Cell]),
    ];
    for (const [name, cell] of cells) {
      const variable = `${name} ${at}`;
      if (cell.turnoverRupiah !== null) known(variable, cell.turnoverRupiah);
      // Who sold is counted in public: where nobody did, the turnover is zero, and nothing is hidden.
      else if (cell.sold === 0) known(variable, '0');
      else hidden.add(variable);
    }
    const years: [string, YearCell][] = [
      [`${open.place} all`, open.year.whole],
      ...[...open.year.districts, ...open.year.categories].map(
        (cell) => [`${open.place} ${cell.code}`, cell] as [string, YearCell],
      ),
    ];
    for (const [name, cell] of years) {
      const window = Array.from({ length: Math.min(12, at + 1) }, (_, back) => `${name} ${at - back}`);
      const variable = `year ${name} ${at}`;
      adds(window, variable);
      if (cell.turnoverRupiah !== null) known(variable, cell.turnoverRupiah);
      else if (cell.sold === 0) known(variable, '0');
    }
    const parts = (of: readonly { code: string }[]) => of.map(({ code }) => `${open.place} ${code} ${at}`);
    adds(parts(open.districts), `${open.place} all ${at}`);
    adds(parts(open.categories), `${open.place} all ${at}`);
    adds(
      open.cities.map(({ code }) => `${code} all ${at}`),
      `${open.place} all ${at}`,
    );
    for (const city of open.cities)
      if (city.turnoverRupiah !== null) known(`${city.code} all ${at}`, city.turnoverRupiah);
  }
  return { equations, hidden };
};
const leaks = (all: readonly Published[]): string[] => {
  const { equations, hidden } = knowledge(all);
  const found = solved(equations);
  return [...hidden].filter((name) => found.has(name));
};

describe('an attacker who has everything public', () => {
  test('finds the turnover of no hidden cell', () => {
    let secrets = 0;
    let shown = 0;
    for (let seed = 1; seed <= 12; seed += 1) {
      const all = published(anyMarket(seed), true);
      const { hidden } = knowledge(all);
      secrets += hidden.size;
      shown += all
        .flatMap(({ open }) => [open.whole, ...open.districts, ...open.categories])
        .filter(({ turnoverRupiah }) => turnoverRupiah !== null).length;
      expect(leaks(all), `seed ${seed}`).toEqual([]);
    }
    // Neither nothing to find nor nothing to see.
    expect(secrets).toBeGreaterThan(500);
    expect(shown).toBeGreaterThan(1000);
  });

  test('would find some if years were shown without looking back at their months', () => {
    const found = Array.from({ length: 12 }, (_, seed) => leaks(published(anyMarket(seed + 1), false)).length);
    expect(sum(found)).toBeGreaterThan(0);
  });

  test('would find a city that is the only hidden one of its province, were the province shown', () => {
    const withTiny = Array.from({ length: 30 }, (_, seed) => published(anyMarket(seed + 1), true)).flatMap((market) => {
      const all = market.filter(({ open }) => open.place !== 'ID');
      const tiny = all.find(({ open }) => {
        const secret = open.cities.filter(({ turnoverRupiah }) => turnoverRupiah === null);
        return open.whole.turnoverRupiah === null && open.whole.merchants > 20 && secret.length === 1;
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

const cellsIn = ({ place, whole, districts, categories, cities }: Snapshot): (readonly [string, Cell])[] => [
  [`${place} all`, whole],
  ...[...districts, ...categories].map((cell) => [`${place} ${cell.code}`, cell] as const),
  ...cities.map((cell) => [`${cell.code} all`, cell] as const),
];
/**
 * What he works out of the prices paid in a city that is no sum over ten shops, or is one that two of them nearly hold.
 * Where a cell says nothing of prices, or nobody sold, nothing was paid; where it says "hidden" he has an unknown.
 */
const pricesFound = (
  market: readonly Merchant[],
  all: readonly { seen: Snapshot; at: number }[],
  of: 'comparedRupiah' | 'referenceRupiah',
) => {
  const one: Rational = [1n, 1n];
  const equations: Equation[] = [];
  const unsafe = new Set<string>();
  for (const { seen, at } of all) {
    for (const [name, cell] of cellsIn(seen)) {
      const value = cell.paid === undefined || cell.sold === 0 ? '0' : cell.paid?.[of];
      if (value === undefined) continue;
      equations.push(
        new Map([[`${name} ${at}`, one], ...(value === '0' ? [] : ([['', [BigInt(value), 1n]]] as const))]),
      );
    }
    for (const parts of [seen.districts, seen.categories, seen.cities])
      if (parts.length > 0)
        equations.push(
          new Map<string, Rational>([
            ...parts.map(
              ({ code }) => [`${parts === seen.cities ? `${code} all` : `${seen.place} ${code}`} ${at}`, one] as const,
            ),
            [`${seen.place} all ${at}`, [-1n, 1n]],
          ]),
        );
    for (const [name] of cellsIn(seen)) {
      const [place = '', code = ''] = name.split(' ');
      const among = market.filter(
        ({ city, district, category }) =>
          (place === 'ID' || city.startsWith(place)) && ['all', district, category].includes(code),
      );
      const { shops, topTwoRupiah } = shopsOf(among, at);
      const total = sum(among.map((merchant) => entryOf(merchant, at).paid?.comparedRupiah ?? 0));
      if (shops > 0 && (shops < 10 || topTwoRupiah >= 0.85 * total)) unsafe.add(`${name} ${at}`);
    }
  }
  const found = solved(equations);
  return [...unsafe].filter((name) => found.has(name));
};

describe('an attacker who reads prices paid', () => {
  const markets = Array.from({ length: 8 }, (_, seed) => {
    const market = anyMarket(seed + 1);
    return { market, all: published(market, true) };
  });

  test('finds what was paid to no few shops, in no cell', () => {
    let told = 0;
    for (const { market, all } of markets) {
      const seen = all.map(({ open, at }) => ({ seen: open, at }));
      told += all.filter(({ open }) => open.whole.paid).length;
      expect(pricesFound(market, seen, 'comparedRupiah')).toEqual([]);
      expect(pricesFound(market, seen, 'referenceRupiah')).toEqual([]);
      for (const { open } of all) {
        // Parts are hidden alike, so that silence tells nothing.
        const parts = [...open.districts, ...open.categories, ...open.cities];
        expect(parts.map(({ paid }) => paid).filter((paid) => paid !== null)).toEqual([]);
        if (open.whole.turnoverRupiah === null) expect(open.whole.paid).toBeNull();
      }
    }
    expect(told).toBeGreaterThan(150);
  });

  test('would find some if every open whole told them', () => {
    const naive = markets.flatMap(({ market, all }) =>
      pricesFound(
        market,
        all.map(({ open, kept, secret, at }) => {
          const paid = secret.whole ? null : kept.whole.paid;
          return { seen: { ...open, whole: { ...open.whole, ...(paid === undefined ? {} : { paid }) } }, at };
        }),
        'comparedRupiah',
      ),
    );
    expect(naive.length).toBeGreaterThan(0);
  });

  test('finds them kept in later revisions, and where it was never decided', () => {
    const found = markets.flatMap(({ all }) => all).find(({ open }) => open.whole.paid);
    if (!found) throw new Error('no prices were told');
    const { kept, secret } = found;
    const { prices: _decided, ...undecided } = secret;
    expect(publicSnapshot({ ...kept, secret: undecided }).whole.paid).toBeNull();
    expect(publicSnapshot(kept).whole.paid).toBeNull();
    const enough = { paidShops: { shops: 99, topTwoRupiah: 0 } };
    const later = secretOf({ ...kept, cities: [] }, { months: [], revision: { ...secret, prices: true } }, enough);
    expect(later.prices).toBe(true);
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
    }));
  const districts = [
    sellers('35.01.01', 3, 5_000),
    sellers('35.01.02', 14, 700),
    sellers('35.01.03', 40, 900),
    sellers('35.01.04', 40, 800),
  ];
  const all = districts.flat();
  const named = districts.map((of) => ({
    code: of[0]?.district ?? '',
    name: '',
    ...cellsOf(of, 0),
  }));
  const { month, year } = cellsOf(all, 0);
  const truth = named.map((one) => ({ merchants: one.month.merchants, rupiah: Number(one.month.turnoverRupiah) }));
  const told = { within: { value: 0 }, between: { value: betweenOf(truth) }, betweenShare: { value: 0 } };
  const snapshot: Snapshot = {
    ...base(),
    place: '35.01',
    month: monthCode(0),
    whole: month,
    districts: named.map(({ code, name, month: cell }) => ({ code, name, ...cell })),
    categories: [],
    cities: [],
    year: {
      whole: year,
      districts: named.map(({ code, name, year: cell }) => ({ code, name, ...cell })),
      categories: [],
    },
    between: { districts: told, categories: told },
    control: { merchants: all.length, turnoverRupiah: month.turnoverRupiah ?? '0' },
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
    expect(open.between.districts).toBeNull();
    expect(open.between.categories).not.toBeNull();
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
      }));
      const { month, year } = cellsOf(sellers, 0);
      const [none, control] = [
        { districts: [], categories: [] },
        { merchants: count, turnoverRupiah: '0' },
      ];
      const place = { place: '35.01', month: monthCode(0), cities: [], control };
      return publicSnapshot({ ...base(), ...place, whole: month, ...none, year: { whole: year, ...none } });
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
    const again = secretOf({ ...first.open, ...first.open, districts: [], categories: [] } as Snapshot, {
      months: [],
      revision: { ...first.secret, whole: true },
    });
    expect(again.whole).toBe(true);
  });
});
