import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayOf,
  later,
  monthEnd,
  monthOf,
  monthStart,
  previousMonth,
  REPORTING_DAYS,
  reportingDeadline,
  weekdayOf,
} from '../../../shared/domain/basics/month.ts';
import { Day, Instant, Month, Zone } from '../../../shared/domain/basics/month-schema.ts';

const zones = Zone.options;
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc.date({ min: new Date('2000-01-01'), max: new Date('2098-12-31'), noInvalidDate: true });
const anyMonth = fc
  .tuple(fc.integer({ min: 2000, max: 2098 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);

const formats = new Map(
  zones.map((zone) => [
    zone,
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }),
  ]),
);
/** What the ICU time zone database says the calendar on the wall shows. */
const wall = (at: Date, zone: Zone): string => formats.get(zone)?.format(at) ?? '';

describe('a day in one of the three zones', () => {
  test('is the day the time zone database says, at any instant', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        expect(dayOf(at, zone)).toBe(wall(at, zone));
        expect(monthOf(at.toISOString(), zone)).toBe(wall(at, zone).slice(0, 7));
      }),
      { numRuns: 500 },
    );
  });

  test('is the same whether the instant comes as text or as a date', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => dayOf(at, zone) === dayOf(at.toISOString(), zone)),
      { numRuns: 100 },
    );
  });

  test.each([
    ['Asia/Jakarta', '2026-11-30T16:59:59.999Z', '2026-11-30', '2026-12-01'],
    ['Asia/Makassar', '2026-11-30T15:59:59.999Z', '2026-11-30', '2026-12-01'],
    ['Asia/Jayapura', '2026-11-30T14:59:59.999Z', '2026-11-30', '2026-12-01'],
  ] as const)('ends in %s one millisecond after %s', (zone, last, day, next) => {
    expect(dayOf(last, zone)).toBe(day);
    expect(dayOf(later(last, 1), zone)).toBe(next);
  });

  test('begins two hours earlier in the east than in the west of the country', () => {
    const at = '2026-12-31T15:30:00.000Z';
    expect(zones.map((zone) => dayOf(at, zone))).toEqual(['2026-12-31', '2026-12-31', '2027-01-01']);
    expect(zones.map((zone) => monthOf(at, zone))).toEqual(['2026-12', '2026-12', '2027-01']);
  });
});

describe('a month', () => {
  test('holds its first and its last millisecond and not the ones around them, in every zone', () => {
    fc.assert(
      fc.property(anyMonth, anyZone, (month, zone) => {
        const [first, end] = [monthStart(month, zone), monthEnd(month, zone)];
        expect(monthOf(first, zone)).toBe(month);
        expect(monthOf(later(first, -1), zone)).toBe(previousMonth(month));
        expect(monthOf(later(end, -1), zone)).toBe(month);
        expect(monthOf(end, zone)).toBe(addMonths(month, 1));
        expect(wall(new Date(first), zone)).toBe(`${month}-01`);
      }),
      { numRuns: 300 },
    );
  });

  test('begins where the month before ends: no instant is in two months or in none', () => {
    fc.assert(
      fc.property(anyMonth, anyZone, (month, zone) => monthEnd(previousMonth(month), zone) === monthStart(month, zone)),
    );
  });

  test('counts on over the end of the year, and back', () => {
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(previousMonth('2027-01')).toBe('2026-12');
    expect(addMonths('2026-11', 14)).toBe('2028-01');
    fc.assert(
      fc.property(
        anyMonth,
        fc.integer({ min: -24, max: 24 }),
        (month, count) => addMonths(addMonths(month, count), -count) === month,
      ),
    );
  });

  test('orders as text', () => {
    fc.assert(
      fc.property(anyMonth, fc.integer({ min: 1, max: 30 }), (month, count) => addMonths(month, count) > month),
    );
  });

  test('of a leap year has its 29 February, in every zone', () => {
    for (const zone of zones) {
      const last = later(monthEnd('2028-02', zone), -1);
      expect(dayOf(last, zone)).toBe('2028-02-29');
      expect(Date.parse(monthEnd('2028-02', zone)) - Date.parse(monthStart('2028-02', zone))).toBe(29 * 86_400_000);
      expect(Date.parse(monthEnd('2027-02', zone)) - Date.parse(monthStart('2027-02', zone))).toBe(28 * 86_400_000);
    }
  });

  test('may be reported until midnight after day 10 of the next', () => {
    expect(reportingDeadline('2026-12', 'Asia/Jakarta')).toBe('2027-01-10T17:00:00.000Z');
    for (const zone of zones) {
      const deadline = reportingDeadline('2026-11', zone);
      expect(dayOf(later(deadline, -1), zone)).toBe(`2026-12-${REPORTING_DAYS}`);
      expect(dayOf(deadline, zone)).toBe('2026-12-11');
    }
  });
});

describe('a calendar day', () => {
  test('counts on over month, year and leap day', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2027-02-28', 1)).toBe('2027-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  test('has the weekday the calendar gives it, Sunday being 7', () => {
    expect(weekdayOf('2026-11-22')).toBe(7);
    expect(weekdayOf('2026-11-23')).toBe(1);
    const name = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short' });
    const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
    fc.assert(
      fc.property(anyInstant, (at) => {
        const day = at.toISOString().slice(0, 10);
        expect(names[weekdayOf(day) - 1]).toBe(name.format(new Date(`${day}T00:00:00Z`)));
      }),
    );
  });
});

describe('what is written as month, day or instant', () => {
  test.each([
    '2026-13',
    '2026-00',
    '1999-12',
    '2100-01',
    '2026-1',
    '2026-11 ',
    '2026-11-01',
    ' 2026-11',
    '２０２６-11',
    '2026-11\n',
  ])('%j is no month', (text) => expect(Month.safeParse(text).success).toBe(false));
  test.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-1-1', '2026-11-31', '', '2026-11-22T00:00'])(
    '%j is no day',
    (text) => expect(Day.safeParse(text).success).toBe(false),
  );
  test('a leap day is a day', () => expect(Day.safeParse('2028-02-29').success).toBe(true));
  test('instants sort as text as they follow in time', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, (a, b) => {
        expect(Instant.safeParse(a.toISOString()).success).toBe(true);
        expect(a.toISOString() < b.toISOString()).toBe(a.getTime() < b.getTime());
      }),
    );
  });
});
