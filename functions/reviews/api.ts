import { reviews } from '../../shared/contract/reviews.ts';
import { serve } from '../http/serve.ts';
import {
  listCityReviews,
  listMerchantReviews,
  moderateOneReview,
  replyToReview,
  reportOneReview,
} from './answer-reviews.ts';
import { readOwnReview, withdrawOwnReview, writeReview } from './own-reviews.ts';

export const endpoints = [
  writeReview,
  readOwnReview,
  withdrawOwnReview,
  listMerchantReviews,
  replyToReview,
  reportOneReview,
  moderateOneReview,
  listCityReviews,
];
export const handler = serve(reviews, endpoints);
