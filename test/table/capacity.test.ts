import { beforeEach, describe, expect, test } from 'vitest';
import { freshTable, testClock, testWorld } from '../engine.ts';
import { type Office, type Shop, stored, type Town, townOf } from '../market.ts';
import { isWrite, type Sent, watched } from './clients.ts';
import { itemBytes, writeUnits } from './units.ts';

const CITY = '35.73';
let table: Awaited<ReturnType<typeof freshTable>> & { sent: Sent[] };
let town: Town;
let shop: Shop;
let office: Office;

beforeEach(async () => {
  table = watched(await freshTable());
  town = await townOf(await testWorld({ now: testClock().now, table }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  office = await town.seatsOffice(CITY);
});

/** What an operation sent, and what its writes cost. */
const cost = async <T>(work: () => Promise<T>) => {
  const before = await stored(town.world);
  table.sent.length = 0;
  const answer = await work();
  const sent = [...table.sent];
  const after = await stored(town.world);
  return { answer, sent, writes: sent.filter(isWrite), units: writeUnits(sent, before, after), after };
};
const kb = (items: readonly Record<string, unknown>[], type: string) =>
  Math.ceil(itemBytes(items.find((item) => item['type'] === type) ?? {}) / 1024);

describe('placing an order', () => {
  test.each([
    [1, 0],
    [3, 0],
    [20, 0],
    [1, 1],
    [5, 1],
  ])(
    'of %d lines and %d budget lines writes the order, its payment, its stock, its budget or its buyer’s open orders, and nothing else',
    async (lines, budgets) => {
      const goods = await Promise.all(
        Array.from({ length: lines }, (_, index) => town.offers(shop, { name: `Barang ${index}`, priceRupiah: 1_000 })),
      );
      const cart = town.cart(
        goods.map((product) => ({ product, quantity: 2 })),
        budgets ? { agency: town.purposeOf(office) } : {},
      );
      const { writes, units, after } = await cost(() => town.places(budgets ? office.buyer : 'ani', cart));
      expect(writes.map(({ name }) => name)).toEqual(['TransactWrite']);
      // An office is held by its budget, a person by what they have open: either is one item.
      expect(units.items).toBe(2 + lines + 1);
      const orderKb = kb(after, 'Order');
      expect(units.table).toBe(2 * (orderKb + kb(after, 'Payment') + lines + 1));
      if (lines <= 1) expect(orderKb).toBeLessThanOrEqual(2);
      // New entries: the order's of the buyer or the office, of the shop, of the clock; the payment's of the shop or the office.
      expect(units.indexes).toBe(3 + 1 + budgets);
    },
  );

  test('of goods made by the day also finds the product as it was read', async () => {
    const sewing = await town.offers(shop, { name: 'Jahit seragam', supply: 'capacity', amount: 5 });
    const { writes, units } = await cost(() => town.buys('ani', sewing, 2));
    expect(writes.map(({ name }) => name)).toEqual(['TransactWrite']);
    expect(units.items).toBe(2 + 2 + 1);
  });

  test('under a key costs the same: the key writes nothing of its own', async () => {
    const product = await town.offers(shop);
    const cart = town.cart([{ product, quantity: 1 }]);
    // What a container keeps for a while (lines, ceilings) is read by the first order alone.
    await town.places('ani', cart);
    const plain = await cost(() => town.places('ani', cart));
    const keyed = await cost(() => town.places('ani', cart, 'satu'));
    expect([keyed.units, keyed.writes.length]).toEqual([plain.units, 1]);
    expect(keyed.sent.length).toBe(plain.sent.length);
  });

  test('that is refused before it is tried writes nothing', async () => {
    const product = await town.offers(shop);
    const { writes } = await cost(() =>
      town.buys('ani', product, 1, { deliverOn: '2026-01-01' }).catch(() => undefined),
    );
    expect(writes).toEqual([]);
  });
});

describe('a step of an order', () => {
  test.each([
    // Held against the shop being open, in the same commit.
    ['accept', 'the shop'],
    // Takes what is sent off the shelf.
    ['deliver', 'its shelf'],
  ] as const)('%s is one transaction of the order and %s', async (move, _with) => {
    const order = await town.buys('ani', await town.offers(shop), 2);
    if (move === 'deliver') await town.moves(shop.owner, 'accept', order);
    const { writes, units, after } = await cost(() => town.moves(shop.owner, move, order));
    expect(writes.map(({ name }) => name)).toEqual(['TransactWrite']);
    // The buyer's entry shows the state: changed, 1. The shop's moves: 2. The clock's moves: 2.
    expect(units).toEqual({ table: 2 * (kb(after, 'Order') + 1), indexes: 5, items: 2 });
  });

  test('taken back writes the order and gives back its stock and its budget', async () => {
    const goods = await Promise.all(
      [1, 2].map((index) => town.offers(shop, { name: `Barang ${index}`, priceRupiah: 1_000 })),
    );
    const [order] = await town.places(
      office.buyer,
      town.cart(
        goods.map((product) => ({ product, quantity: 1 })),
        { agency: town.purposeOf(office) },
      ),
    );
    const { units, after } = await cost(() => town.moves(office.buyer, 'cancel', order as { orderId: string }));
    expect(units).toEqual({ table: 2 * (kb(after, 'Order') + 2 + 1), indexes: 4, items: 4 });
  });

  test('made twice writes once', async () => {
    const order = await town.buys('ani', await town.offers(shop), 2);
    await town.moves(shop.owner, 'accept', order);
    expect((await cost(() => town.moves(shop.owner, 'accept', order))).writes).toEqual([]);
  });

  test.each([
    ['personal', 0],
    ['of an office', 1],
  ])('receipt, %s: the order, the shop’s month, and what the office spent', async (_, spending) => {
    const product = await town.offers(shop);
    const buyer = spending ? office.buyer : 'ani';
    const order = spending ? await town.orders(office, product, 2) : await town.buys('ani', product, 2);
    if (spending) await town.moves(office.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    const { writes, units, after } = await cost(() => town.receives(buyer, order, { receivedBy: 'Tuti' }));
    expect(writes.map(({ name }) => name)).toEqual(['TransactWrite']);
    // What the office spent, or one open order less of the person.
    expect(units.items).toBe(3);
    expect(units.table).toBe(2 * (kb(after, 'Order') + kb(after, 'Standing') + 1));
    // Order: buyer's 1, shop's 2, the clock's 1, which had been running. Standing: 2 in each of its two orders.
    expect(units.indexes).toBe(3 + 1 + 4);
  });
});

describe('items stay small', () => {
  test('so that one write is one unit: shelf, budget line, standing, spending, seat', async () => {
    const product = await town.offers(shop);
    await town.sells(shop, product, 2);
    const { after } = await cost(async () => undefined);
    for (const type of ['Stock', 'BudgetLine', 'Standing', 'Membership', 'Agency'])
      expect([type, kb(after, type)]).toEqual([type, 1]);
  });

  test('an order of twenty lines with ten handovers is far below the limit of an item', async () => {
    const goods = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        town.offers(shop, { name: `Barang ${index}`.padEnd(80, 'x'), priceRupiah: 1_000, amount: 100 }),
      ),
    );
    const [order] = await town.places('ani', town.cart(goods.map((product) => ({ product, quantity: 20 }))));
    const { orderId } = order as { orderId: string };
    await town.moves(shop.owner, 'accept', { orderId });
    await town.moves(shop.owner, 'deliver', { orderId });
    for (let time = 0; time < 10; time++)
      await town.receives(
        'ani',
        { orderId },
        { rest: 'later', remarks: 'x'.repeat(300), lines: goods.map(({ productId }) => ({ productId, quantity: 1 })) },
      );
    const { after } = await cost(async () => undefined);
    expect(itemBytes(after.find(({ type }) => type === 'Order') ?? {})).toBeLessThan(40 * 1024);
  });
});

describe('a page of a list', () => {
  /** Entries each query may read, over entries shown. */
  const readPerShown = async (read: () => Promise<{ items: readonly unknown[] }>) => {
    const { answer, sent } = await cost(read);
    const limits = sent
      .filter(({ name, input }) => name === 'Query' && input['IndexName'] !== undefined)
      .map(({ input }) => Number(input['Limit']));
    return limits.reduce((sum, one) => sum + one, 0) / answer.items.length;
  };

  test('reads at most a quarter more than it shows', async () => {
    const product = await town.offers(shop, { amount: 1_000 });
    for (let index = 0; index < 12; index++) {
      await town.buys('ani', product);
      await town.opens(CITY);
      await town.offers(shop, { name: `Barang ${index}` });
    }
    const admin = town.adminOf(CITY);
    const lists = [
      (cursor?: string) => town.as('ani')('GET /me/orders', { query: { limit: 5, ...(cursor ? { cursor } : {}) } }),
      (cursor?: string) =>
        town.as(shop.owner)('GET /merchants/{merchantId}/orders', {
          params: { merchantId: shop.merchantId },
          query: { limit: 5, ...(cursor ? { cursor } : {}) },
        }),
      (cursor?: string) =>
        town.as()('GET /cities/{city}/products', {
          params: { city: CITY },
          query: { limit: 5, ...(cursor ? { cursor } : {}) },
        }),
      (cursor?: string) =>
        town.as()('GET /cities/{city}/merchants', {
          params: { city: CITY },
          query: { limit: 5, ...(cursor ? { cursor } : {}) },
        }),
      (cursor?: string) =>
        town.as(admin)('GET /cities/{city}/standings/{month}', {
          params: { city: CITY, month: '2026-11' },
          query: { limit: 5, ...(cursor ? { cursor } : {}) },
        }),
    ];
    for (const read of lists) {
      const first = await read();
      expect(await readPerShown(() => read())).toBeLessThanOrEqual(1.25);
      expect(await readPerShown(() => read(first.next as string))).toBeLessThanOrEqual(1.4);
    }
  });
});
