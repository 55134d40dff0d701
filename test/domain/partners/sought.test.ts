import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soughtOf } from '../../../shared/domain/partners/sought.ts';

const cell = (unserved: number | null, terms: readonly [string, number | null][] = []) => ({
  district: '35.72.01',
  category: 'culinary' as const,
  requests: 500,
  unserved,
  terms: terms.map(([term, missed]) => ({ term, requests: 100, unserved: missed })),
});

describe('what is sought', () => {
  test('is told in tens, with the words that were asked for often, and of several partners the largest', () => {
    expect(
      soughtOf([
        [
          cell(47, [
            ['pecel', 40],
            ['soto', 9],
            ['es', null],
          ]),
        ],
        [cell(31)],
      ]),
    ).toEqual([{ district: '35.72.01', category: 'culinary', times: 40, terms: ['pecel'] }]);
  });

  test('is nothing below ten, where nobody knows, and of no category', () => {
    expect(soughtOf([[cell(9), cell(null), { ...cell(90), category: null }]])).toEqual([]);
  });

  test('is never more than one partner said, and never their sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 5_000 })), { minLength: 1, maxLength: 5 }),
        (figures) => {
          const [told] = soughtOf(figures.map((unserved) => [cell(unserved)]));
          const most = Math.max(...figures.map((unserved) => unserved ?? 0));
          expect(told?.times ?? 0).toBe(Math.floor(most / 10) * 10);
        },
      ),
    );
  });
});
