import * as z from 'zod';
import { OrderId, Reason } from '../domain/orders/order.ts';
import { CityCode } from '../domain/places/region.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { PublicReview, Reply, Review, ReviewId, ReviewReport, ReviewText } from '../domain/reviews/review.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';

const OfOrder = z.object({ orderId: OrderId });
const OfReview = z.object({ reviewId: ReviewId });

/** Reviews from received orders, once each; replies, reports, and the city's judgement. */
export const reviews = {
  'PUT /orders/{orderId}/review': {
    operation: 'write-review',
    summary: 'The buyer of a received order says how it was, once; it can be changed for seven days',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfOrder,
    body: ReviewText,
    response: PublicReview,
    problems: ['order_not_found', 'review_not_possible', 'review_locked', 'own_review', 'photo_not_found'],
  },
  'GET /orders/{orderId}/review': {
    operation: 'read-own-review',
    summary: 'The review of one’s own order; null while there is none',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfOrder,
    response: PublicReview.extend({
      ...Review.pick({ state: true, editableUntil: true, version: true }).shape,
      editable: z.boolean().describe('Whether it may still be changed; taken back it may be for good at any time'),
    }).nullable(),
    problems: ['order_not_found'],
  },
  'POST /orders/{orderId}/review/withdraw': {
    operation: 'withdraw-review',
    summary: 'The buyer takes the review back, for good',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfOrder,
    response: z.object({ withdrawn: z.literal(true) }),
    problems: ['order_not_found', 'review_not_found'],
  },
  'GET /merchants/{merchantId}/reviews': {
    operation: 'list-merchant-reviews',
    summary: 'A shop’s reviews, newest first, and its average from three on',
    access: 'public',
    who: ['anybody'],
    params: z.object({ merchantId: MerchantId }),
    query: z.strictObject(Paging),
    response: Paged(PublicReview).extend({ average: z.number().nullable(), count: z.int() }),
    problems: ['merchant_not_found', 'malformed_cursor'],
    cacheSeconds: 30,
  },
  'POST /reviews/{reviewId}/reply': {
    operation: 'reply-to-review',
    summary: 'The shop answers beneath a review',
    access: 'signed-in',
    who: ['owner', 'staff'],
    params: OfReview,
    body: Reply,
    response: PublicReview,
    problems: ['review_not_found', 'review_locked'],
  },
  'POST /reviews/{reviewId}/report': {
    operation: 'report-review',
    summary: 'Anybody signed in asks the city to look at a review',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfReview,
    body: ReviewReport,
    response: z.object({ reported: z.literal(true) }),
    problems: ['review_not_found', 'own_review'],
    rate: 10,
  },
  'POST /reviews/{reviewId}/moderate': {
    operation: 'moderate-review',
    summary: 'The city hides a review, shows it again or leaves it shown, with a reason; If-Match as it was read',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfReview,
    body: Reason.extend({ state: z.enum(['shown', 'hidden']) }),
    response: Review.omit({ by: true }),
    problems: ['review_not_found', 'review_locked', 'own_review', 'own_shop', 'version_mismatch'],
  },
  'GET /cities/{city}/reviews': {
    operation: 'list-city-reviews',
    summary: 'What a city has to look at: reviews reported, hidden or taken back',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode }),
    query: z.strictObject({ which: z.enum(['reported', 'hidden', 'withdrawn']).default('reported'), ...Paging }),
    response: Paged(Review.omit({ by: true })),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
} as const satisfies Routes;
