import { Problem } from '../../problem.ts';
import { type Instant, later } from '../basics/month.ts';
import type { Order } from '../orders/order.ts';
import { actsForMerchant, type Caller, holds } from '../people/caller.ts';
import { EDITABLE_MS, MOST_TEXTS, type Review, type ReviewState, type ReviewText } from './review.ts';

/** The buying side of an order or review: the person, or the office's buyers and approvers. */
export const isReviewer = ({ agencyId, by }: { agencyId: string | null; by: string }, caller: Caller): boolean =>
  agencyId === null ? by === caller.person : holds(caller, `agency:${agencyId}`, ['buyer', 'approver']);

/** `A•••`: enough to tell two reviews apart, not to find a person. An office is named. */
const authorOf = ({ agency, buyerName }: Order): string => agency?.name ?? `${Array.from(buyerName)[0] ?? ''}•••`;

const goodsOf = ({ lines: [first, ...others] }: Order): string =>
  `${first?.name ?? ''}${others.length > 0 ? ` dan ${others.length} lainnya` : ''}`;

/** Of which shop and owner a review is; an order says the same of itself. */
type About = Pick<Review, 'merchantId' | 'ownerId'>;
/**
 * Who writes, and when. `ownersServed`: the owners of every shop this person owns or works for, or did within a year: a second
 * shop of the same owner is the same hand, and a seat can be left for an hour.
 */
type Writer = { readonly caller: Caller; readonly at: Instant; readonly ownersServed: readonly string[] };

/** Refuses who would praise their own shop. */
const requireNoSelf = ({ merchantId, ownerId }: About, { caller, ownersServed }: Writer): void => {
  if (actsForMerchant(caller, merchantId) || ownersServed.includes(ownerId))
    throw new Problem('own_review', 'Anda tidak bisa mengulas toko sendiri atau tempat Anda bekerja.');
};

/** The first and only review of a received order. */
export const newReview = (
  order: Order,
  text: ReviewText,
  { reviewId, ...writer }: Writer & { reviewId: string },
): Review => {
  const { caller, at } = writer;
  if (!isReviewer({ agencyId: order.agencyId, by: order.buyer }, caller))
    throw new Problem('order_not_found', 'Pesanan tidak ditemukan. Periksa lagi tautannya.');
  requireNoSelf(order, writer);
  if (order.state !== 'received')
    throw new Problem('review_not_possible', 'Ulasan ditulis setelah barang diterima dan pesanan selesai.');
  return {
    ...text,
    reviewId,
    orderId: order.orderId,
    cityCode: order.cityCode,
    merchantId: order.merchantId,
    ownerId: order.ownerId,
    by: caller.person,
    agencyId: order.agencyId,
    author: authorOf(order),
    goods: goodsOf(order),
    state: 'shown',
    writtenAt: at,
    editableUntil: later(at, EDITABLE_MS),
    reply: null,
    reports: [],
    history: [{ at, by: caller.person, state: 'shown', stars: text.stars }],
    version: 1,
  };
};

/** Whether its writer may still change it: shown, and within its week. */
export const isEditable = ({ state, editableUntil }: Review, at: Instant): boolean =>
  state === 'shown' && at <= editableUntil;

type Hand = { readonly caller: Caller; readonly at: Instant };

/** The review after a step, which its trail keeps with the stars it had then. */
export const steppedReview = (review: Review, { caller, at }: Hand, state: ReviewState, reason?: string): Review => ({
  ...review,
  state,
  history: [
    ...review.history,
    { at, by: caller.person, state, stars: review.stars, ...(reason === undefined ? {} : { reason }) },
  ],
  version: review.version + 1,
});

const requireReviewer = (review: Review, caller: Caller): void => {
  if (!isReviewer(review, caller))
    throw new Problem('review_not_found', 'Ulasan tidak ditemukan. Periksa lagi tautannya.');
};

const isSameText = (review: Review, { stars, text, photo }: ReviewText): boolean =>
  stars === review.stars && text === review.text && photo === review.photo;

/** Another text within seven days of the first, some times; the same again is no step. Who was hired by the shop meanwhile only takes it back. What is left out is gone. A reply answered other words, so it stays dated. */
export const editReview = (review: Review, text: ReviewText, writer: Writer): Review => {
  requireReviewer(review, writer.caller);
  requireNoSelf(review, writer);
  if (review.state !== 'shown')
    throw new Problem('review_locked', 'Ulasan ini sudah tidak tampil dan tidak bisa diubah.');
  if (writer.at > review.editableUntil)
    throw new Problem('review_locked', 'Ulasan bisa diubah selama tujuh hari. Waktunya sudah lewat.');
  if (isSameText(review, text)) return review;
  if (review.history.filter(({ reason }) => reason === undefined).length >= MOST_TEXTS)
    throw new Problem('review_locked', `Ulasan bisa diubah paling banyak ${MOST_TEXTS - 1} kali.`);
  const { text: _, photo: __, ...rest } = review;
  return steppedReview({ ...rest, ...text }, writer, 'shown');
};

/** Taken back by who wrote it, at any time and for good: an order is never reviewed a second time. */
export const withdrawReview = (review: Review, hand: Hand): Review => {
  requireReviewer(review, hand.caller);
  return review.state === 'withdrawn' ? review : steppedReview(review, hand, 'withdrawn');
};
