import type { SQSBatchResponse } from 'aws-lambda';
import type { MarketEvent } from '../../events/contract.ts';
import { followOrder } from '../../shared/domain/payments/follow-order.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import { paymentOf } from '../../shared/domain/payments/payment-of.ts';
import { rerunOnStale, Stale } from '../../shared/table/engine/retries.ts';
import { commit, commitEach } from '../../shared/table/engine/writes.ts';
import { earlyNotices } from '../../shared/table/payments/notices.ts';
import { savePayment } from '../../shared/table/payments/payments.ts';
import { type Failed, gathered } from '../gathered.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { type World, workingWorld } from '../world.ts';
import { type Asked, type Found, find, onceEach } from './found-orders.ts';
import { settleNotice } from './settle-notice.ts';

/** Orders followed at the same time; looks at a payment that somebody else moves too. */
const AT_ONCE = 8;
const ATTEMPTS = 5;

const ordersIn = ({ type, detail }: MarketEvent): Asked[] =>
  'orderId' in detail && 'merchantId' in detail
    ? [{ orderId: detail.orderId, merchantId: detail.merchantId, moved: type !== 'OrderPlaced' }]
    : [];

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
