import { describe, expect, test } from 'vitest';
import type { Amount } from '../../../../shared/domain/equity/measures/amount.ts';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { decompose } from '../../../../shared/domain/equity/measures/decompose.ts';
import { ratio } from '../../../../shared/domain/equity/measures/fraction.ts';
import type { Measures } from '../../../../shared/domain/equity/measures/measures.ts';
import { twelveSignificant } from './lists.ts';

const names = ['theil', 'atkinson05', 'theilL', 'atkinson1'] as const;
const run = (from: bigint, length: number) => Array.from({ length }, (_, i) => from + BigInt(i));

/** References in 60-digit decimal arithmetic, straight from the textbook sums. */
const nearlyEqual: [string, readonly Amount[], Record<(typeof names)[number], number>][] = [
  [
    'a million, and one rupiah more',
    [1_000_000, 1_000_001],
    {
      theil: 1.24999875000099e-13,
      atkinson05: 6.24999375000508e-14,
      theilL: 1.24999875000109e-13,
      atkinson1: 1.24999875000102e-13,
    },
  ],
  [
    'ninety-nine billions, and one rupiah more',
    [...Array<number>(99).fill(10 ** 9), 10 ** 9 + 1],
    {
      theil: 4.949999998284e-21,
      atkinson05: 2.47499999873775e-21,
      theilL: 4.949999996667e-21,
      atkinson1: 4.949999996667e-21,
    },
  ],
  [
    'fifty neighbours around 10^12',
    run(10n ** 12n, 50),
    {
      theil: 1.04124999994898e-22,
      atkinson05: 5.20624999974489e-23,
      theilL: 1.04124999994898e-22,
      atkinson1: 1.04124999994898e-22,
    },
  ],
  [
    'fifty neighbours around 10^20',
    run(10n ** 20n, 50),
    { theil: 1.04125e-38, atkinson05: 5.20625e-39, theilL: 1.04125e-38, atkinson1: 1.04125e-38 },
  ],
];

describe('merchants who are nearly equal', () => {
  test.for(nearlyEqual)('%s: every digit of an inequality that is almost none', ([, list, expected]) => {
    const measures = measuresOf(list);
    for (const name of names) twelveSignificant(measures[name], expected[name]);
  });

  test('in groups: within and between keep their digits too', () => {
    const lists = [[...Array<number>(30).fill(1e6), ...Array<number>(3).fill(1e6 + 1)], Array(21).fill(1e6 + 2)];
    const parts = [...lists, Array<number>(11).fill(1e6 - 1)].map((list, i) => ({
      name: `${i}`,
      measures: measuresOf(list),
    }));
    const { theil, ge2, atkinson05 } = decompose(parts);
    twelveSignificant(theil.within, 2.09790023766579e-14);
    twelveSignificant(theil.between, 5.96061708579094e-13);
    twelveSignificant(ge2.within, 2.09789990317547e-14);
    twelveSignificant(ge2.between, 5.9606177556684e-13);
    twelveSignificant(atkinson05.within, 1.04894997579433e-14);
    twelveSignificant(atkinson05.between, 2.9803083980924e-13);
  });
});

describe('amounts beyond every double', () => {
  const huge = 10n ** 400n;
  const values = (measures: Measures) => names.map((name) => measures[name].value);

  test('are measured like any others; only what is itself no double is null, with its fraction', () => {
    const measures = measuresOf([huge, 2n * huge, 5n * huge]);
    expect(measures.gini).toEqual({ value: 1 / 3, exact: { numerator: '1', denominator: '3' } });
    twelveSignificant(measures.theil, 0.198356237399573);
    twelveSignificant(measures.atkinson05, 0.0989533999965613);
    twelveSignificant(measures.theilL, 0.213300888680378);
    expect(measures.median).toEqual({
      value: null,
      reason: 'beyond_double',
      exact: { numerator: `${2n * huge}`, denominator: '1' },
    });
  });

  test('beside a single rupiah leave no NaN', () => {
    const measures = measuresOf([1, 5, 1_000_000, huge]);
    twelveSignificant(measures.theil, Math.log(4));
    twelveSignificant(measures.theilL, 685.532996419494);
    expect(values(measures).every((value) => Number.isFinite(value))).toBe(true);
    expect(measures.palma).toMatchObject({ value: null, reason: 'beyond_double' });
  });

  test('make small shares, which are not rounded to 0 before a double has to', () => {
    expect(ratio(3n, 10n ** 300n)).toBe(3e-300);
    expect(ratio(10n ** 310n, 10n ** 5n)).toBe(1e305);
    expect(measuresOf([1, 5, 1_000_000, 10n ** 300n]).bottomFortyPercentShare).toMatchObject({ value: 4e-300 });
  });
});
