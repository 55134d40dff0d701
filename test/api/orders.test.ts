import { beforeEach, describe, expect, test } from 'vitest';
import type { Order } from '../../shared/domain/orders/order.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getMembership, removeMembership } from '../../shared/table/memberships.ts';
import { getOrder } from '../../shared/table/orders.ts';
import { getSpending, getStanding } from '../../shared/table/standings.ts';
import { type Clock, testClock, testWorld } from '../engine.ts';
import { marketOf, type Office, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';
import { tampered } from '../table/clients.ts';

const CITY = '35.73';
const DAY_MS = 86_400_000;
let clock: Clock;
let town: Town;
let shop: Shop;
let office: Office;
let nasi: Awaited<ReturnType<Town['offers']>>;

beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  office = await town.seatsOffice(CITY, 1_000_000);
  nasi = await town.offers(shop, { amount: 10, priceRupiah: 10_000 });
});

const standing = (month = '2026-11') => getStanding(town.world.table, shop.merchantId, month);
const accepted = async (order: Order) => {
  if (order.state === 'awaiting_approval') await town.moves(office.approver, 'approve', order);
  return town.moves(shop.owner, 'accept', order);
};
const delivered = async (order: Order) => {
  await accepted(order);
  return town.moves(shop.owner, 'deliver', order);
};
const left = async () => (await town.budgetOf(office))?.leftRupiah;
const free = async () => (await town.shelfOf(nasi))?.free;

describe('a personal order', () => {
  test('goes from cart to standing', async () => {
    const order = await town.buys('ani', nasi, 3);
    expect(order).toMatchObject({ state: 'placed', totalRupiah: 30_000, receivedRupiah: 0 });
    expect(await free()).toBe(7);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    const received = await town.receives('ani', order);
    expect(received).toMatchObject({ state: 'received', receivedRupiah: 30_000, dueAt: null });
    expect(received.history.map(({ state, by }) => [state, by])).toEqual([
      ['placed', 'ani'],
      ['accepted', shop.owner],
      ['delivered', shop.owner],
      ['received', 'ani'],
    ]);
    expect(await standing()).toMatchObject({ turnoverRupiah: 30_000, orders: 1, agencies: 0 });
    expect(await free()).toBe(7);
  });

  test('is in the lists of its buyer and its shop, and in nobody else’s', async () => {
    const order = await town.buys('ani', nasi, 1);
    const ids = (list: { items: { orderId: string }[] }) => list.items.map(({ orderId }) => orderId);
    const { merchantId } = shop;
    expect(ids(await town.as('ani')('GET /me/orders'))).toEqual([order.orderId]);
    expect(ids(await town.as('budi')('GET /me/orders'))).toEqual([]);
    const ofShop = (query: object = {}) =>
      town.as(shop.owner)('GET /merchants/{merchantId}/orders', { params: { merchantId }, query });
    expect(ids(await ofShop())).toEqual([order.orderId]);
    expect(ids(await ofShop({ state: 'placed' }))).toEqual([order.orderId]);
    expect(ids(await ofShop({ state: 'accepted' }))).toEqual([]);
    await town.moves(shop.owner, 'accept', order);
    expect(ids(await ofShop({ state: 'placed' }))).toEqual([]);
    expect(ids(await ofShop({ state: 'accepted' }))).toEqual([order.orderId]);
    expect(
      ids(await town.as(office.buyer)('GET /agencies/{agencyId}/orders', { params: { agencyId: office.agencyId } })),
    ).toEqual([]);
  });

  test('keeps the price it was placed at', async () => {
    const order = await town.buys('ani', nasi, 2);
    await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId: shop.merchantId, productId: nasi.productId },
      body: { priceRupiah: 99_000 },
    });
    await delivered(order);
    expect((await town.receives('ani', order)).receivedRupiah).toBe(20_000);
    expect((await standing())?.turnoverRupiah).toBe(20_000);
  });

  test('with one product in two lines takes the sum of both', async () => {
    const twice = town.cart([
      { product: nasi, quantity: 4 },
      { product: nasi, quantity: 5 },
    ]);
    const [order] = await town.places('ani', twice);
    expect(order?.lines.map(({ quantity }) => quantity)).toEqual([9]);
    expect(await free()).toBe(1);
    const tooMuch = await refusedWithoutTrace(town.world, () =>
      town.places('budi', { ...twice, contact: { name: 'Budi', phone: '081234567890' } }),
    );
    expect(tooMuch.code).toBe('stock_too_little');
  });

  test('for several shops is placed for all of them or for none', async () => {
    const second = await town.opens(CITY, { name: 'Warung Dua' });
    const teh = await town.offers(second, { name: 'Teh', amount: 2, priceRupiah: 5_000 });
    const cart = (teas: number) =>
      town.cart([
        { product: nasi, quantity: 3 },
        { product: teh, quantity: teas },
      ]);
    const refused = await refusedWithoutTrace(town.world, () => town.places('ani', cart(3)));
    expect(refused.code).toBe('stock_too_little');
    expect(refused.body['errors']).toEqual([expect.objectContaining({ pointer: '/shops/1/lines/0/quantity' })]);
    const orders = await town.places('ani', cart(2));
    expect(orders.map(({ merchantId }) => merchantId)).toEqual([shop.merchantId, second.merchantId]);
    expect([await free(), (await town.shelfOf(teh))?.free]).toEqual([7, 0]);
  });

  test('names every line that is short, not only the first', async () => {
    const teh = await town.offers(shop, { name: 'Teh', amount: 2, priceRupiah: 5_000 });
    const refused = await refusalOf(
      town.places(
        'ani',
        town.cart([
          { product: nasi, quantity: 11 },
          { product: teh, quantity: 3 },
        ]),
      ),
    );
    expect((refused.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/shops/0/lines/0/quantity',
      '/shops/0/lines/1/quantity',
    ]);
  });

  test.each([
    ['declined by the shop', async (order: Order) => town.moves(shop.owner, 'decline', order), 'declined'],
    ['cancelled before acceptance', async (order: Order) => town.moves('ani', 'cancel', order), 'cancelled'],
    [
      'cancelled by the shop after acceptance',
      async (order: Order) => {
        await accepted(order);
        return town.moves(shop.owner, 'cancel', order);
      },
      'cancelled',
    ],
  ])('%s gives its pieces back', async (_, end, state) => {
    const order = await town.buys('ani', nasi, 4);
    expect(await free()).toBe(6);
    expect(await end(order)).toMatchObject({ state });
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 10, taken: 0, free: 10 });
    expect((await standing())?.turnoverRupiah).toBe(0);
  });

  test('moved twice by the same person is moved once; by another it has moved on', async () => {
    const order = await town.buys('ani', nasi, 4);
    const first = await town.moves('ani', 'cancel', order);
    expect(await town.moves('ani', 'cancel', order)).toEqual(first);
    expect((await refusalOf(town.moves(shop.owner, 'accept', order))).code).toBe('order_moved_on');
    expect(await free()).toBe(10);
  });

  test('is not moved over a version its mover did not see', async () => {
    const { orderId } = await town.buys('ani', nasi, 1);
    const accept = (version: number) =>
      town.as(shop.owner)('POST /orders/{orderId}/accept', {
        params: { orderId },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await refusedWithoutTrace(town.world, () => accept(7))).code).toBe('version_mismatch');
    expect((await accept(1)).state).toBe('accepted');
  });
});

