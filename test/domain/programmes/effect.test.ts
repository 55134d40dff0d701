import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doubtsOf, standardizedDifference } from '../../../shared/domain/programmes/effect/assess.ts';
import { compared, sampleOf } from '../../../shared/domain/programmes/effect/compare.ts';
import { groupTimeEffects, type Path } from '../../../shared/domain/programmes/effect/group-time.ts';
import { exactStrata } from '../../../shared/domain/programmes/effect/strata.ts';
import { studentBelow, studentQuantile } from '../../../shared/domain/programmes/effect/student.ts';

const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
const amounts = fc.array(amount, { minLength: 2, maxLength: 40 });

describe('Student’s distribution', () => {
  test.each([
    // Published tables; the last is that of the normal distribution.
    [1, 12.7062047364],
    [2, 4.3026527297],
    [10, 2.228138852],
    [30, 2.0422724563],
    [1e6, 1.9599663],
  ])('with %s degrees of freedom leaves 2.5% above its quantile', (degrees, quantile) => {
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(quantile, 5);
    expect(studentBelow(quantile, degrees)).toBeCloseTo(0.975, 7);
    expect(studentBelow(-quantile, degrees)).toBeCloseTo(0.025, 7);
  });
});

describe('who took part by lot and who waited', () => {
  /** The NSW experiment as Dehejia and Wahba published it (JASA 94, 1999): counts, means and standard deviations of 1978. */
  const treated = { count: 185, mean: 6349.144, variance: 7867.402 ** 2 };
  const controls = { count: 260, mean: 4554.801, variance: 5483.836 ** 2 };
  test('differ by the published effect, error, degrees of freedom and interval', () => {
    const found = compared(treated, controls);
    expect(found?.effect).toBeCloseTo(1794.342, 2);
    expect(found?.standardError).toBeCloseTo(670.9965, 2);
    expect(found?.degrees).toBeCloseTo(307.13, 1);
    expect(found?.low).toBeCloseTo(474.01, 1);
    expect(found?.high).toBeCloseTo(3114.67, 1);
  });
  test('of 1975 and 1978 differ in what both rose by the published 1529.196', () => {
    const rose = (before: number, { count, mean }: typeof treated) => ({ count, mean: mean - before, variance: 1 });
    expect(compared(rose(1532.055, treated), rose(1266.909, controls))?.effect).toBeCloseTo(1529.196, 1);
  });

  test('differ by the same whatever everybody gains, and by so much more as the participants gain', () => {
    fc.assert(
      fc.property(amounts, amounts, amount, amount, (some, others, all, more) => {
        const plain = compared(sampleOf(some), sampleOf(others));
        const raised = compared(
          sampleOf(some.map((value) => value + all + more)),
          sampleOf(others.map((value) => value + all)),
        );
        expect(raised?.effect).toBeCloseTo((plain?.effect ?? Number.NaN) + more, 4);
        expect(raised?.standardError).toBeCloseTo(plain?.standardError ?? Number.NaN, 4);
        expect(plain && plain.low <= plain.effect && plain.effect <= plain.high).toBe(true);
      }),
    );
  });
  test('of whom there is one on a side say nothing', () => {
    expect(compared(sampleOf([5]), sampleOf([1, 2]))).toBeNull();
  });
});

