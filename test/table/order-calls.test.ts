import { beforeEach, describe, expect, test } from 'vitest';
import type { EventType } from '../../events/contract.ts';
import { tellPeople } from '../../functions/notices/tell-people.ts';
import { followOrders } from '../../functions/payments/follow-orders.ts';
import { DAY_MS } from '../../shared/domain/basics/month.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { getPayment } from '../../shared/table/payments/payments.ts';
import { type Clock, freshTable, testClock, testWorld } from '../engine.ts';
import { hear } from '../hear.ts';
import { marketOf, type Office, type Shop, type Town, townOf } from '../market.ts';
import { type Sent, watched } from './clients.ts';

const CITY = '35.73';
let clock: Clock;
let table: Awaited<ReturnType<typeof freshTable>> & { sent: Sent[] };
let town: Town;
let shop: Shop;
let office: Office;
let product: Product;

beforeEach(async () => {
  clock = testClock();
  table = watched(await freshTable());
  town = await townOf(await testWorld({ now: clock.now, table }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  office = await town.seatsOffice(CITY);
  product = await town.offers(shop, { amount: 100 });
  // What a container keeps for a while (settings, lines, ceilings) is read by the first order alone.
  await town.buys('ani', product);
});

/** The calls an act makes, and of how many items its reading is. */
const calls = async (work: () => Promise<unknown>) => {
  table.sent.length = 0;
  await work();
  return table.sent.map(({ name }) => name);
};
const known = async (work: () => Promise<unknown>): Promise<number> => {
  table.sent.length = 0;
  await work();
  const [read] = table.sent.filter(({ name }) => name === 'BatchGet');
  const wanted = Object.values((read?.input['RequestItems'] ?? {}) as Record<string, { Keys: unknown[] }>);
  return wanted.reduce((sum, { Keys }) => sum + Keys.length, 0);
};

const TWO = ['BatchGet', 'TransactWrite'];
const later = (days: number) => new Date(Date.parse(clock.now()) + days * DAY_MS).toISOString().slice(0, 10);
const moves = async (order: Order, ...steps: readonly ('accept' | 'deliver')[]) => {
  for (const step of steps) await town.moves(shop.owner, step, order);
  return order;
};
const reschedules = (person: string, { orderId }: Order) =>
  town.as(person)('POST /orders/{orderId}/reschedule', { params: { orderId }, body: { deliverOn: later(5) } });

const acts: Record<string, () => Promise<() => Promise<unknown>>> = {
  place: async () => () => town.buys('ani', product),
  accept: async () => {
    const order = await town.buys('ani', product);
    return () => town.moves(shop.owner, 'accept', order);
  },
  decline: async () => {
    const order = await town.buys('ani', product);
    return () => town.moves(shop.owner, 'decline', order);
  },
  cancel: async () => {
    const order = await town.buys('ani', product);
    return () => town.moves('ani', 'cancel', order);
  },
  reschedule: async () => {
    const order = await town.buys('ani', product);
    return () => reschedules('ani', order);
  },
  deliver: async () => {
    const order = await moves(await town.buys('ani', product), 'accept');
    return () => town.moves(shop.owner, 'deliver', order);
  },
  receive: async () => {
    const order = await moves(await town.buys('ani', product), 'accept', 'deliver');
    return () => town.receives('ani', order);
  },
  dispute: async () => {
    const order = await moves(await town.buys('ani', product), 'accept', 'deliver');
    return () => town.moves('ani', 'dispute', order);
  },
  'receive after a dispute': async () => {
    const order = await moves(await town.buys('ani', product), 'accept', 'deliver');
    await town.moves('ani', 'dispute', order);
    return () => town.receives('ani', order);
  },
  'place for an office': async () => () => town.orders(office, product),
  approve: async () => {
    const order = await town.orders(office, product);
    return () => town.moves(office.approver, 'approve', order);
  },
  reject: async () => {
    const order = await town.orders(office, product);
    return () => town.moves(office.approver, 'reject', order);
  },
  'receive for an office': async () => {
    const order = await town.orders(office, product);
    await town.moves(office.approver, 'approve', order);
    await moves(order, 'accept', 'deliver');
    return () => town.receives(office.buyer, order, { receivedBy: 'Tuti' });
  },
};

describe('an act of an order', () => {
  test.each(Object.entries(acts))('is one read and one transaction: %s', async (_, prepared) => {
    expect(await calls(await prepared())).toEqual(TWO);
  });

  test('by the city reads whom its judge is close to, and the end of its trail, because it goes on record: ruling', async () => {
    const order = await moves(await town.buys('ani', product), 'accept', 'deliver');
    await town.moves('ani', 'dispute', order);
    expect(await calls(() => town.moves(town.adminOf(CITY), 'cancel', order))).toEqual([
      'BatchGet',
      // Every seat of the judge, the shop, and the shops they left.
      'Query',
      'BatchGet',
      'Query',
      'Get',
      'TransactWrite',
    ]);
  });

  test('reads an order first that this container has not seen, and no seat it does not need', async () => {
    const order = await town.buys('ani', product);
    const elsewhere = marketOf(await testWorld({ now: clock.now, table })).as(shop.owner);
    const accepts = () => elsewhere('POST /orders/{orderId}/accept', { params: { orderId: order.orderId } });
    const sent = await calls(accepts);
    // The city's settings, once in a while.
    expect(sent.filter((name, at) => at < 1 || name !== 'Get')).toEqual(['Get', ...TWO]);
  });

  test('reads the order, the seats of who asks, the shop, its goods, and where maker and approver work: approve', async () => {
    const order = await town.orders(office, product);
    expect(await known(() => town.moves(office.approver, 'approve', order))).toBe(7);
  });

  test('reads the shops of an approver who works in one, once more', async () => {
    const other = await town.opens(CITY, { nik: '3573024508800002', phone: '0813-0000-0001' });
    await town.seats(`merchant:${other.merchantId}`, office.approver, 'staff', other.owner);
    const order = await town.orders(office, product);
    expect(await calls(() => town.moves(office.approver, 'approve', order))).toEqual([
      'BatchGet',
      'BatchGet',
      'TransactWrite',
    ]);
  });
});

describe('what follows an order that was placed', () => {
  const follow = (batch: unknown) => followOrders(() => town.world)(batch);
  const tell = (batch: unknown) => tellPeople(() => town.world)(batch);

  test('finds its payment written with it, and asks once whether a notice came before', async () => {
    const order = await town.buys('ani', product);
    const payment = await getPayment(table, order.orderId);
    expect(payment).toMatchObject({ state: 'unpaid', dueRupiah: order.totalRupiah, orderVersion: 1, version: 1 });
    expect(await calls(() => hear(follow, ['OrderPlaced', order]))).toEqual(['BatchGet']);
    expect(await known(() => hear(follow, ['OrderPlaced', order]))).toBe(2);
    expect(await getPayment(table, order.orderId)).toEqual(payment);
  });

  test('is a notice of the shop between two looks at the order, and nothing of an unpaid payment', async () => {
    const tells = (type: EventType, detail: object) => calls(() => hear(tell, [type, detail]));
    await tells('OrderPlaced', await town.buys('ani', product));
    // Who belongs to the shop, and that its owner is called nowhere, is known now.
    const order = await town.buys('ani', product);
    expect(await tells('OrderPlaced', order)).toEqual(['BatchGet', 'Put', 'BatchGet']);
    const looks = table.sent.filter(({ name }) => name === 'BatchGet').map(({ input }) => JSON.stringify(input));
    expect(looks.map((look) => look.includes('"ProjectionExpression":"pk, sk, #version"'))).toEqual([false, true]);
    expect(await tells('PaymentOpened', { orderId: order.orderId, state: 'unpaid' })).toEqual([]);
  });

  test('told a second time, says the same once', async () => {
    const order = await town.buys('ani', product);
    for (const _ of [1, 2]) await hear(tell, ['OrderPlaced', order]);
    const { items } = await town.as(shop.owner)('GET /me/notices', {});
    expect(items.filter(({ link }) => link.endsWith(order.orderId))).toHaveLength(1);
  });
});