describe('an office’s order', () => {
  test('commits its budget when placed, is approved by another, and is received with a record', async () => {
    const order = await town.orders(office, nasi, 4);
    expect(order.state).toBe('awaiting_approval');
    expect(await town.budgetOf(office)).toMatchObject({ committedRupiah: 40_000, leftRupiah: 960_000 });
    expect((await refusalOf(town.moves(shop.owner, 'accept', order))).code).toBe('order_moved_on');
    expect((await refusalOf(town.moves(office.buyer, 'approve', order))).code).toBe('not_allowed');
    await delivered(order);
    const done = await town.receives(office.treasurer, order, {
      receivedBy: 'Bu Tuti',
      condition: 'with-remarks',
      remarks: 'Satu kotak penyok',
    });
    expect(done).toMatchObject({
      state: 'received',
      handovers: [{ receivedBy: 'Bu Tuti', remarks: 'Satu kotak penyok', rupiah: 40_000 }],
    });
    expect(await standing()).toMatchObject({ turnoverRupiah: 40_000, orders: 1, agencies: 1 });
    expect(await getSpending(town.world.table, office.agencyId, '2026-11', shop.merchantId)).toMatchObject({
      rupiah: 40_000,
      orders: 1,
    });
    expect(await town.budgetOf(office)).toMatchObject({ committedRupiah: 40_000, leftRupiah: 960_000 });
  });

  test('is not approved by an approver whose role is taken while the approval is on its way', async () => {
    const order = await town.orders(office, nasi, 2);
    const late = tampered(town.world.table, {
      before: async ({ name }) => {
        if (name !== 'TransactWrite') return;
        const { table } = town.world;
        const seat = await getMembership(table, office.approver, `agency:${office.agencyId}`);
        if (seat) await commit(table, [removeMembership(seat)]);
      },
    });
    const { status } = await marketOf({ ...town.world, table: late }).ask(
      'POST /orders/{orderId}/approve',
      office.approver,
      { params: { orderId: order.orderId } },
    );
    expect(status).toBe(404);
    expect((await getOrder(town.world.table, order.orderId))?.state).toBe('awaiting_approval');
  });

  test('is never approved by its maker', async () => {
    const [order] = await town.places(
      office.approver,
      town.cart([{ product: nasi, quantity: 1 }], { agency: town.purposeOf(office) }),
    );
    const refused = await refusedWithoutTrace(town.world, () => town.moves(office.approver, 'approve', order as Order));
    expect(refused).toMatchObject({ status: 403, code: 'own_order' });
  });

  test.each([
    ['rejected by the approver', (order: Order) => town.moves(office.approver, 'reject', order), 'rejected'],
    ['cancelled by the buyer', (order: Order) => town.moves(office.buyer, 'cancel', order), 'cancelled'],
    [
      'declined by the shop',
      async (order: Order) => {
        await town.moves(office.approver, 'approve', order);
        return town.moves(shop.owner, 'decline', order);
      },
      'declined',
    ],
  ])('%s gives back pieces and budget', async (_, end, state) => {
    const order = await town.orders(office, nasi, 4);
    expect(await end(order)).toMatchObject({ state });
    expect([await free(), await left()]).toEqual([10, 1_000_000]);
  });

  test('in parts: each handover enters the standing, the budget of pieces given up comes back', async () => {
    const order = await town.orders(office, nasi, 6);
    await delivered(order);
    const part = (quantity: number, rest: 'later' | 'given-up') => ({
      receivedBy: 'Bu Tuti',
      rest,
      lines: [{ productId: nasi.productId, quantity }],
    });
    expect((await town.receives(office.buyer, order, part(2, 'later'), 'one')).state).toBe('partly_received');
    expect([await free(), await left(), (await standing())?.turnoverRupiah]).toEqual([4, 940_000, 20_000]);
    expect((await town.receives(office.buyer, order, part(2, 'later'), 'one')).handovers).toHaveLength(1);
    await town.moves(shop.owner, 'deliver', order);
    const done = await town.receives(office.buyer, order, part(3, 'given-up'), 'two');
    expect(done).toMatchObject({ state: 'received', receivedRupiah: 50_000 });
    expect([await free(), await left()]).toEqual([5, 950_000]);
    expect(await standing()).toMatchObject({ turnoverRupiah: 50_000, orders: 1, agencies: 1 });
    expect(await getSpending(town.world.table, office.agencyId, '2026-11', shop.merchantId)).toMatchObject({
      rupiah: 50_000,
      orders: 1,
    });
  });

  test('received in part needs a key, so that no click counts twice', async () => {
    const order = await town.orders(office, nasi, 6);
    await delivered(order);
    const refused = await refusedWithoutTrace(town.world, () =>
      town.as(office.buyer)('POST /orders/{orderId}/receive', {
        params: { orderId: order.orderId },
        body: { receivedBy: 'Bu Tuti', rest: 'later', lines: [{ productId: nasi.productId, quantity: 1 }] },
      }),
    );
    expect(refused.code).toBe('idempotency_key_required');
  });

  test('is refused where its budget ends, to the rupiah', async () => {
    await town.budgets(office, 40_000);
    expect((await refusedWithoutTrace(town.world, () => town.orders(office, nasi, 5))).code).toBe('budget_too_little');
    await town.orders(office, nasi, 4);
    expect(await left()).toBe(0);
    const lower = await refusedWithoutTrace(town.world, () => town.budgets(office, 39_999));
    expect(lower.code).toBe('budget_too_little');
  });

  test('on a line nobody budgeted is refused', async () => {
    const cart = town.cart([{ product: nasi, quantity: 1 }], {
      agency: { ...town.purposeOf(office), budgetCode: '5.1.02.99.99' },
    });
    expect((await refusedWithoutTrace(town.world, () => town.places(office.buyer, cart))).code).toBe(
      'budget_line_not_found',
    );
  });

  test('of two buyers at once on one line: one rupiah is spent once', async () => {
    await town.budgets(office, 50_000);
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => town.orders(office, nasi, 2)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await town.budgetOf(office)).toMatchObject({ committedRupiah: 40_000, leftRupiah: 10_000 });
    expect(await free()).toBe(6);
  });

  test('released over the end of the year goes back to the year it was placed in', async () => {
    clock.set('2026-12-31T23:59:59.999+07:00');
    await town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
      params: { merchantId: shop.merchantId, productId: nasi.productId },
      body: { amount: 10 },
    });
    const order = await town.orders(office, nasi, 4);
    clock.pass(1);
    await town.moves(office.buyer, 'cancel', order);
    expect(await town.budgetOf(office, '2026')).toMatchObject({ committedRupiah: 0 });
    expect((await refusedWithoutTrace(town.world, () => town.orders(office, nasi, 4))).code).toBe(
      'budget_line_not_found',
    );
  });

  test('uses one instant for all it decides, even where the year turns while it is placed', async () => {
    await town.budgets(office, 1_000_000, '2027');
    const eve = Date.parse('2026-12-31T23:59:59.993+07:00');
    let at = eve;
    const ticking = marketOf({ ...town.world, cache: new Map(), now: () => new Date(at++).toISOString() });
    const agency = { ...town.purposeOf(office), eventDate: '2027-01-02' };
    const body = { ...town.cart([{ product: nasi, quantity: 1 }], { agency }), deliverOn: '2027-01-02' };
    const years = new Set<string | undefined>();
    for (let tries = 0; tries < 10; tries++) {
      at = eve + tries;
      const { orders } = await ticking.as(office.buyer)('POST /orders', { body });
      const { orderId = '', agency: of } = orders[0] ?? {};
      years.add(of?.budgetYear);
      expect((await town.budgetOf(office, of?.budgetYear))?.committedRupiah).toBe(10_000);
      await ticking.as(office.buyer)('POST /orders/{orderId}/cancel', {
        params: { orderId },
        body: { reason: 'Batal' },
      });
    }
    expect([...years].sort()).toEqual(['2026', '2027']);
    for (const year of ['2026', '2027']) expect((await town.budgetOf(office, year))?.committedRupiah).toBe(0);
    expect(await free()).toBe(10);
  });
});

