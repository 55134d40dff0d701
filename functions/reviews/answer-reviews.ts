import { moderateReview, replyTo, reportReview } from '../../shared/domain/reviews/answer-review.ts';
import { publicReview, shownAverage } from '../../shared/domain/reviews/averages.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { getRating } from '../../shared/table/ratings.ts';
import { reviewsOfCity, reviewsOfMerchant } from '../../shared/table/reviews.ts';
import { expectCity, expectShop, requireCityReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { requireVersion } from '../http/request-meta.ts';
import { requireForeignShopOf } from '../reads/own-shop.ts';
import { commitReview, expectReview } from './current-review.ts';

export const listMerchantReviews = endpoint('GET /merchants/{merchantId}/reviews', async ({ params, query }, world) => {
  const { merchantId } = await expectShop(world, params.merchantId);
  const [rating, found] = await Promise.all([
    getRating(world.table, merchantId, { consistent: false }),
    page(world, `reviews of ${merchantId}`, query, (request) => reviewsOfMerchant(world.table, merchantId, request)),
  ]);
  const known = rating ?? { ratingSum: 0, ratingCount: 0 };
  return { ...found, items: found.items.map(publicReview), average: shownAverage(known), count: known.ratingCount };
});

export const replyToReview = endpoint('POST /reviews/{reviewId}/reply', async ({ params, body, caller }, world) => {
  const before = await expectReview(world, params.reviewId);
  const after = replyTo(before, body.text, { caller, at: world.now() });
  await commitReview(world, before, after);
  return publicReview(after);
});

export const reportOneReview = endpoint('POST /reviews/{reviewId}/report', async ({ params, body, caller }, world) => {
  const before = await expectReview(world, params.reviewId);
  await commitReview(world, before, reportReview(before, body.reason, { caller, at: world.now() }));
  return { reported: true as const };
});

export const moderateOneReview = endpoint('POST /reviews/{reviewId}/moderate', async (ask, world) => {
  const { params, body, caller } = ask;
  const before = await expectReview(world, params.reviewId);
  const at = world.now();
  const after = moderateReview(before, body.state, body.reason, { caller, at });
  await requireForeignShopOf(world, caller, before.merchantId);
  if (after !== before) requireVersion(ask, before);
  const act = { chain: after.cityCode, at, by: caller.person, act: 'review-moderated', person: null } as const;
  await commitReview(world, before, after, () =>
    recordAct(
      world.table,
      { ...act, subjects: [after.reviewId, after.merchantId], details: { state: after.state } },
      caller,
    ),
  );
  return after;
});

export const listCityReviews = endpoint('GET /cities/{city}/reviews', async ({ params, query, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const { which, ...paging } = query;
  return page(world, `reviews of ${cityCode} ${which}`, paging, (request) =>
    reviewsOfCity(world.table, cityCode, which, request),
  );
});
