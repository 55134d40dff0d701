import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followOrder } from '../../../shared/domain/payments/follow-order.ts';
import { applyNotice } from '../../../shared/domain/payments/notices/apply-notice.ts';
import { type Notice, noticeId } from '../../../shared/domain/payments/notices/notice.ts';
import { withUnplaced } from '../../../shared/domain/payments/notices/unplaced.ts';
import { claim, confirm, notFind } from '../../../shared/domain/payments/pay.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import { AT, by, orderLater, paymentIn, people, ZONE } from './examples.ts';
import { type Act, acts, full, notice, tried } from './random-acts.ts';

const moneyIn = ({ history }: Payment) =>
  history.filter(({ state }, index) => state === 'confirmed' && history[index - 1]?.state !== 'confirmed').length;

describe('whatever anybody does with a payment', () => {
  test('what is paid never exceeds what was ordered, is confirmed once, and only what was paid goes back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('cod' as const, 'qris' as const, 'transfer' as const, 'treasury' as const),
        fc.array(acts, { minLength: 1, maxLength: 25 }),
        (way, steps) => {
          let payment = paymentIn(way);
          for (const act of steps) {
            const before = payment;
            payment = tried(act)(payment);
            expect(payment.paidRupiah).toBeLessThanOrEqual(payment.totalRupiah);
            expect(payment.returnRupiah).toBeLessThanOrEqual(payment.paidRupiah);
            expect(moneyIn(payment)).toBeLessThanOrEqual(1);
            expect(payment.paidRupiah > 0).toBe(moneyIn(payment) === 1);
            if (before.paidRupiah > 0) expect(payment.paidRupiah).toBe(before.paidRupiah);
            if (payment !== before) expect(payment.version).toBe(before.version + 1);
            // What stays with the shop is what is to be paid, once the order has come to rest.
            if (payment.state === 'confirmed' && !payment.orderEnded)
              expect(payment.paidRupiah - payment.returnRupiah).toBeLessThanOrEqual(payment.totalRupiah);
            if (payment.state === 'return_owed') expect(payment.returnRupiah).toBeGreaterThan(0);
            if (payment.orderEnded)
              expect(['unpaid', 'not_found', 'refused', 'confirmed']).not.toContain(payment.state);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('notices of one payment', () => {
  const genuine = fc.uniqueArray(notice, { minLength: 1, maxLength: 5, selector: (one) => JSON.stringify(one) });
  const oneMoney = genuine.map((all) => all.map((one) => ({ ...one, transaction: 't1' })));

  test('delivered three times each, in any order, before and after the order is known, have one effect', () => {
    fc.assert(
      fc.property(
        oneMoney.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all, ...all], { minLength: all.length * 3 })),
        ),
        fc.nat(),
        ([once, thrice], known) => {
          const run = (arrivals: readonly Pick<Notice, 'transaction' | 'status' | 'rupiah'>[], from: number) => {
            let payment: Payment | undefined;
            let confirmed = 0;
            const kept: Notice[] = [];
            const take = (one: Notice) => {
              const outcome = applyNotice(payment, one, AT, ZONE);
              if (outcome.kind === 'early') kept.push(one);
              if (outcome.kind === 'confirmed') confirmed += 1;
              if ('payment' in outcome) payment = outcome.payment;
            };
            arrivals.forEach((said, index) => {
              if (index === from) {
                payment = paymentIn('qris');
                for (const one of kept) take(one);
              }
              take(full(said));
            });
            if (!payment) {
              payment = paymentIn('qris');
              for (const one of [...kept]) take(one);
            }
            return { payment, confirmed };
          };
          const [a, b] = [run(once, 0), run(thrice, known % (thrice.length + 1))];
          expect(b.confirmed).toBeLessThanOrEqual(1);
          expect(b).toEqual(a);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('money that providers tell of', () => {
  type Told = { readonly transaction: string; readonly rupiah: number | null; readonly provider: Notice['provider'] };
  const told: fc.Arbitrary<Told> = fc.record({
    transaction: fc.constantFrom('t1', 't2', 't3'),
    rupiah: fc.constantFrom(61_000, 28_000, 6_100, null),
    provider: fc.constantFrom('midtrans' as const, 'xendit' as const, 'snap-bi' as const),
  });
  const hand: fc.Arbitrary<Act> = fc.constantFrom<Act>(
    (payment) => claim(payment, undefined, by(people.buyer)),
    (payment) => confirm(payment, payment.dueRupiah, by(people.owner)),
    (payment) => notFind(payment, 'x', by(people.owner)),
    (payment) => followOrder(payment, orderLater('cancelled', 3), AT) ?? payment,
    (payment) => followOrder(payment, orderLater('received', 2, 28_000), AT) ?? payment,
  );

  test('is counted once or put before a person, whoever else says what in between: none is passed over', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(told, hand), { minLength: 1, maxLength: 20 }), (steps) => {
        let payment = paymentIn('qris');
        const settled = new Map<string, string>();
        for (const step of steps) {
          if (typeof step === 'function') {
            payment = tried(step)(payment);
            continue;
          }
          const one = {
            ...full({ transaction: step.transaction, status: 'paid', rupiah: step.rupiah }),
            provider: step.provider,
          };
          const id = noticeId(one);
          // What was settled once is answered without another look.
          if (settled.has(id)) continue;
          const outcome = applyNotice(payment, one, AT, ZONE);
          settled.set(id, outcome.kind);
          const before = payment;
          if ('payment' in outcome) payment = outcome.payment;
          else payment = withUnplaced(payment, one, outcome, AT) ?? payment;
          const counted = outcome.kind === 'confirmed' || outcome.kind === 'matched';
          const same = before.transaction === step.transaction && before.paidRupiah === step.rupiah;
          expect(counted || outcome.kind === 'parked' || (outcome.kind === 'known' && same)).toBe(true);
          if (counted) expect(payment.transaction).toBe(step.transaction);
          if (outcome.kind === 'parked') {
            expect(payment.unplaced).toMatchObject({ noticeId: one.noticeId, rupiah: step.rupiah });
            // Nothing of the money moves for it.
            const { unplaced: _, version: __, ...rest } = payment;
            const { unplaced: ___, version: ____, ...was } = before;
            expect(rest).toEqual(was);
          }
        }
        expect(
          [...settled.values()].filter((kind) => kind === 'confirmed' || kind === 'matched').length,
        ).toBeLessThanOrEqual(1);
        expect(moneyIn(payment)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('an order that is followed', () => {
  test('asks for what was received, and owes back what was paid beyond it', () => {
    const paid = confirm(paymentIn('qris'), 61_000, by(people.owner));
    const after = followOrder(paid, orderLater('received', 2, 28_000), AT);
    expect(after).toMatchObject({ state: 'return_owed', dueRupiah: 28_000, returnRupiah: 33_000 });
    expect(followOrder(paymentIn('cod'), orderLater('received', 2, 28_000), AT)).toMatchObject({
      state: 'unpaid',
      dueRupiah: 28_000,
      handedOverAt: AT,
    });
  });

  test('takes an unpaid payment with it when it ends, and leaves a told one until the shop has looked', () => {
    expect(followOrder(paymentIn('qris'), orderLater('cancelled', 2), AT)?.state).toBe('void');
    const told = claim(paymentIn('qris'), undefined, by(people.buyer));
    const ended = followOrder(told, orderLater('cancelled', 2), AT) as Payment;
    expect(ended.state).toBe('claimed');
    expect(confirm(ended, 61_000, by(people.owner))).toMatchObject({ state: 'return_owed', returnRupiah: 61_000 });
    expect(notFind(ended, 'tidak ada', by(people.owner)).state).toBe('void');
  });

  test('keeps what was received due when the rest is cancelled', () => {
    expect(followOrder(paymentIn('qris'), orderLater('cancelled', 3, 28_000), AT)).toMatchObject({
      state: 'unpaid',
      dueRupiah: 28_000,
      orderEnded: false,
    });
  });

  test('told again, or late, changes nothing', () => {
    const after = followOrder(paymentIn('qris'), orderLater('cancelled', 4), AT) as Payment;
    expect(followOrder(after, orderLater('cancelled', 4), AT)).toBeUndefined();
    expect(followOrder(after, orderLater('accepted', 3), AT)).toBeUndefined();
  });
});
