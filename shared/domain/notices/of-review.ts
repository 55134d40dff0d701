import type { Review } from '../reviews/review.ts';
import type { Message, Subject } from './next-notice.ts';

/** The reviewer hears of the shop's answer, and of the city's decision to hide the review; the later of both. */
const toReviewer = ({ state, reply, history }: Review): Pick<Message, 'topic' | 'at' | 'by'> => {
  const last = history.at(-1);
  if (state === 'hidden') return { topic: 'review-hidden', at: last?.at ?? '', by: last?.by ?? '' };
  if (state === 'shown' && reply) return { topic: 'review-reply', at: reply.at, by: reply.by };
  return { topic: null, at: last?.at ?? '', by: last?.by ?? '' };
};

/** What a review says to the shop, to who wrote it, and to the city when somebody reported it. */
export const reviewSubject = (review: Review): Subject => {
  const { reviewId, cityCode, merchantId, author, goods, state, by, orderId, reports, history, version } = review;
  const shown = state === 'shown';
  const facts = { name: author, goods };
  const report = reports.at(-1);
  return {
    id: `review ${reviewId}`,
    cityCode,
    version,
    messages: [
      {
        side: 'merchant',
        audience: { scope: `merchant:${merchantId}`, roles: ['owner', 'staff'] },
        facts,
        by,
        topic: shown ? 'review-new' : null,
        at: history.at(-1)?.at ?? review.writtenAt,
        link: `/toko-saya/?toko=${merchantId}`,
      },
      {
        ...toReviewer(review),
        side: 'reviewer',
        audience: { person: by },
        facts: { goods },
        link: `/pesanan/${orderId}`,
      },
      {
        side: 'city',
        audience: { scope: `city:${cityCode}`, roles: ['city-admin'] },
        facts: { goods },
        topic: report && shown ? 'review-reported' : null,
        at: report?.at ?? review.writtenAt,
        by: report?.by ?? by,
        link: `/dasbor/hari-ini?kota=${cityCode}`,
      },
    ],
  };
};
