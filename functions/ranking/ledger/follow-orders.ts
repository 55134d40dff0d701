import type { EventBridgeEvent } from 'aws-lambda';
import { categoryOfOrder, ledgerEntryOf } from '../../../shared/domain/orders/ledger-entry.ts';
import { sameEntry } from '../../../shared/domain/ranking/ledger/ledger-entry.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getLedgerEntry, noteEntry } from '../../../shared/table/ledgers.ts';
import { getMerchant } from '../../../shared/table/merchants.ts';
import { getOrder } from '../../../shared/table/orders.ts';
import { theWorld, type World } from '../../world.ts';

type OrderEvent = EventBridgeEvent<string, { orderId: string }>;

/**
 * Enters an order into the ledger when its shop accepted or refused it, and again when that was cancelled or rated.
 * Decides from the order as it is now, never from the event: twice, late or out of order, the entry is the same.
 */
export const followOrders =
  (world: () => World) =>
  async (event: OrderEvent): Promise<void> => {
    const { table, now } = world();
    const order = await getOrder(table, event.detail.orderId);
    if (!order) return;
    const shop = () => getMerchant(table, order.merchantId, { consistent: false });
    const category = categoryOfOrder(order) ?? (await shop())?.category;
    const entry = category && ledgerEntryOf(order, category);
    if (!entry) return;
    const known = await getLedgerEntry(table, order.merchantId, order.orderId);
    if (known && (known.orderVersion >= entry.orderVersion || sameEntry(known, entry))) return;
    await commit(table, [noteEntry(entry, now())]);
  };

export const handler = followOrders(theWorld);
