import type { EventBridgeEvent } from 'aws-lambda';
import { followOrders } from '../../../functions/ranking/ledger/follow-orders.ts';
import { refreshLedgers } from '../../../functions/ranking/ledger/refresh-ledgers.ts';
import type { World } from '../../../functions/world.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type Shop, townOf } from '../../market.ts';

export const CITY = '35.73';
const MINUTE_MS = 60_000;

export type Stall = { shop: Shop; product: Product };

/** A city of stalls, each of another person, with what runs without a request at hand: `follow` and `refresh`. */
export const stallsOf = async (
  prices: readonly number[],
  {
    now = '2026-11-10T09:00:00.000+07:00',
    ...options
  }: { files?: World['files']; site?: World['site']; table?: World['table']; now?: string } = {},
) => {
  const clock = testClock(now);
  const faults: unknown[] = [];
  const logger = {
    info() {},
    warn: (...told: unknown[]) => faults.push(told),
    error: (...told: unknown[]) => faults.push(told),
  };
  const world = await testWorld({ now: clock.now, logger: logger as never, ...options });
  const town = await townOf(world);
  await town.founds(CITY);
  let people = 0;
  const opens = async (but: Parameters<typeof town.opens>[1] = {}, owner?: string) => {
    people += 1;
    const number = String(people).padStart(4, '0');
    return town.opens(
      CITY,
      { nik: `357302450880${number}`, phone: `0812345${number}`, name: `Dapur ${number}`, ...but },
      owner,
    );
  };
  const stalls: Stall[] = [];
  for (const priceRupiah of prices) {
    const shop = await opens();
    stalls.push({ shop, product: await town.offers(shop, { priceRupiah, amount: 1000 }) });
  }
  const stall = (index: number): Stall => {
    const found = stalls[index];
    if (!found) throw new Error(`there is no stall ${index}`);
    return found;
  };
  const followOne = followOrders(() => world);
  const follow = (orderId: string) =>
    followOne({ detail: { orderId } } as EventBridgeEvent<string, { orderId: string }>);
  const refreshAll = refreshLedgers(() => world);
  /** A quarter of an hour later: as called for, or because a shop was verified, suspended or ruled about. */
  const refresh = async (why: 'LedgerDue' | 'OwnersRuled' = 'LedgerDue') => {
    clock.pass(15 * MINUTE_MS);
    await refreshAll({ 'detail-type': why, detail: { cityCode: CITY } });
  };
  /** A personal order that its shop accepts, entered into the ledger. */
  const sells = async (stall: Stall, quantity: number, buyer = 'ani'): Promise<Order> => {
    const order = await town.buys(buyer, stall.product, quantity);
    await town.moves(stall.shop.owner, 'accept', order);
    await follow(order.orderId);
    return order;
  };
  const list = (query: Record<string, unknown> = {}, address = '203.0.113.1') =>
    town.as()('GET /cities/{city}/products', {
      params: { city: CITY },
      query: { category: 'meeting-food', ...query } as never,
      address,
    });
  return { clock, world, town, stalls, stall, opens, follow, refresh, sells, list, faults };
};
