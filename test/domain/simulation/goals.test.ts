import { describe, expect, test } from 'vitest';
import { goals, goalsReached } from '../../../scripts/equity/goals.ts';
import type { Play } from '../../../scripts/equity/play.ts';
import { newestStandard } from '../../../shared/domain/ranking/policy/policy.ts';
import { drawMarket } from '../../../shared/domain/simulation/draw-market.ts';
import { goalLines, goalRow } from '../../../shared/domain/simulation/goals/goal-row.ts';
import { yearEnvy } from '../../../shared/domain/simulation/goals/year-envy.ts';
import { COST_SHARE } from '../../../shared/domain/simulation/incentives/cost.ts';
import { standardMarket } from '../../../shared/domain/simulation/market-options.ts';
import { runYear } from '../../../shared/domain/simulation/run.ts';

const play: Play = {
  seeds: [20_261_127],
  market: { ...standardMarket, categories: 1, ownersPerCategory: 30, months: 3 },
  policy: newestStandard('35.73'),
  costShare: COST_SHARE,
  json: false,
  out: 'none',
};

describe('the goals of the ranking', () => {
  const rows = goalsReached(play, 2);

  test('stand all in one table, each with a mean, a worst seed and a verdict', () => {
    expect(rows.map(({ goal }) => goal.replace(/ \(.*/, ''))).toEqual([
      'Gini of 12 months',
      'distance closed',
      'Gini inside categories',
      'silence P95, days',
      'first sale P95, days',
      'price of fairness',
      'silence P95, requests of its category',
      'gain of the best single deviation',
      'median price over the index',
      'cancel-sink',
      'cancel-sink, held',
      'cancel-sink, held by a known buyer',
      'five accounts, undetected',
      'five accounts, one visited',
      'five accounts, there before',
      'registering anew',
      'envy beyond u and the largest order',
    ]);
    for (const row of rows) for (const said of Object.values(row)) expect(String(said)).not.toMatch(/NaN|undefined|^$/);
    expect(goalLines(rows).split('\n')).toHaveLength(rows.length + 2);
  });

  test('are missed where they are missed: five accounts are five owners where nobody is visited', () => {
    expect(rows.find(({ goal }) => goal === 'five accounts, undetected')).toMatchObject({ met: false });
    expect(goalLines(rows)).toMatch(/\| five accounts, undetected .*\| \*\*no\*\* \|/);
  });

  test('are told for programs too', () => {
    const told = JSON.parse(goals({ ...play, json: true }, 2)) as { rows: unknown };
    expect(told.rows).toEqual(rows);
  });
});

test('a goal is missed on either side of its aim, and met on it', () => {
  const at = { goal: 'g', market: 'm', shown: (value: number) => value.toFixed(1) };
  expect(goalRow({ ...at, most: 2 }, [1, 3])).toMatchObject({ aim: '≤ 2.0', mean: '2.0', worst: '3.0', met: true });
  expect(goalRow({ ...at, most: 2 }, [2, 3]).met).toBe(false);
  expect(goalRow({ ...at, least: 2 }, [1, 3])).toMatchObject({ aim: '≥ 2.0', worst: '1.0', met: true });
  expect(goalRow({ ...at, least: 2 }, [1, 2]).met).toBe(false);
});

test('envy is of orders assigned, and is there where one order is more than the largest that was given', () => {
  const year = runYear(drawMarket(1, play.market), 'urut-merata-split', play.policy);
  expect(yearEnvy(year)).toBeLessThanOrEqual(0);
  expect(yearEnvy({ ...year, stalls: year.stalls.map((stall) => ({ ...stall, passes: 0 })) })).toBeNull();
});
