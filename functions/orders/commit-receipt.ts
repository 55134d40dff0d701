import type { Received } from '../../shared/domain/orders/receiving/receive-order.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { type OrderRecord, replaceOrder } from '../../shared/table/orders/orders.ts';
import type { World } from '../world.ts';
import { heldWrites } from './held-writes.ts';
import type { ReadMonth } from './sale-month.ts';
import { saleWrites } from './sale-writes.ts';

/** The latest handover keeps what was asked, so that its key serves no other receipt. */
const signedBy = (handovers: OrderRecord['handovers'], request: string | undefined): OrderRecord['handovers'] =>
  request === undefined
    ? handovers
    : handovers.map((one, index) => (index === handovers.length - 1 ? { ...one, request } : one));

type Receiving = {
  readonly fingerprint?: string;
  readonly read?: ReadMonth | undefined;
  /** What must still be true of what was not written. */
  readonly also?: readonly Write[];
};

/** Order, standing, spending, and what goes back to the shelf: one write, for a person's receipt and the clock's alike. */
export const commitReceipt = async (
  world: World,
  before: OrderRecord,
  received: Received,
  { fingerprint, read, also = [] }: Receiving = {},
): Promise<OrderRecord> => {
  const after = {
    ...received.order,
    handovers: signedBy(received.order.handovers, fingerprint),
    request: before.request,
  };
  await commit(world.table, [
    replaceOrder(after),
    ...(await saleWrites(world, before, received, read)),
    ...heldWrites(before, after),
    ...also,
  ]);
  return after;
};
