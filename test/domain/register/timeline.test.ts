import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entry, ofMonths, sortOfEntry, timelinePage } from '../../../shared/domain/register/timeline.ts';

const instant = fc.integer({ min: 0, max: 9 }).map((day) => `2026-11-0${day}T00:00:00.000Z`);

describe('a timeline', () => {
  test('told page by page tells each entry once, newest first, whatever the pages', () => {
    const many = fc.uniqueArray(fc.tuple(instant, fc.nat(99)), { selector: ([, key]) => key, maxLength: 40 });
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 7 }), (made, limit) => {
        const entries = made.map(([at, key]) => entry('review', at, String(key).padStart(2, '0')));
        const told: string[] = [];
        let after: string | undefined;
        do {
          const page = timelinePage(entries, { limit, after });
          told.push(...page.items.map(sortOfEntry));
          after = page.next;
        } while (after !== undefined);
        expect(told).toEqual(entries.map(sortOfEntry).sort().reverse());
      }),
    );
  });

  test('tells a month when it is over, the first with a sale by name, and no running one as unsold', () => {
    const month = (name: string, turnoverRupiah: number, monthsUnsold: number) => ({
      month: name,
      turnoverRupiah,
      monthsUnsold,
      orders: turnoverRupiah > 0 ? 1 : 0,
    });
    const months = [
      month('2026-11', 0, 1),
      month('2026-10', 0, 0),
      month('2026-09', 50_000, 1),
      month('2026-08', 0, 0),
    ];
    const now = '2026-11-10T02:00:00.000Z';
    expect(ofMonths(months, 'Asia/Jakarta', now).map(({ kind, month: name, count }) => [kind, name, count])).toEqual([
      ['unsold', '2026-08', 1],
      ['first-sale', '2026-09', 1],
      ['unsold', '2026-10', 1],
    ]);
  });
});
