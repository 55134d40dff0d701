import { describe, expect, test } from 'vitest';
import { measuresOf } from '../../../../shared/domain/equity/measures/ascending-pass.ts';
import { decompose } from '../../../../shared/domain/equity/measures/decompose.ts';
import { spendConcentration } from '../../../../shared/domain/equity/measures/spend-concentration.ts';
import { known } from './lists.ts';

const twelveDigits = (actual: Parameters<typeof known>[0], expected: number) =>
  expect(Math.abs(known(actual) - expected)).toBeLessThanOrEqual(5e-13);

const ten = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];

describe('the oracle cases of EQUITY.md', () => {
  test('ten merchants', () => {
    const measures = measuresOf(ten);
    expect(measures.rankSum).toBe('520067');
    expect(measures.gini).toMatchObject({ exact: { numerator: '76922', denominator: '166465' } });
    twelveDigits(measures.gini, 0.462091130268);
    twelveDigits(measures.giniSmall, 0.513434589186);
    twelveDigits(measures.theil, 0.362341242344);
    twelveDigits(measures.ge2, 0.420406154577);
    twelveDigits(measures.atkinson05, 0.179659098046);
    twelveDigits(measures.hoover, 0.337806746163);
    twelveDigits(measures.topTenPercentShare, 0.334319526627);
    twelveDigits(measures.bottomFortyPercentShare, 0.11844832247);
    twelveDigits(measures.palma, 2.822492709522);
    twelveDigits(measures.hhi, 0.184081230915);
  });

  test('three unsold and three equal sellers, all of it between the groups', () => {
    const measures = measuresOf([0, 0, 0, 10, 10, 10]);
    expect(measures.gini).toEqual({ value: 0.5, exact: { numerator: '1', denominator: '2' } });
    twelveDigits(measures.theil, Math.LN2);
    expect(measures.ge2).toMatchObject({ value: 0.5 });
    expect(measures.atkinson05).toEqual({ value: 0.5 });
    expect(measures.hoover).toMatchObject({ value: 0.5 });
    expect(measures.palma).toEqual({ value: null, reason: 'bottom_forty_percent_sold_nothing' });
    expect(measures.theilL).toEqual({ value: null, reason: 'some_sold_nothing' });

    const { theil, ge2 } = decompose([
      { name: 'unsold', measures: measuresOf([0, 0, 0]) },
      { name: 'sellers', measures: measuresOf([10, 10, 10]) },
    ]);
    expect(theil.within).toEqual({ value: 0 });
    twelveDigits(theil.between, Math.LN2);
    expect(ge2.between).toEqual({ value: 0.5, exact: { numerator: '1', denominator: '2' } });
    expect(ge2.within).toMatchObject({ value: 0 });
  });

  test('10 to 50', () => {
    const measures = measuresOf([50, 40, 30, 20, 10]);
    expect(measures.gini).toMatchObject({ exact: { numerator: '4', denominator: '15' } });
    twelveDigits(measures.theil, 0.119687593584);
    twelveDigits(measures.atkinson05, 0.063153392227);
    expect(measures.hoover).toEqual({ value: 0.2, exact: { numerator: '1', denominator: '5' } });
    twelveDigits(measures.hhi, 0.244444444444);
    expect(measures.topTenMerchantsShare).toEqual({ value: null, reason: 'fewer_than_ten_merchants' });
  });

  test('nine unsold and one seller', () => {
    const measures = measuresOf([0, 0, 0, 0, 0, 0, 0, 0, 0, 7]);
    expect(measures.gini).toEqual({ value: 0.9, exact: { numerator: '9', denominator: '10' } });
    twelveDigits(measures.theil, Math.log(10));
    expect(measures.ge2).toMatchObject({ value: 4.5 });
    expect(measures.topTenMerchantsShare).toMatchObject({ value: 1 });
  });

  test('nobody at all is null everywhere', () => {
    const { merchants, sellers, unsold, totalRupiah, rankSum, squareSum, ...measures } = measuresOf([]);
    expect({ merchants, sellers, unsold, totalRupiah, rankSum, squareSum }).toEqual({
      merchants: 0,
      sellers: 0,
      unsold: 0,
      totalRupiah: '0',
      rankSum: '0',
      squareSum: '0',
    });
    for (const measure of Object.values(measures)) expect(measure.value).toBeNull();
  });

  test('all unsold is null everywhere, with p₀ = 1', () => {
    const { merchants, sellers, unsold, totalRupiah, rankSum, squareSum, unsoldShare, ...measures } = measuresOf([
      0, 0,
    ]);
    expect([merchants, sellers, unsold, totalRupiah, rankSum, squareSum]).toEqual([2, 0, 2, '0', '0', '0']);
    expect(unsoldShare).toMatchObject({ value: 1 });
    for (const measure of Object.values(measures)) expect(measure.value).toBeNull();
    expect(measures.gini).toEqual({ value: null, reason: 'no_turnover' });
    expect(measures.median).toEqual({ value: null, reason: 'no_sellers' });
  });

  test('one seller is G 0 and no small-cell G', () => {
    const measures = measuresOf([5]);
    expect(measures.gini).toMatchObject({ value: 0 });
    expect(measures.theil).toEqual({ value: 0 });
    expect(measures.giniSmall).toEqual({ value: null, reason: 'one_merchant' });
  });

  test('an order count gives the floor of G', () => {
    const list = [0, 0, 0, 0, 3, 5, 9, 20];
    expect(measuresOf(list, { orders: 5 }).giniFloor).toEqual({
      value: 0.375,
      exact: { numerator: '3', denominator: '8' },
    });
    expect(measuresOf(list, { orders: 90 }).giniFloor).toMatchObject({ value: 0 });
    expect(measuresOf(list, { orders: 3 }).giniFloor).toEqual({ value: null, reason: 'fewer_orders_than_sellers' });
    expect(measuresOf(list).giniFloor).toEqual({ value: null, reason: 'orders_not_given' });
  });
});

describe('the spend of one agency', () => {
  test('is said as so many equal owners', () => {
    expect(spendConcentration([50, 0, 25, 25])).toEqual({
      owners: 3,
      totalRupiah: '100',
      hhi: { value: 0.375, exact: { numerator: '3', denominator: '8' } },
      equivalentOwners: { value: 8 / 3, exact: { numerator: '8', denominator: '3' } },
      largestShare: { value: 0.5, exact: { numerator: '1', denominator: '2' } },
    });
    expect(spendConcentration([]).hhi).toEqual({ value: null, reason: 'no_turnover' });
  });
});
