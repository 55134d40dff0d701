import { describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { refusedWithoutTrace, townOf } from '../../market.ts';

const CITY = '35.73';
const DAY_MS = 86_400_000;

describe('unfinished orders of an office', () => {
  test('are listed with the days they are open, every page full until the last', async () => {
    const clock = testClock('2026-11-10T09:00:00.000+07:00');
    const town = await townOf(await testWorld({ now: clock.now }));
    await town.founds(CITY);
    const shop = await town.opens(CITY);
    const office = await town.seatsOffice(CITY, 10_000_000);
    const nasi = await town.offers(shop, { amount: 100 });
    const open: string[] = [];
    for (let count = 0; count < 9; count++) {
      const order = await town.orders(office, nasi, 1);
      if (count % 3 === 0) open.unshift(order.orderId);
      else await town.moves(office.buyer, 'cancel', order);
      clock.pass(1);
    }
    clock.pass(2 * DAY_MS);
    const params = { agencyId: office.agencyId };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { unfinished: 'true' as const, limit: 2, ...(cursor === undefined ? {} : { cursor }) };
      const page = await town.as(office.treasurer)('GET /agencies/{agencyId}/orders', { params, query });
      for (const { orderId, daysOpen } of page.items) {
        expect(daysOpen).toBe(2);
        seen.push(orderId);
      }
      expect(page.items.length).toBeGreaterThan(0);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(open);
    const all = await town.as(office.buyer)('GET /agencies/{agencyId}/orders', { params });
    expect(all.items.map(({ daysOpen }) => daysOpen).filter((days) => days === null)).toHaveLength(6);
    expect(all.items[0]).toMatchObject({ orderedBy: null });
    await town.as(town.adminOf('35.73'))('PUT /scopes/{scope}/members/{person}', {
      params: { scope: `agency:${office.agencyId}`, person: office.buyer },
      body: { role: 'buyer', personName: 'Bayu Nugroho' },
    });
    const named = await town.as(office.approver)('GET /agencies/{agencyId}/orders', { params });
    expect(new Set(named.items.map(({ orderedBy }) => orderedBy))).toEqual(new Set(['Bayu Nugroho']));
    // Who ordered is the office's to know: its name is there, its account is not, and a shop reads neither.
    expect(named.items[0]).not.toHaveProperty('buyer');
    const shops = await town.as(shop.owner)('GET /merchants/{merchantId}/orders', {
      params: { merchantId: shop.merchantId },
      query: {},
    });
    expect(JSON.stringify(shops)).not.toMatch(/orderedBy|"buyer"/);
  });
});

describe('a far day', () => {
  test.each(['2036-01-01', '9999-12-31'])('is refused wherever one is chosen: %s', async (far) => {
    const town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
    await town.founds(CITY);
    const shop = await town.opens(CITY);
    const office = await town.seatsOffice(CITY);
    const refused = (asked: () => Promise<unknown>) => refusedWithoutTrace(town.world, asked);
    const leave = () =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}', {
        params: { merchantId: shop.merchantId },
        body: { pausedUntil: far },
      });
    expect(await refused(leave)).toMatchObject({
      code: 'date_not_possible',
      body: { errors: [{ pointer: '/pausedUntil', detail: expect.stringContaining('2027-11-11') }] },
    });
    const split = () =>
      town.as(office.buyer)('POST /cities/{city}/allocations', {
        params: { city: CITY },
        body: {
          agencyId: office.agencyId,
          category: 'meeting-food',
          quantity: 2,
          district: `${CITY}.02`,
          deliverOn: far,
        },
      });
    expect((await refused(split)).code).toBe('date_not_possible');
    if (far !== '9999-12-31') return;
    const ceiling = () =>
      town.as(town.adminOf(CITY))('POST /cities/{city}/price-ceilings', {
        params: { city: CITY },
        body: {
          category: 'meeting-food',
          goods: 'snack',
          unit: 'kotak',
          ceilingRupiah: 20_000,
          validFrom: '2026-01-01',
          validTo: far,
          source: 'Perwali 1/2026',
        },
      });
    expect((await refused(ceiling)).code).toBe('date_not_possible');
  });
});
