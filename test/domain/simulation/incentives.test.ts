import { describe, expect, test } from 'vitest';
import { standardPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { gainFrom } from '../../../shared/domain/simulation/attacks.ts';
import { drawMarket } from '../../../shared/domain/simulation/draw-market.ts';
import { goalLines } from '../../../shared/domain/simulation/goals/goal-row.ts';
import { profitGain, tryLever } from '../../../shared/domain/simulation/incentives/best-deviation.ts';
import { profitOf, unitCost } from '../../../shared/domain/simulation/incentives/cost.ts';
import { bestOf, deviationTable, triedTable } from '../../../shared/domain/simulation/incentives/deviation-table.ts';
import { type Lever, levers } from '../../../shared/domain/simulation/incentives/deviations.ts';
import { learnIn } from '../../../shared/domain/simulation/incentives/learning.ts';
import { learningPlot } from '../../../shared/domain/simulation/incentives/learning-plot.ts';
import { learningGoals, learningTable } from '../../../shared/domain/simulation/incentives/learning-table.ts';
import { rankAttackTable } from '../../../shared/domain/simulation/incentives/rank-attack-table.ts';
import { type RankAttack, rankAttacks } from '../../../shared/domain/simulation/incentives/rank-attacks.ts';
import { sampledOwners } from '../../../shared/domain/simulation/incentives/sample.ts';
import { standardMarket } from '../../../shared/domain/simulation/market-options.ts';
import { runYear } from '../../../shared/domain/simulation/run.ts';

// A seed nothing was tuned on, in a market small enough for every run.
const seed = 20_261_128;
const small = { ...standardMarket, categories: 2, months: 4 };
const policy = standardPolicy('35.73');
const name = 'urut-merata-split';
const market = drawMarket(seed, small);
const leverOf = (wanted: string): Lever => levers.find(({ lever }) => lever === wanted) as Lever;

describe('an owner who deviates', () => {
  test('is one of few, from the worst goods to the best, the same for the same market', () => {
    const sample = sampledOwners(market);
    expect(sample.size).toBe(10);
    const sampled = market.owners.filter(({ ownerId }) => sample.has(ownerId)).map(({ quality }) => quality);
    expect(Math.min(...sampled)).toBeLessThan(-0.8);
    expect(Math.max(...sampled)).toBeGreaterThan(0.8);
    expect(sampledOwners(drawMarket(seed, small))).toEqual(sample);
  });

  test('earns the price less the cost of each unit, more of it where better goods cost more', () => {
    expect(profitOf(1_000, 10, 6)).toBe(400);
    expect(unitCost(20_000, 0)).toBeCloseTo(13_520, 9);
    expect(unitCost(20_000, 1) / unitCost(20_000, 0)).toBeCloseTo(Math.exp(0.055), 12);
  });

  test('loses by a price above the line, by minimum orders that most do not reach, and by promising too much', () => {
    const wanted = {
      price: 'median +30%',
      'minimum order': '40 units',
      'capacity stated': '× 0.5',
      cancelling: 'below 1 u',
    };
    const tries = Object.entries(wanted).flatMap(([lever, value]) =>
      leverOf(lever).tries.filter((one) => one.value === value),
    );
    const gains = tryLever({ market, name, policy }, { ...leverOf('price'), tries }).map((trial) =>
      profitGain([trial]),
    );
    expect(gains).toHaveLength(4);
    expect(gains[0]).toBe(-1);
    for (const gain of gains) expect(gain).toBeLessThan(0.02);
  });

  test('gains less by pricing to the line where a power weighs a price above the reference', () => {
    const toTheLine = { ...leverOf('price'), tries: leverOf('price').tries.filter(({ price }) => price === 1.195) };
    const [plain, third] = [1, 3].map((pricePowerAbove) =>
      profitGain(tryLever({ market, name, policy: { ...policy, pricePowerAbove } }, toTheLine)),
    ) as [number, number];
    expect(plain).toBeGreaterThan(0.2);
    expect(third).toBeLessThan(plain);
  });

  test('changes nothing for itself by being honest', () => {
    const honest: Lever = { ...leverOf('quality'), tries: [{ value: 'as it is' }] };
    expect(profitGain(tryLever({ market, name, policy }, honest))).toBe(0);
  });

  test('stands in tables with its best value, whether it pays or not', () => {
    const takings = (profitRupiah: number) => ({ profitRupiah, incomeRupiah: 2 * profitRupiah });
    const lever = { ...leverOf('quality'), tries: [{ value: 'worse' }, { value: 'better' }] };
    const trials = (worse: number) => [
      { value: 'worse', honest: takings(100), deviating: takings(worse) },
      { value: 'better', honest: takings(100), deviating: takings(90) },
    ];
    const row = { lever, markets: [trials(104), trials(110)] };
    expect(bestOf(row)).toMatchObject({
      value: 'worse',
      mean: expect.closeTo(0.07, 12),
      worst: expect.closeTo(0.1, 12),
    });
    expect(deviationTable([row])).toContain('| quality | worse | +7.0% | +10.0% | +7.0% | **no** |');
    expect(triedTable([row])).toContain('better: −10.0% (−10.0%)');
  });
});

describe('owners who learn', () => {
  const months = learnIn(drawMarket(seed, { ...small, categories: 1, months: 13 }), name, policy, { share: 0.5, seed });

  test('are written down each month, with the turnovers of twelve once there are twelve', () => {
    expect(months).toHaveLength(13);
    expect(months.map(({ gini }) => gini !== null)).toEqual([...Array(11).fill(false), true, true]);
    for (const { price, margin } of months) {
      expect(price).toBeGreaterThan(0.7);
      expect(margin).toBeGreaterThan(0.1);
      expect(margin).toBeLessThan(0.6);
    }
  });

  test('change what they do, and do nothing while nobody thinks', () => {
    const still = learnIn(drawMarket(seed, { ...small, categories: 1 }), name, policy, { share: 0, seed });
    expect(new Set(still.map(({ price }) => price))).toEqual(new Set([1]));
    expect(new Set(months.map(({ quality }) => quality)).size).toBeGreaterThan(5);
  });

  test('leave the market as it was for the next who plays in it', () => {
    const one = drawMarket(seed, { ...small, categories: 1 });
    learnIn(one, name, policy, { share: 1, seed });
    expect(one).toEqual(drawMarket(seed, { ...small, categories: 1 }));
  });

  test('stand in a table, its goals and a picture', () => {
    const rows = [{ market: 'laboratory', policy: '**ours**', ours: true, seeds: [months] }];
    expect(learningTable(rows).split('\n')).toHaveLength(3);
    expect(goalLines(learningGoals(rows))).toContain('| laboratory | ≤ +3.0% |');
    expect(learningPlot(rows)).toContain('laboratory: ours');
  });
});

describe('an attack on a rank', () => {
  const gain = (wanted: string, rule: Partial<typeof policy> = {}) => {
    const attack = rankAttacks.find((one) => one.name === wanted);
    if (!attack) throw new Error(wanted);
    const played = { ...policy, ...rule };
    const { honestRupiah, attackRupiah } = gainFrom(attack, market, runYear(market, name, played), name, played);
    return attackRupiah / honestRupiah - 1;
  };

  test('by orders that their buyer cancels at once takes nothing from the victim', () => {
    expect(gain('cancel-sink')).toBeGreaterThan(-0.05);
  });

  test('by orders that are held open takes a victim’s turns where each counts at once, and none where buyers need proof', () => {
    expect(gain('cancel-sink, held')).toBeLessThan(-0.3);
    expect(gain('cancel-sink, held', { provenOwners: 3 })).toBe(gain('cancel-sink', { provenOwners: 3 }));
  });

  test('by registering anew pays where newcomers start at nothing, and not where they start at the lowest quartile', () => {
    expect(gain('registering anew', { newcomerDays: 0 })).toBeGreaterThan(0.1);
    expect(gain('registering anew', { newcomerDays: 90 })).toBeLessThanOrEqual(0);
  });

  test('by five accounts of which the city meets one brings each other one its first order, where newcomers are visited', () => {
    const five = 'five accounts, one visited';
    expect(gain(five)).toBeGreaterThan(2);
    expect(gain(five, { confirmAfterMonths: 12 })).toBeLessThan(gain(five) / 3);
  });

  test('by five accounts that were there before brings nothing once the turn of each to be visited has come', () => {
    const five = 'five accounts, there before';
    expect(gain(five, { confirmAfterMonths: 12 })).toBeGreaterThan(2);
    expect(gain(five, { confirmAfterMonths: 12, confirmOldMonths: 24 })).toBeLessThan(0.05);
  });

  test('stands in a table by what its attackers gain or its victims lose', () => {
    const of = (wanted: string) => rankAttacks.find((one) => one.name === wanted) as RankAttack;
    const [sink, anew] = [of('cancel-sink'), of('registering anew')];
    const gain = (attackRupiah: number) => ({ honestRupiah: 100, attackRupiah, priceChange: 0 });
    const table = rankAttackTable([
      { attack: sink, gains: [gain(100), gain(60)] },
      { attack: anew, gains: [gain(70), gain(90)] },
    ]);
    expect(table).toContain('| cancel-sink | −20.0% | −40.0% | victims lose at most 0% | **no** |');
    expect(table).toContain('| registering anew | −20.0% | −10.0% | attackers gain at most 0% | yes |');
  });
});