describe('participants among shops like them', () => {
  const unit = (stratum: string, treated: boolean, outcome: number) => ({ stratum, treated, outcome });
  test('are compared within each stratum, which weighs as many participants as it has', () => {
    // By hand: a: (10 + 12)/2 − 4 = 7 of two; b: 20 − (8 + 10)/2 = 11 of one; c has nobody to compare with.
    const found = exactStrata([
      unit('a', true, 10),
      unit('a', true, 12),
      unit('a', false, 4),
      unit('b', true, 20),
      unit('b', false, 8),
      unit('b', false, 10),
      unit('c', true, 99),
      unit('d', false, 1),
    ]);
    expect(found.estimate?.effect).toBeCloseTo((2 * 7 + 11) / 3, 12);
    // Weights of the three others: 2, ½, ½: (Σw)²/Σw² = 9/4.5.
    expect(found).toMatchObject({
      strata: 2,
      treated: 4,
      matched: 3,
      spreadKnown: 0,
      controls: 3,
      effectiveControls: 2,
    });
  });
  test('in one stratum are the plain difference, and all others count whole', () => {
    fc.assert(
      fc.property(amounts, amounts, (some, others) => {
        const units = [
          ...some.map((value) => unit('x', true, value)),
          ...others.map((value) => unit('x', false, value)),
        ];
        const found = exactStrata(units);
        const plain = compared(sampleOf(some), sampleOf(others));
        expect(found.estimate?.effect).toBeCloseTo(plain?.effect ?? Number.NaN, 4);
        expect(found.estimate?.standardError).toBeCloseTo(plain?.standardError ?? Number.NaN, 4);
        expect(found.effectiveControls).toBeCloseTo(others.length, 8);
      }),
    );
  });
  test('are found though a naive comparison has the other sign', () => {
    const units = Array.from({ length: 40 }, (_, at) => [
      ...(at % 4 === 0 ? [unit('large', true, 110)] : [unit('small', true, 20)]),
      ...(at % 4 === 0 ? [unit('small', false, 10)] : [unit('large', false, 100)]),
    ]).flat();
    const of = (treated: boolean) =>
      sampleOf(units.filter((one) => one.treated === treated).map(({ outcome }) => outcome));
    expect(compared(of(true), of(false))?.effect).toBeLessThan(0);
    expect(exactStrata(units).estimate?.effect).toBeCloseTo(10, 10);
  });
  test('with nobody like them have no effect to tell', () => {
    expect(exactStrata([unit('a', true, 1), unit('b', false, 2)])).toMatchObject({ estimate: null, matched: 0 });
    expect(exactStrata([])).toMatchObject({ estimate: null, effectiveControls: 0 });
  });
});

describe('groups that began at different times', () => {
  const path = (began: number | null, outcomes: readonly number[]): Path => ({
    began,
    outcomes: new Map(outcomes.map((outcome, at) => [2003 + at, outcome])),
  });
  const periods = [2004, 2005, 2006];
  test('are each compared with who never took part, from the period before they began', () => {
    // Everybody rises by 1 a period; who began in 2005 by 5 at once and 7 after, who began in 2006 by 3.
    const paths = [0, 10].flatMap((level) => [
      path(null, [level, level + 1, level + 2, level + 3]),
      path(2005, [level, level + 1, level + 7, level + 10]),
      path(2006, [level, level + 1, level + 2, level + 6]),
    ]);
    expect(
      groupTimeEffects(paths, periods).map(({ began, period, estimate }) => [began, period, estimate?.effect]),
    ).toEqual([
      [2005, 2004, 0],
      [2005, 2005, 5],
      [2005, 2006, 7],
      [2006, 2004, 0],
      [2006, 2005, 0],
      [2006, 2006, 3],
    ]);
  });
  test('have no effect where nobody stayed out, or a period is missing', () => {
    expect(groupTimeEffects([path(2005, [1, 2, 3])], periods)).toEqual([]);
    expect(groupTimeEffects([path(null, [1, 2]), path(null, [1, 2]), path(2005, [1, 2])], [2004])).toMatchObject([
      { period: 2004, estimate: null },
    ]);
  });
});

describe('an effect that can be judged', () => {
  const stratified = (but: object) => ({
    estimate: null,
    strata: 12,
    treated: 185,
    matched: 185,
    spreadKnown: 185,
    controls: 260,
    effectiveControls: 111.525,
    ...but,
  });
  const alike = [{ treated: sampleOf([1, 2, 3]), controls: sampleOf([1, 2, 3]) }];
  test('has twenty or more on each side, most of them with somebody like them, and both sides alike before', () => {
    expect(doubtsOf(stratified({}), alike)).toEqual([]);
    expect(doubtsOf(stratified({ treated: 19, matched: 19, spreadKnown: 19 }), alike)).toEqual(['few']);
    // As coarsened matching of the LaLonde sample leaves it: 88 of 185, and 67 others worth 21.7.
    expect(
      doubtsOf(stratified({ matched: 88, spreadKnown: 88, controls: 67, effectiveControls: 21.652 }), alike),
    ).toEqual(['thin']);
    expect(doubtsOf(stratified({ spreadKnown: 90 }), alike)).toEqual(['thin']);
    expect(doubtsOf(stratified({}), [{ treated: sampleOf([1, 2, 3]), controls: sampleOf([4, 5, 6]) }])).toEqual([
      'unbalanced',
    ]);
    expect(standardizedDifference(sampleOf([1, 1]), sampleOf([2, 2]))).toBeNull();
    expect(standardizedDifference(sampleOf([1, 1]), sampleOf([1, 1]))).toBe(0);
  });
});
