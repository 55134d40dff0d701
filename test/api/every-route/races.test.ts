import { describe, expect, test } from 'vitest';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { engineTable, testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, type Town, townOf } from '../../market.ts';
import { tampered } from '../../table/clients.ts';

const CITY = '35.73';

const open = async (amount: number, supply: 'stock' | 'capacity' = 'stock') => {
  const town = await townOf(await testWorld({ now: testClock().now, table: await engineTable() }));
  await town.founds(CITY);
  const shop = await town.opens(CITY);
  const product = await town.offers(shop, { amount, supply, priceRupiah: 10_000 });
  return { town, shop, product };
};

/** Runs all, so many at once; answers how each ended: a state, or a code. */
const atOnce = async (concurrency: number, asks: readonly (() => Promise<Order | Order[]>)[]): Promise<string[]> => {
  const ended: string[] = [];
  const waiting = [...asks];
  const worker = async () => {
    for (let ask = waiting.shift(); ask; ask = waiting.shift())
      ended.push(
        await ask().then(
          () => 'ordered',
          (error: { code?: string }) => error.code ?? String(error),
        ),
      );
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return ended;
};
const counted = (ended: readonly string[]) =>
  Object.fromEntries([...new Set(ended)].sort().map((how) => [how, ended.filter((one) => one === how).length]));
const ordersOf = async (town: Town) => (await everything(town.world)).filter(({ type }) => type === 'Order');

describe('the last pieces', () => {
  test('of ten, asked for by a hundred at once, are ten orders and an empty shelf', async () => {
    const { town, product } = await open(10);
    const ended = await atOnce(
      100,
      Array.from({ length: 100 }, (_, index) => () => town.buys(`buyer-${index}`, product)),
    );
    expect(counted(ended)).toEqual({ ordered: 10, stock_too_little: 90 });
    expect(await town.shelfOf(product)).toMatchObject({ given: 10, taken: 10, free: 0 });
    expect(await ordersOf(town)).toHaveLength(10);
  });

  test('T1: 640 buyers, up to 64 at once, buy exactly what there was', async () => {
    const { town, shop } = await open(0);
    for (const concurrency of [1, 2, 8, 16, 64]) {
      const product = await town.offers(shop, { name: `Barang ${concurrency}`, amount: 10, priceRupiah: 10_000 });
      const buyers = concurrency === 64 ? 640 : 128;
      const ended = await atOnce(
        concurrency,
        Array.from({ length: buyers }, (_, index) => () => town.buys(`buyer-${index}`, product)),
      );
      expect(counted(ended), `${concurrency} at once`).toEqual({ ordered: 10, stock_too_little: buyers - 10 });
      const sold = (await ordersOf(town)).filter(
        ({ lines }) => (lines as { productId: string }[])[0]?.productId === product.productId,
      );
      expect(sold).toHaveLength(10);
      expect(await town.shelfOf(product)).toMatchObject({ given: 10, taken: 10, free: 0 });
    }
  });

  test('of a day’s capacity are sold once, while the day comes into being', async () => {
    const { town, product } = await open(7, 'capacity');
    const ended = await atOnce(
      40,
      Array.from({ length: 40 }, (_, index) => () => town.buys(`buyer-${index}`, product)),
    );
    expect(counted(ended)).toEqual({ capacity_too_little: 33, ordered: 7 });
    expect(await town.shelfOf(product, town.tomorrow())).toMatchObject({ given: 7, taken: 7, free: 0 });
  });

  test('of a day’s capacity that its shop lowers meanwhile are promised no further than the shop says', async () => {
    for (const [from, to] of [
      [20, 3],
      [20, 0],
      [5, 4],
    ] as const) {
      const { town, shop, product } = await open(from, 'capacity');
      const lowers = async () => {
        const { merchantId, productId } = product;
        return town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
          params: { merchantId, productId },
          body: { amount: to },
        });
      };
      let begun = 0;
      let said: ReturnType<typeof lowers> | undefined;
      const ended = await atOnce(
        16,
        Array.from({ length: 64 }, (_, index) => async () => {
          begun += 1;
          if (begun === 8) said = lowers();
          return town.buys(`buyer-${index}`, product);
        }),
      );
      const promised = (await said)?.days[0]?.promised ?? 0;
      const day = await town.shelfOf(product, town.tomorrow());
      // What was promised before stays promised; nothing is added to it beyond the new figure.
      expect(day?.taken ?? 0, `${from} to ${to}, ${promised} promised`).toBeLessThanOrEqual(Math.max(promised, to));
      expect(counted(ended)['ordered'] ?? 0).toBe(day?.taken ?? 0);
      if (day) expect(day).toMatchObject({ given: to, free: to - day.taken });
      expect((await refusalOf(town.buys('terlambat', product, to + 1))).code).toBe('capacity_too_little');
    }
  });

  test.each([
    ['the first of its day', 0],
    ['one more of its day', 1],
  ])(
    'of a day’s capacity that is lowered while an order is on its way are taken by the new figure: %s',
    async (_, before) => {
      let lower: (() => Promise<unknown>) | undefined;
      const base = await testWorld({ now: testClock().now, table: await engineTable() });
      const table = tampered(base.table, {
        before: async ({ name }) => {
          const now = name === 'TransactWrite' ? lower : undefined;
          if (now) lower = undefined;
          await now?.();
        },
      });
      const town = await townOf({ ...base, table });
      await town.founds(CITY);
      const shop = await town.opens(CITY);
      const product = await town.offers(shop, { amount: 9, supply: 'capacity', priceRupiah: 10_000 });
      if (before) await town.buys('ani', product, before);
      const { merchantId, productId } = product;
      // Read while nine could be made, written when it is four.
      lower = () =>
        town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
          params: { merchantId, productId },
          body: { amount: 4 },
        });
      const refused = await refusalOf(town.buys('budi', product, 9 - before));
      expect(refused.body['title']).toContain(`tinggal ${4 - before}`);
      await town.buys('budi', product, 4 - before);
      expect(await town.shelfOf(product, town.tomorrow())).toMatchObject({ given: 4, taken: 4, free: 0 });
    },
  );

  test('wanted in different quantities are never oversold, whoever wins', async () => {
    const { town, product } = await open(20);
    const ended = await atOnce(
      24,
      Array.from({ length: 24 }, (_, index) => () => town.buys(`buyer-${index}`, product, 1 + (index % 5))),
    );
    const sold = (await ordersOf(town)).reduce((sum, { totalRupiah }) => sum + Number(totalRupiah) / 10_000, 0);
    expect(await town.shelfOf(product)).toMatchObject({ given: 20, taken: sold, free: 20 - sold });
    expect(Object.keys(counted(ended)).sort()).toEqual(['ordered', 'stock_too_little']);
  });

  test('in two carts that name two products in either order are one cart’s', async () => {
    const { town, shop, product } = await open(1);
    const other = await town.offers(shop, { name: 'Teh', amount: 1, priceRupiah: 5_000 });
    const cart = (flip: boolean) =>
      town.cart((flip ? [other, product] : [product, other]).map((one) => ({ product: one, quantity: 1 })));
    const ended = await atOnce(
      16,
      Array.from({ length: 16 }, (_, index) => () => town.places(`buyer-${index}`, cart(index % 2 === 0))),
    );
    expect(counted(ended)).toEqual({ ordered: 1, stock_too_little: 15 });
  });

  test('counted anew, taken and given back at once always add up', async () => {
    const { town, shop, product } = await open(30);
    const first = await Promise.all(Array.from({ length: 6 }, (_, index) => town.buys(`buyer-${index}`, product, 2)));
    const count = () =>
      town.as(shop.owner)('PUT /merchants/{merchantId}/products/{productId}/stock', {
        params: { merchantId: shop.merchantId, productId: product.productId },
        body: { amount: 15 },
      });
    await Promise.allSettled([
      ...first.map((order) => town.moves(order.buyer, 'cancel', order)),
      ...Array.from({ length: 10 }, (_, index) => town.buys(`late-${index}`, product, 1)),
      count(),
      count(),
    ]);
    const open_ = (await ordersOf(town)).filter(({ state }) => state === 'placed').length;
    expect((await town.shelfOf(product))?.taken).toBe(open_);
  });
});

