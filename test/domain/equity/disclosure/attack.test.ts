import { describe, expect, test } from 'vitest';
import { publicSnapshot } from '../../../../shared/domain/equity/disclosure/public-snapshot.ts';
import type { Cell } from '../../../../shared/domain/equity/snapshot/cell.ts';
import { isFound, rangeOf, targetsOf } from './attacker.ts';
import { anyMarket, type Merchant, type Published, published, sum } from './market.ts';

/** `npm run attack` tries more of them. */
const SEEDS = Number(process.env['SEEDS'] ?? 3);
const MONTHS = Number(process.env['ATTACK_MONTHS'] ?? 3);

const nothingHidden = { total: false, month: [], yearTotal: false, year: [] };
const foundIn = (seed: number, all: readonly Pick<Published, 'open' | 'at'>[], months = MONTHS): string[] => {
  const market = anyMarket(seed);
  return targetsOf(market, months).flatMap((target) => {
    const range = rangeOf(market, all, target);
    const { shop, at, self } = target;
    const rupiah = shop.sales[at] ?? 0;
    const who = `${shop.district} ${shop.category} in month ${at}${self ? ', by the second largest' : ''}`;
    return isFound(rupiah, range) ? [`${who}: ${rupiah} is between ${range.least} and ${range.most}`] : [];
  });
};

describe('an attacker with everything public and linear programming', () => {
  test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'finds no shop to within a tenth, in market %i',
    { timeout: 600_000 },
    (seed) => {
      expect(foundIn(seed, published(anyMarket(seed), true, MONTHS))).toEqual([]);
    },
  );

  const isFoundIn = (all: readonly Pick<Published, 'open' | 'at'>[], shop: Merchant, market: readonly Merchant[]) =>
    isFound(shop.sales[0] ?? 0, rangeOf(market, all, { shop, at: 0 }));

  test('would find some if officers’ cells were shown', () => {
    const all = published(anyMarket(2), true, 1).map(({ kept, at }) => ({ open: kept, at }));
    expect(foundIn(2, all, 1).length).toBeGreaterThan(0);
  });

  const shops = (district: string, category: string, count: number, rupiah = 500): Merchant[] =>
    Array.from({ length: count }, (_, index) => ({
      city: district.slice(0, 5),
      district,
      category,
      from: 0,
      until: 99,
      sales: Array.from({ length: 12 }, () => rupiah + index),
    }));

  test('would find the only shop of its category in a district by crossing the two', () => {
    const [only] = shops('35.01.02', 'batik', 1, 900);
    const market = [...shops('35.01.01', 'batik', 40), ...shops('35.01.02', 'crafts', 40), ...(only ? [only] : [])];
    const seen = published(market, true, 1);
    const naive = seen.map(({ kept, at }) => ({ open: publicSnapshot({ ...kept, suppressed: nothingHidden }), at }));
    expect(only && isFoundIn(naive, only, market)).toBe(true);
    expect(only && isFoundIn(seen, only, market)).toBe(false);
    const city = seen.find(({ open }) => open.place === '35.01')?.open;
    expect(city?.total.turnoverRupiah).not.toBeNull();
  });

  test('would find a city of one shop if no second city were hidden; its province is told all the same', () => {
    const [only] = shops('35.02.01', 'batik', 1, 900);
    const market = [...shops('35.01.01', 'batik', 60), ...shops('35.03.01', 'batik', 30), ...(only ? [only] : [])];
    const seen = published(market, true, 1);
    const naive = seen.map(({ kept, suppressed, at }) => ({
      open: kept.place === '35.02' ? publicSnapshot({ ...kept, suppressed }) : kept,
      at,
    }));
    expect(only && isFoundIn(naive, only, market)).toBe(true);
    expect(only && isFoundIn(seen, only, market)).toBe(false);
    const told = new Map(seen.map(({ open }) => [open.place, open]));
    const isTold = (place: string) => told.get(place)?.total.turnoverRupiah !== null;
    expect(['35', '35.01', '35.02', '35.03'].map(isTold)).toEqual([true, true, false, false]);
    expect(told.get('35')?.cities.map(({ code }) => code)).toEqual(['35.01', 'lainnya']);
  });

  test('would find who sold alone in a month if twelve months were shown without looking back at their months', () => {
    const all = shops('35.01.02', 'batik', 20).map((one) => ({ ...one, from: 1 }));
    const only = { ...shops('35.01.02', 'batik', 1, 900)[0], sales: [900, 700] } as Merchant;
    const market = [...shops('35.01.01', 'batik', 40), ...all, only];
    const [naive, seen] = [false, true].map((lookingBack) => published(market, lookingBack, 2));
    expect(isFoundIn(naive ?? [], only, market)).toBe(true);
    expect(isFoundIn(seen ?? [], only, market)).toBe(false);
  });
});

describe('a public snapshot', () => {
  test('adds up: parts and what is merged of them are the whole', () => {
    let merged = 0;
    for (const seed of [1, 2, 3])
      for (const { open } of published(anyMarket(seed), true, 2))
        for (const period of [open, open.year])
          for (const parts of [period.districts, period.categories, open.cities].filter((cells) => cells.length > 0)) {
            if (parts === open.cities && period === open.year) continue;
            merged += parts.filter(({ mergedFrom }) => mergedFrom).length;
            for (const count of ['merchants', 'sold', 'unsold'] as const)
              expect(sum(parts.map((part) => part[count]))).toBe(period.total[count]);
            if (period.total.turnoverRupiah !== null)
              expect(sum(parts.map(({ turnoverRupiah }) => Number(turnoverRupiah)))).toBe(
                Number(period.total.turnoverRupiah),
              );
          }
    expect(merged).toBeGreaterThan(5);
  });

  test('counts nobody who left: twelve months are the sum of theirs, to the rupiah', () => {
    const all = published(anyMarket(1), true);
    for (const { kept, at } of all) {
      const months = all.filter((one) => one.kept.place === kept.place && one.at <= at && one.at > at - 12);
      const total = (of: (whole: Cell) => string | number) =>
        months.reduce((rupiah, one) => rupiah + BigInt(of(one.kept.total)), 0n);
      for (const field of ['turnoverRupiah', 'reportedRupiah', 'orders', 'reports', 'reportsMissing'] as const)
        expect(String(kept.year.total[field])).toBe(String(total((month) => month[field] ?? 0)));
    }
    expect(
      all.filter(({ kept: { total, year } }) => year.total.departed > 0 && year.total.merchants > total.merchants)
        .length,
    ).toBeGreaterThan(5);
  });
});
