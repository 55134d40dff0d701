import { beforeAll, describe, expect, test } from 'vitest';
import { simulateRule } from '../../../functions/city-ranking/simulate-rule.ts';
import { tryRules } from '../../../functions/city-ranking/try-rules.ts';
import { writeLists } from '../../../functions/pages/write-lists.ts';
import { FEW_SHOPS } from '../../../functions/reads/large-city.ts';
import type { World } from '../../../functions/world.ts';
import { worldFor } from '../../../infra/local/origin/guard.ts';
import { addDays } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { freshTable, memorySite } from '../../engine.ts';
import { everything } from '../../market.ts';
import { type Sent, watched } from '../../table/clients.ts';
import { CITY, stallsOf } from './stalls.ts';

type Stalls = Awaited<ReturnType<typeof stallsOf>>;
let stalls: Stalls;
let few: Product;
const prices = [10_000, 11_000, 12_000] as const;

const list = (query: object = {}) =>
  stalls.town.as()('GET /cities/{city}/products', { params: { city: CITY }, query: { limit: 10, ...query } as never });
const ids = async (query: object = {}) => (await list(query)).items.map(({ productId }) => productId).sort();
const writesLists = async (world: World) => {
  const detail = { eventId: 'due', version: 1, at: world.now(), cityCode: CITY };
  const body = JSON.stringify({ 'detail-type': 'PagesDue', detail });
  const { batchItemFailures } = await writeLists(() => world)({ Records: [{ messageId: 'due', body }] });
  expect(batchItemFailures).toEqual([]);
  world.cache.clear();
};
let sent: readonly Sent[];
const opensStalls = async (): Promise<Stalls> => {
  const table = watched(await freshTable());
  sent = table.sent;
  return stallsOf(prices, { site: memorySite(), table });
};
/** How often lists of goods were asked of the table while something ran. */
const queries = async (run: () => Promise<unknown>): Promise<number> => {
  const before = sent.length;
  await run();
  return sent.slice(before).filter(({ name, input }) => name === 'Query' && JSON.stringify(input).includes('#PRODUCT'))
    .length;
};

describe('a list of a city of many shops', () => {
  beforeAll(async () => {
    stalls = await opensStalls();
    few = await stalls.town.offers(await stalls.opens(), { priceRupiah: 10_500, amount: 4 });
    for (let at = prices.length; at < FEW_SHOPS; at++) await stalls.opens();
    await stalls.refresh('OwnersRuled');
    await writesLists(stalls.world);
  }, 120_000);

  test('is made of the goods as they were written ahead, and anybody can make it again', async () => {
    const all = [few, ...stalls.stalls.map(({ product }) => product)].map(({ productId }) => productId).sort();
    for (const query of [{}, { category: 'meeting-food' }, { category: 'meeting-food', quantity: 20 }]) {
      stalls.world.cache.clear();
      expect(await queries(async () => expect(await ids(query)).toEqual(all))).toBe(0);
      const { ranking } = await list(query);
      const again = await stalls.town.as()('GET /rankings/{decisionId}', {
        params: { decisionId: ranking?.decisionId ?? '' },
      });
      expect(again).toMatchObject({ replay: { matches: true } });
    }
  });

  test('is what an order is split over, without who changed since it was written', async () => {
    const { town, world, clock } = stalls;
    const office = await town.seatsOffice(CITY);
    const splits = async () => {
      world.cache.clear();
      const { suppliers } = await town.as(office.buyer)('POST /cities/{city}/allocations', {
        params: { city: CITY },
        body: {
          agencyId: office.agencyId,
          category: 'meeting-food',
          quantity: 60,
          lots: 3,
          deliverOn: addDays(clock.now().slice(0, 10), 2),
          district: '35.73.02',
        },
      });
      return suppliers;
    };
    let first: Awaited<ReturnType<typeof splits>> = [];
    expect(await queries(async () => (first = await splits()))).toBe(0);
    expect(first.length).toBeGreaterThan(1);
    const [dearer, gone] = first.map(({ productId }) =>
      stalls.stalls.find(({ product }) => product.productId === productId),
    );
    if (!dearer || !gone) throw new Error('a stall got no share');
    const changes = ({ shop, product }: typeof dearer, body: object) =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId: product.productId },
        body,
      });
    await changes(dearer, { priceRupiah: dearer.product.priceRupiah + 100 });
    await changes(gone, { active: false });
    const again = await splits();
    const ids = again.map(({ productId }) => productId);
    expect(ids).not.toContain(dearer.product.productId);
    expect(ids).not.toContain(gone.product.productId);
    expect(again.length).toBeGreaterThan(0);
  });

  test('is not tried under another rule while somebody waits: it is asked for, and there when it was', async () => {
    const { town, world, clock } = stalls;
    const params = { city: CITY };
    const simulates = (tolerancePercent: number) =>
      town.as(town.adminOf(CITY))('POST /cities/{city}/ranking-policy/simulations', {
        params,
        body: { tolerancePercent },
      });
    const reads = await queries(async () => {
      for (const _ of [1, 2])
        await expect(simulates(33)).rejects.toMatchObject({ status: 503, code: 'being_prepared' });
    });
    expect(reads).toBe(0);
    const asked = (await everything(world))
      .filter(({ type }) => type === 'Preparation')
      .map(({ what }) => String(what));
    expect(asked).toEqual([expect.stringMatching(/^trial [0-9a-f]{32}$/)]);
    const tries = (what = '') =>
      tryRules(() => worldFor('city-ranking/try-rules', world))({
        'detail-type': 'PreparationAsked',
        detail: { eventId: 'asked', version: 1, at: clock.now(), cityCode: CITY, what },
      });
    expect(await tries('gap 2026-10')).toEqual({ tried: false });
    expect([await tries(asked[0]), await tries(asked[0])]).toEqual([{ tried: true }, { tried: false }]);
    const { proposed, present, simulated, before, after, sentence } = await simulates(33);
    const city = await town.as()('GET /cities/{city}', { params });
    expect({ simulated, before, after, sentence }).toEqual(await simulateRule(world, city as City, present, proposed));
    expect(proposed.tolerancePercent).toBe(33);
    // Another number is another trial.
    await expect(simulates(34)).rejects.toMatchObject({ code: 'being_prepared' });
  });

  test('knows how many are left where somebody says how many, and goes on with yesterday’s goods until today’s are there', async () => {
    const { items } = await list({ category: 'meeting-food', quantity: 20 });
    const below = items.filter(({ ranking }) => ranking?.above === false);
    expect(below.map(({ productId, ranking }) => [productId, ranking?.reasons[0]?.reason])).toEqual([
      [few.productId, 'capacity_too_little'],
    ]);
    stalls.clock.pass(24 * 3_600_000);
    stalls.world.cache.clear();
    expect(await queries(() => list())).toBe(0);
    stalls.clock.pass(24 * 3_600_000);
    stalls.world.cache.clear();
    expect(await queries(() => list())).toBeGreaterThan(0);
  });
});

test('a list of a city of few shops is made of the table as it stands', async () => {
  stalls = await opensStalls();
  await stalls.refresh('OwnersRuled');
  await writesLists(stalls.world);
  expect(await queries(() => list())).toBeGreaterThan(0);
});
