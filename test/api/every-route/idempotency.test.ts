import { beforeEach, describe, expect, test } from 'vitest';
import { type Clock, engineTable, testClock, testWorld } from '../../engine.ts';
import { everything, marketOf, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';
import { isWrite, named, tampered } from '../../table/clients.ts';

const CITY = '35.73';
const MINUTE_MS = 60_000;
let clock: Clock;
let town: Town;
let shop: Shop;
let nasi: Awaited<ReturnType<Town['offers']>>;

beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now, table: await engineTable() }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  nasi = await town.offers(shop, { amount: 10, priceRupiah: 10_000 });
});

const ordersMade = async () => (await everything(town.world)).filter(({ type }) => type === 'Order').length;
const free = async () => (await town.shelfOf(nasi))?.free;

describe('an order under a key', () => {
  test('repeated answers the first result and makes no second', async () => {
    const cart = town.cart([{ product: nasi, quantity: 3 }]);
    const first = await town.places('ani', cart, 'satu');
    expect(await town.places('ani', cart, 'satu')).toEqual(first);
    expect([await ordersMade(), await free()]).toEqual([1, 7]);
  });

  test('asked fifty times at once is one order', async () => {
    const cart = town.cart([{ product: nasi, quantity: 3 }]);
    const answers = await Promise.all(Array.from({ length: 50 }, () => town.places('ani', cart, 'satu')));
    expect(new Set(answers.map(([order]) => order?.orderId)).size).toBe(1);
    expect([await ordersMade(), await free()]).toEqual([1, 7]);
  });

  test('shows where the first one stands by now', async () => {
    const cart = town.cart([{ product: nasi, quantity: 3 }]);
    const [order] = await town.places('ani', cart, 'satu');
    await town.moves(shop.owner, 'accept', order as { orderId: string });
    expect((await town.places('ani', cart, 'satu'))[0]?.state).toBe('accepted');
  });

  test.each([
    ['another quantity', () => town.cart([{ product: nasi, quantity: 4 }])],
    ['another day', () => town.cart([{ product: nasi, quantity: 3 }], { deliverOn: '2026-11-20' })],
    ['what could not be ordered anyway', () => town.cart([{ product: nasi, quantity: 400 }])],
  ])('is refused for %s', async (_, other) => {
    await town.places('ani', town.cart([{ product: nasi, quantity: 3 }]), 'satu');
    const refused = await refusedWithoutTrace(town.world, () => town.places('ani', other(), 'satu'));
    expect(refused).toMatchObject({ status: 422, code: 'key_reused' });
  });

  test('is refused for another shop, or for fewer shops', async () => {
    const second = await town.opens(CITY, { name: 'Warung Dua' });
    const teh = await town.offers(second, { name: 'Teh', amount: 5 });
    await town.places('ani', town.cart([{ product: nasi, quantity: 3 }]), 'satu');
    expect(
      (
        await refusedWithoutTrace(town.world, () =>
          town.places('ani', town.cart([{ product: teh, quantity: 1 }]), 'satu'),
        )
      ).code,
    ).toBe('key_reused');
    const both = town.cart([
      { product: teh, quantity: 1 },
      { product: nasi, quantity: 1 },
    ]);
    await town.places('ani', both, 'dua');
    expect(
      (
        await refusedWithoutTrace(town.world, () =>
          town.places('ani', town.cart([{ product: nasi, quantity: 1 }]), 'dua'),
        )
      ).code,
    ).toBe('key_reused');
  });

  test('is another person’s own: the same key, another order', async () => {
    const cart = town.cart([{ product: nasi, quantity: 3 }]);
    const [ani] = await town.places('ani', cart, 'satu');
    const [budi] = await town.places('budi', cart, 'satu');
    expect(budi?.orderId).not.toBe(ani?.orderId);
    expect(budi?.buyer).toBe('budi');
    expect([await ordersMade(), await free()]).toEqual([2, 4]);
  });

  test('refused the first time may succeed the second', async () => {
    const cart = town.cart([{ product: nasi, quantity: 12 }]);
    expect((await refusalOf(town.places('ani', cart, 'satu'))).code).toBe('stock_too_little');
    await town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
      params: { merchantId: shop.merchantId, productId: nasi.productId },
      body: { amount: 12 },
    });
    expect(await town.places('ani', cart, 'satu')).toHaveLength(1);
  });

  describe.each([
    ['at once', 0],
    ['after 11 minutes', 11 * MINUTE_MS],
    ['after 25 hours', 25 * 60 * MINUTE_MS],
    ['after 40 days', 40 * 24 * 60 * MINUTE_MS],
  ])('whose answer was lost, retried %s', (_, wait) => {
    const losing = () => {
      let lost = false;
      const table = tampered(town.world.table, {
        after: ({ name, input }) => {
          if (lost || name !== 'TransactWrite' || !JSON.stringify(input).includes('ORDER#')) return;
          lost = true;
          throw named('TimeoutError');
        },
      });
      return marketOf({ ...town.world, table, cache: new Map() });
    };

    test('is the order that was placed, whatever has changed since', async () => {
      // Today: after a day this delivery is in the past.
      const body = town.cart([{ product: nasi, quantity: 3, priceRupiah: 10_000 }], { deliverOn: '2026-11-10' });
      const asked = { body, headers: { 'idempotency-key': 'satu' } };
      expect((await losing().ask('POST /orders', 'ani', asked)).status).toBe(500);
      clock.pass(wait);
      await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId: nasi.productId },
        body: { priceRupiah: 12_000, active: false },
      });
      const { status, body: told } = await town.ask('POST /orders', 'ani', asked);
      expect([status, (told as { orders: { totalRupiah: number }[] }).orders[0]?.totalRupiah]).toEqual([201, 30_000]);
      expect([await ordersMade(), await free()]).toEqual([1, 7]);
    });
  });

  test('for an office commits its budget once', async () => {
    const office = await town.seatsOffice(CITY, 1_000_000);
    const cart = town.cart([{ product: nasi, quantity: 2 }], { agency: town.purposeOf(office) });
    await Promise.all(Array.from({ length: 8 }, () => town.places(office.buyer, cart, 'satu')));
    expect(await town.budgetOf(office)).toMatchObject({ committedRupiah: 20_000 });
    // Another colleague's key is another order.
    await town.places(office.approver, cart, 'satu');
    expect(await town.budgetOf(office)).toMatchObject({ committedRupiah: 40_000 });
  });
});

