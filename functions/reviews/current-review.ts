import type { Caller } from '../../shared/domain/people/caller.ts';
import { ratingAfter } from '../../shared/domain/reviews/merchant-rating.ts';
import type { Review } from '../../shared/domain/reviews/review.ts';
import { Problem } from '../../shared/problem.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getRating, saveRating } from '../../shared/table/ratings.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { getReview, saveReview } from '../../shared/table/reviews.ts';
import { reviewIdOf } from '../reads/buyers/review-of-order.ts';
import { shopsAround } from '../reads/own-shop.ts';
import type { World } from '../world.ts';

/** The owners of every shop a person owns or works for, or did within a year. */
export const ownersServed = async (world: World, caller: Caller): Promise<string[]> => {
  const shops = await shopsAround(world, caller);
  const found = shops.length === 0 ? [] : await getMerchants(world.table, shops.slice(0, 100));
  return found.flatMap((merchant) => (merchant ? [merchant.ownerId] : []));
};

export const expectReview = async ({ table }: World, reviewId: string): Promise<Review> => {
  const review = await getReview(table, reviewId);
  if (!review) throw new Problem('review_not_found', 'Ulasan tidak ditemukan. Periksa lagi tautannya.');
  return review;
};
export const expectReviewOfOrder = (world: World, orderId: string): Promise<Review> =>
  expectReview(world, reviewIdOf(world, orderId));

/** A review, what the shop's average makes of it, and what else is on record of the step, in one write. */
export const commitReview = async (
  { table }: World,
  before: Review | undefined,
  after: Review,
  recorded: () => Promise<Write[]> = async () => [],
): Promise<void> => {
  if (before === after) return;
  const known = await getRating(table, after.merchantId);
  const rating = ratingAfter(known, after.merchantId, before, after);
  const counts = rating.version !== (known?.version ?? 0);
  await commit(table, [saveReview(after), ...(counts ? [saveRating(rating)] : []), ...(await recorded())]);
};
