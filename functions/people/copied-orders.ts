import { getOrders, ordersOfPerson } from '../../shared/table/orders/orders.ts';
import { getPayments } from '../../shared/table/payments/payments.ts';
import { getReviews } from '../../shared/table/reviews.ts';
import { page } from '../http/page.ts';
import { reviewIdOf } from '../reads/buyers/review-of-order.ts';
import type { World } from '../world.ts';

const ORDERS = 50;

/** A page of one's own orders, each with its money and its review. */
export const ordersIn = async (world: World, person: string, cursor: string | undefined) => {
  const { table } = world;
  const { items, next } = await page(world, `copy of ${person}`, { limit: ORDERS, cursor }, (request) =>
    ordersOfPerson(table, person, request),
  );
  const ids = items.map(({ orderId }) => orderId);
  if (ids.length === 0) return { orders: [], next };
  const [orders, payments, reviews] = await Promise.all([
    getOrders(table, ids),
    getPayments(table, ids),
    getReviews(
      table,
      ids.map((orderId) => reviewIdOf(world, orderId)),
    ),
  ]);
  return {
    orders: orders.flatMap((order, index) =>
      order ? [{ order, payment: payments[index] ?? null, review: reviews[index] ?? null }] : [],
    ),
    next,
  };
};
