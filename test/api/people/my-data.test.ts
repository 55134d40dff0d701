import { beforeAll, describe, expect, test } from 'vitest';
import { tellPeople } from '../../../functions/notices/tell-people.ts';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import type { Output } from '../../../shared/contract.ts';
import { joins } from '../../civil-servants.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { everything, refusalOf, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const person = 'ani';
const keys = {
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
};
type Copy = Output<'GET /me/data'>;

let clock: Clock;
let town: Town;
beforeAll(async () => {
  clock = testClock();
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  const shop = await town.opens(CITY);
  const product = await town.offers(shop, { amount: 1000 });
  const other = await town.buys('budi', product);
  const received = await town.sells(shop, product, 2, person);
  await town.as(person)('PUT /orders/{orderId}/review', {
    params: { orderId: received.orderId },
    body: { stars: 4, text: 'Enak' },
  });
  const placed = await town.buys(person, product);
  await town.moves(shop.owner, 'accept', placed);
  for (const { orderId } of [other, received, placed]) {
    await hear(
      followOrders(() => town.world),
      ['OrderMoved', { orderId }],
    );
    await hear(
      tellPeople(() => town.world),
      ['OrderMoved', { orderId }],
    );
  }
  await town.opens(CITY, { nik: '3573024508800077', name: 'Warung Ani' }, person);
  await town.invites(`merchant:${shop.merchantId}`, person, 'staff', shop.owner);
  const wanted = { merchantId: shop.merchantId, productId: product.productId, quantity: 2 };
  await town.as(person)('POST /me/carts', { body: { name: 'Mingguan', lines: [wanted] } });
  await town.as(person)('POST /me/addresses', {
    body: { name: 'Rumah', recipient: 'Ani', phone: '0812-3456-789', street: 'Jl. Kawi 2', district: `${CITY}.02` },
  });
  const office = await town.seatsOffice(CITY);
  await joins(town, CITY, person, office.agencyId);
  await town.as(person)('PUT /me/devices', { body: { endpoint: 'https://fcm.googleapis.com/fcm/send/x', keys } });
});

const copies = async (who: string, most = 100): Promise<Copy[]> => {
  const pages = [await town.as(who)('GET /me/data', { query: {} })];
  for (let next = pages[0]?.next; next && pages.length < most; next = pages.at(-1)?.next)
    pages.push(await town.as(who)('GET /me/data', { query: { cursor: next } }));
  return pages;
};

describe('a copy of one’s data', () => {
  test('holds whatever the table keeps under the person, and nothing of anybody else', async () => {
    const [copy] = await copies(person);
    const text = JSON.stringify(copy);
    expect(copy?.about?.memberships).toHaveLength(1);
    expect(copy?.about?.invitations).toHaveLength(1);
    expect(copy?.about?.shops.map(({ name }) => name)).toEqual(['Warung Ani']);
    expect(copy?.about?.devices).toHaveLength(1);
    expect(copy?.about?.acts.byMe.length).toBeGreaterThanOrEqual(0);
    expect(copy?.orders.map(({ order }) => order.state).sort()).toEqual(['accepted', 'received']);
    expect(copy?.orders.find(({ order }) => order.state === 'received')?.review?.text).toBe('Enak');
    expect(copy?.orders.every(({ payment }) => payment?.buyer === person)).toBe(true);
    const own = (await everything(town.world)).filter(
      (item) => item['pk'] === `PERSON#${person}` || item['l1pk'] === `PERSON#${person}`,
    );
    // What only counts or is a lock says nothing of the person that the rest does not.
    const named: Record<string, unknown> = {
      Order: copy?.orders.length,
      Membership: copy?.about?.memberships.length,
      Invitation: copy?.about?.invitations.length,
      Notice: copy?.about?.notices.length,
      SavedCarts: copy?.about?.savedCarts.length,
      SavedAddresses: copy?.about?.savedAddresses.length,
      CivilLink: copy?.about?.civilServant ? 1 : 0,
      PersonSeats: 1,
      OpenOrders: 1,
      DataCopy: 1,
    };
    const kinds = new Map<string, number>();
    for (const { type } of own) kinds.set(String(type), (kinds.get(String(type)) ?? 0) + 1);
    expect(Object.fromEntries([...kinds].filter(([kind]) => kind !== 'NoticeSettings'))).toEqual(named);
    expect(text).not.toMatch(/budi|sealed|identityKey|fcm\.googleapis|request":/);
  });

  test('is begun once a minute, and says in words when again', async () => {
    clock.pass(120_000);
    await copies(person);
    const refusal = await refusalOf(town.as(person)('GET /me/data', { query: {} }));
    expect(refusal).toMatchObject({ status: 429, code: 'too_many_requests' });
    expect(refusal.message).toContain('detik lagi');
    await copies('budi');
    clock.pass(60_000);
    await copies(person);
  });

  test('goes on from its own place only', async () => {
    clock.pass(120_000);
    const wrong = town.as('budi')('GET /me/data', { query: { cursor: 'x'.repeat(40) } });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'malformed_cursor' });
  });

  test('of who never did anything is empty, and whole', async () => {
    const [copy] = await copies('nobody-yet');
    expect(copy).toMatchObject({
      person: 'nobody-yet',
      orders: [],
      next: null,
      about: { memberships: [], notices: [] },
    });
  });
});
