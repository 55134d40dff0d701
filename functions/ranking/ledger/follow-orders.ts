import type { EventBridgeEvent } from 'aws-lambda';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { type LedgerEntry, sameEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { buyerCancelled } from '../../../shared/table/orders/buyer-cancellations.ts';
import { getOrder } from '../../../shared/table/orders/orders.ts';
import { retainDecision } from '../../../shared/table/ranking/decisions.ts';
import { getLedgerEntry, recordEntry } from '../../../shared/table/ranking/ledgers.ts';
import { getMerchant } from '../../../shared/table/register/merchants.ts';
import { getReview } from '../../../shared/table/reviews.ts';
import { reviewIdOf } from '../../reads/buyers/review-of-order.ts';
import { type World, workingWorld } from '../../world.ts';
import { entryOf } from './order-entry.ts';

type OrderEvent = EventBridgeEvent<string, { orderId: string }>;

/**
 * Enters an order into the ledger when its shop accepted or refused it, and again when that was cancelled or rated.
 * Decides from the order as it is now, never from the event: twice, late or out of order, the entry is the same.
 */
export const followOrders =
  (world: () => World) =>
  async (event: OrderEvent): Promise<void> => {
    const here = world();
    const { table, now } = here;
    const { orderId } = event.detail;
    // The review first: who comes with the later version of either has then seen the other as late.
    const review = await getReview(table, reviewIdOf(here, orderId));
    const order = await getOrder(table, orderId);
    if (!order) return;
    const shop = () => getMerchant(table, order.merchantId, { consistent: false });
    const entry = await entryOf(here, order, review, async () => (await shop())?.category);
    if (!entry) return;
    const known = await getLedgerEntry(table, order.merchantId, order.orderId);
    if (!known) await keepDecisions(here, order);
    if (known && (known.orderVersion >= entry.orderVersion || sameEntry(known, entry))) return;
    await commit(table, [recordEntry(entry, now()), ...questionsOf(entry)]);
  };

/** The lists an order was chosen from stay for as long as the order does. */
const keepDecisions = async ({ table }: World, { lines }: Order): Promise<void> => {
  for (const decisionId of new Set(lines.flatMap(({ choice }) => choice?.decisionId ?? [])))
    await commit(table, [retainDecision(decisionId)]);
};

/** An accepted order that its buyer cancels costs the shop nothing; that one buyer does so again and again is a question. */
const questionsOf = ({ cancelledBy, cancelledAt, ...entry }: LedgerEntry) =>
  cancelledBy === 'buyer' && cancelledAt !== undefined && entry.buyer !== undefined
    ? [buyerCancelled({ ...entry, buyer: entry.buyer, at: cancelledAt })]
    : [];

export const handler = followOrders(workingWorld());
