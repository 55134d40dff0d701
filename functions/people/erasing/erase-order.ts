import { erasedDelivery } from '../../../shared/domain/deliveries/erase-delivery.ts';
import { erasedOrder } from '../../../shared/domain/orders/erase-order.ts';
import type { OrderState } from '../../../shared/domain/orders/order-states.ts';
import { erasedPayment } from '../../../shared/domain/payments/erase-payment.ts';
import { ERASED } from '../../../shared/domain/people/erased.ts';
import { keyedUntil } from '../../../shared/domain/people/erasure.ts';
import { erasedReview } from '../../../shared/domain/reviews/erase-review.ts';
import { deliveriesOf, replaceDelivery } from '../../../shared/table/deliveries.ts';
import { rerunOnStale, Stale } from '../../../shared/table/engine/retries.ts';
import { commit, type Write } from '../../../shared/table/engine/writes.ts';
import { photosOfOrder, removeOrderPhoto } from '../../../shared/table/orders/order-photos.ts';
import { getOrder, type OrderRecord, replaceOrder, unlinkOrder } from '../../../shared/table/orders/orders.ts';
import { getPayment, savePayment } from '../../../shared/table/payments/payments.ts';
import { getErasedOrder, putErasedOrder, removeErasedOrder } from '../../../shared/table/people/erasures.ts';
import { getLedgerEntry, recordEntry } from '../../../shared/table/ranking/ledgers.ts';
import { getReview, reviewAbsent, saveReview } from '../../../shared/table/reviews.ts';
import { ledgerBuyer } from '../../reads/buyers/ledger-buyer.ts';
import { reviewIdOf } from '../../reads/buyers/review-of-order.ts';
import type { World } from '../../world.ts';
import { emptyOrderPhoto } from './empty-pictures.ts';

const ATTEMPTS = 8;
/** How an order ends that its shop did not take. */
const REFUSED: readonly OrderState[] = ['declined', 'lapsed'];

/** The ledger's entry of an order with a buyer that no other entry has; `by` is how many versions its sources rise. */
const unlinkedEntry = async (
  world: World,
  { merchantId, orderId, cityCode }: Pick<OrderRecord, 'merchantId' | 'orderId' | 'cityCode'>,
  name: string,
  by: number,
): Promise<Write[]> => {
  const entry = await getLedgerEntry(world.table, merchantId, orderId);
  if (!entry) return [];
  const after = { ...entry, buyer: ledgerBuyer(world, cityCode, name), orderVersion: entry.orderVersion + by };
  // A later entry meanwhile is no answer here: everything is read again.
  return [{ ...recordEntry(after, world.now()), refused: () => new Stale('LedgerEntry') }];
};

/** An order as it is stored, without the fingerprints of what its person sent. */
const erasedRecord = (order: OrderRecord, erasing: { person: string; name: string }): OrderRecord => {
  const erased = erasedOrder(order, erasing);
  return { ...erased, request: '', handovers: erased.handovers.map(({ request: _, ...handover }) => handover) };
};

const eraseOnce = async (world: World, person: string, orderId: string): Promise<void> => {
  const { table, now } = world;
  const order = await getOrder(table, orderId);
  // Done by a run before this one.
  if (order?.buyer !== person || order.agencyId !== null) return;
  const reviewId = reviewIdOf(world, orderId);
  const [payment, review, deliveries, pictures] = await Promise.all([
    getPayment(table, orderId),
    getReview(table, reviewId),
    deliveriesOf(table, orderId),
    photosOfOrder(table, orderId),
  ]);
  for (const picture of pictures) await emptyOrderPhoto(world, picture, order.merchantId);
  const erasing = { person, name: world.newId(ERASED) };
  const until = keyedUntil(order.placedAt, REFUSED.includes(order.state), now());
  const key = until && { buyerKey: ledgerBuyer(world, order.cityCode, person) };
  await commit(table, [
    replaceOrder({ ...erasedRecord(order, erasing), ...key }),
    ...(payment ? [savePayment(erasedPayment(payment, erasing))] : []),
    review ? saveReview(erasedReview(review, erasing)) : reviewAbsent(reviewId),
    ...deliveries.map((delivery) => replaceDelivery(erasedDelivery(delivery))),
    ...pictures.map(removeOrderPhoto),
    ...(until
      ? [putErasedOrder({ orderId, merchantId: order.merchantId, until })]
      : await unlinkedEntry(world, order, erasing.name, review ? 2 : 1)),
  ]);
};

/** Takes the person out of one order, its money, its way and its review, in one commit; again changes nothing. */
export const eraseOrder = (world: World, person: string, orderId: string): Promise<void> =>
  rerunOnStale(world.table, ATTEMPTS, () => eraseOnce(world, person, orderId));

/** The time is over in which an erased order's entry knew its buyer's others. */
export const unlinkErasedOrder = (world: World, orderId: string): Promise<void> =>
  rerunOnStale(world.table, ATTEMPTS, async () => {
    const [erased, order] = await Promise.all([getErasedOrder(world.table, orderId), getOrder(world.table, orderId)]);
    if (!erased || !order) return;
    await commit(world.table, [
      unlinkOrder(orderId),
      removeErasedOrder(orderId),
      ...(await unlinkedEntry(world, order, order.buyer, 1)),
    ]);
  });