describe('an application under a key', () => {
  test('repeated is one shop with one owner', async () => {
    const ask = (body = town.application(CITY)) =>
      town.as('sri')('POST /merchants', { body, headers: { 'idempotency-key': 'daftar' } });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(new Set(answers.map(({ merchantId }) => merchantId)).size).toBe(1);
    expect((await refusalOf(ask(town.application(CITY, { name: 'Lain' })))).code).toBe('key_reused');
    const { memberships } = await town.as('sri')('GET /me');
    expect(memberships).toHaveLength(1);
  });
});

describe('a product under a key', () => {
  const product = {
    name: 'Teh',
    unit: 'gelas',
    priceRupiah: 5_000,
    category: 'culinary',
    supply: 'stock',
    amount: 5,
  } as const;
  const add = (of: Shop, key: string, body: object = product) =>
    town.as(of.owner)('POST /merchants/{merchantId}/products', {
      params: { merchantId: of.merchantId },
      body: body as typeof product,
      headers: { 'idempotency-key': key },
    });

  test('repeated is one product, also as the last one a shop may have', async () => {
    for (let index = 1; index < 99; index++) await add(shop, `barang-${index}`);
    const last = await add(shop, 'terakhir');
    expect(await add(shop, 'terakhir')).toEqual(last);
    expect((await refusalOf(add(shop, 'satu-lagi'))).code).toBe('product_limit');
    expect((await refusalOf(add(shop, 'terakhir', { ...product, amount: 6 }))).code).toBe('key_reused');
  });

  test('is of one shop: the same key in the owner’s other shop makes another id', async () => {
    const second = await town.opens(CITY, { name: 'Warung Dua' }, shop.owner);
    const [a, b] = [await add(shop, 'satu'), await add(second, 'satu', { ...product, priceRupiah: 900_000 })];
    expect(a.productId).not.toBe(b.productId);
    const orders = await town.places(
      'ani',
      town.cart([
        { product: a, quantity: 1 },
        { product: b, quantity: 1 },
      ]),
    );
    expect(orders.map(({ totalRupiah }) => totalRupiah)).toEqual([5_000, 900_000]);
  });
});

describe('an office under a key', () => {
  test('is founded once, and in one city', async () => {
    await town.founds('35.78');
    await town.seats('city:35.78', town.adminOf(CITY), 'city-admin');
    const add = (city: string) =>
      town.as(town.adminOf(CITY))('POST /cities/{city}/agencies', {
        params: { city },
        body: { name: 'Dinas', address: 'Jl. Satu 1' },
        headers: { 'idempotency-key': 'dinas' },
      });
    expect((await add(CITY)).agencyId).toBe((await add(CITY)).agencyId);
    expect((await refusalOf(add('35.78'))).code).toBe('key_reused');
  });
});

describe('a move whose answer was lost', () => {
  test.each(['accept', 'cancel'] as const)('%s, retried by hand, is made once', async (move) => {
    const order = await town.buys('ani', nasi, 4);
    let lost = false;
    const table = tampered(town.world.table, {
      after: (sent) => {
        if (lost || !isWrite(sent)) return;
        lost = true;
        throw named('TimeoutError');
      },
    });
    const by = move === 'accept' ? shop.owner : 'ani';
    const key = `POST /orders/{orderId}/${move}` as const;
    const asked = { params: { orderId: order.orderId }, ...(move === 'cancel' ? { body: { reason: 'Batal' } } : {}) };
    expect((await marketOf({ ...town.world, table }).ask(key, by, asked)).status).toBe(500);
    const { status, body } = await town.ask(key, by, asked);
    expect([status, (body as { version: number }).version]).toEqual([200, 2]);
    expect(await free()).toBe(move === 'accept' ? 6 : 10);
  });

  test('a receipt, retried with its key, counts once', async () => {
    const order = await town.buys('ani', nasi, 4);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    const half = { rest: 'later' as const, lines: [{ productId: nasi.productId, quantity: 2 }] };
    await Promise.all(Array.from({ length: 6 }, () => town.receives('ani', order, half, 'separuh')));
    const { handovers, receivedRupiah } = await town.as('ani')('GET /orders/{orderId}', {
      params: { orderId: order.orderId },
    });
    expect([handovers.length, receivedRupiah]).toEqual([1, 20_000]);
  });
});
