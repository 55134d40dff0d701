import type { Order } from '../orders/order.ts';
import { masked } from '../people/masked.ts';
import type { PublicReview, Review } from './review.ts';

/** An average of fewer reviews is one or two people's mood, and is not shown. */
const LEAST_REVIEWS = 3;

/** What all averages are made of: the stars of reviews that are shown. */
export type Ratings = { readonly ratingSum: number; readonly ratingCount: number };

/** The plain average to one decimal, or null below three. */
export const shownAverage = ({ ratingSum, ratingCount }: Ratings): number | null =>
  ratingCount < LEAST_REVIEWS ? null : Math.round((ratingSum * 10) / ratingCount) / 10;

/**
 * The stars that one order gives its owner: its review's while that is shown, else those said at the handover. One order
 * gives one rating, and a review that was hidden or taken back leaves none.
 */
export const starsOf = (order: Pick<Order, 'handovers'>, review: Pick<Review, 'state' | 'stars'> | undefined) => {
  if (review) return review.state === 'shown' ? review.stars : undefined;
  return order.handovers.findLast(({ rating }) => rating !== undefined)?.rating;
};

/**
 * What everybody reads of a review that is shown: without the numbers by which a person is known, the buyer's in a reply above all.
 * An order's id is its parties' alone.
 */
export const publicReview = (review: Review): PublicReview => ({
  reviewId: review.reviewId,
  stars: review.stars,
  ...(review.text === undefined ? {} : { text: masked(review.text) }),
  ...(review.photo === undefined ? {} : { photo: review.photo }),
  author: review.author,
  goods: review.goods,
  writtenAt: review.writtenAt,
  reply: review.reply && { text: masked(review.reply.text), at: review.reply.at },
});

/** The same for its author, in the words they wrote. */
export const ownReview = (review: Review): PublicReview => ({
  ...publicReview(review),
  ...(review.text === undefined ? {} : { text: review.text }),
});
