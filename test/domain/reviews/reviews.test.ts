import { describe, expect, test } from 'vitest';
import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { moderateReview, replyTo, reportReview } from '../../../shared/domain/reviews/answer-review.ts';
import { ownReview, publicReview, shownAverage, starsOf } from '../../../shared/domain/reviews/averages.ts';
import { PublicReview, type Review, Review as ReviewShape } from '../../../shared/domain/reviews/review.ts';
import { editReview, newReview, withdrawReview } from '../../../shared/domain/reviews/write-review.ts';
import { idOf, nobodySpecial, OFFICE, officeOrderIn, orderIn, orderStates, person } from '../examples.ts';

const at = '2026-11-12T03:00:00.000Z';
const SHOP = orderIn('received').merchantId;
const ani = person('ani');
const sri = person('sri', { scope: `merchant:${SHOP}`, role: 'owner' });
const admin = person('admin', { scope: 'city:35.73', role: 'city-admin' });
const rina = person('rina', { scope: `agency:${OFFICE}`, role: 'buyer' });
const agus = person('agus', { scope: `agency:${OFFICE}`, role: 'approver' });
const hand = (caller = ani, when = at, ownersServed: string[] = []) => ({ caller, at: when, ownersServed });
const code = (name: string) => expect.objectContaining({ code: name });

const write = (order = orderIn('received'), caller = ani, ownersServed: string[] = []) =>
  newReview(
    order,
    { stars: 4, text: 'Enak, datang tepat waktu.' },
    { reviewId: idOf('rev', 'one'), caller, at, ownersServed },
  );