describe('a daily capacity', () => {
  test('is taken by the day, and each day has its own', async () => {
    const sewing = await town.offers(shop, { name: 'Jahit seragam', supply: 'capacity', amount: 5 });
    const on = (deliverOn: string, quantity: number) => town.buys('ani', sewing, quantity, { deliverOn });
    const first = await on('2026-11-12', 3);
    expect((await refusedWithoutTrace(town.world, () => on('2026-11-12', 3))).code).toBe('capacity_too_little');
    await on('2026-11-13', 5);
    await on('2026-11-12', 2);
    expect(await town.shelfOf(sewing, '2026-11-12')).toMatchObject({ given: 5, taken: 5, free: 0 });
    await town.moves('ani', 'cancel', first);
    expect(await town.shelfOf(sewing, '2026-11-12')).toMatchObject({ given: 5, taken: 2, free: 3 });
  });

  test('raised or lowered holds for days without orders; days begun keep what was promised', async () => {
    const sewing = await town.offers(shop, { name: 'Jahit seragam', supply: 'capacity', amount: 5 });
    await town.buys('ani', sewing, 4, { deliverOn: '2026-11-12' });
    await town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
      params: { merchantId: shop.merchantId, productId: sewing.productId },
      body: { amount: 2 },
    });
    await town.buys('ani', sewing, 1, { deliverOn: '2026-11-12' });
    expect(
      (await refusedWithoutTrace(town.world, () => town.buys('ani', sewing, 3, { deliverOn: '2026-11-13' }))).code,
    ).toBe('capacity_too_little');
    await town.buys('ani', sewing, 2, { deliverOn: '2026-11-13' });
  });
});

