import type { SQSBatchResponse } from 'aws-lambda';
import type { MarketEvent } from '../../events/contract.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { followOrder } from '../../shared/domain/payments/follow-order.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import { paymentOf } from '../../shared/domain/payments/payment-of.ts';
import { readTogether, versionsOf } from '../../shared/table/engine/reads.ts';
import { rerunOnStale, Stale } from '../../shared/table/engine/retries.ts';
import { commit, commitEach } from '../../shared/table/engine/writes.ts';
import { getOrders, orderOf } from '../../shared/table/orders/orders.ts';
import { earlyAt, earlyNotices } from '../../shared/table/payments/notices.ts';
import { paymentAt, savePayment } from '../../shared/table/payments/payments.ts';
import { type Failed, gathered } from '../gathered.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { type World, workingWorld } from '../world.ts';
import { settleNotice } from './settle-notice.ts';

/** Orders followed at the same time; looks at a payment that somebody else moves too. */
const AT_ONCE = 8;
const ATTEMPTS = 5;

type Asked = { readonly orderId: string; readonly merchantId: string; readonly moved: boolean };
type Found = {
  readonly asked: Asked;
  readonly order: Order | undefined;
  readonly stored: Payment | undefined;
  readonly early: boolean;
};

const ordersIn = ({ type, detail }: MarketEvent): Asked[] =>
  'orderId' in detail && 'merchantId' in detail
    ? [{ orderId: detail.orderId, merchantId: detail.merchantId, moved: type !== 'OrderPlaced' }]
    : [];

/** Of an order that was placed and moved in one batch, the move: it asks for all that the placing does. */
const onceEach = (asked: readonly Asked[]): Asked[] => {
  const moved = new Set(asked.flatMap((one) => (one.moved ? [one.orderId] : [])));
  return asked.filter((one) => one.moved || !moved.has(one.orderId));
};

/**
 * One that was placed says nothing that its payment, written with it, does not know: so of a batch in which nothing moved only
 * what is there is asked, and orders are read where their payment is missing.
 */
const find = async (world: World, asked: readonly Asked[]): Promise<Found[]> => {
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

/** The payment as its order asks for it now; none, when the order says nothing new. */
const followed = ({ order, stored }: Found, { now }: World): Payment | undefined => {
  if (!order) return undefined;
  const next = followOrder(stored ?? paymentOf(order), order, now());
  return next && { ...next, version: (stored?.version ?? 0) + 1 };
};

/** A payment that somebody else moved meanwhile follows from where it stands now. */
const followAgain = (world: World, asked: Asked): Promise<void> =>
  rerunOnStale(world.table, ATTEMPTS, async () => {
    for (const found of await find(world, [asked])) {
      const payment = followed(found, world);
      if (payment) await commit(world.table, [savePayment(payment)]);
    }
  });

const follow = async (world: World, asked: readonly Asked[], failed: Failed<Asked>): Promise<void> => {
  const found = await find(world, onceEach(asked));
  const payments = found.map((one) => followed(one, world));
  const faults = await commitEach(
    world.table,
    payments.filter((payment) => payment !== undefined),
    savePayment,
  );
  await inParallel(found.entries(), AT_ONCE, async ([index, { asked: one, early }]) => {
    const payment = payments[index];
    const fault = payment && faults.get(payment);
    try {
      if (fault instanceof Stale) await followAgain(world, one);
      else if (fault) throw fault;
      if (early)
        for (const notice of await earlyNotices(world.table, one.merchantId, one.orderId))
          await settleNotice(world, notice);
    } catch (error) {
      failed(one, error);
    }
  });
};

/**
 * A payment is written with its order and follows what becomes of it. Decides from orders as they are now, never from
 * events: twice, late or out of order, the payment is the same. Notices of a provider that came before the order was known
 * are applied here: that there is none is all an order that was just placed asks.
 */
export const followOrders =
  (world: () => World) =>
  (batch: unknown): Promise<SQSBatchResponse> =>
    gathered(world(), batch, { asks: ordersIn, does: (asked, failed) => follow(world(), asked, failed) });

export const handler = followOrders(workingWorld());
