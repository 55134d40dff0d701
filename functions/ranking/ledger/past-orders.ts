import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { LedgerEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { everyPage } from '../../../shared/table/engine/pages.ts';
import { getOrders, ordersOfMerchant } from '../../../shared/table/orders/orders.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { getReviews } from '../../../shared/table/reviews.ts';
import { reviewIdOf } from '../../reads/buyers/review-of-order.ts';
import { registerOf } from '../../reads/register.ts';
import type { World } from '../../world.ts';
import { entryOf } from './order-entry.ts';

/** An order may wait a week for its approver and a day for its shop before the ledger hears of it. */
const SLACK_DAYS = 10;
const AT_ONCE = 8;

/** Ids of a shop's orders placed since an instant, whatever became of them. */
const orderIdsSince = async ({ table }: World, merchantId: string, since: string): Promise<string[]> => {
  const ids: string[] = [];
  const read = (after: string | undefined) => ordersOfMerchant(table, merchantId, undefined, { limit: 100, after });
  for await (const page of everyPage(read))
    ids.push(...page.filter(({ placedAt }) => placedAt >= since).map(({ orderId }) => orderId));
  return ids;
};

const entriesOfShop = async (world: World, merchantId: string, since: string): Promise<LedgerEntry[]> => {
  const ids = await orderIdsSince(world, merchantId, since);
  if (ids.length === 0) return [];
  const [shop] = await getMerchants(world.table, [merchantId]);
  const entries: LedgerEntry[] = [];
  for (let at = 0; at < ids.length; at += 100) {
    const some = ids.slice(at, at + 100);
    const reviewIds = some.map((orderId) => reviewIdOf(world, orderId));
    const [reviews, orders] = await Promise.all([getReviews(world.table, reviewIds), getOrders(world.table, some)]);
    for (const [index, order] of orders.entries()) {
      const entry = order && (await entryOf(world, order, reviews[index], async () => shop?.category));
      if (entry) entries.push(entry);
    }
  }
  return entries;
};

/**
 * The entries of a window, made from the orders themselves. A city's first ledger starts from them, so that one that
 * traded before there was a ledger, or whose ledger was lost, has the same one as if every event had been followed.
 */
export const pastEntries = async (world: World, city: City, windowDays: number): Promise<LedgerEntry[]> => {
  const since = later(world.now(), -(windowDays + SLACK_DAYS) * DAY_MS);
  const entries: LedgerEntry[] = [];
  for await (const merchantIds of registerOf(world, city.cityCode))
    for (let at = 0; at < merchantIds.length; at += AT_ONCE) {
      const some = merchantIds.slice(at, at + AT_ONCE);
      for (const part of await Promise.all(some.map((merchantId) => entriesOfShop(world, merchantId, since))))
        entries.push(...part);
    }
  return entries;
};
