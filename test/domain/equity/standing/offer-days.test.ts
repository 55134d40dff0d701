import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysIn, daysLeft } from '../../../../shared/domain/basics/month.ts';
import { offeredAll, tookPart, withOffering } from '../../../../shared/domain/equity/standing/offer-days.ts';

const anyMonth = fc.constantFrom('2026-02', '2028-02', '2026-04', '2026-12');
/** What happens on some days, in order: an offer is up or down at the end of each. */
const anyTurns = fc.array(fc.tuple(fc.nat(30), fc.boolean()), { maxLength: 12 });

test('the days of a month are counted as a person would with a calendar, each by how it ends', () => {
  fc.assert(
    fc.property(anyMonth, fc.boolean(), anyTurns, (month, before, given) => {
      const days = daysIn(month);
      const turns = given.map(([at, up]) => [at % days, up] as const).sort(([a], [b]) => a - b);
      const counted = turns.reduce(
        (standing, [at, up]) => withOffering(standing, up, addDays(`${month}-01`, at)),
        offeredAll(before, month),
      );
      let up = before;
      let naive = 0;
      for (let day = 0; day < days; day++) {
        up = turns.findLast(([at]) => at === day)?.[1] ?? up;
        if (up) naive += 1;
      }
      expect(counted).toEqual({ offering: up, offeredDays: naive });
    }),
  );
});

test('are days of that month, also where machines disagree on which day it is', () => {
  fc.assert(
    fc.property(anyMonth, fc.boolean(), anyTurns, (month, before, given) => {
      const days = daysIn(month);
      const counted = given.reduce(
        (standing, [at, up]) => withOffering(standing, up, addDays(`${month}-01`, at % days)),
        offeredAll(before, month),
      );
      expect(counted.offeredDays).toBeGreaterThanOrEqual(0);
      expect(counted.offeredDays).toBeLessThanOrEqual(days);
    }),
  );
  const none = offeredAll(false, '2026-12');
  expect(withOffering(withOffering(none, true, '2026-12-11'), false, '2026-12-10').offeredDays).toBe(0);
  const all = offeredAll(true, '2026-12');
  expect(withOffering(withOffering(all, false, '2026-12-11'), true, '2026-12-10').offeredDays).toBe(31);
});

test('what stays as it is is not written', () => {
  const standing = offeredAll(true, '2026-11');
  expect(withOffering(standing, true, '2026-11-20')).toBe(standing);
});

test('fifteen days are enough, whatever the month', () => {
  expect([14, 15].map((offeredDays) => tookPart({ offeredDays }))).toEqual([false, true]);
  expect(['2026-02', '2028-02', '2026-04', '2026-12'].map(daysIn)).toEqual([28, 29, 30, 31]);
  expect(['2026-02-28', '2026-04-16', '2026-12-01'].map(daysLeft)).toEqual([1, 15, 31]);
});
