import { describe, expect, test } from 'vitest';
import { contributorsCounter } from '../../../../shared/domain/equity/disclosure/contributors.ts';
import { OTHERS } from '../../../../shared/domain/equity/disclosure/others.ts';
import { publicSnapshot } from '../../../../shared/domain/equity/disclosure/public-snapshot.ts';
import { suppressionOf } from '../../../../shared/domain/equity/disclosure/suppression.ts';
import type { Cell } from '../../../../shared/domain/equity/snapshot/cell.ts';
import type { StandingEntry } from '../../../../shared/domain/equity/snapshot/part.ts';
import type { Snapshot } from '../../../../shared/domain/equity/snapshot/snapshot.ts';
import { type Equation, type Rational, solved } from './equations.ts';
import { anyMarket, entriesOf, type Merchant, type Published, published, sum } from './market.ts';

/*
 * The same attacker, reading what was paid beside fair lists and what was reported: sums over other shops than turnover.
 * Where a cell says nothing of them, or nobody sold, there was nothing; where it says "hidden" he has an unknown.
 */

type Series = {
  readonly of: (cell: Cell) => string | null | undefined;
  readonly give: (entry: StandingEntry) => number;
};
const reporting = (entry: StandingEntry, rupiah: number) => (entry.reportedRupiah === null ? 0 : rupiah);
const series = {
  'prices paid': {
    of: ({ pricesPaid }) => (pricesPaid === null ? null : pricesPaid?.comparedRupiah),
    give: ({ pricesPaid }) => pricesPaid?.comparedRupiah ?? 0,
  },
  'prices of reference': {
    of: ({ pricesPaid }) => (pricesPaid === null ? null : pricesPaid?.referenceRupiah),
    give: ({ pricesPaid }) => pricesPaid?.comparedRupiah ?? 0,
  },
  reports: { of: ({ reportedRupiah }) => reportedRupiah, give: (entry) => reporting(entry, entry.reportedRupiah ?? 0) },
  'sales of who reported': {
    of: ({ platformOfReportersRupiah }) => platformOfReportersRupiah,
    give: (entry) => reporting(entry, entry.turnoverRupiah),
  },
  // What he has by subtraction.
  'sales of who did not': {
    of: ({ turnoverRupiah, platformOfReportersRupiah }) =>
      turnoverRupiah === null || platformOfReportersRupiah === null
        ? null
        : String(BigInt(turnoverRupiah) - BigInt(platformOfReportersRupiah)),
    give: (entry) => entry.turnoverRupiah - reporting(entry, entry.turnoverRupiah),
  },
} as const satisfies Record<string, Series>;
const names = Object.keys(series) as (keyof typeof series)[];

const one: Rational = [1n, 1n];
const known = (name: string, value: string): Equation =>
  new Map([[name, one], ...(value === '0' ? [] : ([['', [BigInt(value), 1n]]] as const))]);
const adds = (parts: readonly string[], total: string): Equation =>
  new Map<string, Rational>([...parts.map((part) => [part, one] as const), [total, [-1n, 1n]]]);
const variable = ({ place }: Snapshot, code: string, isCity: boolean, at: number) =>
  isCity && code !== OTHERS ? `${code} all ${at}` : `${place} ${code} ${at}`;
const groupsOf = ({ districts, categories, cities }: Pick<Snapshot, 'districts' | 'categories' | 'cities'>) =>
  [districts, categories, cities] as const;

/** Names of sums over few shops that he works out. */
const found = (
  market: readonly Merchant[],
  all: readonly { seen: Snapshot; at: number }[],
  { of, give }: Series,
): string[] => {
  const equations: Equation[] = [];
  const unsafe = new Set<string>();
  const told = (name: string, cell: Cell) => {
    const value = cell.sold === 0 && cell.reports === 0 ? '0' : of(cell);
    // Nothing said is nothing there.
    if (value !== null) equations.push(known(name, value ?? '0'));
  };
  for (const { seen, at } of all) {
    told(variable(seen, 'all', false, at), seen.total);
    for (const [kind, cells] of groupsOf(seen).entries()) {
      // What is merged of districts is not what is merged of categories.
      const parts = cells.map(({ code }) =>
        code === OTHERS ? `${seen.place} ${kind} ${OTHERS} ${at}` : variable(seen, code, kind === 2, at),
      );
      for (const [place, cell] of cells.entries()) told(parts[place] as string, cell);
      if (parts.length > 0) equations.push(adds(parts, variable(seen, 'all', false, at)));
    }
    const months = Array.from({ length: Math.min(12, at + 1) }, (_, back) => at - back);
    for (const [code, cell] of [
      ['all', seen.year.total] as const,
      // What is merged differs by month.
      ...[...seen.year.districts, ...seen.year.categories]
        .filter(({ code }) => code !== OTHERS)
        .map((part) => [part.code, part] as const),
    ]) {
      const year = `year ${variable(seen, code, false, at)}`;
      const twelve = months.map((month) => variable(seen, code, false, month));
      equations.push(adds(twelve, year));
      told(year, cell);
    }
    for (const code of ['all', ...[...seen.districts, ...seen.categories].map((part) => part.code)]) {
      const shops = contributorsCounter();
      const among = market.filter(
        ({ city, district, category }) =>
          (seen.place === 'ID' || city.startsWith(seen.place)) && ['all', district, category].includes(code),
      );
      const gifts = entriesOf(among, at, 'month').map(give);
      for (const gift of gifts) shops.add(gift);
      const { shops: contributors, topTwoRupiah } = shops.end();
      if (contributors > 0 && (contributors < 10 || topTwoRupiah >= 0.85 * sum(gifts)))
        unsafe.add(variable(seen, code, false, at));
    }
  }
  const solution = solved(equations);
  return [...unsafe].filter((name) => solution.has(name));
};

