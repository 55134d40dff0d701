import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/domain/basics/month.ts';
import { lastDeliveryDay, requireDeliveryDay } from '../../../shared/domain/orders/delivery-day.ts';
import { startingPolicies } from '../../../shared/domain/places/policies.ts';
import { Problem } from '../../../shared/problem.ts';

const cityOf = (agencyAheadDays: number, agencyLastOrderDay: string) => ({
  zone: 'Asia/Jayapura' as const,
  policies: { ...startingPolicies, agencyAheadDays, agencyLastOrderDay },
});
const refusalOf = (
  chosen: string,
  today: string,
  city: ReturnType<typeof cityOf>,
  clock = '09:00',
): Problem | undefined => {
  try {
    requireDeliveryDay(chosen, {
      city,
      office: true,
      now: new Date(`${today}T${clock}:00.000+09:00`).toISOString(),
    });
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
};

describe('a day that an office may choose', () => {
  test('is one that is named where another is refused, or the sentence says when there will be one', () => {
    const at = { ahead: fc.integer({ min: 1, max: 366 }), last: fc.constantFrom('12-15', '12-31', '02-28', '11-01') };
    const clocks = fc.constantFrom('00:00', '20:59', '21:00', '23:59');
    const days = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: -5, max: 500 }), clocks);
    fc.assert(
      fc.property(fc.record(at), days, ({ ahead, last }, [from, later, clock]) => {
        const [city, today] = [cityOf(ahead, last), addDays('2027-01-01', from)];
        const refused = refusalOf(addDays(today, later), today, city, clock);
        const [, named] = /\((\d{4}-\d\d-\d\d)\)/.exec(refused?.flaws[0]?.detail ?? '') ?? [];
        if (refused === undefined) return;
        const possible = Array.from({ length: ahead + 1 }, (_, day) => addDays(today, day)).filter(
          (day) => refusalOf(day, today, city, clock) === undefined,
        );
        if (possible.length === 0) expect(refused.message).toContain('Pesan lagi mulai');
        else expect(possible).toContain(named);
      }),
    );
  });

  test('is none late in the year where next year is out of reach; the day named is the first that takes an order', () => {
    const city = cityOf(10, '12-15');
    expect(refusalOf('2026-12-20', '2026-12-16', city)?.message).toBe(
      'Sesudah 15 Desember 2026 dinas memesan untuk tahun depan saja. Pesan lagi mulai 22 Desember 2026.',
    );
    expect(refusalOf('2027-01-01', '2026-12-21', city)).toBeDefined();
    expect(refusalOf('2027-01-01', '2026-12-22', city)).toBeUndefined();
    expect(lastDeliveryDay(city, true, '2026-12-22')).toBe('2027-01-01');
  });
});
