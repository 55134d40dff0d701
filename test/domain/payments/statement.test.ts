import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { confirm, giveBack } from '../../../shared/domain/payments/pay.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import {
  inBookOrder,
  type StatementRow,
  statementMonth,
  statementRow,
  statementTotals,
  withheldOf,
} from '../../../shared/domain/payments/statement.ts';
import { wayInSentence } from '../../../shared/domain/payments/statement-words.ts';
import { record } from '../../../shared/domain/payments/treasury-payment.ts';
import { officeOrderIn, orderIn } from '../examples.ts';
import { AT, by, orderLater, paymentIn, people, ZONE } from './examples.ts';
import { acts, tried } from './random-acts.ts';

const now = '2026-11-20T03:00:00.000Z';
const rowOf = (payment: Payment, order: Order): StatementRow | undefined =>
  statementRow({ order, payment, zone: ZONE, now });

describe('a row of a shop’s statement', () => {
  test('says how long money is waited for since the goods came', () => {
    const row = rowOf(paymentIn('qris'), orderLater('received', 2, 28_000));
    expect(row).toMatchObject({
      on: '2026-11-12',
      dueRupiah: 28_000,
      openRupiah: 28_000,
      daysWaiting: 8,
      paidOn: null,
    });
  });

  test('parts what is due into goods and the fee for bringing them', () => {
    const order = { ...orderLater('received', 2, 28_000), delivery: { way: 'courier' as const, feeRupiah: 5_000 } };
    expect(rowOf(paymentIn('cod'), order)).toMatchObject({ goodsRupiah: 28_000, feeRupiah: 5_000, dueRupiah: 33_000 });
  });

  test('names an office and never a person', () => {
    const row = rowOf(paymentIn('treasury'), orderLater('received', 2, 61_000, true));
    expect(row?.office).toBe('Dinas Pendidikan');
    expect(JSON.stringify(rowOf(paymentIn('cod'), orderLater('received', 2, 61_000)))).not.toContain('Ani');
  });

  test('keeps apart what the treasurer withheld, only once the shop has seen the money', () => {
    const due = rowOf(paymentIn('treasury'), orderLater('received', 2, 61_000, true));
    expect(due).toMatchObject({ withheld: [], proof: null });
    const waiting = paymentIn('treasury', { handedOverAt: AT });
    const paper = { kind: 'LS' as const, number: 'SP2D-7', on: '2026-11-12', rupiah: 61_000 };
    const recorded = record(waiting, { ...paper, withheld: [{ name: 'PPh 22', rupiah: 915 }] }, by(people.treasurer));
    const order = orderLater('received', 2, 61_000, true);
    expect(rowOf(recorded, order)).toMatchObject({ openRupiah: 61_000, withheld: [] });
    const paid = rowOf(confirm(recorded, 61_000, by(people.owner)), order) as StatementRow;
    expect(paid).toMatchObject({ openRupiah: 0, paidRupiah: 61_000, proof: 'SP2D-7', paidOn: '2026-11-12' });
    expect(statementTotals([paid])).toMatchObject({ withheldRupiah: '915', netRupiah: '60085' });
  });

  test('tells money that goes back from money that went back', () => {
    const paid = confirm(paymentIn('qris'), 61_000, by(people.owner));
    const order = orderLater('cancelled', 2);
    const owed = rowOf(paid, order);
    expect(owed).toMatchObject({ on: '2026-11-10', dueRupiah: 0, owedBackRupiah: 61_000, backRupiah: 0 });
    const owing = { ...paid, state: 'return_owed' as const, returnRupiah: 61_000, orderVersion: 2, dueRupiah: 0 };
    const back = giveBack(owing, 'transfer', by(people.owner));
    expect(rowOf(back, order)).toMatchObject({ owedBackRupiah: 0, backRupiah: 61_000 });
  });

  test('is not there for an order that brought nothing, or whose goods are still to come', () => {
    expect(rowOf(paymentIn('qris'), orderLater('cancelled', 2))).toBeUndefined();
    expect(rowOf(paymentIn('cod'), orderIn('accepted'))).toBeUndefined();
    expect(rowOf(paymentIn('treasury'), officeOrderIn('placed'))).toBeUndefined();
  });
});

