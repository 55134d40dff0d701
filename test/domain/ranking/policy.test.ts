import { describe, expect, test } from 'vitest';
import {
  checkedPolicy,
  FIRST_UNIT_RUPIAH,
  PolicyNotInForce,
  policyIn,
  standardPolicy,
  successorOf,
  unitFor,
} from '../../../shared/domain/ranking/policy/policy.ts';
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
