import { Problem } from '../../problem.ts';
import type { Instant } from '../basics/month.ts';
import { actsForMerchant, type Caller, isCityAdmin } from '../people/caller.ts';
import { openReports } from './open-reports.ts';
import { MOST_REPORTS, type Review } from './review.ts';
import { isReviewer, steppedReview } from './write-review.ts';

type Hand = { readonly caller: Caller; readonly at: Instant };

const notFound = (): Problem => new Problem('review_not_found', 'Ulasan tidak ditemukan. Periksa lagi tautannya.');

/** The shop answers beneath a review that is shown; a later answer replaces the earlier one. */
export const replyTo = (review: Review, text: string, { caller, at }: Hand): Review => {
  if (!actsForMerchant(caller, review.merchantId) || review.state === 'withdrawn') throw notFound();
  if (review.state === 'hidden')
    throw new Problem('review_locked', 'Ulasan ini disembunyikan dinas; tidak perlu dijawab.');
  return { ...review, reply: { text, at, by: caller.person }, version: review.version + 1 };
};

/** Anybody signed in may report a shown review to the city, once each until the city answered, but not who wrote it. */
export const reportReview = (review: Review, reason: string, { caller, at }: Hand): Review => {
  if (review.state !== 'shown') throw notFound();
  if (isReviewer(review, caller))
    throw new Problem('own_review', 'Ini ulasan Anda sendiri. Ubah atau tarik ulasannya bila perlu.');
  const open = openReports(review);
  if (open.some(({ by }) => by === caller.person) || open.length >= MOST_REPORTS) return review;
  const kept = review.reports.slice(1 - MOST_REPORTS);
  return {
    ...review,
    reports: [...kept, { by: caller.person, reason, at }],
    version: review.version + 1,
  };
};

/** The city hides a review, shows it again or leaves it shown, and says why. Not who sells or bought there. */
export const moderateReview = (review: Review, state: 'shown' | 'hidden', reason: string, hand: Hand): Review => {
  if (!isCityAdmin(hand.caller, review.cityCode)) throw notFound();
  if (actsForMerchant(hand.caller, review.merchantId) || isReviewer(review, hand.caller))
    throw new Problem('own_review', 'Ulasan ini menyangkut Anda; petugas lain yang menilainya.');
  if (review.state === 'withdrawn') throw new Problem('review_locked', 'Ulasan ini sudah ditarik penulisnya.');
  const ruled = review.state === state && openReports(review).length === 0;
  return ruled ? review : steppedReview(review, hand, state, reason);
};