describe('the market’s clock', () => {
  test('lapses an order its shop did not take in a day, and gives its pieces back', async () => {
    const order = await town.buys('ani', nasi, 4);
    clock.pass(DAY_MS - 1);
    expect(await town.runsClocks()).toEqual({ moved: 0 });
    clock.pass(1);
    expect(await town.runsClocks()).toEqual({ moved: 1 });
    expect(await town.runsClocks()).toEqual({ moved: 0 });
    const { state, history } = await town.as('ani')('GET /orders/{orderId}', { params: { orderId: order.orderId } });
    expect([state, history.at(-1)?.by]).toEqual(['lapsed', 'clock']);
    expect(await free()).toBe(10);
    expect((await refusalOf(town.moves(shop.owner, 'accept', order))).code).toBe('order_moved_on');
  });

  test('lapses an office’s order nobody approved in a week, and gives its budget back', async () => {
    await town.orders(office, nasi, 4);
    clock.pass(7 * DAY_MS);
    expect(await town.runsClocks()).toEqual({ moved: 1 });
    expect([await free(), await left()]).toEqual([10, 1_000_000]);
  });

  test('receives a personal delivery nobody answered in three days', async () => {
    const order = await town.buys('ani', nasi, 4);
    await delivered(order);
    clock.pass(3 * DAY_MS - 1);
    expect(await town.runsClocks()).toEqual({ moved: 0 });
    clock.pass(1);
    expect(await town.runsClocks()).toEqual({ moved: 1 });
    expect(await standing()).toMatchObject({ turnoverRupiah: 40_000, orders: 1 });
    expect(await town.runsClocks()).toEqual({ moved: 0 });
    expect((await standing())?.turnoverRupiah).toBe(40_000);
  });

  test('never receives an office’s goods', async () => {
    await delivered(await town.orders(office, nasi, 4));
    clock.pass(400 * DAY_MS);
    expect(await town.runsClocks()).toEqual({ moved: 0 });
    expect(await standing('2027-12')).toBeUndefined();
  });

  test('run twice at once moves each order once', async () => {
    for (const buyer of ['a', 'b', 'c', 'd', 'e']) await delivered(await town.buys(buyer, nasi, 2));
    clock.pass(3 * DAY_MS);
    await Promise.all([town.runsClocks(), town.runsClocks(), town.runsClocks()]);
    await town.runsClocks();
    expect(await standing()).toMatchObject({ turnoverRupiah: 100_000, orders: 5 });
  });
});