const markets = Array.from({ length: 8 }, (_, seed) => {
  const market = anyMarket(seed + 1);
  return { market, all: published(market, true) };
});
const seenBy = (all: readonly Published[]) => all.map(({ open, at }) => ({ seen: open, at }));

describe('an attacker who reads prices and reports', () => {
  test.each(names)('finds no %s of few shops, in no cell', (name) => {
    for (const [seed, { market, all }] of markets.entries())
      expect(found(market, seenBy(all), series[name]), `market ${seed + 1}`).toEqual([]);
  });

  test('is told of some wholes, months and years, and of no part', () => {
    const told = { pricesPaid: 0, yearPricesPaid: 0, reports: 0, yearReports: 0 };
    for (const { open } of markets.flatMap(({ all }) => all)) {
      if (open.total.pricesPaid) told.pricesPaid += 1;
      if (open.year.total.pricesPaid) told.yearPricesPaid += 1;
      if (open.total.reportedRupiah !== null && open.total.reports > 0) told.reports += 1;
      if (open.year.total.reportedRupiah !== null && open.year.total.reports > 0) told.yearReports += 1;
      // Parts are hidden alike, so that silence tells nothing.
      const parts = [open, open.year].flatMap(({ districts, categories }) => [...districts, ...categories]);
      for (const { pricesPaid, ...cell } of [...parts, ...open.cities])
        expect([
          pricesPaid,
          cell.reportedRupiah,
          cell.platformOfReportersRupiah,
          cell.reportedMinusPlatformRupiah,
        ]).toEqual([null, null, null, null]);
      if (open.total.turnoverRupiah === null) expect(open.total.pricesPaid).toBeNull();
    }
    // Neither nothing to find nor nothing to see.
    for (const [name, times] of Object.entries(told)) expect(times, name).toBeGreaterThan(10);
  });

  /** What he would see if one span of every place that is open told all it knows. */
  const naively = {
    month: ({ open, kept, suppressed }: Published) =>
      suppressed.total ? open : { ...open, total: { ...kept.total, turnoverRupiah: open.total.turnoverRupiah } },
    year: ({ open, kept, suppressed }: Published) =>
      suppressed.yearTotal ? open : { ...open, year: { ...open.year, total: kept.year.total } },
  };
  test.each(names.flatMap((name) => [[name, 'month'] as const, [name, 'year'] as const]))(
    'would find %s if every open %s told them',
    (name, span) => {
      const naive = markets.flatMap(({ market, all }) =>
        found(
          market,
          all.map((one) => ({ seen: naively[span](one), at: one.at })),
          series[name],
        ),
      );
      expect(naive.length).toBeGreaterThan(0);
    },
  );
});

describe('what was told, or kept, once', () => {
  const enough = { shops: 99, topTwoRupiah: 0 };
  const contributors = { pricesPaid: enough, reported: enough, reporting: enough, silent: enough };
  const open = markets
    .flatMap(({ all }) => all)
    .find((one) => one.kept.cities.length === 0 && one.open.total.pricesPaid && one.suppressed.reports === false);
  if (!open) throw new Error('no city told both');
  const { kept, suppressed } = open;

  test('prices stay kept in later revisions, and where it was never decided', () => {
    const { prices: _decided, ...undecided } = suppressed;
    expect(publicSnapshot({ ...kept, suppressed: undecided }).total.pricesPaid).toBeNull();
    expect(publicSnapshot(kept).total.pricesPaid).toBeNull();
    expect(
      suppressionOf(kept, { months: [], revision: { ...suppressed, prices: true } }, { contributors }).prices,
    ).toBe(true);
  });

  const again = (latest: Snapshot, now: Snapshot) =>
    suppressionOf(now, { months: [], revision: latest.suppressed, latest }, { contributors });
  const withReports = (more: number, rupiah: bigint): Snapshot => ({
    ...kept,
    total: {
      ...kept.total,
      reports: kept.total.reports + more,
      reportedRupiah: String(BigInt(kept.total.reportedRupiah ?? '0') + rupiah),
    },
  });
  test('reports are told when they are complete', () => {
    expect(suppressionOf({ ...kept, phase: 'preliminary' }, undefined, { contributors }).reports).toBe(true);
    expect(suppressionOf(kept, undefined, { contributors }).reports).toBe(false);
    expect(again({ ...kept, phase: 'preliminary', suppressed: { ...suppressed, reports: true } }, kept).reports).toBe(
      false,
    );
  });
  test('a correction is not told, by however many, nor what comes after it', () => {
    const told = { ...kept, suppressed };
    expect(again(told, withReports(0, 0n)).reports).toBe(false);
    expect(again(told, withReports(0, 5n)).reports).toBe(true);
    expect(again(told, withReports(30, 9000n)).reports).toBe(true);
    const hiding = { ...withReports(1, 5n), suppressed: { ...suppressed, reports: true } };
    expect(again(hiding, withReports(30, 9000n)).reports).toBe(true);
  });
});
