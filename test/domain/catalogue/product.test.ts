import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../../shared/domain/basics/month.ts';
import { requireDeliverable } from '../../../shared/domain/catalogue/deliverable.ts';
import { firstDeliveryDay } from '../../../shared/domain/catalogue/delivery-days.ts';
import { productOf, shopOf } from '../examples.ts';

const anyDay = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2026-01-01', days));
const closed = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 });
const nasi = productOf(shopOf('dapur'), 'nasi');
const ask = { day: '2026-11-12', today: '2026-11-10', district: '35.73.02', quantity: 5, pointer: '/shops/0/lines/0' };

describe('the first day of delivery', () => {
  test('is open, not before the lead time, and no earlier open day would do', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), closed, (today, leadDays, closedDays) => {
        const first = firstDeliveryDay({ leadDays, closedDays }, today);
        expect(closedDays).not.toContain(weekdayOf(first));
        expect(first >= addDays(today, leadDays)).toBe(true);
        for (let day = addDays(today, leadDays); day < first; day = addDays(day, 1))
          expect(closedDays).toContain(weekdayOf(day));
      }),
    );
  });
  test('is today for what lies on the shelf', () => expect(firstDeliveryDay(nasi, '2026-11-10')).toBe('2026-11-10'));
});

describe('a product', () => {
  test('is delivered on its first day and any open day after, and on no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        closed,
        fc.integer({ min: 0, max: 20 }),
        (leadDays, closedDays, ahead) => {
          const product = { ...nasi, leadDays, closedDays };
          const day = addDays(ask.today, ahead);
          const possible = ahead >= leadDays && !closedDays.includes(weekdayOf(day));
          const act = () => requireDeliverable(product, { ...ask, day });
          if (possible) expect(act).not.toThrow();
          else expect(act).toThrow(expect.objectContaining({ code: 'date_not_possible' }));
        },
      ),
    );
  });

  test('names the first day that would work', () => {
    expect(() => requireDeliverable({ ...nasi, leadDays: 4, closedDays: [6, 7] }, ask)).toThrow(
      /Pilih Senin, 16 November 2026/,
    );
  });

  test('goes to every district when none is named, else to those', () => {
    expect(() => requireDeliverable(nasi, { ...ask, district: '35.73.03' })).not.toThrow();
    expect(() => requireDeliverable({ ...nasi, deliversTo: ['35.73.03'] }, ask)).toThrow(
      expect.objectContaining({ code: 'not_delivered_there' }),
    );
  });

  test('is ordered in its least quantity or more', () => {
    expect(() => requireDeliverable({ ...nasi, minQuantity: 5 }, ask)).not.toThrow();
    expect(() => requireDeliverable({ ...nasi, minQuantity: 6 }, ask)).toThrow(
      expect.objectContaining({
        code: 'quantity_not_possible',
        flaws: [expect.objectContaining({ pointer: '/shops/0/lines/0/quantity' })],
      }),
    );
  });
});