describe('a dispute', () => {
  const disputed = async () => {
    const order = await town.buys('ani', nasi, 4);
    await delivered(order);
    await town.moves('ani', 'dispute', order, 'Nasinya basi');
    return order;
  };

  test('stops the clock and shows the order to the city', async () => {
    const { orderId } = await disputed();
    clock.pass(30 * DAY_MS);
    expect(await town.runsClocks()).toEqual({ moved: 0 });
    expect(
      (await town.as(town.adminOf(CITY))('GET /orders/{orderId}', { params: { orderId } })).history.at(-1)?.reason,
    ).toBe('Nasinya basi');
  });

  test('ends in a receipt by the buyer', async () => {
    const order = await disputed();
    await town.receives('ani', order, { lines: [{ productId: nasi.productId, quantity: 3 }] });
    expect(await standing()).toMatchObject({ turnoverRupiah: 30_000 });
    expect(await free()).toBe(7);
  });

  test.each([
    ['the city', () => town.adminOf(CITY)],
    ['the shop', () => shop.owner],
  ])('is called off by %s, and the pieces go back', async (_, by) => {
    const order = await disputed();
    expect((await refusalOf(town.moves('ani', 'cancel', order))).code).toBe('not_allowed');
    expect((await town.moves(by(), 'cancel', order, 'Sepakat dikembalikan')).state).toBe('cancelled');
    expect(await free()).toBe(10);
    expect((await standing())?.turnoverRupiah).toBe(0);
  });

  test('after a part was received gives back the rest and no more', async () => {
    const order = await town.orders(office, nasi, 6);
    await delivered(order);
    const part = { receivedBy: 'Tuti', rest: 'later' as const, lines: [{ productId: nasi.productId, quantity: 4 }] };
    await town.receives(office.buyer, order, part);
    await town.moves(office.buyer, 'dispute', order);
    await town.moves(shop.owner, 'cancel', order);
    expect(await town.shelfOf(nasi)).toMatchObject({ taken: 4, free: 6 });
    expect(await left()).toBe(960_000);
    expect((await standing())?.turnoverRupiah).toBe(40_000);
  });

  test('is over for the city once it is settled', async () => {
    const order = await disputed();
    await town.moves(shop.owner, 'cancel', order);
    const admin = await town.ask('GET /orders/{orderId}', town.adminOf(CITY), { params: { orderId: order.orderId } });
    expect(admin.status).toBe(404);
  });
});

describe('a shelf counted anew', () => {
  test('says what is free now; what was taken stays taken', async () => {
    const order = await town.buys('ani', nasi, 4);
    const counted = await town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
      params: { merchantId: shop.merchantId, productId: nasi.productId },
      body: { amount: 20 },
    });
    expect(counted).toMatchObject({ given: 24, taken: 4, free: 20 });
    await town.moves('ani', 'cancel', order);
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 24, taken: 0, free: 24 });
  });
});
