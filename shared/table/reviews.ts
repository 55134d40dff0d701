import * as z from 'zod';
import { openReports } from '../domain/reviews/open-reports.ts';
import { Review } from '../domain/reviews/review.ts';
import { existsNot } from './engine/fields.ts';
import { list, type PageRequest } from './engine/pages.ts';
import { type Freshness, get, getMany, type Read, readOf } from './engine/reads.ts';
import { entity, type Table } from './engine/table.ts';
import { check, save, type Write } from './engine/writes.ts';

// | entity | pk        | sk     | list 1                                                      | list 2                       |
// | Review | REVIEW#id | REVIEW | CITY#35.73#REVIEW#<reported, hidden or withdrawn> / at, id  | MERCHANT#id / writtenAt (shown) |
const reviewKey = (reviewId: string) => ({ pk: `REVIEW#${reviewId}`, sk: 'REVIEW' });
/** What the city looks at: reviews somebody reported, and those that are not shown. */
export type Watched = 'reported' | 'hidden' | 'withdrawn';
const watchedAs = (review: Review): Watched | undefined => {
  if (review.state !== 'shown') return review.state;
  return openReports(review).length > 0 ? 'reported' : undefined;
};
const reviews = entity({
  type: 'Review',
  schema: Review,
  key: ({ reviewId }: Pick<Review, 'reviewId'>) => reviewKey(reviewId),
  list1: (review) => {
    const watched = watchedAs(review);
    const { cityCode, writtenAt, reviewId } = review;
    // What was reported waits since it was, however old the review is.
    const at = watched === 'reported' ? (openReports(review)[0]?.at ?? writtenAt) : writtenAt;
    return watched && { pk: `CITY#${cityCode}#REVIEW#${watched}`, sk: `${at}#${reviewId}` };
  },
  list2: ({ merchantId, state, writtenAt, reviewId }) =>
    state === 'shown' ? { pk: `MERCHANT#${merchantId}`, sk: `REVIEW#${writtenAt}#${reviewId}` } : undefined,
  // Texts are long, and a list names its reviews by their keys.
  card: [],
});

export const reviewOf = (reviewId: string): Read<Review> => readOf(reviews, reviewKey(reviewId));
export const getReview = (table: Table, reviewId: string, freshness?: Freshness) =>
  get(table, reviews, reviewKey(reviewId), freshness);
/** Many reviews at once, in the order asked. At most 100. */
export const getReviews = (table: Table, reviewIds: readonly string[]) =>
  getMany(table, reviews, reviewIds.map(reviewKey));

/** A page of a list that names reviews by key, each read whole. */
const listed = async (table: Table, index: 'list1' | 'list2', request: PageRequest) => {
  const { items, next } = await list(table, z.object({ pk: z.string(), sk: z.string() }), index, request);
  const found = items.length === 0 ? [] : await getMany(table, reviews, items);
  return { items: found.filter((review) => review !== undefined), next };
};
type Paging = Omit<PageRequest, 'pk' | 'prefix' | 'descending'>;
/** Shown reviews of a shop, newest first. */
export const reviewsOfMerchant = (table: Table, merchantId: string, request: Paging) =>
  listed(table, 'list2', { pk: `MERCHANT#${merchantId}`, prefix: 'REVIEW#', descending: true, ...request });
/** What a city has to look at, newest first unless it is asked from the oldest on. */
export const reviewsOfCity = (
  table: Table,
  cityCode: string,
  watched: Watched,
  request: Paging & Pick<PageRequest, 'descending'>,
) => listed(table, 'list1', { pk: `CITY#${cityCode}#REVIEW#${watched}`, descending: true, ...request });

/** Refuses the other writes when somebody reviewed meanwhile. */
export const reviewAbsent = (reviewId: string): Write => check('Review', reviewKey(reviewId), existsNot);
export const saveReview = (review: Review): Write => save(reviews, review);
