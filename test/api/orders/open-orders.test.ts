import { beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../shared/domain/basics/month.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const limits = { personOpenOrders: 4, personOpenAtShop: 3, newPersonOpenOrders: 2, newPersonDays: 7 };
let clock: Clock;
let town: Town;
let shops: Shop[];
let goods: Product[];

beforeEach(async () => {
  clock = testClock('2026-11-10T02:00:00.000Z');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY, { policies: { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000, ...limits } });
  shops = [];
  goods = [];
  for (const name of ['Dapur Bu Sri', 'Batik Kawi', 'Toko Wulan']) {
    const shop = await town.opens(CITY, { name });
    shops.push(shop);
    goods.push(await town.offers(shop, { amount: 1_000 }));
  }
});

const [first, second, third] = [0, 1, 2] as const;
const buys = (person: string, at: number, but: Parameters<Town['cart']>[1] = {}) =>
  town.buys(person, goods[at] as Product, 1, but);
/** What the table counts of a person, and what their orders say. */
const open = async (person: string) => {
  const items = await everything(town.world);
  const item = items.find(({ type, pk }) => type === 'OpenOrders' && pk === `PERSON#${person}`);
  const orders = items.filter(
    ({ type, buyer, agencyId, dueAt }) => type === 'Order' && buyer === person && agencyId === null && dueAt !== null,
  );
  return { counted: ((item?.['open'] ?? []) as string[]).length, real: orders.length, item };
};
/** Somebody who has ordered here for longer than the city calls new, and received what they ordered. */
const known = async (person = 'ani') => {
  await town.sells(shops[first] as Shop, goods[first] as Product, 1, person);
  clock.set(new Date(Date.parse(clock.now()) + 7 * DAY_MS).toISOString());
  return person;
};

