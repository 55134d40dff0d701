import { describe, expect, test } from 'vitest';
import { paymentSubject } from '../../../shared/domain/notices/of-payment.ts';
import { noticeWords } from '../../../shared/domain/notices/words.ts';
import { applyNotice } from '../../../shared/domain/payments/notices/apply-notice.ts';
import { withAnswer, withUnplaced } from '../../../shared/domain/payments/notices/unplaced.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import { AT, paymentIn, ZONE } from '../payments/examples.ts';
import { full } from '../payments/random-acts.ts';

const told = (payment: Payment, rupiah: number | null, but: object = {}): Payment | undefined => {
  const notice = { ...full({ transaction: 't9', status: 'paid', rupiah }), ...but };
  return withUnplaced(payment, notice, applyNotice(payment, notice, AT, ZONE), AT);
};
const topics = (payment: Payment) => paymentSubject(payment).messages.map(({ topic }) => topic);

describe('money that fits no payment by itself', () => {
  const payment = paymentIn('qris');
  const waiting = told(payment, 6_100) as Payment;

  test('is told to who paid and to the shop, with its sum and from when it was told of', () => {
    expect(waiting).toMatchObject({ state: 'unpaid', paidRupiah: 0, version: payment.version + 1 });
    expect(topics(waiting)).toEqual(['payment-to-place', 'payment-unplaced']);
    for (const { at, facts, by } of paymentSubject(waiting).messages)
      expect({ at, rupiah: facts.rupiah, by }).toEqual({ at: AT, rupiah: 6_100, by: '' });
  });

  test('is told in words that say its sum, or that none could be read', () => {
    const words = (one: Payment) =>
      paymentSubject(one).messages.map(({ topic, facts }) => topic && noticeWords(topic, facts).text);
    expect(words(waiting).join(' ')).toContain('Rp6.100');
    expect(words(told(payment, null) as Payment).join(' ')).toContain('jumlahnya tidak terbaca');
    expect(words(told(payment, null) as Payment).join(' ')).not.toContain('Rp0');
  });

  test('waits no longer once the shop said what became of it, or the right sum came', () => {
    const answered = withAnswer(waiting, waiting.unplaced?.noticeId ?? '', 'Sudah saya kembalikan') as Payment;
    expect(answered.unplaced?.answer).toBe('Sudah saya kembalikan');
    expect(topics(answered)).toEqual(topics(payment));
    expect(withAnswer(waiting, 'ntc_other', 'x')).toBeUndefined();
    expect(topics({ ...waiting, state: 'confirmed' })).toEqual(topics({ ...payment, state: 'confirmed' }));
  });

  test('that came again for a paid order is told though it is paid', () => {
    const again = told({ ...payment, state: 'confirmed', paidRupiah: 61_000, transaction: 't1' }, 61_000) as Payment;
    expect(again.unplaced?.reason).toBe('paid-again');
    expect(topics(again)).toEqual(['payment-to-place', 'payment-unplaced']);
  });

  test('of another shop’s order, or that did what it said, is told to nobody', () => {
    expect(told(payment, 61_000)).toBeUndefined();
    expect(told(payment, 6_100, { merchantId: 'mrc_other' })).toBeUndefined();
  });
});
