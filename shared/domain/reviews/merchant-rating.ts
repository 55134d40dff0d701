import * as z from 'zod';
import { MerchantId } from '../register/merchant.ts';
import type { Review } from './review.ts';

/** The sum and number of a shop's shown reviews, kept beside them so that no page adds them up. */
export const MerchantRating = z
  .object({ merchantId: MerchantId, ratingSum: z.int(), ratingCount: z.int(), version: z.int() })
  .meta({ id: 'MerchantRating' });
export type MerchantRating = z.infer<typeof MerchantRating>;

type Counted = Pick<Review, 'state' | 'stars'> | undefined;
const starsIn = (review: Counted): number => (review?.state === 'shown' ? review.stars : 0);
const countOf = (review: Counted): number => (review?.state === 'shown' ? 1 : 0);

/** The rating after a review became another one (or appeared); the same object when nothing of it counts. */
export const ratingAfter = (
  rating: MerchantRating | undefined,
  merchantId: string,
  before: Counted,
  after: Counted,
): MerchantRating => {
  const known = rating ?? { merchantId, ratingSum: 0, ratingCount: 0, version: 0 };
  const [stars, count] = [starsIn(after) - starsIn(before), countOf(after) - countOf(before)];
  if (stars === 0 && count === 0) return known;
  return {
    ...known,
    ratingSum: known.ratingSum + stars,
    ratingCount: known.ratingCount + count,
    version: known.version + 1,
  };
};
