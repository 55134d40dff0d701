import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import {
  type CodStanding,
  codClosedUntil,
  struckRefusal,
  withRefusal,
} from '../../../shared/domain/payments/cash-on-delivery/cod-standing.ts';
import { clockOn, daysWaiting, waitingSince } from '../../../shared/domain/payments/payment-clock.ts';
import { idOf } from '../examples.ts';
import { AT, paymentIn, ZONE } from './examples.ts';

const nobody: CodStanding = { person: 'ani', cityCode: '35.73', refusals: [], version: 1 };
const on = (day: number) => later(AT, day * DAY_MS);
const refusedOn = (...days: number[]) =>
  days.reduce(
    (standing, day, index) => withRefusal(standing, { orderId: idOf('ord', `${index}`), at: on(day) }),
    nobody,
  );

describe('cash on delivery', () => {
  test('closes with the second refusal and opens 90 days after it', () => {
    expect(codClosedUntil(refusedOn(0), on(1))).toBeNull();
    expect(codClosedUntil(refusedOn(0, 10), on(10))).toBe(on(100));
    expect(codClosedUntil(refusedOn(0, 10), later(on(100), -1))).toBe(on(100));
    expect(codClosedUntil(refusedOn(0, 10), on(100))).toBeNull();
    expect(codClosedUntil(refusedOn(0, 91), on(91))).toBeNull();
    expect(codClosedUntil(refusedOn(0, 90), on(90))).toBe(on(180));
    expect(codClosedUntil(undefined, on(0))).toBeNull();
  });

  test('counts an order once, and not one that was paid after all', () => {
    const once = withRefusal(nobody, { orderId: idOf('ord', 'a'), at: on(0) });
    expect(codClosedUntil(withRefusal(once, { orderId: idOf('ord', 'a'), at: on(1) }), on(1))).toBeNull();
    const struck = struckRefusal(refusedOn(0, 10), idOf('ord', '0'), { at: on(11), by: 'sri', reason: 'dibayar' });
    expect(codClosedUntil(struck, on(11))).toBeNull();
    expect(struck.refusals).toHaveLength(2);
  });

  test('always opens again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 12 }), (days) => {
        const standing = refusedOn(...days);
        expect(codClosedUntil(standing, on(Math.max(0, ...days) + 90))).toBeNull();
      }),
    );
  });
});

describe('the clock of a payment', () => {
  test('of an office has its middle where the days in order have theirs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }), (days) => {
        const payments = days.map((ago) =>
          paymentIn('treasury', { handedOverAt: `${addDays('2026-11-30', -ago)}T03:00:00.000Z` }),
        );
        const inOrder = days.toSorted((a, b) => a - b);
        expect(clockOn('2026-11-30', waitingSince(payments, ZONE))).toMatchObject({
          waiting: days.length,
          medianDays: inOrder[Math.floor((days.length - 1) / 2)] ?? null,
          oldestDays: inOrder.at(-1) ?? null,
        });
      }),
    );
  });

  const handed = { handedOverAt: '2026-11-12T16:59:00.000Z' };
  test('counts days on the city’s wall, from the handover', () => {
    expect(daysWaiting(paymentIn('qris'), '2026-11-20', ZONE)).toBeNull();
    expect(daysWaiting(paymentIn('qris', handed), '2026-11-12', ZONE)).toBe(0);
    expect(daysWaiting(paymentIn('qris', handed), '2026-11-15', ZONE)).toBe(3);
    expect(daysWaiting(paymentIn('qris', { handedOverAt: '2026-11-12T17:00:00.000Z' }), '2026-11-15', ZONE)).toBe(2);
  });

  test('is not stopped by a treasurer’s record, and ends on its day once the shop confirms', () => {
    const recorded = paymentIn('treasury', { ...handed, state: 'recorded' });
    expect(daysWaiting(recorded, '2026-12-12', ZONE)).toBe(30);
    expect(daysWaiting({ ...recorded, state: 'confirmed', paidOn: '2026-11-17' }, '2026-12-12', ZONE)).toBe(5);
    expect(daysWaiting({ ...recorded, state: 'confirmed', paidOn: '2026-11-11' }, '2026-12-12', ZONE)).toBe(0);
  });

  test('of an office tells what waits, the middle and the oldest', () => {
    const waits = (days: number) =>
      paymentIn('treasury', { handedOverAt: `${addDays('2026-11-30', -days)}T03:00:00.000Z` });
    const paid = paymentIn('treasury', { ...handed, state: 'confirmed', paidOn: '2026-11-13' });
    const clockOf = (...payments: Parameters<typeof waitingSince>[0][]) =>
      clockOn('2026-11-30', waitingSince(payments.flat(), ZONE));
    expect(clockOf([waits(2), waits(40), waits(5), waits(9), paid, paymentIn('treasury')])).toEqual({
      waiting: 4,
      medianDays: 5,
      oldestDays: 40,
      oldestWorkingDays: 28,
    });
    expect(clockOf([paid])).toEqual({
      waiting: 0,
      medianDays: null,
      oldestDays: null,
      oldestWorkingDays: null,
    });
  });
});
