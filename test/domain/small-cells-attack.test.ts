import { describe, expect, test } from 'vitest';
import { type Past, publicSnapshot, secretOf } from '../../shared/domain/small-cells.ts';
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
const entryOf = (merchant: Merchant, month: number): StandingEntry => ({
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

type Published = { open: Snapshot; secret: Secret; at: number };
/** Closes every month of every place as the close does, deciding what is secret with or without looking back. */
const published = (market: readonly Merchant[], lookingBack: boolean): Published[] => {
  const all: Published[] = [];
  const history = new Map<string, Secret[]>();
  const publish = (snapshot: Snapshot, at: number, hiddenCities: readonly string[] = []) => {
    const before = history.get(snapshot.place) ?? [];
    const past: Past = { months: lookingBack ? before.slice(-11) : [] };
    const secret = secretOf(snapshot, past, hiddenCities);
    history.set(snapshot.place, [...before, secret]);
    all.push({ open: publicSnapshot({ ...snapshot, secret }), secret, at });
    return secret;
  };
  for (let at = 0; at < MONTHS; at += 1) {
    const wholes: NamedCell[] = [];
    const hidden: string[] = [];
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
      if (publish(snapshot, at).whole) hidden.push(city);
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
        hidden.filter((code) => cities.some((city) => city.code === code)),
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