describe('one order moved from all sides at once', () => {
  test('takes exactly one way, and its pieces are given back once or not at all', async () => {
    for (let round = 0; round < 6; round++) {
      const { town, shop, product } = await open(10);
      const order = await town.buys('ani', product, 4);
      await Promise.allSettled([
        town.moves(shop.owner, 'accept', order),
        town.moves(shop.owner, 'decline', order),
        town.moves('ani', 'cancel', order),
        town.moves('ani', 'cancel', order),
      ]);
      const { state, history } = await town.as('ani')('GET /orders/{orderId}', { params: { orderId: order.orderId } });
      const ways = history.map((step) => step.state).join(' ');
      expect(['placed accepted', 'placed declined', 'placed cancelled', 'placed accepted cancelled']).toContain(ways);
      expect((await town.shelfOf(product))?.free).toBe(state === 'accepted' ? 6 : 10);
    }
  });

  test('received by the buyer while the clock settles it is received once', async () => {
    const clock = testClock();
    const town = await townOf(await testWorld({ now: clock.now, table: await engineTable() }));
    await town.founds(CITY);
    const shop = await town.opens(CITY);
    const product = await town.offers(shop, { amount: 10, priceRupiah: 10_000 });
    const order = await town.buys('ani', product, 4);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    clock.pass(3 * 86_400_000);
    await Promise.allSettled([town.receives('ani', order), town.runsClocks(), town.receives('ani', order)]);
    const done = await town.as('ani')('GET /orders/{orderId}', { params: { orderId: order.orderId } });
    expect([done.state, done.receivedRupiah, done.handovers.length]).toEqual(['received', 40_000, 1]);
    const standing = (await everything(town.world)).find(({ type }) => type === 'Standing');
    expect(standing).toMatchObject({ turnoverRupiah: 40_000, orders: 1 });
  });
});

describe('many receipts of one shop at once', () => {
  test('all enter its month', async () => {
    const { town, shop, product } = await open(100);
    const orders = await Promise.all(Array.from({ length: 12 }, (_, index) => town.buys(`buyer-${index}`, product, 1)));
    for (const order of orders) {
      await town.moves(shop.owner, 'accept', order);
      await town.moves(shop.owner, 'deliver', order);
    }
    for (let left = orders; left.length > 0; ) {
      const ended = await Promise.allSettled(left.map((order) => town.receives(order.buyer, order)));
      left = left.filter((_, index) => ended[index]?.status === 'rejected');
    }
    const standing = (await everything(town.world)).find(({ type }) => type === 'Standing');
    expect(standing).toMatchObject({ turnoverRupiah: 120_000, orders: 12 });
  });
});
