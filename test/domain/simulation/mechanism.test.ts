import { describe, expect, test } from 'vitest';
import { former, newestStandard, type RankingPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { gainFrom } from '../../../shared/domain/simulation/attacks.ts';
import { drawMarket } from '../../../shared/domain/simulation/draw-market.ts';
import { hardMetricsOf } from '../../../shared/domain/simulation/hard-metrics.ts';
import { profitGain, tryLever } from '../../../shared/domain/simulation/incentives/best-deviation.ts';
import { levers } from '../../../shared/domain/simulation/incentives/deviations.ts';
import { rankAttacks } from '../../../shared/domain/simulation/incentives/rank-attacks.ts';
import { standardMarket } from '../../../shared/domain/simulation/market-options.ts';
import { candidates } from '../../../shared/domain/simulation/mechanism/candidates.ts';
import { drawCase } from '../../../shared/domain/simulation/mechanism/judge.ts';
import { leastPriceOfFairness } from '../../../shared/domain/simulation/mechanism/least-price.ts';
import { runYear } from '../../../shared/domain/simulation/run.ts';

// A seed nothing was chosen on.
const seed = 20_261_129;
const small = { ...standardMarket, categories: 1 };
const chosen = newestStandard('35.73');
const before = { ...chosen, ...former };

const find = <T extends object>(all: readonly T[], name: string): T =>
  all.find((one) => Object.values(one).includes(name)) as T;

describe('the standard rule', () => {
  test('leaves less to be had from pricing and from registering anew than the one before it, and ends a silence', () => {
    const market = drawMarket(seed, { ...small, months: 6 });
    const price = find(levers, 'price');
    const dearer = { ...price, tries: price.tries.filter(({ price: share }) => share === 1.1) };
    const of = (policy: RankingPolicy) => {
      const play = { market, name: 'urut-merata-split', policy } as const;
      const year = runYear(market, play.name, policy);
      const { honestRupiah, attackRupiah } = gainFrom(
        find(rankAttacks, 'registering anew'),
        market,
        year,
        play.name,
        policy,
      );
      return {
        gain: profitGain(tryLever(play, dearer)),
        anew: attackRupiah / honestRupiah - 1,
        ...hardMetricsOf(year),
      };
    };
    const [was, is] = [of(before), of(chosen)];
    expect(is.gain).toBeLessThan(was.gain);
    expect(is.anew).toBeLessThanOrEqual(0);
    expect(was.anew).toBeGreaterThan(0);
    expect(is.silenceDays).toBeLessThan((was.silenceDays ?? 0) - 20);
  });

  test('is the last of the candidates, which begin with the one before it', () => {
    expect(candidates.at(0)?.policy).toEqual(before);
    expect(candidates.at(-1)?.policy).toEqual(chosen);
  });
});

describe('a frozen reference', () => {
  test('rises by the index at most while everybody asks, and is paid, ever more', () => {
    const market = drawMarket(seed, { ...small, months: 6 });
    const held = { honest: 0, last: 0 };
    runYear(
      market,
      'urut-merata',
      { ...chosen, tolerancePercent: 100 },
      {
        // From the third month on a hundredth more each day.
        day: ({ offers }, at) => {
          held.last = offers[0]?.like?.medianRupiah ?? 0;
          if (at < '2026-03-01') held.honest = Math.max(held.honest, held.last);
          else for (const offer of offers) offer.priceRupiah = Math.round(offer.priceRupiah * 1.01);
        },
      },
    );
    expect(held.honest).toBeGreaterThan(0);
    expect(held.last).toBeGreaterThan(held.honest);
    expect(held.last).toBeLessThanOrEqual(held.honest * 1.005 ** 4);
  });
});

describe('the least price of fairness', () => {
  test('falls as income may be more uneven, and is what no rule goes below', () => {
    const one = drawCase(seed, { ...small, months: 6 });
    const [even, half, all] = [0, 0.3, 1].map((gini) => leastPriceOfFairness(one, gini)) as [number, number, number];
    expect(even).toBeGreaterThan(half);
    expect(half).toBeGreaterThan(all);
    expect(all).toBeLessThan(0);
  });
});
