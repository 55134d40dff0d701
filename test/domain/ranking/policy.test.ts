import { describe, expect, test } from 'vitest';
import {
  checkedPolicy,
  FIRST_UNIT_RUPIAH,
  newestStandard,
  PolicyNotInForce,
  policyIn,
  standardPolicy,
  successorOf,
  unitFor,
} from '../../../shared/domain/ranking/policy/policy.ts';
import { bayesianRating } from '../../../shared/domain/ranking/rule/gate.ts';
import { Problem } from '../../../shared/problem.ts';

const first = standardPolicy('35.73', '2026-01');
const next = { ...first, version: 2, effectiveFrom: '2026-12', tolerancePercent: 10 };

describe('a ranking policy', () => {
  test('of the standard values is in range', () => {
    expect(checkedPolicy(first)).toEqual(first);
    expect(first).toMatchObject({ tolerancePercent: 20, ratingFloor: 3, windowDays: 90, maxSuppliers: 5 });
  });

  test('is the standard of the month its city was founded in, whatever the standard is since', () => {
    expect(standardPolicy('35.73', '2026-11')).toMatchObject({ pricePowerAbove: 1, referenceRise: null });
    const later = standardPolicy('35.07', '2026-12');
    expect(checkedPolicy(later)).toEqual(later);
    expect(later.pricePowerAbove).toBeGreaterThan(1);
  });

  test('of a month that began is never another: what cities published by it is made again from it', () => {
    const turned = (month: string, than: string) =>
      Object.fromEntries(
        Object.entries(standardPolicy('35.73', month)).filter(
          ([name, value]) =>
            value !== Object.entries(standardPolicy('35.73', than)).find(([other]) => other === name)?.[1],
        ),
      );
    expect(turned('2026-12', '2026-11')).toEqual({
      effectiveFrom: '2026-12',
      tolerancePercent: 30,
      splitFromUnits: 1,
      pricePowerAbove: 4,
      pricePowerBelow: 3,
      referenceRise: 5,
      ratingPower: 2,
      silenceDays: 57,
      newcomerDays: 90,
      provenOwners: 3,
      confirmAfterMonths: 12,
      confirmOldMonths: 24,
    });
    expect(turned('2027-01', '2026-12')).toEqual({
      effectiveFrom: '2027-01',
      ratingFloor: 3.4,
      ratingPriorWeight: 8,
    });
    expect(newestStandard('35.73')).toEqual(standardPolicy('35.73', '2027-01'));
  });

  test('of today keeps a newcomer in the lists until a third buyer is angry, as the one before did', () => {
    const shut = (month: string) => {
      const policy = standardPolicy('35.73', month);
      const angry = [1, 2, 3].map((ratingCount) => bayesianRating({ ratingSum: ratingCount, ratingCount }, policy));
      return angry.map((rating) => rating < policy.ratingFloor);
    };
    expect([shut('2026-12'), shut('2027-01')]).toEqual([
      [false, false, true],
      [false, false, true],
    ]);
  });

  test('that was stored before a number was there counts as it did then', () => {
    const {
      pricePowerAbove,
      pricePowerBelow,
      referenceRise,
      ratingPower,
      silenceDays,
      newcomerDays,
      provenOwners,
      confirmAfterMonths,
      confirmOldMonths,
      ...stored
    } = first;
    expect(checkedPolicy(stored)).toEqual(first);
  });

  test('out of range names every flaw', () => {
    const flawsOf = (more: object): readonly string[] => {
      try {
        checkedPolicy({ ...first, ...more });
      } catch (error) {
        if (error instanceof Problem) return error.flaws.map(({ pointer }) => pointer);
      }
      return [];
    };
    expect(flawsOf({ tolerancePercent: -1, maxSuppliers: 0 })).toEqual(['/tolerancePercent', '/maxSuppliers']);
    expect(flawsOf({ tolerancePercent: 12.5 })).toEqual(['/tolerancePercent']);
    expect(flawsOf({ windowDays: 7 })).toContain('/windowDays');
    expect(flawsOf({ ratingFloor: 4.5 })).toEqual(['/ratingPriorMean']);
    expect(flawsOf({ cancelledDays: 91 })).toEqual(['/cancelledDays']);
    expect(flawsOf({ effectiveFrom: '2026-11-15' })).toEqual(['/effectiveFrom']);
    expect(flawsOf({ unitRupiah: 0 })).toEqual(['/unitRupiah']);
  });

  test('is the latest in force in its month', () => {
    expect(policyIn([next, first], '2026-11').version).toBe(1);
    expect(policyIn([next, first], '2026-12').version).toBe(2);
    expect(() => policyIn([next, first], '2025-12')).toThrow(PolicyNotInForce);
  });

  test('follows the one before from a later month on', () => {
    expect(successorOf(first, next, '2026-11')).toBe(next);
    expect(() => successorOf(first, next, '2026-12')).toThrow(PolicyNotInForce);
    expect(() => successorOf(first, { ...next, version: 3 }, '2026-11')).toThrow(PolicyNotInForce);
    expect(() => successorOf(first, { ...next, city: '35.07' }, '2026-11')).toThrow(PolicyNotInForce);
  });

  test('takes u from itself, the median order, or a first guess', () => {
    expect(unitFor({ ...first, unitRupiah: 5 }, [1, 2])).toBe(5);
    expect(unitFor(first, [30, 10, 20])).toBe(20);
    expect(unitFor(first, [])).toBe(FIRST_UNIT_RUPIAH);
  });
});
