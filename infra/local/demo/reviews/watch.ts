import { addMonths, type Day } from '../../../../shared/domain/basics/month.ts';
import { adminOf, type Scene, type Written } from '../city.ts';
import { dayAndMinute, hoursBefore } from '../stories/story.ts';

/** So many stars or fewer hurt a shop enough to ask the city. */
const HARSH = 3;

/** Reviews of earlier days, the harshest first; the same in whichever order they were written. */
const harshest = ({ reviews }: Scene, day: Day): Written[] =>
  reviews.filter(({ on }) => on < day).sort((a, b) => a.stars - b.stars || (a.reviewId < b.reviewId ? -1 : 1));

/**
 * What becomes of a few reviews: one reported by its shop and hidden by the city, one taken back by who wrote it, and one
 * reported that still waits.
 */
export const watchReviews = (scene: Scene): void => {
  const { agenda, market, plan, span } = scene;
  const last = addMonths(span.running, -1);
  const done = new Set<string>();
  const add = (
    step: string,
    when: { day: Day; minute: number },
    run: (review: Written, at: string) => Promise<unknown>,
  ) =>
    agenda.add(`${plan.cityCode}/reviews/${step}`, when.day, when.minute, 'reviews', async (at) => {
      const all = harshest(scene, when.day).filter(({ reviewId }) => !done.has(reviewId));
      const review = step === 'withdraw' ? all.at(-1) : all.find(({ stars }) => stars <= HARSH);
      if (!review) return;
      done.add(review.reviewId);
      await run(review, at);
    });
  const report = ({ reviewId, shop }: Written, reason: string, at: string) =>
    market.ask('POST /reviews/{reviewId}/report', shop.owner, at, { params: { reviewId }, body: { reason } });
  add('hide', { day: `${last}-19`, minute: 560 }, async (review, at) => {
    await report(review, 'Pembeli ini memaki pengantar kami; ulasannya bukan tentang barang.', at);
    const body = {
      state: 'hidden' as const,
      reason: 'Memuat makian. Penulisnya boleh menulis lagi tentang barangnya.',
    };
    const { reviewId } = review;
    await market.ask('POST /reviews/{reviewId}/moderate', adminOf(plan), at, { params: { reviewId }, body });
  });
  add('withdraw', { day: `${last}-15`, minute: 1130 }, ({ orderId, by }, at) =>
    market.ask('POST /orders/{orderId}/review/withdraw', by, at, { params: { orderId } }),
  );
  add('report', dayAndMinute(scene, hoursBefore(scene, 44)), (review, at) =>
    report(review, 'Ini pesanan toko lain, bukan pesanan kami.', at),
  );
};
