import { describe, expect, test } from 'vitest';
import { checkPublished } from '../../../scripts/verify/replay.ts';
import { standardPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { CITY, stallsOf } from './stalls.ts';

const POLICY = '/cities/{city}/ranking-policy';

/** A city founded that month, where one of four shops was given 2,2 of 5 by those who received its goods. */
const withPoorGoods = async (month: string) => {
  const city = await stallsOf([18_000, 18_000, 18_000, 18_000], { now: `${month}-10T09:00:00.000+07:00` });
  const { town, stall, sells, follow, refresh } = city;
  for (const rating of [2, 2, 2, 2, 2, 3] as const) {
    const order = await sells(stall(0), 1);
    await town.moves(stall(0).shop.owner, 'deliver', order);
    await town.receives('ani', order, { rating });
    await follow(order.orderId);
  }
  await refresh('OwnersRuled');
  const drawn = async () => {
    const { items, ranking } = await city.list();
    const poor = items.find(({ merchantId }) => merchantId === stall(0).shop.merchantId)?.ranking;
    return { above: poor?.above, sentence: poor?.sentence, decisionId: ranking?.decisionId ?? '' };
  };
  const redrawn = async (decisionId: string) => {
    const page = await town.as()('GET /rankings/{decisionId}', { params: { decisionId } });
    return { ...page, items: [...page.items] };
  };
  return { ...city, drawn, redrawn };
};

describe('the standard of the month a city was founded in', () => {
  test('keeps holding there after a later one is in force elsewhere: its lists are made again from it', async () => {
    const { drawn, redrawn, clock, refresh } = await withPoorGoods('2026-12');
    const then = await drawn();
    expect(then.above).toBe(true);
    clock.set('2027-01-08T09:00:00.000+07:00');
    await refresh();
    expect((await drawn()).above).toBe(true);
    const again = await redrawn(then.decisionId);
    expect(again.policy).toEqual(standardPolicy(CITY, '2026-12'));
    expect(again.replay).toEqual({ matches: true, differences: [] });
    expect(checkPublished(again)).toMatchObject({ matches: true, drawn: true });
  });

  test('of January 2027 keeps worse goods below the line, and says so', async () => {
    const { drawn, redrawn } = await withPoorGoods('2027-01');
    const { above, sentence, decisionId } = await drawn();
    expect([above, sentence]).toEqual([false, expect.stringMatching(/nilai mutunya 3,21, di bawah 3,40/)]);
    expect(checkPublished(await redrawn(decisionId))).toMatchObject({ matches: true });
  });

  test('is left for the newest by decision, from a month on; what was drawn before is as it was', async () => {
    const { drawn, redrawn, clock, refresh, town } = await withPoorGoods('2026-12');
    const then = await drawn();
    const admin = town.as(town.adminOf(CITY));
    const body = { ratingFloor: 3.4, ratingPriorWeight: 8 };
    const { simulationId } = await admin(`POST ${POLICY}/simulations`, { params: { city: CITY }, body });
    await admin(`PUT ${POLICY}`, { params: { city: CITY }, body: { ...body, simulationId, effectiveFrom: '2027-01' } });
    clock.set('2027-01-08T09:00:00.000+07:00');
    await refresh();
    expect((await drawn()).above).toBe(false);
    const again = await redrawn(then.decisionId);
    expect([again.policy.version, again.policy.ratingFloor]).toEqual([1, 3]);
    expect(checkPublished(again)).toMatchObject({ matches: true, drawn: true });
  });
});