describe('a shop’s statement', () => {
  const states = fc.constantFrom<Order['state']>('accepted', 'delivered', 'partly_received', 'received', 'cancelled');
  const row = fc
    .tuple(
      fc.constantFrom('cod' as const, 'qris' as const, 'transfer' as const, 'treasury' as const),
      fc.array(acts, { maxLength: 20 }),
      fc.tuple(states, fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 28_000, 61_000)),
    )
    .map(([way, steps, [state, version, received]]) =>
      rowOf(
        steps.reduce((payment, act) => tried(act)(payment), paymentIn(way)),
        orderLater(state, version, state === 'received' ? received || 61_000 : received, way === 'treasury'),
      ),
    );

  test('adds up to the rupiah, in every row and in its sums, whatever happened to the money', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (all) => {
        const rows = all.filter((one) => one !== undefined);
        for (const one of rows) {
          expect(one.goodsRupiah + one.feeRupiah).toBe(one.dueRupiah);
          expect(one.goodsRupiah).toBeGreaterThanOrEqual(0);
          expect(one.paidRupiah - one.backRupiah - one.owedBackRupiah + one.openRupiah).toBe(one.dueRupiah);
          expect(withheldOf(one)).toBeLessThanOrEqual(one.paidRupiah);
        }
        const sum = (of: (one: StatementRow) => number) => String(rows.reduce((total, one) => total + of(one), 0));
        const totals = statementTotals(rows);
        expect(totals.dueRupiah).toBe(sum((one) => one.dueRupiah));
        expect(totals.openRupiah).toBe(sum((one) => one.openRupiah));
        expect(totals.netRupiah).toBe(sum((one) => one.paidRupiah - one.backRupiah - withheldOf(one)));
      }),
      { numRuns: 300 },
    );
  });

  test('stays exact beyond what a number can hold', () => {
    const large = rowOf(paymentIn('cod'), orderLater('received', 2, 28_000)) as StatementRow;
    const rows = Array.from({ length: 20_001 }, () => ({ ...large, dueRupiah: 999_999_999_999 }));
    expect(statementTotals(rows).dueRupiah).toBe('20000999999979999');
  });

  test('has every order in one month, on the city’s own calendar', () => {
    const placedAt = '2026-10-31T17:30:00.000Z';
    expect(statementMonth({ handedOverAt: null, placedAt }, 'Asia/Jakarta')).toBe('2026-11');
    expect(statementMonth({ handedOverAt: '2026-12-31T15:30:00.000Z', placedAt }, 'Asia/Jayapura')).toBe('2027-01');
  });

  test('is in the order of a book', () => {
    const one = rowOf(paymentIn('cod'), orderLater('received', 2, 28_000)) as StatementRow;
    const rows = [
      { ...one, on: '2026-11-14' },
      { ...one, orderId: 'ord_b' },
      { ...one, orderId: 'ord_a' },
    ];
    expect(inBookOrder(rows).map(({ on, orderId }) => [on, orderId.slice(0, 5)])).toEqual([
      ['2026-11-12', 'ord_a'],
      ['2026-11-12', 'ord_b'],
      ['2026-11-14', one.orderId.slice(0, 5)],
    ]);
  });
});

describe('a way to pay within a sentence', () => {
  test.each([
    ['qris', 'QRIS'],
    ['transfer', 'transfer bank'],
    ['cod', 'bayar di tempat (tunai)'],
    ['treasury', 'lewat bendahara'],
    [null, 'cara bayar belum dipilih'],
  ] as const)('of %s reads %s', (way, read) => {
    expect(wayInSentence({ way })).toBe(read);
  });
});
