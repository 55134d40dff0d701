import { publicReview } from '../../shared/domain/reviews/averages.ts';
import { editReview, isReviewer, newReview, withdrawReview } from '../../shared/domain/reviews/write-review.ts';
import { Problem } from '../../shared/problem.ts';
import { getOrder } from '../../shared/table/orders/orders.ts';
import { getReview } from '../../shared/table/reviews.ts';
import { endpoint } from '../http/endpoint.ts';
import { reviewIdOf } from '../reads/review-of-order.ts';
import { commitReview, expectReviewOfOrder, ownersServed } from './current-review.ts';

const noOrder = () => new Problem('order_not_found', 'Pesanan tidak ditemukan. Periksa lagi tautannya.');

/** The first time it is written, afterwards it is changed: a repeat of either does no harm. */
export const writeReview = endpoint('PUT /orders/{orderId}/review', async ({ params, body, caller }, world) => {
  const reviewId = reviewIdOf(world, params.orderId);
  const [order, before] = await Promise.all([getOrder(world.table, params.orderId), getReview(world.table, reviewId)]);
  if (!order) throw noOrder();
  const at = world.now();
  if (before && !isReviewer(before, caller)) throw noOrder();
  const after = before
    ? editReview(before, body, { caller, at })
    : newReview(order, body, { reviewId, caller, at, ownersServed: await ownersServed(world, caller) });
  await commitReview(world, before, after);
  return publicReview(after);
});

export const readOwnReview = endpoint('GET /orders/{orderId}/review', async ({ params, caller }, world) => {
  const review = await expectReviewOfOrder(world, params.orderId);
  if (!isReviewer(review, caller)) throw noOrder();
  return { ...publicReview(review), state: review.state, editableUntil: review.editableUntil, version: review.version };
});

export const withdrawOwnReview = endpoint(
  'POST /orders/{orderId}/review/withdraw',
  async ({ params, caller }, world) => {
    const before = await expectReviewOfOrder(world, params.orderId);
    await commitReview(world, before, withdrawReview(before, { caller, at: world.now() }));
    return { withdrawn: true as const };
  },
);