describe('a person’s open orders', () => {
  test('are as many as the city says, and the refusal says how many, which, and what to do', async () => {
    const ani = await known();
    for (const at of [first, second, second, third]) {
      await buys(ani, at);
      clock.pass(60_000);
    }
    const refused = await refusedWithoutTrace(town.world, () => buys(ani, first));
    expect(refused).toMatchObject({ status: 409, code: 'too_many_open_orders' });
    expect(refused.body['title']).toBe(
      'Anda punya 4 pesanan yang belum selesai: Dapur Bu Sri (menunggu diterima penjual), Batik Kawi (menunggu diterima penjual), Batik Kawi (menunggu diterima penjual) dan 1 lagi. Keranjang ini menambah 1, padahal paling banyak 4 sekaligus. Terima yang sudah datang atau batalkan yang tidak jadi, lalu pesan lagi.',
    );
    expect(refused.body['errors']).toEqual([
      { pointer: '/shops', detail: 'Belum selesai: 4. Paling banyak 4 sekaligus.' },
    ]);
    // Somebody else's are somebody else's.
    await buys('budi', first);
  });

  test('count every shop of a cart, all or none', async () => {
    const ani = await known();
    const cart = town.cart(goods.map((product) => ({ product, quantity: 1 })));
    await town.places(ani, cart);
    expect((await refusedWithoutTrace(town.world, () => town.places(ani, cart))).code).toBe('too_many_open_orders');
    await buys(ani, first);
    expect(await open(ani)).toMatchObject({ counted: 4, real: 4 });
  });

  test('are fewer at one shop', async () => {
    const ani = await known();
    for (let at = 0; at < 3; at++) await buys(ani, first);
    const cart = town.cart(
      [goods[second], goods[first]].map((product) => ({ product: product as Product, quantity: 1 })),
    );
    const refused = await refusedWithoutTrace(town.world, () => buys(ani, first));
    expect(refused.body['title']).toContain('Anda punya 3 pesanan yang belum selesai di toko ini: Dapur Bu Sri');
    expect(refused.body['errors']).toEqual([
      { pointer: '/shops/0/merchantId', detail: 'Belum selesai: 3. Paling banyak 3 sekaligus di satu toko.' },
    ]);
    expect((await refusalOf(town.places(ani, { ...cart, shops: cart.shops.slice(1) }))).code).toBe(
      'too_many_open_orders',
    );
    await buys(ani, second);
  });

  test('are fewer while somebody is new: younger than the city’s days, or with nothing received', async () => {
    await buys('baru', first);
    await buys('baru', second);
    const refused = await refusedWithoutTrace(town.world, () => buys('baru', third));
    expect(refused.body['title']).toContain('Batas ini menjadi 4 setelah 7 hari dan satu pesanan selesai.');
    const cart = town.cart(goods.map((product) => ({ product, quantity: 1 })));
    expect((await refusalOf(town.places('lain', cart))).body['title']).toBe(
      'Keranjang ini menjadi 3 pesanan; Anda boleh punya paling banyak 2 sekaligus. Pesan dari lebih sedikit toko dulu. Batas ini menjadi 4 setelah 7 hari dan satu pesanan selesai.',
    );

    // Received, but young.
    await town.sells(shops[first] as Shop, goods[first] as Product, 1, 'cepat');
    for (const at of [first, second]) await buys('cepat', at);
    expect((await refusalOf(buys('cepat', third))).code).toBe('too_many_open_orders');
    // Old, but nothing was received: what lapsed or was called off makes nobody known.
    clock.set(new Date(Date.parse(clock.now()) + 8 * DAY_MS).toISOString());
    await town.runsClocks();
    expect(await open('baru')).toMatchObject({ counted: 0, real: 0 });
    for (const at of [first, second]) await buys('baru', at);
    expect((await refusalOf(buys('baru', third))).code).toBe('too_many_open_orders');
    // Old and received.
    for (const at of [first, second, third]) await buys('cepat', at);
  });

  test('are counted once under one key, and the repeat answers also when the limit is reached since', async () => {
    const cart = town.cart([{ product: goods[first] as Product, quantity: 1 }]);
    const placed = await Promise.all(Array.from({ length: 8 }, () => town.places('baru', cart, 'satu')));
    expect(new Set(placed.flat().map(({ orderId }) => orderId)).size).toBe(1);
    expect(await open('baru')).toMatchObject({ counted: 1, real: 1 });
    await buys('baru', second);
    expect(await town.places('baru', cart, 'satu')).toEqual(placed[0]);
    expect(await open('baru')).toMatchObject({ counted: 2, real: 2 });
  });

  test('are never more than the limit, whoever races: 64 carts at once', async () => {
    const ani = await known();
    const outcomes = await Promise.allSettled(Array.from({ length: 64 }, (_, at) => buys(ani, at % 3)));
    const placed = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(placed).toBe(4);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected')
        expect(['too_many_open_orders', 'too_busy', 'changed_meanwhile']).toContain(outcome.reason.code);
    expect(await open(ani)).toMatchObject({ counted: 4, real: 4 });
  });

  test('at one shop are never more than its limit, whoever races', async () => {
    const ani = await known();
    const outcomes = await Promise.allSettled(Array.from({ length: 64 }, () => buys(ani, first)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(3);
    expect(await open(ani)).toMatchObject({ counted: 3, real: 3 });
  });
});

describe('an order that is over', () => {
  const accepted = async () => {
    const order = await buys('baru', first);
    await town.moves(shops[first]?.owner as string, 'accept', order);
    return order;
  };
  const delivered = async () => {
    const order = await accepted();
    await town.moves(shops[first]?.owner as string, 'deliver', order);
    return order;
  };
  const disputed = async () => {
    const order = await delivered();
    await town.moves('baru', 'dispute', order);
    return order;
  };
  const passes = async (days: number) => {
    for (let day = 0; day < days; day++) {
      clock.set(new Date(Date.parse(clock.now()) + DAY_MS).toISOString());
      await town.runsClocks();
    }
  };
  const owner = () => shops[first]?.owner as string;

  test.each([
    ['called off by its buyer', async () => town.moves('baru', 'cancel', await buys('baru', first))],
    ['declined', async () => town.moves(owner(), 'decline', await buys('baru', first))],
    ['not accepted in time', async () => [await buys('baru', first), await passes(2)]],
    ['called off after it was accepted', async () => town.moves(owner(), 'cancel', await accepted())],
    ['not sent in time', async () => [await accepted(), await passes(6)]],
    ['received', async () => town.receives('baru', await delivered())],
    ['settled by the clock', async () => [await delivered(), await passes(4)]],
    ['received after a dispute', async () => town.receives('baru', await disputed())],
    ['ruled on by the city', async () => town.moves(town.adminOf(CITY), 'cancel', await disputed())],
    ['closed by the clock, nobody having ruled', async () => [await disputed(), await passes(30)]],
  ])('no longer counts: %s', async (_, ends) => {
    await ends();
    expect(await open('baru')).toMatchObject({ counted: 0, real: 0 });
    for (const at of [first, second]) await buys('baru', at);
  });

  test('and not before: partly received, or disputed', async () => {
    const order = await delivered();
    await town.moves('baru', 'dispute', order);
    await buys('baru', second);
    expect((await refusalOf(buys('baru', third))).body['title']).toContain('(dipersoalkan)');
  });

  test('made once, however often its end is asked for', async () => {
    const order = await buys('baru', first);
    await buys('baru', second);
    await Promise.all(Array.from({ length: 8 }, () => town.moves('baru', 'cancel', order)));
    expect(await open('baru')).toMatchObject({ counted: 1, real: 1 });
  });
});

describe('an office’s orders', () => {
  test('have no such limit: its budget is one, and no person’s count moves', async () => {
    const office = await town.seatsOffice(CITY);
    for (let at = 0; at < 5; at++) await town.orders(office, goods[first] as Product);
    await town.places(
      office.buyer,
      town.cart(
        goods.map((product) => ({ product, quantity: 1 })),
        { agency: town.purposeOf(office) },
      ),
    );
    expect((await open(office.buyer)).item).toBeUndefined();
    // Who buys for an office has their own limit for themselves.
    for (const at of [first, second]) await buys(office.buyer, at);
    expect((await refusalOf(buys(office.buyer, third))).code).toBe('too_many_open_orders');
  });
});
