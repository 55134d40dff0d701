import { describe, expect, test } from 'vitest';
import { shareClosed } from '../../../shared/domain/equity/attainable/share-closed.ts';
import { checkedPolicy, standardPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { covers } from '../../../shared/domain/ranking/rule/request.ts';
import { drawMarket } from '../../../shared/domain/simulation/draw-market.ts';
import { goalLines } from '../../../shared/domain/simulation/goals/goal-row.ts';
import { hardMetricsOf, priceOfFairness } from '../../../shared/domain/simulation/hard-metrics.ts';
import {
  allAtOnce,
  allBut,
  drawHardMarket,
  type Hardship,
  hardships,
  laboratory,
} from '../../../shared/domain/simulation/hardships.ts';
import { standardMarket } from '../../../shared/domain/simulation/market-options.ts';
import { metricsOf } from '../../../shared/domain/simulation/metrics.ts';
import { runYear } from '../../../shared/domain/simulation/run.ts';
import { hardGoals } from '../../../shared/domain/simulation/tables/hard-goals.ts';
import { type PartYear, partsTable, tried } from '../../../shared/domain/simulation/tables/hard-parts.ts';
import { hardTable } from '../../../shared/domain/simulation/tables/hard-table.ts';
import { triedPolicies } from '../../../shared/domain/simulation/tables/tried-policies.ts';

const seed = 20_261_127;
const options = { ...standardMarket, categories: 2, months: 4 };
const hardship = (name: string) => hardships.find((one) => one.name === name) as Hardship;
const run = (one: Hardship, name: Parameters<typeof runYear>[1] = 'urut-merata-split') =>
  runYear(drawHardMarket(seed, one, options), name);

describe('a hard market', () => {
  test('without any hardship is the laboratory', () => {
    const plain = runYear(drawMarket(seed, options), 'urut-merata-split');
    expect(metricsOf(run(laboratory))).toEqual(metricsOf(plain));
  });

  test.each(['popularity', 'random', 'urut-merata-split', 'automatic'] as const)(
    'sells nothing under %s to a place the owner does not deliver to, before it entered, or beyond its capacity',
    (name) => {
      const market = drawHardMarket(seed, allAtOnce, options);
      const places = new Map(market.requests.map(({ at, place }) => [at, place as string]));
      const year = runYear(market, name);
      for (const { owner, entries, orders } of year.stalls) {
        for (const { at } of entries) {
          if (owner.deliversTo)
            expect(owner.deliversTo.some((area) => covers(area, places.get(at) as string))).toBe(true);
          expect(at >= (owner.joinsAt ?? '')).toBe(true);
        }
        const weeks = Math.ceil((options.months * 30) / options.capacityDays);
        expect(orders).toBeLessThanOrEqual(owner.pastOrders + weeks * owner.capacityUnits);
      }
      expect(year.requests).toBe(market.requests.length);
    },
  );

  test('of figures three days old is nearly as even as of fresh ones, because a split knows what was given since', () => {
    const year = { ...standardMarket, categories: 1 };
    const gini = (one: Hardship) => metricsOf(runYear(drawHardMarket(seed, one, year), 'urut-merata-split')).gini;
    expect(gini(hardship('stale ledger'))).toBeLessThan(gini(laboratory) + 0.03);
  });

  test('of loyal buyers sends two purchases of three to a supplier of the last three months', () => {
    const market = drawHardMarket(seed, hardship('loyalty'), { ...options, months: 3 });
    const sold = new Map<string, string>();
    for (const { owner, entries } of runYear(market, 'urut-merata').stalls)
      for (const { at } of entries) sold.set(at, owner.ownerId);
    const suppliers = new Map<string, Set<string>>();
    let [known, back] = [0, 0];
    for (const { at, buyer, category } of market.requests) {
      const from = sold.get(at);
      if (from === undefined) continue;
      const key = `${category} ${buyer?.name}`;
      const before = suppliers.get(key) ?? new Set();
      if (before.size > 0) known += 1;
      if (before.has(from)) back += 1;
      suppliers.set(key, before.add(from));
    }
    expect(back / known).toBeGreaterThan(0.58);
    expect(back / known).toBeLessThan(0.72);
  });

  test('that assigns by itself is not moved by stale lists', () => {
    const stale = hardship('stale ledger');
    expect(hardMetricsOf(run(stale, 'automatic'))).toEqual(hardMetricsOf(run(laboratory, 'automatic')));
  });

  test('puts the good searched for first, whatever the policy', () => {
    const market = drawHardMarket(seed, hardship('search'), options);
    const goods = new Map(market.owners.map(({ ownerId, good }) => [ownerId, good]));
    const wanted = new Map(market.requests.map(({ at, good }) => [at, good]));
    let [right, all] = [0, 0];
    for (const { owner, entries } of runYear(market, 'urut-merata').stalls)
      for (const { at } of entries) {
        if (wanted.get(at) === undefined) continue;
        all += 1;
        if (goods.get(owner.ownerId) === wanted.get(at)) right += 1;
      }
    // A fifth makes it; who looks at twenty finds it first.
    expect(right / all).toBeGreaterThan(0.8);
  });

  test('counts waits of those who stood above a line, and first sales of those who entered', () => {
    const none = hardMetricsOf(run(laboratory));
    expect(none.firstSaleDays).toBeNull();
    expect(none.silenceDays).toBeGreaterThan(0);
    const entered = hardMetricsOf(run(hardship('entrants')));
    expect(entered.firstSaleDays).toBeGreaterThan(0);
    expect(entered.firstSaleDays).toBeLessThanOrEqual(options.months * 30);
  });
});

describe('the parts of a hard market', () => {
  test('are everything but one hardship, each left out once', () => {
    const loyal = hardship('loyalty');
    expect(allBut(loyal).hard).toEqual({ ...allAtOnce.hard, loyalty: undefined });
    const tails = allBut(hardship('heavy tails')).hard.options;
    expect(tails).toEqual({ medianCapacity: 40, capacitySd: 0.7 });
  });

  test('have a floor bound to what buyers do, further from equality than one that nothing binds', () => {
    const market = drawHardMarket(seed, allAtOnce, { ...options, categories: 1 });
    const [free, bound] = [market, { ...market, bound: true as const }].map((one) => runYear(one, 'automatic'));
    expect(hardMetricsOf(bound as never).gini).toBeGreaterThan(hardMetricsOf(free as never).gini);
  });

  test('stand in tables with what each costs, and what a policy could do', () => {
    const known = hardMetricsOf(run(laboratory, 'popularity'));
    const metrics = (gini: number) => ({ ...known, gini });
    const year: PartYear = {
      popularity: metrics(0.8),
      ours: metrics(0.6),
      floor: metrics(0.4),
      bound: metrics(0.5),
    };
    const row = { name: 'all at once', years: [year] };
    const better = { name: 'without loyalty', years: [{ ...year, ours: metrics(0.55) }] };
    expect(partsTable([row, better])).toContain('| 50% | 67% |');
    expect(partsTable([row, better])).toContain('| −0.050 |');
    const years = [{ ...year, deliveriesPerOrder: 1.5, fairnessPrice: 0.05 }];
    expect(triedPolicies([{ name: 'as it is', market: 'all at once', years }])).toContain('| 5.0% | 1.50 |');
    for (const { rule } of tried) expect(checkedPolicy({ ...standardPolicy('35.73'), ...rule(400_000) })).toBeDefined();
  });
});

describe('the distance closed', () => {
  test('is what ours takes of the way from popularity to the floor', () => {
    expect(shareClosed(0.8, 0.5, 0.4)).toBeCloseTo(0.75, 12);
    expect(shareClosed(0.4, 0.4, 0.4)).toBeNull();
  });

  test('stands with its goals in tables that a goal missed is not left out of', () => {
    const years = [
      {
        popularity: { ...hardMetricsOf(run(laboratory, 'popularity')), gini: 0.8 },
        ours: { ...hardMetricsOf(run(laboratory)), gini: 0.6, insideGini: 0.4 },
        floor: { ...hardMetricsOf(run(laboratory, 'automatic')), gini: 0.4 },
      },
    ];
    const rows = [laboratory, allAtOnce].map((one) => ({ hardship: one, years }));
    expect(hardTable(rows).split('\n')).toHaveLength(4);
    expect(goalLines(hardGoals(rows))).toContain('| distance closed | all at once | ≥ 80% | 50% | 50% | **no** |');
    expect(goalLines(hardGoals(rows))).not.toContain('entrants');
    expect(priceOfFairness(years[0]?.popularity as never, years[0]?.ours as never)).toBeGreaterThan(0);
  });
});
