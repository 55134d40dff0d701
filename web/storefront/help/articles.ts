import type { Article } from './article.ts';
import { buying, order, paying, receiving, reviews } from './for-buyers.ts';
import { account, complaining, installing, privacy } from './for-everybody.ts';
import { visiting } from './for-officers.ts';
import { meeting, papers } from './for-offices.ts';
import { orders, report, selling, training } from './for-sellers.ts';

/** The pages of help, in the order in which people come to need them. */
export const articles: readonly Article[] = [
  buying,
  paying,
  receiving,
  selling,
  orders,
  report,
  training,
  meeting,
  papers,
  visiting,
  order,
  reviews,
  complaining,
  account,
  installing,
  privacy,
];
