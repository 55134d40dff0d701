import { describe, expect, test } from 'vitest';
import type { PaymentWay } from '../../../shared/domain/basics/payment-way.ts';
import { collect, refuse } from '../../../shared/domain/payments/cash-on-delivery/collect.ts';
import { partiesOfPayment, paymentAlreadyMoved } from '../../../shared/domain/payments/move-payment.ts';
import { chooseWay, claim, confirm, denyReturn, giveBack, notFind } from '../../../shared/domain/payments/pay.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import { netRupiah, record } from '../../../shared/domain/payments/treasury-payment.ts';
import type { TreasuryRecord } from '../../../shared/domain/payments/treasury-record.ts';
import type { WayFacts } from '../../../shared/domain/payments/way-rule.ts';
import { NO_WAYS, type PaymentWays } from '../../../shared/domain/payments/ways.ts';
import type { Caller } from '../../../shared/domain/people/caller.ts';
import { idOf, nobodySpecial, person } from '../examples.ts';
import { AT, by, paymentIn, people } from './examples.ts';

const code = (name: string) => expect.objectContaining({ code: name });
const paper: TreasuryRecord = { kind: 'LS', number: '00123/SP2D/2026', on: '2026-11-12', rupiah: 61_000, withheld: [] };
const handedOver = { handedOverAt: AT };

describe('a payment', () => {
  test('is seen by its buyer, its shop and, of an office, by the office', () => {
    const sides = (payment: Payment, who: Caller) => partiesOfPayment(payment, who);
    expect(sides(paymentIn('qris'), people.buyer)).toEqual(['buyer']);
    expect(sides(paymentIn('qris'), people.staff)).toEqual(['merchant']);
    expect(sides(paymentIn('treasury'), people.treasurer)).toEqual(['buyer', 'treasurer']);
    expect(sides(paymentIn('treasury'), people.officer)).toEqual(['buyer']);
    expect(sides(paymentIn('treasury'), people.buyer)).toEqual([]);
    const others = [
      nobodySpecial,
      person('admin', { scope: 'city:35.73', role: 'city-admin' }),
      person('lain', { scope: `merchant:${idOf('mrc', 'lain')}`, role: 'owner' }),
    ];
    for (const who of others) expect(sides(paymentIn('qris'), who)).toEqual([]);
  });

  test('that was told is not paid until the shop has seen the money', () => {
    const told = claim(paymentIn('qris'), 'pht_1', by(people.buyer));
    expect(told).toMatchObject({ state: 'claimed', paidRupiah: 0, proofId: 'pht_1' });
    expect(confirm(told, 61_000, by(people.owner))).toMatchObject({
      state: 'confirmed',
      paidRupiah: 61_000,
      paidOn: '2026-11-12',
    });
  });

  test('that the shop did not find can be told again', () => {
    let again = paymentIn('transfer');
    for (let time = 0; time < 10; time++)
      again = notFind(claim(again, undefined, by(people.buyer)), 'belum masuk', by(people.staff));
    expect(() => claim(again, undefined, by(people.buyer))).toThrow(code('limit_reached'));
    const missing = notFind(claim(paymentIn('transfer'), undefined, by(people.buyer)), 'belum masuk', by(people.staff));
    expect(missing.history.at(-1)).toMatchObject({ state: 'not_found', reason: 'belum masuk' });
    expect(claim(missing, undefined, by(people.buyer)).state).toBe('claimed');
  });

  test('of another amount is not confirmed', () => {
    for (const amount of [0, 60_999, 61_001, 610_000])
      expect(() => confirm(paymentIn('qris'), amount, by(people.owner))).toThrow(code('amount_differs'));
  });

  test('is not told before its way is chosen, nor in cash, nor by an office’s buyer', () => {
    expect(() => claim(paymentIn('qris', { way: null }), undefined, by(people.buyer))).toThrow(code('way_not_offered'));
    expect(() => claim(paymentIn('cod'), undefined, by(people.buyer))).toThrow(code('way_not_offered'));
    expect(() => claim(paymentIn('treasury'), undefined, by(people.officer))).toThrow(code('way_not_offered'));
  });

  test('is not confirmed by the hand that told or recorded it', () => {
    const both = person('ani', ...people.owner.memberships);
    expect(() => confirm(claim(paymentIn('qris'), undefined, by(both)), 61_000, by(both))).toThrow(code('own_payment'));
    const seller = person('tuti', ...people.treasurer.memberships, ...people.owner.memberships);
    const recorded = record(paymentIn('treasury', handedOver), paper, by(seller));
    expect(() => confirm(recorded, 61_000, by(seller))).toThrow(code('own_payment'));
    expect(() => notFind(recorded, 'x', by(seller))).toThrow(code('own_payment'));
    expect(confirm(recorded, 61_000, by(people.staff)).state).toBe('confirmed');
  });

  test('knows a second click of the same person from a first one', () => {
    const told = claim(paymentIn('qris'), undefined, by(people.buyer));
    expect(paymentAlreadyMoved(told, 'claim', 'ani')).toBe(true);
    expect(paymentAlreadyMoved(told, 'confirm', 'ani')).toBe(false);
    expect(paymentAlreadyMoved(told, 'claim', 'sri')).toBe(false);
    expect(paymentAlreadyMoved(paymentIn('qris'), 'claim', 'ani')).toBe(false);
  });
});

