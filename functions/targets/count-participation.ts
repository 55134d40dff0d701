import type { SQSBatchResponse } from 'aws-lambda';
import type { MarketEvent } from '../../events/contract.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { Payment } from '../../shared/domain/payments/payment.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { orderOf } from '../../shared/table/orders/orders.ts';
import { paymentAt } from '../../shared/table/payments/payments.ts';
import { seatsOf } from '../../shared/table/people/memberships.ts';
import { getCivilLink, getCivilServant } from '../../shared/table/targets/civil-servants.ts';
import { type Failed, gathered } from '../gathered.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { type World, workingWorld } from '../world.ts';
import { partWrites } from './count-part.ts';
import { phoneKeyOf } from './nip-key.ts';

const AT_ONCE = 8;
const ATTEMPTS = 8;

type Asked = { readonly orderId: string };
/** What an office buys is nobody's own purchase. */
const ownIn = ({ detail }: MarketEvent): Asked[] =>
  'orderId' in detail && 'agencyId' in detail && detail.agencyId === null ? [{ orderId: detail.orderId }] : [];

/** Goods came, and the shop has its money: a basket that is placed and given back counts for nobody. */
const counts = ({ state }: Order, payment: Payment | undefined): boolean =>
  state === 'received' && payment?.state === 'confirmed' && payment.paidRupiah > 0;

/** Counts the buyer of an order for their office, if they are a civil servant there and it is not their own shop. */
export const countOrder = (world: World, orderId: string): Promise<void> =>
  rerunOnStale(world.table, ATTEMPTS, async () => {
    const { order, payment } = await readTogether(world.table, {
      order: orderOf(orderId),
      payment: paymentAt(orderId),
    });
    const month = order?.handovers.at(-1)?.month;
    if (!order || !month || !counts(order, payment)) return;
    const { buyer, cityCode, merchantId, buyerPhone } = order;
    const link = await getCivilLink(world.table, buyer);
    if (!link || link.cityCode !== cityCode || buyerPhone === null) return;
    const [[seat], servant] = await Promise.all([
      seatsOf(world.table, [{ person: buyer, scope: `merchant:${merchantId}` }]),
      getCivilServant(world.table, cityCode, link.nipKey),
    ]);
    if (seat || servant?.person !== buyer) return;
    const { nipKey, agencyId } = servant;
    const phoneKey = phoneKeyOf(world, cityCode, buyerPhone);
    const writes = await partWrites(world, { cityCode, month, nipKey, how: 'market', agencyId, phoneKey });
    if (writes.length > 0) await commit(world.table, writes);
  });

const count = (world: World, asked: readonly Asked[], failed: Failed<Asked>): Promise<void> =>
  inParallel(asked, AT_ONCE, async (one) => {
    await countOrder(world, one.orderId).catch((error: unknown) => failed(one, error));
  });

/** Keeps how many of each office bought from a small business in a month; of what they bought it keeps nothing. */
export const countParticipation =
  (world: () => World) =>
  (batch: unknown): Promise<SQSBatchResponse> =>
    gathered(world(), batch, { asks: ownIn, does: (asked, failed) => count(world(), asked, failed) });

export const handler = countParticipation(workingWorld());
