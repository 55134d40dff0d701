import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow } from '../../functions/equity/live/follow-standings.ts';
import { measuresOf } from '../../shared/domain/equity/measures/ascending-pass.ts';
import { giniInterval } from '../../shared/domain/equity/measures/live.ts';
import { type LiveStanding, liveBinsOf } from '../../shared/table/equity/live-months.ts';
import { testWorld } from '../engine.ts';

const MONTH = '2026-11';
const merchant = (at: number) => `mrc_${String(at).padStart(26, '0')}`;
const standing = (at: number, version: number, turnoverRupiah: number, cityCode = '35.73'): LiveStanding => ({
  merchantId: merchant(at),
  cityCode,
  month: MONTH,
  turnoverRupiah,
  version,
});

/** Histories of merchants, and the order in which their changes arrive: shuffled, with repeats and losses but the last. */
const anyArrival = fc
  .array(fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((histories) => {
    const changes = histories.flatMap((amounts, at) =>
      amounts.map((amount, version) => standing(at, version + 1, amount)),
    );
    const last = histories.map((amounts, at) => standing(at, amounts.length, amounts.at(-1) ?? 0));
    return fc
      .tuple(
        fc.shuffledSubarray(changes),
        fc.shuffledSubarray([...changes, ...changes]),
        fc.shuffledSubarray(last, { minLength: last.length }),
      )
      .map(([some, more, all]) => ({ histories, arrival: [...some, ...all, ...more] }));
  });

describe('the live month', () => {
  test('counts each standing once, however its changes arrive', async () => {
    await fc.assert(
      fc.asyncProperty(anyArrival, async ({ histories, arrival }) => {
        const world = await testWorld();
        for (const change of arrival) await follow(world, change);
        const { merchants, unsold, low, high } = giniInterval(await liveBinsOf(world.table, ['35.73'], MONTH));
        const amounts = histories.map((history) => history.at(-1) ?? 0);
        const { gini } = measuresOf(amounts);
        expect([merchants, unsold]).toEqual([amounts.length, amounts.filter((amount) => amount === 0).length]);
        if (gini.value === null) expect(low.value).toBeNull();
        else {
          expect(low.value).toBeLessThanOrEqual(gini.value + 1e-12);
          expect(high.value).toBeGreaterThanOrEqual(gini.value - 1e-12);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('survives many followers at once', async () => {
    const world = await testWorld();
    const changes = Array.from({ length: 12 }, (_, at) =>
      [1, 2, 3].map((version) => standing(at % 4, version, version * 1000)),
    ).flat();
    await Promise.all(changes.map((change) => follow(world, change)));
    const bins = await liveBinsOf(world.table, ['35.73'], MONTH);
    expect(giniInterval(bins)).toMatchObject({ merchants: 4, unsold: 0, low: { value: 0 } });
    expect([...bins.values()].reduce((sum, { total }) => sum + total, 0n)).toBe(12_000n);
  });

  test('adds up over cities', async () => {
    const world = await testWorld();
    for (const [at, city] of ['35.73', '35.78', '36.71'].entries())
      await follow(world, standing(at, 1, 1000 * at, city));
    const bins = await liveBinsOf(world.table, ['35.73', '35.78', '36.71'], MONTH);
    expect(giniInterval(bins)).toMatchObject({ merchants: 3, unsold: 1 });
    expect(giniInterval(await liveBinsOf(world.table, ['35.78'], MONTH))).toMatchObject({ merchants: 1, unsold: 0 });
  });
});