describe('cash on delivery', () => {
  test('is confirmed by the cash in the shop’s hand, and only after something was brought', () => {
    expect(() => collect(paymentIn('cod'), false, by(people.owner))).toThrow(code('payment_too_early'));
    expect(collect(paymentIn('cod'), true, by(people.owner))).toMatchObject({ state: 'confirmed', paidRupiah: 61_000 });
    expect(() => collect(paymentIn('qris'), true, by(people.owner))).toThrow(code('way_not_offered'));
    expect(() => confirm(paymentIn('cod'), 61_000, by(people.owner))).toThrow(code('way_not_offered'));
    expect(() => collect(paymentIn('cod'), true, by(people.buyer))).toThrow(code('not_allowed'));
  });

  test('that was refused can still be paid', () => {
    const refused = refuse(paymentIn('cod'), 'tidak ada orang', true, by(people.staff));
    expect(refused.state).toBe('refused');
    expect(collect(refused, true, by(people.staff)).state).toBe('confirmed');
    expect(() => refuse(paymentIn('cod'), 'x', false, by(people.staff))).toThrow(code('payment_too_early'));
  });
});

describe('a treasurer’s payment', () => {
  test('that the shop did not find can be recorded again, so often as a buyer’s word', () => {
    let again = paymentIn('treasury', handedOver);
    for (let time = 0; time < 10; time++)
      again = notFind(record(again, paper, by(people.treasurer)), 'belum masuk', by(people.staff));
    expect(() => record(again, paper, by(people.treasurer))).toThrow(code('limit_reached'));
  });

  test('is recorded with its purse, its paper, and what was withheld, and confirmed by the shop', () => {
    const withheld = [{ name: 'PPh 22', rupiah: 915 }];
    const recorded = record(paymentIn('treasury', handedOver), { ...paper, withheld }, by(people.treasurer));
    expect(recorded).toMatchObject({ state: 'recorded', paidRupiah: 0, treasury: { kind: 'LS' } });
    expect(netRupiah({ ...paper, withheld })).toBe(60_085);
    expect(confirm(recorded, 61_000, by(people.owner))).toMatchObject({ state: 'confirmed', paidOn: '2026-11-12' });
  });

  test('is recorded after the goods came, by the treasurer, on a day that can be', () => {
    const due = paymentIn('treasury', handedOver);
    expect(() => record(paymentIn('treasury'), paper, by(people.treasurer))).toThrow(code('payment_too_early'));
    expect(() => record(due, paper, by(people.officer))).toThrow(code('not_allowed'));
    expect(() => record(due, { ...paper, on: '2026-11-13' }, by(people.treasurer))).toThrow(code('date_not_possible'));
    expect(() => record(due, { ...paper, on: '2026-11-09' }, by(people.treasurer))).toThrow(code('date_not_possible'));
    expect(() => record(due, { ...paper, rupiah: 60_000 }, by(people.treasurer))).toThrow(code('amount_differs'));
    const all = { ...paper, withheld: [{ name: 'PPh 22', rupiah: 61_000 }] };
    expect(() => record(due, all, by(people.treasurer))).toThrow(code('amount_differs'));
    expect(() => confirm(due, 61_000, by(people.owner))).toThrow(code('payment_too_early'));
  });
});

