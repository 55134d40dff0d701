import { expect, test } from 'vitest';
import { redraw } from '../../../functions/reads/lists/redraw.ts';
import { checkPublished } from '../../../scripts/verify/replay.ts';
import { toldBy } from '../../../shared/domain/ranking/ledger/rungs.ts';
import { decisionOf } from '../../../shared/domain/ranking/list/decision.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import { getCity } from '../../../shared/table/cities.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getDecision, insertDecision } from '../../../shared/table/ranking/decisions.ts';
import { CITY, stallsOf } from './stalls.ts';

const MERCHANT = 'GET /merchants/{merchantId}/ranking';

test('every list anybody can ask for, over days, tells no shop’s V to within a tenth', async () => {
  const { town, sells, refresh, stall, clock } = await stallsOf([18_000, 18_000, 18_000, 18_000]);
  const reader = town.as();
  const ranges = new Map<string, { least: number; most: number }>();
  const note = (items: readonly { ranking?: { ownerId: string; step: number } | undefined }[], unitRupiah: number) => {
    for (const { ranking } of items) {
      if (!ranking) continue;
      const { from, to } = toldBy(ranking.step, unitRupiah);
      const { least, most } = ranges.get(ranking.ownerId) ?? { least: 0, most: Number.POSITIVE_INFINITY };
      ranges.set(ranking.ownerId, { least: Math.max(least, from), most: Math.min(most, to) });
    }
  };
  const look = async () => {
    for (const query of [
      {},
      { category: 'meeting-food' },
      { text: 'nasi' },
      { category: 'meeting-food', text: 'nasi' },
    ] as const) {
      const { items, ranking } = await reader('GET /cities/{city}/products', { params: { city: CITY }, query });
      note(items, ranking?.unitRupiah ?? 0);
    }
  };
  for (const [at, amount] of [60, 45, 30].entries()) await sells(stall(at), amount);
  await refresh('OwnersRuled');
  await look();
  // Other days of the month, and of the next, when each steps up elsewhere: V is the same all the time.
  for (const day of ['2026-11-20', '2026-12-02', '2027-01-02']) {
    clock.set(`${day}T09:00:00.000+07:00`);
    await refresh('OwnersRuled');
    await look();
  }
  for (const at of [0, 1, 2]) {
    const { shop } = stall(at);
    const own = await town.as(shop.owner)(MERCHANT, { params: { merchantId: shop.merchantId } });
    const range = ranges.get(own.ownerId);
    const sold = own.recentSalesRupiah ?? 0;
    expect(sold).toBeGreaterThan(500_000);
    if (!range) throw new Error('nobody was shown');
    expect([range.least <= sold, range.most > sold]).toEqual([true, true]);
    expect(range.least > 0.9 * sold && range.most < 1.1 * sold).toBe(false);
    expect(range.most / range.least).toBeGreaterThan(1.5);
  }
});

test('a list of rule version 3 is made again as it was, by the market and by anybody, and says it in usual orders', async () => {
  const { town, sells, refresh, list, stall, clock } = await stallsOf([18_000, 18_000, 17_000, 30_000]);
  // So many usual orders that no rung counts as many, wherever its owner steps up.
  await sells(stall(0), 60);
  await sells(stall(1), 7);
  await refresh('OwnersRuled');
  const decisionId = (await list()).ranking?.decisionId ?? '';
  const { world } = town;
  const city = await getCity(world.table, CITY);
  const recorded = await getDecision(world.table, decisionId);
  if (!city || !recorded) throw new Error('no decision');
  const { input } = await redraw(world, city, recorded);
  const former = { ...input, ruleVersion: 3 };
  const { request: _, ...old } = decisionOf(former, rankOffers(former));
  expect(old.listDigest).not.toBe(recorded.listDigest);
  const oldId = `${decisionId.slice(0, -1)}${decisionId.endsWith('a') ? 'b' : 'a'}`;
  await commit(world.table, [insertDecision({ ...recorded, ...old, decisionId: oldId })]);
  clock.set('2026-11-11T09:00:00.000+07:00');
  const read = (id: string) => town.as()('GET /rankings/{decisionId}', { params: { decisionId: id } });
  const [then, now] = [await read(oldId), await read(decisionId)];
  expect([then.replay, now.replay]).toEqual([
    { matches: true, differences: [] },
    { matches: true, differences: [] },
  ]);
  for (const page of [then, now]) expect(checkPublished(page)).toEqual({ matches: true, differences: [], drawn: true });
  const stepsOf = ({ items }: typeof then) => items.map(({ step }) => step).sort();
  expect(stepsOf(then)).toEqual([0, 0, 1, 10]);
  expect(JSON.stringify(then.items)).toContain('sekitar 10 kali pesanan biasa');
  expect(JSON.stringify(now.items)).not.toContain('kali pesanan biasa');
});
