import { describe, expect, test } from 'vitest';
import { lookAtYear } from '../../../shared/domain/simulation/schemes/look.ts';
import { schemeNames } from '../../../shared/domain/simulation/schemes/plant.ts';

describe('planted schemes', () => {
  // Seeds that no threshold was tried on; the whole table is `npm run simulate:integrity`.
  test.each([20_261_127, 7_041])(
    'are each asked about within two months, and few honest pairs are (seed %i)',
    (seed) => {
      const small = { categories: 4, ownersPerCategory: 40, months: 6, offices: 12 };
      const { schemes, honestPairs, honestAsked } = lookAtYear(seed, small);
      for (const name of schemeNames) {
        expect(schemes[name].monthsUntil, name).not.toBeNull();
        expect(schemes[name].monthsUntil, name).toBeLessThanOrEqual(2);
      }
      expect(honestAsked / honestPairs).toBeLessThan(0.02);
    },
  );

  test('are the same for the same seed', () => {
    const tiny = { categories: 4, ownersPerCategory: 20, months: 3, offices: 4 };
    expect(lookAtYear(3, tiny)).toEqual(lookAtYear(3, tiny));
  });
});
