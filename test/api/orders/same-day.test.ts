import { describe, expect, test } from 'vitest';
import type { Zone } from '../../../shared/domain/basics/month.ts';
import { testClock, testWorld } from '../../engine.ts';
import { refusalOf, refusedWithoutTrace, townOf } from '../../market.ts';

const [TODAY, TOMORROW, NEXT] = ['2026-11-10', '2026-11-11', '2026-11-12'];
const zones: readonly (readonly [city: string, zone: Zone, offset: string])[] = [
  ['35.73', 'Asia/Jakarta', '+07:00'],
  ['73.71', 'Asia/Makassar', '+08:00'],
  ['91.71', 'Asia/Jayapura', '+09:00'],
];

/** A shop whose goods lie ready, whose cakes take a day, and who makes three boxes a day. */
const opened = async (city: string, zone: Zone, offset: string) => {
  const clock = testClock(`${TODAY}T08:00:00.000${offset}`);
  const town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(city, { zone });
  const shop = await town.opens(city);
  const goods = {
    ready: await town.offers(shop, { amount: 50 }),
    cake: await town.offers(shop, { name: 'Kue lapis', leadDays: 1, amount: 50 }),
    made: await town.offers(shop, { name: 'Nasi kotak', supply: 'capacity', amount: 3 }),
    notOnTuesday: await town.offers(shop, { name: 'Soto', amount: 50, closedDays: [2] }),
  };
  const at = (time: string) => clock.set(`${TODAY}T${time}:00.000${offset}`);
  const daysOf = async ({ productId }: { productId: string }, quantity = 1) => {
    const params = { merchantId: shop.merchantId };
    const query = { goods: `${productId}.${quantity}` };
    return (await town.as()('GET /merchants/{merchantId}/delivery-days', { params, query })).days;
  };
  return { town, shop, goods, at, daysOf };
};

describe.each(zones)('orders for the same day in %s (%s)', (city, zone, offset) => {
  test('are offered and taken until the last hour of its wall clock, and for tomorrow afterwards', async () => {
    const { town, goods, at, daysOf } = await opened(city, zone, offset);
    const buys = (product: keyof typeof goods, deliverOn: string) => town.buys('ani', goods[product], 1, { deliverOn });
    at('20:59');
    expect((await daysOf(goods.ready))[0]).toBe(TODAY);
    expect((await daysOf(goods.cake))[0]).toBe(TOMORROW);
    expect((await daysOf(goods.notOnTuesday))[0]).toBe(TOMORROW);
    const order = await buys('ready', TODAY);
    for (const time of ['21:00', '23:44', '23:59']) {
      at(time);
      for (const product of ['ready', 'cake', 'made', 'notOnTuesday'] as const)
        expect((await daysOf(goods[product]))[0], `${product} ${time}`).toBe(TOMORROW);
      const refused = await refusedWithoutTrace(town.world, () => buys('ready', TODAY));
      expect(refused).toMatchObject({ code: 'date_not_possible' });
      expect(refused.message).toContain('sebelum pukul 21.00');
    }
    // A day ahead is a day ahead at whatever hour it is said.
    await buys('cake', TOMORROW);
    // What was promised in time is still taken and brought, and may not be moved to what is over.
    const moves = town.as('ani')('POST /orders/{orderId}/reschedule', {
      params: { orderId: (await buys('ready', TOMORROW)).orderId },
      body: { deliverOn: TODAY },
    });
    expect(await refusalOf(moves)).toMatchObject({ code: 'date_not_possible' });
    expect(order.deliverOn).toBe(TODAY);
  });

  test('end when the city says, at once', async () => {
    const { town, goods, at, daysOf } = await opened(city, zone, offset);
    const says = (lastHandoverAt: string) =>
      town.as(town.adminOf(city))('PATCH /cities/{city}', { params: { city }, body: { policies: { lastHandoverAt } } });
    await says('16:30');
    town.world.cache.clear();
    at('16:30');
    expect((await daysOf(goods.ready))[0]).toBe(TOMORROW);
    expect(await refusalOf(town.buys('ani', goods.ready, 1, { deliverOn: TODAY }))).toMatchObject({
      code: 'date_not_possible',
    });
    await says('22:30');
    at('22:29');
    expect((await daysOf(goods.ready))[0]).toBe(TODAY);
    await town.buys('ani', goods.ready, 1, { deliverOn: TODAY });
  });

  test('are offered only while pieces of the day are left', async () => {
    const { town, goods, daysOf } = await opened(city, zone, offset);
    await town.buys('ani', goods.made, 2, { deliverOn: TODAY });
    // That one is left is told to who orders, not to who asks.
    expect((await daysOf(goods.made, 3))[0]).toBe(TODAY);
    await town.buys('ani', goods.made, 1, { deliverOn: TODAY });
    for (const quantity of [1, 3]) expect((await daysOf(goods.made, quantity)).slice(0, 2)).toEqual([TOMORROW, NEXT]);
  });
});
