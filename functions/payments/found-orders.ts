import type { Order } from '../../shared/domain/orders/order.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import { readTogether, versionsOf } from '../../shared/table/engine/reads.ts';
import { getOrders, orderOf } from '../../shared/table/orders/orders.ts';
import { earlyAt } from '../../shared/table/payments/notices.ts';
import { paymentAt } from '../../shared/table/payments/payments.ts';
import type { World } from '../world.ts';

export type Asked = { readonly orderId: string; readonly merchantId: string; readonly moved: boolean };
export type Found = {
  readonly asked: Asked;
  readonly order: Order | undefined;
  readonly stored: Payment | undefined;
  readonly early: boolean;
};

/** Of an order that was placed and moved in one batch, the move: it asks for all that the placing does. */
export const onceEach = (asked: readonly Asked[]): Asked[] => {
  const moved = new Set(asked.flatMap((one) => (one.moved ? [one.orderId] : [])));
  return asked.filter((one) => one.moved || !moved.has(one.orderId));
};

/**
 * One that was placed says nothing that its payment, written with it, does not know: so of a batch in which nothing moved only
 * what is there is asked, and orders are read where their payment is missing.
 */
export const find = async (world: World, asked: readonly Asked[]): Promise<Found[]> => {
  if (asked.some(({ moved }) => moved)) return findMoved(world, asked);
  const [payments, early] = [
    asked.map(({ orderId }) => paymentAt(orderId)),
    asked.map(({ orderId }) => earlyAt(orderId)),
  ];
  const there = await versionsOf(world.table, [...payments, ...early]);
  const isThere = (at: number) => there[at] !== undefined;
  const lacking = asked.filter((_, at) => !isThere(at));
  const late = lacking.length > 0 ? await findMoved(world, lacking) : [];
  const found = new Map(late.map((one) => [one.asked, one]));
  return asked.map(
    (one, at) =>
      found.get(one) ?? { asked: one, order: undefined, stored: undefined, early: isThere(asked.length + at) },
  );
};

/** Payments, whether a provider told of them before they were known, and the orders that moved or have no payment. */
const findMoved = async ({ table }: World, asked: readonly Asked[]): Promise<Found[]> => {
  const moved = asked.filter((one) => one.moved);
  const { orders, payments, early } = await readTogether(table, {
    orders: moved.map(({ orderId }) => orderOf(orderId)),
    payments: asked.map(({ orderId }) => paymentAt(orderId)),
    early: asked.map(({ orderId }) => earlyAt(orderId)),
  });
  const lacking = asked.filter((one, index) => !one.moved && payments[index] === undefined);
  const late = await getOrders(
    table,
    lacking.map(({ orderId }) => orderId),
  );
  const found = new Map([
    ...moved.map((one, at) => [one, orders[at]] as const),
    ...lacking.map((one, at) => [one, late[at]] as const),
  ]);
  return asked.map((one, index) => ({
    asked: one,
    order: found.get(one),
    stored: payments[index],
    early: early[index] !== undefined,
  }));
};
