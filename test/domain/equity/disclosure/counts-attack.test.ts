import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../../shared/domain/equity/snapshot/snapshot.ts';
import { groupName, highs, isOf, membersOf, type Unknown } from './attacker.ts';
import { anyMarket, type Merchant, published } from './market.ts';

/*
 * Counts are public where sums are not: how many sold is the headline. An attacker who knows the register asks of the shops of
 * one district and category whether any of them can have sold, or whether all must have, by all counts of a month that are told: linear
 * programming over how many of each group sold.
 */

const SEEDS = Number(process.env['SEEDS'] ?? 8);
const MONTHS = 2;

type Group = Unknown & { readonly shops: readonly Merchant[] };
const groupsIn = (market: readonly Merchant[], at: number): Group[] =>
  [
    ...Map.groupBy(
      market.filter(({ from, until }) => at >= from && at < until),
      groupName,
    ).values(),
  ].map((shops, index) => {
    const { city, district, category } = shops[0] as Merchant;
    return { name: `g${index}`, city, district, category, shops };
  });
const soldIn = ({ shops }: Group, at: number) => shops.filter(({ sales }) => (sales[at] ?? 0) > 0).length;

const rowsOf = (seen: readonly Snapshot[], groups: readonly Group[]): string[] =>
  seen.flatMap((open) => {
    const here = groups.filter((group) => isOf(open.place, group));
    const cells = [
      { sold: open.total.sold, of: here as readonly Unknown[] },
      ...[...open.districts, ...open.categories, ...open.cities].map((cell) => ({
        sold: cell.sold,
        of: membersOf(cell, here),
      })),
    ];
    return cells.flatMap(({ sold, of }) =>
      of.length === 0 ? [] : [` ${of.map(({ name }) => name).join(' + ')} = ${sold}`],
    );
  });

/** Groups of which he knows that none of their shops sold, though their city sold; the city's own zero is its headline. */
const namedAsUnsold = (market: readonly Merchant[], seen: readonly Snapshot[], at: number): string[] => {
  const groups = groupsIn(market, at);
  const rows = rowsOf(seen, groups);
  const bounds = groups.map(({ name, shops }) => ` 0 <= ${name} <= ${shops.length}`);
  const sells = new Set(groups.flatMap((group) => (soldIn(group, at) > 0 ? [group.city] : [])));
  return groups.flatMap((group) => {
    if (soldIn(group, at) > 0 || !sells.has(group.city)) return [];
    const problem = ['Maximize', ` ${group.name}`, 'Subject To', ...rows, 'Bounds', ...bounds, 'End'];
    const { Status, ObjectiveValue } = highs.solve(problem.join('\n'));
    if (Status !== 'Optimal') throw new Error(`what was published contradicts itself: ${Status}`);
    return ObjectiveValue < 0.999 ? [groupName(group.shops[0] as Merchant)] : [];
  });
};

describe('an attacker with every count', () => {
  const markets = Array.from({ length: SEEDS }, (_, seed) => {
    const market = anyMarket(seed + 1);
    return { market, all: published(market, true, MONTHS) };
  });
  const named = (what: 'open' | 'kept') =>
    markets.flatMap(({ market, all }) =>
      Array.from({ length: MONTHS }, (_, at) => at).flatMap((at) => {
        const ofMonth = all.filter((one) => one.at === at).map((one) => one[what]);
        return namedAsUnsold(market, ofMonth, at);
      }),
    );

  test('names no shop that sold nothing where its city sold', () => {
    expect(named('open')).toEqual([]);
  });

  test('would name some if every cell told its counts', () => {
    expect(named('kept').length).toBeGreaterThan(0);
  });
});
