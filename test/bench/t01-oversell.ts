import { randomUUID } from 'node:crypto';
import { seatOperator } from '../../infra/local/first-operator.ts';
import { getStock } from '../../shared/table/catalogue/stock.ts';
import { ordersOfMerchant } from '../../shared/table/orders/orders.ts';
import { testClock, testWorld } from '../engine.ts';
import { type Market, marketOf, Refusal } from '../market.ts';
import { inParallel, type Print, print, ratio, table } from './kit/figures.ts';
import { cart, openCity, openStalls, type Stall } from './kit/stalls.ts';
import { CITY } from './kit/where.ts';

export const STOCK = 10;
export const BUYERS = 640;
/** Vendure 3.7.3 on PostgreSQL 15, same stock and buyers; published. */
const peer: Record<number, string> = { 1: '1.0', 2: '1.3', 8: '3.6', 16: '6.0' };

type Placed = { readonly orderId: string; readonly buyer: string };

/** Accepted, delivered and received, so that the ledger can be compared too. */
const walkOn = async ({ as }: Market, { owner }: Stall, { orderId, buyer }: Placed): Promise<void> => {
  const asked = { params: { orderId } };
  await as(owner)('POST /orders/{orderId}/accept', asked);
  await as(owner)('POST /orders/{orderId}/deliver', asked);
  await as(buyer)('POST /orders/{orderId}/receive', { ...asked, body: {} });
};

/** So many buyers at once for the last pieces, through the real handlers on the real engine; then every book is read. */
export const race = async (atOnce: number) => {
  const clock = testClock();
  const world = await testWorld({ now: clock.now });
  const market = marketOf(world);
  await seatOperator(world.table, 'operator', world.now());
  await openCity(market.as);
  const [stall] = (await openStalls(market.as, { shops: 1, products: 1, stock: STOCK })) as [Stall];
  const refused = new Map<string, number>();
  const placed: Placed[] = [];
  await inParallel(Array(BUYERS).keys(), atOnce, async (serial) => {
    const buyer = `buyer-${serial}`;
    const asked = { body: cart(stall, 1, clock.now()), headers: { 'idempotency-key': randomUUID() } };
    try {
      const { orders } = await market.as(buyer)('POST /orders', asked);
      placed.push(...orders.map(({ orderId }) => ({ orderId, buyer })));
    } catch (error) {
      const code = error instanceof Refusal ? error.code : String(error);
      refused.set(code, (refused.get(code) ?? 0) + 1);
    }
  });
  const { merchantId, productIds } = stall;
  const listed = await ordersOfMerchant(world.table, merchantId, undefined, { limit: 100 });
  const stock = await getStock(world.table, { merchantId, productId: productIds[0] ?? '' }, null);
  for (const one of placed) await walkOn(market, stall, one);
  const params = { city: CITY, month: clock.now().slice(0, 7) };
  const standing = (await market.as('admin')('GET /cities/{city}/standings/{month}', { params })).items[0];
  return {
    sold: placed.length,
    listed: listed.items.length,
    taken: stock?.taken,
    free: stock?.free,
    ledger: (standing?.turnoverRupiah ?? 0) / 18_000,
    refused,
  };
};

export const run = async (print: Print): Promise<void> => {
  const rows = [];
  for (const atOnce of [1, 2, 8, 16, 64]) {
    const { sold, listed, taken, free, ledger, refused } = await race(atOnce);
    const agree = listed === sold && taken === sold && free === STOCK - sold && ledger === sold;
    const refusals = [...refused].map(([code, times]) => `${times} ${code}`).join(', ');
    const books = [`${listed} / ${taken} / ${free} / ${ledger}`, agree ? 'yes' : 'NO'];
    rows.push([atOnce, ratio(sold / STOCK), sold, ...books, refusals, peer[atOnce] ?? '–']);
  }
  const books = 'listed / taken / free / in the ledger';
  print(table(['at once', 'sold ÷ stock', 'orders', books, 'agree', 'refused', 'Vendure on PostgreSQL'], rows));
};

if (import.meta.main) await run(print);
