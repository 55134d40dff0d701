import { photoName } from '../../shared/domain/photos/photo.ts';
import { ownReview } from '../../shared/domain/reviews/averages.ts';
import {
  editReview,
  isEditable,
  isReviewer,
  newReview,
  withdrawReview,
} from '../../shared/domain/reviews/write-review.ts';
import { Problem } from '../../shared/problem.ts';
import { getOrderPhoto } from '../../shared/table/orders/order-photos.ts';
import { getOrder, orderStands } from '../../shared/table/orders/orders.ts';
import { getReview } from '../../shared/table/reviews.ts';
import { endpoint } from '../http/endpoint.ts';
import { reviewIdOf } from '../reads/buyers/review-of-order.ts';
import type { World } from '../world.ts';
import { commitReview, expectReviewOfOrder, ownersServed } from './current-review.ts';

const noOrder = () => new Problem('order_not_found', 'Pesanan tidak ditemukan. Periksa lagi tautannya.');

/** A review shows a picture that was uploaded for it: nobody else's, and none from elsewhere. */
const requireOwnPhoto = async ({ table }: World, orderId: string, photo: string | undefined): Promise<void> => {
  if (photo === undefined) return;
  const found = await getOrderPhoto(table, { orderId, purpose: 'review', photoId: photoName(photo) });
  if (!found)
    throw new Problem('photo_not_found', 'Foto ini bukan untuk ulasan pesanan ini. Unggah fotonya di sini.', [
      { pointer: '/photo', detail: 'Unggah dulu fotonya di ulasan ini.' },
    ]);
};

/** The first time it is written, afterwards it is changed: a repeat of either does no harm. */
export const writeReview = endpoint('PUT /orders/{orderId}/review', async ({ params, body, caller }, world) => {
  const reviewId = reviewIdOf(world, params.orderId);
  const [order, before] = await Promise.all([getOrder(world.table, params.orderId), getReview(world.table, reviewId)]);
  if (!order) throw noOrder();
  if (!isReviewer(before ?? { agencyId: order.agencyId, by: order.buyer }, caller)) throw noOrder();
  if (body.photo !== before?.photo) await requireOwnPhoto(world, order.orderId, body.photo);
  const writer = { caller, at: world.now(), ownersServed: await ownersServed(world, caller) };
  const after = before ? editReview(before, body, writer) : newReview(order, body, { reviewId, ...writer });
  // Whoever was taken out of the order meanwhile does not come back into it by a review.
  await commitReview(world, before, after, async () => (before ? [] : [orderStands(order)]));
  return ownReview(after);
});

/** Asked by every page of a received order: no review yet is an answer, not a fault. */
export const readOwnReview = endpoint('GET /orders/{orderId}/review', async ({ params, caller }, world) => {
  const [order, review] = await Promise.all([
    getOrder(world.table, params.orderId),
    getReview(world.table, reviewIdOf(world, params.orderId)),
  ]);
  if (!order || !isReviewer(review ?? { agencyId: order.agencyId, by: order.buyer }, caller)) throw noOrder();
  if (!review) return null;
  const { state, editableUntil, version } = review;
  return { ...ownReview(review), state, editableUntil, version, editable: isEditable(review, world.now()) };
});

export const withdrawOwnReview = endpoint(
  'POST /orders/{orderId}/review/withdraw',
  async ({ params, caller }, world) => {
    const before = await expectReviewOfOrder(world, params.orderId);
    await commitReview(world, before, withdrawReview(before, { caller, at: world.now() }));
    return { withdrawn: true as const };
  },
);
