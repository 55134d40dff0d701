import { describe, expect, test } from 'vitest';
import { isFound, type Knowing, rangeOf, targetsOf } from './attacker.ts';
import { byRungs, byUsualOrders, shapes, steps, together } from './knowing.ts';
import { anyMarket, published } from './market.ts';

/** `npm run attack` tries more of them. */
const SEEDS = Number(process.env['SEEDS'] ?? 2);
const MONTHS = Number(process.env['ATTACK_MONTHS'] ?? 3);

const foundIn = (seed: number, knowing: Knowing, months = MONTHS): string[] => {
  const market = anyMarket(seed);
  const all = published(market, true, months);
  return targetsOf(market, months).flatMap((target) => {
    const range = rangeOf(market, all, target, knowing);
    const { shop, at, self } = target;
    const rupiah = shop.sales[at] ?? 0;
    const who = `${shop.district} ${shop.category} in month ${at}${self ? ', by the second largest' : ''}`;
    return isFound(rupiah, range) ? [`${who}: ${rupiah} is between ${range.least} and ${range.most}`] : [];
  });
};

describe('an attacker with sums, steps of every list, and shapes together', () => {
  test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
    'finds no shop to within a tenth, in market %i',
    { timeout: 600_000 },
    (seed) => {
      expect(foundIn(seed, together(steps(byRungs), shapes))).toEqual([]);
    },
  );

  test('would find shops in each by steps of usual orders', { timeout: 600_000 }, () => {
    expect(foundIn(1, steps(byUsualOrders), 2).length).toBeGreaterThan(5);
  });
});
