import { beforeEach, describe, expect, test } from 'vitest';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getSpending } from '../../../shared/table/equity/spendings.ts';
import { getStanding } from '../../../shared/table/equity/standings.ts';
import { getOrder } from '../../../shared/table/orders/orders.ts';
import { getMembership, removeMembership } from '../../../shared/table/people/memberships.ts';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { marketOf, type Office, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';
import { tampered } from '../../table/clients.ts';

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

  test('for the next year is charged to the next year’s budget, and given back to it', async () => {
    clock.set('2026-12-31T23:59:59.999+07:00');
    expect((await refusedWithoutTrace(town.world, () => town.orders(office, nasi, 4))).code).toBe(
      'budget_line_not_found',
    );
    await town.budgets(office, 50_000, '2027');
    const order = await town.orders(office, nasi, 4);
    expect([(await town.budgetOf(office, '2026'))?.committedRupiah, order.agency?.budgetYear]).toEqual([0, '2027']);
    expect(await town.budgetOf(office, '2027')).toMatchObject({ committedRupiah: 40_000 });
    clock.pass(1);
    await town.moves(office.buyer, 'cancel', order);
    expect(await town.budgetOf(office, '2027')).toMatchObject({ committedRupiah: 0 });
  });

  test('for this year is not taken after the city’s last day for it', async () => {
    clock.set('2026-12-16T09:00:00.000+07:00');
    expect(await refusedWithoutTrace(town.world, () => town.orders(office, nasi, 1))).toMatchObject({
      status: 422,
      code: 'date_not_possible',
      body: { errors: [expect.objectContaining({ pointer: '/deliverOn' })] },
    });
    await town.buys('ani', nasi, 1);
    await town.as(town.adminOf(CITY))('PATCH /cities/{city}', {
      params: { city: CITY },
      body: { policies: { agencyLastOrderDay: '12-20' } },
    });
    expect((await town.orders(office, nasi, 1)).state).toBe('awaiting_approval');
  });

  test('handed over in another year is charged to that year, part by part', async () => {
    clock.set('2026-12-10T09:00:00.000+07:00');
    const on = '2026-12-30';
    const order = await town.orders(office, nasi, 6, {
      deliverOn: on,
      agency: { ...town.purposeOf(office), eventDate: on },
    });
    await delivered(order);
    const part = (quantity: number) => ({
      receivedBy: 'Bu Tuti',
      rest: 'later' as const,
      lines: [{ productId: nasi.productId, quantity }],
    });
    await town.receives(office.buyer, order, part(2));
    clock.set('2027-01-02T09:00:00.000+07:00');
    const refused = await refusedWithoutTrace(town.world, () => town.receives(office.buyer, order, part(3)));
    expect(refused.code).toBe('budget_line_not_found');
    await town.budgets(office, 30_000, '2027');
    const { handovers } = await town.receives(office.buyer, order, part(3));
    expect(handovers.map(({ month }) => month)).toEqual(['2026-12', '2027-01']);
    const committed = async (year: string) => (await town.budgetOf(office, year))?.committedRupiah;
    expect([await committed('2026'), await committed('2027')]).toEqual([30_000, 30_000]);
    clock.pass(14 * DAY_MS);
    expect(await town.runsClocks()).toEqual({ moved: 1 });
    expect([await committed('2026'), await committed('2027')]).toEqual([20_000, 30_000]);
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 5, taken: 0, free: 5 });
    expect((await town.as(office.buyer)('GET /orders/{orderId}', { params: { orderId: order.orderId } })).state).toBe(
      'received',
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
    expect([...years]).toEqual(['2027']);
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

  test('raised or lowered holds for every day; what days begun have promised is said, and stays promised', async () => {
    const sewing = await town.offers(shop, { name: 'Jahit seragam', supply: 'capacity', amount: 5 });
    const order = await town.buys('ani', sewing, 3, { deliverOn: '2026-11-12' });
    await town.buys('ani', sewing, 1, { deliverOn: '2026-11-14' });
    const counts = (amount: number) =>
      town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
        params: { merchantId: shop.merchantId, productId: sewing.productId },
        body: { amount },
      });
    expect(await counts(2)).toMatchObject({
      counted: 2,
      promised: 0,
      free: 2,
      short: 0,
      days: [
        { day: '2026-11-12', counted: 2, promised: 3, free: 0, short: 1 },
        { day: '2026-11-14', counted: 2, promised: 1, free: 1, short: 0 },
      ],
    });
    const on12 = () => town.buys('ani', sewing, 1, { deliverOn: '2026-11-12' });
    const full = await refusedWithoutTrace(town.world, on12);
    expect(full).toMatchObject({
      code: 'capacity_too_little',
      body: { errors: [{ detail: 'Paling banyak 0 untuk hari itu.' }] },
    });
    expect((await counts(5)).days[0]).toMatchObject({ promised: 3, free: 2, short: 0 });
    await counts(2);
    await town.moves('ani', 'cancel', order);
    expect(await town.shelfOf(sewing, '2026-11-12')).toMatchObject({ given: 2, taken: 0, free: 2 });
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

  test('never receives an office’s goods: it calls the city, and closes what nobody rules on', async () => {
    const order = await town.orders(office, nasi, 4);
    await delivered(order);
    const read = () => town.as(town.adminOf(CITY))('GET /orders/{orderId}', { params: { orderId: order.orderId } });
    expect((await refusalOf(read())).status).toBe(404);
    clock.pass(14 * DAY_MS);
    expect(await town.runsClocks()).toEqual({ moved: 1 });
    expect((await read()).history.at(-1)).toMatchObject({ state: 'disputed', by: 'clock', side: 'clock' });
    clock.pass(14 * DAY_MS - 1);
    expect(await town.runsClocks()).toEqual({ moved: 0 });
    clock.pass(1);
    expect(await town.runsClocks()).toEqual({ moved: 1 });
    expect([await free(), await left(), (await standing('2026-12'))?.turnoverRupiah ?? 0]).toEqual([10, 1_000_000, 0]);
    const { state, dueAt } = await town.as(office.buyer)('GET /orders/{orderId}', {
      params: { orderId: order.orderId },
    });
    expect([state, dueAt]).toEqual(['cancelled', null]);
  });

  test('reminds a shop of what it accepted when the day is over, and lapses it three days later', async () => {
    const order = await town.buys('ani', nasi, 4);
    await accepted(order);
    clock.set('2026-11-11T23:59:59.999+07:00');
    expect(await town.runsClocks()).toEqual({ moved: 0 });
    clock.pass(1);
    expect(await town.runsClocks()).toEqual({ moved: 1 });
    const read = () => town.as('ani')('GET /orders/{orderId}', { params: { orderId: order.orderId } });
    expect(await read()).toMatchObject({ state: 'accepted', dueAt: '2026-11-14T17:00:00.000Z' });
    clock.set('2026-11-15T00:00:00.000+07:00');
    expect(await town.runsClocks()).toEqual({ moved: 1 });
    expect(await read()).toMatchObject({ state: 'lapsed', dueAt: null });
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 10, taken: 0, free: 10 });
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

  test('is shown to the city, which is called after two weeks and has two more to rule', async () => {
    const { orderId } = await disputed();
    const read = (who: string) => town.as(who)('GET /orders/{orderId}', { params: { orderId } });
    expect((await read(town.adminOf(CITY))).history.at(-1)?.reason).toBe('Nasinya basi');
    for (const [state, by] of [
      ['disputed', 'clock'],
      ['cancelled', 'clock'],
    ]) {
      clock.pass(14 * DAY_MS - 1);
      expect(await town.runsClocks()).toEqual({ moved: 0 });
      clock.pass(1);
      expect(await town.runsClocks()).toEqual({ moved: 1 });
      expect((await read('ani')).history.at(-1)).toMatchObject({ state, by });
    }
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 10, taken: 0, free: 10 });
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
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 6, taken: 0, free: 6 });
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
  const counts = (amount: number) =>
    town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
      params: { merchantId: shop.merchantId, productId: nasi.productId },
      body: { amount },
    });

  test('keeps what is promised, and says what is counted, promised and free', async () => {
    const order = await town.buys('ani', nasi, 6);
    expect(await counts(10)).toMatchObject({ counted: 10, promised: 6, free: 4, short: 0, days: [] });
    expect((await refusedWithoutTrace(town.world, () => town.buys('budi', nasi, 5))).code).toBe('stock_too_little');
    await town.moves('ani', 'cancel', order);
    expect(await free()).toBe(10);
  });

  test('below what is promised says how much is missing, and sells nothing until orders have ended', async () => {
    const order = await town.buys('ani', nasi, 6);
    expect(await counts(4)).toMatchObject({ counted: 4, promised: 6, free: 0, short: 2 });
    expect(await refusedWithoutTrace(town.world, () => town.buys('budi', nasi, 1))).toMatchObject({
      code: 'stock_too_little',
      body: { errors: [{ detail: 'Paling banyak 0.' }] },
    });
    const of = { params: { merchantId: shop.merchantId, productId: nasi.productId } };
    expect((await town.as()('GET /merchants/{merchantId}/products/{productId}', of)).left).toBe('gone');
    await town.moves(shop.owner, 'decline', order);
    expect(await free()).toBe(4);
  });

  test('counts what was sent no longer: it is promised to nobody and lies on no shelf', async () => {
    const order = await town.buys('ani', nasi, 6);
    await delivered(order);
    expect(await counts(10)).toMatchObject({ counted: 10, promised: 0, free: 10 });
    const part = { rest: 'later' as const, lines: [{ productId: nasi.productId, quantity: 2 }] };
    await town.receives('ani', order, part);
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 14, taken: 4, free: 10 });
    await town.moves(shop.owner, 'deliver', order);
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 10, taken: 0, free: 10 });
    await town.receives('ani', order, { lines: [{ productId: nasi.productId, quantity: 3 }] });
    expect(await town.shelfOf(nasi)).toMatchObject({ given: 11, taken: 0, free: 11 });
  });
});
