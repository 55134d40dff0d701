import { reviewsAddress } from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { publicReview } from '../../../shared/domain/reviews/averages.ts';
import { everyPage } from '../../../shared/table/engine/pages.ts';
import { getRating } from '../../../shared/table/ratings.ts';
import { reviewsOfMerchant } from '../../../shared/table/reviews.ts';
import type { PublicPage, Reviews, Shop } from '../../../web/storefront/public/page.ts';
import type { World } from '../../world.ts';

/** Reviews on a part. */
const PART = 20;
/** A shop's newest five hundred can be read; more would make each of its pages a book to write. */
const MOST_PARTS = 25;
const READ = 100;

/** As many parts as there are, and one more to say that it holds none any more. */
export const reviewParts = async ({ table }: World, merchantId: string): Promise<number[]> => {
  const { ratingCount = 0 } = (await getRating(table, merchantId)) ?? {};
  const parts = Math.min(MOST_PARTS, Math.ceil(ratingCount / PART) + 1);
  return Array.from({ length: parts }, (_, at) => at + 1);
};

/** All of a shop's reviews that are told, newest first; none where its own page holds them all. */
export const readFurther = async (
  { table }: World,
  merchantId: string,
  { next }: Reviews,
): Promise<Reviews['items']> => {
  if (next === null) return [];
  const found: Reviews['items'] = [];
  for await (const reviews of everyPage((after) => reviewsOfMerchant(table, merchantId, { limit: READ, after }))) {
    found.push(...reviews.map(publicReview));
    if (found.length >= MOST_PARTS * PART) break;
  }
  return found.slice(0, MOST_PARTS * PART);
};

type Of = { readonly city: City; readonly shop: Shop; readonly reviews: Reviews; readonly further: Reviews['items'] };

/** One part of what buyers said. */
export const reviewPage = ({ city, shop, reviews, further }: Of, part: number): PublicPage => {
  const items = further.slice((part - 1) * PART, part * PART);
  const next = further.length > part * PART ? reviewsAddress(shop.address, part + 1) : null;
  return { kind: 'reviews', city, shop, part, reviews: { ...reviews, items, next } };
};