describe('a review', () => {
  test('is of a received order, by who bought it', () => {
    expect(ReviewShape.parse(write())).toMatchObject({
      stars: 4,
      state: 'shown',
      author: 'A•••',
      goods: 'Nasi dan 1 lainnya',
    });
    for (const state of orderStates.filter((one) => one !== 'received'))
      expect(() => write(orderIn(state))).toThrow(code('review_not_possible'));
    for (const other of [nobodySpecial, admin])
      expect(() => write(orderIn('received'), other)).toThrow(code('order_not_found'));
  });

  test('of an office is the office’s, and bears its name', () => {
    const review = write(officeOrderIn('received', { buyer: 'rina' }), rina);
    expect(review.author).toBe('Dinas Pendidikan');
    expect(editReview(review, { stars: 2 }, hand(agus)).stars).toBe(2);
    expect(() => write(officeOrderIn('received', { buyer: 'ani' }), ani)).toThrow(code('order_not_found'));
    const treasurer = person('tuti', { scope: `agency:${OFFICE}`, role: 'treasurer' });
    expect(() => withdrawReview(review, hand(treasurer))).toThrow(code('review_not_found'));
  });

  test('is never of one’s own shop, nor of another shop of one’s owner', () => {
    const owner = person('ani', { scope: `merchant:${SHOP}`, role: 'staff' });
    expect(() => write(orderIn('received'), owner)).toThrow(code('own_review'));
    expect(() => write(orderIn('received'), ani, ['own_sri'])).toThrow(code('own_review'));
    expect(write(orderIn('received'), ani, ['own_lain']).stars).toBe(4);
    // Hired after it was written: it stays, and is theirs to take back, not to brighten.
    expect(() => editReview(write(), { stars: 5 }, hand(owner))).toThrow(code('own_review'));
    expect(() => editReview(write(), { stars: 5 }, hand(ani, at, ['own_sri']))).toThrow(code('own_review'));
    expect(withdrawReview(write(), hand(owner)).state).toBe('withdrawn');
  });

  test('can be changed for seven days, to the millisecond, and what is left out is gone', () => {
    const changed = editReview(write(), { stars: 1 }, hand(ani, later(at, 7 * DAY_MS)));
    expect(changed).toMatchObject({ stars: 1, version: 2 });
    expect(changed).not.toHaveProperty('text');
    expect(changed.history.map(({ stars }) => stars)).toEqual([4, 1]);
    expect(() => editReview(write(), { stars: 1 }, hand(ani, later(at, 7 * DAY_MS + 1)))).toThrow(
      code('review_locked'),
    );
    expect(() => editReview(write(), { stars: 1 }, hand(sri))).toThrow(code('review_not_found'));
  });

  test('is changed nineteen times at most, so that the city can always hide it; the same again is no change', () => {
    let review = write();
    expect(editReview(review, { stars: 4, text: 'Enak, datang tepat waktu.' }, hand())).toBe(review);
    for (let time = 1; time < 20; time++) review = editReview(review, { stars: 1 + (time % 5) }, hand());
    expect(() => editReview(review, { stars: 3 }, hand())).toThrow(code('review_locked'));
    expect(moderateReview(review, 'hidden', 'Fitnah', hand(admin)).state).toBe('hidden');
  });

  test('that is taken back is gone for good, and leaves its trace', () => {
    const gone = withdrawReview(write(), hand(ani, later(at, 30 * DAY_MS)));
    expect(gone.state).toBe('withdrawn');
    expect(gone.history.map(({ state, stars }) => [state, stars])).toEqual([
      ['shown', 4],
      ['withdrawn', 4],
    ]);
    expect(withdrawReview(gone, hand())).toBe(gone);
    expect(() => editReview(gone, { stars: 5 }, hand())).toThrow(code('review_locked'));
    expect(() => replyTo(gone, 'terima kasih', hand(sri))).toThrow(code('review_not_found'));
    expect(() => moderateReview(gone, 'shown', 'x', hand(admin))).toThrow(code('review_locked'));
  });

  test('is answered by the shop', () => {
    expect(replyTo(write(), 'Terima kasih', hand(sri)).reply?.text).toBe('Terima kasih');
    for (const other of [ani, admin, nobodySpecial])
      expect(() => replyTo(write(), 'x', hand(other))).toThrow(code('review_not_found'));
  });

  test('is reported once by each person, not by its writer, and judged by the city with a reason', () => {
    const reported = reportReview(reportReview(write(), 'kasar', hand(sri)), 'kasar sekali', hand(sri));
    expect(reported.reports).toHaveLength(1);
    expect(() => reportReview(write(), 'x', hand(ani))).toThrow(code('own_review'));
    const hidden = moderateReview(reported, 'hidden', 'menyebut nama orang', hand(admin));
    expect(hidden.history.at(-1)).toMatchObject({ state: 'hidden', reason: 'menyebut nama orang', by: 'admin' });
    expect(moderateReview(hidden, 'hidden', 'x', hand(admin))).toBe(hidden);
    expect(() => reportReview(hidden, 'x', hand(nobodySpecial))).toThrow(code('review_not_found'));
    expect(() => replyTo(hidden, 'x', hand(sri))).toThrow(code('review_locked'));
    expect(moderateReview(hidden, 'shown', 'sudah diperiksa', hand(admin)).state).toBe('shown');
    const elsewhere = person('x', { scope: 'city:35.78', role: 'city-admin' });
    expect(() => moderateReview(write(), 'hidden', 'x', hand(elsewhere))).toThrow(code('review_not_found'));
    const both = person('b', ...admin.memberships, ...sri.memberships);
    expect(() => moderateReview(write(), 'hidden', 'x', hand(both))).toThrow(code('own_review'));
  });

  test('shows everybody its words and nobody’s id', () => {
    const shown = publicReview(replyTo(write(), 'Terima kasih', hand(sri)));
    expect(PublicReview.strict().parse(shown)).toEqual(shown);
    expect(JSON.stringify(shown)).not.toMatch(/ani|sri|ord_|mrc_/);
  });

  test('shows nobody’s number, the author’s to themselves alone: a reply must not tell who bought', () => {
    const told = { ...write(), text: 'Hubungi ٠٨١٢ 3456 7890, harga Rp12.000' };
    const shown = publicReview(replyTo(told, 'Bu Ani, 0812-3456-7890, NIK 3573024508800001', hand(sri)));
    expect(shown.text).toBe('Hubungi •••, harga Rp12.000');
    expect(shown.reply?.text).toBe('Bu Ani, •••, NIK •••');
    expect(ownReview(told).text).toBe(told.text);
  });
});

describe('averages', () => {
  test('are shown from three reviews on', () => {
    expect(shownAverage({ ratingSum: 10, ratingCount: 2 })).toBeNull();
    expect(shownAverage({ ratingSum: 13, ratingCount: 3 })).toBe(4.3);
  });

  test('take one rating of an order: its review’s, else that of the handover', () => {
    const rated = { handovers: [{ rating: 5 }] } as unknown as Parameters<typeof starsOf>[0];
    const review = (state: Review['state']) => ({ state, stars: 2 });
    expect(starsOf(rated, undefined)).toBe(5);
    expect(starsOf(rated, review('shown'))).toBe(2);
    expect(starsOf(rated, review('hidden'))).toBeUndefined();
    expect(starsOf(rated, review('withdrawn'))).toBeUndefined();
    expect(starsOf({ handovers: [] }, undefined)).toBeUndefined();
  });

  test('are over orders that exist', () => {
    expect(write().orderId).toBe(idOf('ord', 'one'));
  });
});
