import { derivedId } from '../../shared/domain/basics/id.ts';
import { moved } from '../../shared/domain/orders/move-order.ts';
import { CLOCK, clockReasons, clockTermsOf, overdueMove } from '../../shared/domain/orders/order-clocks.ts';
import { ruleOf } from '../../shared/domain/orders/order-rules.ts';
import { receiveOrder } from '../../shared/domain/orders/receiving/receive-order.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { DUE_SHARDS } from '../../shared/table/engine/schema.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { dueOrders, orderOf, replaceOrder } from '../../shared/table/orders/orders.ts';
import { paymentAt, paymentStands } from '../../shared/table/payments/payments.ts';
import { expectCity } from '../http/access.ts';
import { type World, workingWorld } from '../world.ts';
import { commitReceipt } from './commit-receipt.ts';
import { heldWrites } from './held-writes.ts';

/** About so many orders of a shard are moved in one run; the next run, minutes later, goes on. */
const MOST_PER_RUN = 200;

/** Moves one order whose time ran out, as the table of clocks says. Twice is once. */
const runOne = async (world: World, orderId: string): Promise<boolean> => {
  const { order: before, payment } = await readTogether(world.table, {
    order: orderOf(orderId),
    payment: paymentAt(orderId),
  });
  const at = world.now();
  const move = before && overdueMove(before, at, payment?.state === 'refused');
  if (!before || !move) return false;
  // What the shop says of the money meanwhile may be that nothing was taken: then this is decided again.
  const asPaid = paymentStands(orderId, payment);
  const how = { by: CLOCK, at, ...clockTermsOf(await expectCity(world, before.cityCode)) };
  if (move === 'settle' && before.state === 'delivered') {
    const handoverId = derivedId('hnd', 'clock', orderId, String(before.version));
    const receipt = { condition: 'good', rest: 'given-up' } as const;
    const received = receiveOrder(before, receipt, { ...how, parties: ['clock'], handoverId, move });
    await commitReceipt(world, before, received, { also: [asPaid] });
    return true;
  }
  // What was left for later and never came settles as what was received: nothing new is handed over.
  const to = ruleOf(before.state, move)?.to ?? before.state;
  const after = moved(before, to, { ...how, side: 'clock', reason: clockReasons[move] });
  await commit(world.table, [replaceOrder(after), ...heldWrites(before, after), asPaid]);
  return true;
};

/** Behind orders that cannot be moved others wait: so many are tried for each that may be moved. */
const TRIED = 5;

const runShard = async (world: World, shard: number, most: number): Promise<number> => {
  let [count, tried] = [0, 0];
  const at = world.now();
  for await (const due of everyPage((after) => dueOrders(world.table, shard, at, { limit: most, after }))) {
    for (const orderId of due) {
      try {
        if (await runOne(world, orderId)) count += 1;
      } catch (error) {
        if (!(error instanceof Stale)) world.logger.error('clock', { orderId, error: error as Error });
      }
    }
    tried += due.length;
    if (count >= most || tried >= TRIED * most) break;
  }
  return count;
};

/** Runs every clock that has run out. An order somebody moves meanwhile is left to them, or to the next run. */
export const runClocks =
  (world: () => World, most = MOST_PER_RUN) =>
  async (): Promise<{ moved: number }> => {
    let moved = 0;
    for (let shard = 0; shard < DUE_SHARDS; shard++) moved += await runShard(world(), shard, most);
    return { moved };
  };

export const handler = runClocks(workingWorld());
