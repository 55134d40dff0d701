import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/domain/basics/month.ts';
import {
  holidayFlaws,
  holidaysOf,
  isWorkingDay,
  OwnHolidays,
  workingDaysBetween,
} from '../../../shared/domain/places/holidays.ts';
import { everyHoliday, holidaysIn } from '../../../shared/rules/holidays.ts';

const off = new Set(everyHoliday.map(({ day }) => day));
const none: ReadonlySet<string> = new Set();

describe('working days', () => {
  test('leave out weekends and days off', () => {
    expect(workingDaysBetween('2026-11-27', '2026-11-30', none)).toBe(1);
    expect(workingDaysBetween('2026-12-23', '2026-12-28', off)).toBe(1);
    expect(workingDaysBetween('2026-11-30', '2026-11-27', none)).toBe(0);
    expect(isWorkingDay('2026-03-19', off)).toBe(false);
  });

  test('add up over any day between, and are never more than days', () => {
    const ahead = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(ahead, ahead, ahead, (from, one, two) => {
        const start = addDays('2026-01-01', from);
        const [middle, end] = [addDays(start, one), addDays(start, one + two)];
        const total = workingDaysBetween(start, end, off);
        expect(workingDaysBetween(start, middle, off) + workingDaysBetween(middle, end, off)).toBe(total);
        expect(total).toBeLessThanOrEqual(one + two);
      }),
    );
  });
});

describe('the days off of a year', () => {
  // As many as the ministers announced.
  test.each([
    ['2026', 17, 8],
    ['2027', 18, 8],
  ])('are in order, each once, and of that year: %s', (year, national, joint) => {
    const { days = [] } = holidaysIn(year) ?? {};
    expect(days.map(({ day }) => day)).toEqual([...new Set(days.map(({ day }) => day))].sort());
    expect(days.filter(({ kind }) => kind === 'national')).toHaveLength(national);
    expect(days.filter(({ kind }) => kind === 'joint')).toHaveLength(joint);
    expect(days.every(({ day }) => day.startsWith(year))).toBe(true);
  });

  test('of a city stand between the country’s, and never twice', () => {
    const own = OwnHolidays.parse([{ day: '2026-04-01', name: 'Hari jadi kota' }]);
    const all = holidaysOf(everyHoliday, own);
    expect(all.map(({ day }) => day)).toEqual(all.map(({ day }) => day).toSorted());
    expect(all).toHaveLength(everyHoliday.length + 1);
    expect(holidayFlaws(own)).toEqual([]);
    expect(holidayFlaws([...own, ...own]).map(({ pointer }) => pointer)).toEqual(['/holidays/1/day']);
  });
});
