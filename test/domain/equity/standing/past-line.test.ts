import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../../shared/domain/basics/month.ts';
import { monthsInLine, type PastFigures, pastLine } from '../../../../shared/domain/equity/standing/past-line.ts';

const MONTH = '2026-11';
const whole = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900_000_000_000 }));
const anyFigures = fc.record({
  newcomer: fc.boolean(),
  returned: fc.option(fc.constant(true as const), { nil: undefined }),
  turnoverRupiah: whole,
  orders: fc.nat(900),
  monthsUnsold: fc.nat(400),
  offeredDays: fc.nat(31),
  reportedRupiah: fc.option(whole, { nil: null }),
  pricesPaid: fc.option(
    fc.record({
      comparedRupiah: whole,
      referenceRupiah: whole,
      below: fc.dictionary(fc.constantFrom('price_above_fair', 'closed', 'far'), fc.integer({ min: 1, max: 99 })),
    }),
    { nil: undefined },
  ),
});
/** Some of the eleven months, a few of them after the shop had left. */
const anyPast = fc
  .array(fc.option(fc.record({ figures: anyFigures, gone: fc.boolean() })), { maxLength: 11 })
  .map((months): PastFigures[] =>
    months.flatMap((one, at) => {
      const month = addMonths(MONTH, -at - 1);
      return one ? [{ ...one.figures, month, ...(one.gone ? { gone: true as const } : {}) }] : [];
    }),
  );

describe('the line of the months before', () => {
  test('keeps of each what later months count, oldest first', () => {
    fc.assert(
      fc.property(anyPast, (months) => {
        const again = monthsInLine(MONTH, pastLine(MONTH, months));
        const counted = months.toReversed().map((one) => (one.gone ? { month: one.month, gone: true } : one));
        expect(again).toHaveLength(counted.length);
        for (const [at, one] of counted.entries()) expect(again[at]).toMatchObject(JSON.parse(JSON.stringify(one)));
      }),
    );
  });

  test('is the same for the same months in whatever order, and made again from what it keeps', () => {
    fc.assert(
      fc.property(anyPast, (months) => {
        const line = pastLine(MONTH, months);
        expect(pastLine(MONTH, months.toReversed())).toBe(line);
        expect(pastLine(MONTH, monthsInLine(MONTH, line))).toBe(line);
      }),
    );
  });

  test('of a shop that sells every month and is compared takes 300 bytes', () => {
    const months = Array.from({ length: 11 }, (_, at) => ({
      month: addMonths(MONTH, -at - 1),
      newcomer: false,
      turnoverRupiah: 12_345_678,
      orders: 45,
      monthsUnsold: 0,
      offeredDays: 30,
      reportedRupiah: null,
      pricesPaid: { comparedRupiah: 11_345_678, referenceRupiah: 11_845_678, below: {} },
    }));
    expect(pastLine(MONTH, months).length).toBeLessThan(300);
  });
});