describe('a return', () => {
  const owed = paymentIn('qris', { state: 'return_owed', paidRupiah: 61_000, returnRupiah: 61_000 });
  test('is given by the shop, and the buyer may deny it', () => {
    const returned = giveBack(owed, 'transfer BCA', by(people.owner));
    expect(returned.state).toBe('returned');
    expect(denyReturn(returned, 'belum masuk', by(people.buyer)).state).toBe('return_owed');
    expect(() => giveBack(owed, 'x', by(people.buyer))).toThrow(code('not_allowed'));
  });
});

describe('a way to pay', () => {
  const all: PaymentWays = { cod: { maxRupiah: 100_000, districts: ['35.73.02'] }, qris: '000201', transfer: true };
  const facts = (but: Partial<WayFacts> = {}): WayFacts => ({
    ways: all,
    office: false,
    totalRupiah: 61_000,
    district: '35.73.02',
    codClosedUntil: null,
    ...but,
  });
  const choose = (way: PaymentWay, but: Partial<WayFacts> = {}) =>
    chooseWay(paymentIn('qris', { way: null }), way, facts(but), by(people.buyer)).way;

  test('is one the shop takes', () => {
    for (const way of ['cod', 'qris', 'transfer'] as const) {
      expect(choose(way)).toBe(way);
      expect(() => choose(way, { ways: NO_WAYS })).toThrow(code('way_not_offered'));
    }
  });

  test('is cash up to the shop’s ceiling, and in its area', () => {
    expect(choose('cod', { totalRupiah: 100_000 })).toBe('cod');
    expect(() => choose('cod', { totalRupiah: 100_001 })).toThrow('Rp100.000; pesanan ini Rp100.001');
    expect(() => choose('cod', { district: '35.73.03' })).toThrow(code('way_not_offered'));
    const anywhere = { ...all, cod: { maxRupiah: 100_000, districts: [] } };
    expect(choose('cod', { district: '35.73.03', ways: anywhere })).toBe('cod');
  });

  test('is not cash for a buyer who left two deliveries unpaid', () => {
    expect(() => choose('cod', { codClosedUntil: '10 Februari 2027' })).toThrow(code('cod_closed'));
    expect(choose('qris', { codClosedUntil: '10 Februari 2027' })).toBe('qris');
  });

  test('is the treasurer for an office, and only for an office', () => {
    expect(() => choose('treasury')).toThrow(code('way_not_offered'));
    expect(() => choose('cod', { office: true })).toThrow(code('way_not_offered'));
    expect(choose('treasury', { office: true })).toBe('treasury');
  });

  test('is changed until money was spoken of, by the buyer', () => {
    const told = paymentIn('qris', { state: 'claimed' });
    expect(() => chooseWay(told, 'transfer', facts(), by(people.buyer))).toThrow(code('payment_moved_on'));
    // Cash that is chosen where a transfer was not found is taken, or refused, like any other.
    const cash = chooseWay(notFind(told, 'tidak ada', by(people.owner)), 'cod', facts(), by(people.buyer));
    expect(collect(cash, true, by(people.owner))).toMatchObject({ state: 'confirmed', paidRupiah: 61_000 });
    expect(refuse(cash, 'tidak jadi', true, by(people.owner)).state).toBe('refused');
    expect(() => chooseWay(paymentIn('qris'), 'transfer', facts(), by(people.owner))).toThrow(code('not_allowed'));
  });
});
